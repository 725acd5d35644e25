namespace DelegationLang.Cli.Files;

/// <summary>What has to happen in a folder so that it holds what a build made.</summary>
/// <param name="Changed">The files that are new there or hold something else, the record among them.</param>
/// <param name="Removed">The files of earlier builds that are no longer made.</param>
internal sealed record OutputPlan(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>How many files are new, changed or removed; the record is not counted.</summary>
    public int Count => Changed.Count(file => file.Path != OutputRecord.FileName) + Removed.Count;

    /// <summary>Whether nothing has to happen.</summary>
    public bool IsEmpty => Changed.Count + Removed.Count == 0;

    /// <summary>Compares a folder, which need not be there, with what was made.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="files">What was made.</param>
    /// <param name="origins">Of which output each file is; none where no record is kept.</param>
    public static OutputPlan Of(string folder, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, IReadOnlyDictionary<string, string>? origins)
    {
        if (origins is null)
        {
            return new OutputPlan(Differing(folder, files), []);
        }

        var before = OutputRecord.Read(folder);
        OutputRecord after = before.After(files, origins);
        return new OutputPlan(Differing(folder, [.. files, (OutputRecord.FileName, after.ToBytes())]), before.GoneFrom(after, folder));
    }

    /// <summary>The full path of a file of the folder.</summary>
    public static string In(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private static List<(string Path, ReadOnlyMemory<byte> Content)> Differing(string folder, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files) =>
        [.. files.Where(file => !IsSame(In(folder, file.Path), file.Content))];

    private static bool IsSame(string path, ReadOnlyMemory<byte> content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && !FileKind.IsSpecial(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content.Span);
}
