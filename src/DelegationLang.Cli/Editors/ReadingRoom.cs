using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DelegationLang.Cli.Editors;

/// <summary>
/// Texts of the tool's own that an editor can open as files: the libraries, the pages about diagnostics. Each is written when it is first wanted, to the
/// user's own folder for such data, under a name that changes with its content.
/// </summary>
internal sealed class ReadingRoom(string dataFolder)
{
    private readonly ConcurrentDictionary<string, string?> files = new(StringComparer.Ordinal);

    /// <summary>The full path of the file that holds a text, with <c>/</c> between its parts; none where it cannot be written.</summary>
    public string? FileFor(string name, Func<string> text) => files.GetOrAdd(name, _ => Write(name, text()));

    private string? Write(string name, string text)
    {
        if (text.Length == 0 || dataFolder.Length == 0)
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string folder = Path.Combine(dataFolder, "delegation", Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        string path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                Directory.CreateDirectory(folder);
                string beside = path + "." + Guid.NewGuid().ToString("N");
                File.WriteAllBytes(beside, bytes);
                File.Move(beside, path, overwrite: true);
            }

            return path.Replace('\\', '/');
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
