using System.Net;
using System.Net.Sockets;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>A web server on this machine's own address, as plain as there can be: it serves the files of one folder.</summary>
internal sealed class SiteServer : IDisposable
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    };

    private readonly HttpListener listener = new();
    private readonly string folder;

    /// <summary>Serves a folder.</summary>
    public SiteServer(string folder)
    {
        this.folder = folder;
        Home = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Home);
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address of the folder.</summary>
    public string Home { get; }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            string name = Uri.UnescapeDataString(context.Request.Url?.AbsolutePath.TrimStart('/') ?? "");
            string path = Path.Combine(folder, name);
            if (!name.Contains("..", StringComparison.Ordinal) && File.Exists(path))
            {
                byte[] content = await File.ReadAllBytesAsync(path);
                context.Response.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
                await context.Response.OutputStream.WriteAsync(content);
            }
            else
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            }

            context.Response.Close();
        }
    }
}
