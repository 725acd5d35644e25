using System.Text;

namespace DelegationLang.Cli.Watching;

/// <summary>The head of a request, as far as it matters here.</summary>
/// <param name="Method">The method, such as <c>GET</c>.</param>
/// <param name="Path">The path, decoded, with a <c>/</c> at its start.</param>
/// <param name="Query">What stands after the question mark, as it was sent.</param>
/// <param name="Hosts">What it names as the host, each time it does.</param>
internal sealed record HttpRequest(string Method, string Path, string Query, IReadOnlyList<string> Hosts)
{
    private const int LongestHead = 16 * 1024;

    /// <summary>Reads a request from a connection.</summary>
    /// <returns>None where what came is none.</returns>
    public static async Task<HttpRequest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[LongestHead];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
            int end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end));
            }
        }

        return null;
    }

    /// <summary>Reads the lines of a head.</summary>
    public static HttpRequest? Parse(string head)
    {
        string[] lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, var protocol] || !protocol.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            return null;
        }

        var hosts = new List<string>();
        foreach (string? line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                hosts.Add(line[(colon + 1)..].Trim());
            }
        }

        int mark = target.IndexOf('?', StringComparison.Ordinal);
        return new HttpRequest(method, Uri.UnescapeDataString(mark < 0 ? target : target[..mark]), mark < 0 ? "" : target[(mark + 1)..], hosts);
    }

    /// <summary>
    /// Whether it is meant for this machine: another site could otherwise have its own name lead here, and read what is shown.
    /// </summary>
    public bool IsForThisMachine => Hosts is [var host] && HostOf(host).ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";

    private static string HostOf(string host)
    {
        int colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && host.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? host[..colon] : host;
    }
}
