using System.Net;
using System.Net.Sockets;
using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Watching;

/// <summary>
/// Shows a site to browsers on this machine and to nobody else: it listens on the loopback addresses alone. The listener of the framework is not used,
/// because on Windows it opens a port for every address of the machine and tells requests apart by what they claim.
/// </summary>
internal sealed class PreviewServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PreviewSite site;
    private readonly CancellationTokenSource ended = new();
    private readonly List<TcpListener> listeners = [];

    /// <summary>Starts to serve.</summary>
    /// <param name="site">What to show.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="CommandFailure">The port is taken.</exception>
    public PreviewServer(PreviewSite site, int port)
    {
        this.site = site;
        Port = port;
        try
        {
            Port = Listen(IPAddress.Loopback, port);
            ListenAlso(IPAddress.IPv6Loopback);
        }
        catch (SocketException trouble)
        {
            Dispose();
            throw new CommandFailure(trouble.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"port {port} is in use by another program: choose another with --serve, or --serve 0 for any that is free",
                SocketError.AccessDenied => $"port {port} may not be used here: choose one from 1024 on with --serve",
                _ => $"port {port} cannot be used: {trouble.Message.TrimEnd('.')}",
            });
        }

        foreach (TcpListener listener in listeners)
        {
            _ = AcceptAsync(listener);
        }
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Where browsers find it.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/");

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        listeners.ForEach(listener => listener.Dispose());
    }

    private int Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        if (OperatingSystem.IsWindows())
        {
            listener.ExclusiveAddressUse = true;
        }

        listeners.Add(listener);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // "localhost" may mean either address. A machine without the second one, or a free port that is not free there, can do without it.
    private void ListenAlso(IPAddress address)
    {
        try
        {
            Listen(address, Port);
        }
        catch (SocketException)
        {
            listeners[^1].Dispose();
            listeners.RemoveAt(listeners.Count - 1);
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(ended.Token).ConfigureAwait(false));
            }
            catch (Exception trouble) when (trouble is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A connection that was given up before it was taken, or the end.
            }
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                patience.CancelAfter(Patience);
                HttpRequest? request = await HttpRequest.ReadAsync(stream, patience.Token).ConfigureAwait(false);
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                HttpReply reply = await AnswerAsync(request).ConfigureAwait(false);

                patience.CancelAfter(Patience);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply.Head()), patience.Token).ConfigureAwait(false);
                if (request?.Method != "HEAD")
                {
                    await stream.WriteAsync(reply.Content, patience.Token).ConfigureAwait(false);
                }

                // The other side reads to the end before the connection goes.
                connection.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(new byte[1024], patience.Token).ConfigureAwait(false) > 0)
                {
                }
            }
            catch (Exception trouble) when (trouble is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The browser went away, or took too long, or the session has ended.
            }
        }
    }

    private async Task<HttpReply> AnswerAsync(HttpRequest? request) =>
        request is null ? HttpReply.Refusal(400, "This is no request for a page.")
        : !request.IsForThisMachine ? HttpReply.Refusal(403, "This is shown to browsers on this machine, at http://127.0.0.1 or http://localhost.")
        : request.Method is not ("GET" or "HEAD") ? HttpReply.Refusal(405, "Pages can only be read.")
        : await site.AnswerAsync(request.Path, request.Query, ended.Token).ConfigureAwait(false);
}
