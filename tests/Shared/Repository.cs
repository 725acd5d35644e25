namespace DelegationLang.Testing;

/// <summary>Where things lie in this repository, for tests that read its files.</summary>
internal static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The full path of the folder that holds the solution.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>The full path of a file or folder, given by its parts below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The path below the root of a file in the repository, with forward slashes on every system.</summary>
    public static string RelativePath(string fullPath) => Path.GetRelativePath(Root, fullPath).Replace('\\', '/');

    private static string FindRoot()
    {
        // Not the compiler's record of source paths: a deterministic build may replace those.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DelegationLang.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds DelegationLang.sln.");
    }
}
