using System.Security.Cryptography;
using System.Text;

namespace DelegationLang.Cli.Files;

/// <summary>
/// What builds have written into a folder: a file there says of each of their files which output it belongs to and what it held. So a build knows what
/// earlier ones wrote that it no longer writes; a file that somebody has changed since is theirs.
/// </summary>
internal sealed class OutputRecord
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".delegation-build";

    private const string Head = "delegation build 1";

    private readonly SortedDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>What is known of a folder; nothing where there is no record, or none that can be read.</summary>
    public static OutputRecord Read(string folder)
    {
        var record = new OutputRecord();
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path) || FileKind.IsSpecial(path))
        {
            return record;
        }

        string[] lines = File.ReadAllText(path).Split('\n');
        foreach (string? line in lines[0] == Head ? lines.Skip(1) : [])
        {
            if (line.Split(' ', 3) is [var output, var hash, var file] && IsPlain(file))
            {
                record.entries[file] = new Entry(output, hash);
            }
        }

        return record;
    }

    /// <summary>Whether a file was written by a build.</summary>
    public bool Has(string path) => path == FileName || entries.ContainsKey(path);

    /// <summary>What is known after a build: of the outputs that it wrote what it wrote, and of others what was known.</summary>
    /// <param name="files">The files that it writes.</param>
    /// <param name="origins">Of which output each is.</param>
    public OutputRecord After(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, IReadOnlyDictionary<string, string> origins)
    {
        var after = new OutputRecord();
        var outputs = origins.Values.ToHashSet(StringComparer.Ordinal);
        foreach ((string path, Entry entry) in entries)
        {
            if (!outputs.Contains(entry.Output))
            {
                after.entries[path] = entry;
            }
        }

        foreach ((string path, ReadOnlyMemory<byte> content) in files)
        {
            after.entries[path] = new Entry(origins.GetValueOrDefault(path, "other"), HashOf(content.Span));
        }

        return after;
    }

    /// <summary>The files that were written and are not among others, and that nobody has changed since.</summary>
    /// <param name="after">What is written now.</param>
    /// <param name="folder">The folder.</param>
    public List<string> GoneFrom(OutputRecord after, string folder)
    {
        var gone = new List<string>();
        foreach ((string path, Entry entry) in entries)
        {
            if (!after.entries.ContainsKey(path) && IsAsWritten(folder, path, entry.Hash))
            {
                gone.Add(path);
            }
        }

        return gone;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        StringBuilder text = new StringBuilder(Head).Append('\n');
        foreach ((string path, Entry entry) in entries)
        {
            text.Append(entry.Output).Append(' ').Append(entry.Hash).Append(' ').Append(path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static bool IsAsWritten(string folder, string path, string hash)
    {
        // Not through a link that somebody put in the place of a folder.
        string at = folder;
        foreach (string part in path.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return false;
            }
        }

        return File.Exists(at) && !FileKind.IsSpecial(at) && HashOf(File.ReadAllBytes(at)) == hash;
    }

    // The file may have come from anywhere: it names nothing outside its folder.
    private static bool IsPlain(string path) => Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or "..") && part.AsSpan().IndexOfAny('\\', ':', '\0') < 0);

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Entry(string Output, string Hash);
}
