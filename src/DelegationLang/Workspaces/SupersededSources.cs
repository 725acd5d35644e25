using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Workspaces;

/// <summary>Reads the version that a scheme supersedes. It is no part of the project: nothing in it is reported, and nothing in it gives authority.</summary>
internal static class SupersededSources
{
    /// <summary>The earlier version with the files that it uses, libraries left out; none when the scheme names no earlier version, or it cannot be read.</summary>
    public static IReadOnlyList<SyntaxTree>? Read(IProjectFiles files, SchemeInfo info)
    {
        if (Find(files, info) is not { } former)
        {
            return null;
        }

        LoadedSources loaded = new SourceLoader(new SourceStore(former.Files, isWholeFolder: former.IsFolder)).Load(former.Roots, leavesOutSuperseded: former.IsFolder);
        return [.. loaded.ProjectTrees];
    }

    /// <summary>The earlier version as a project of its own; none when the scheme names no earlier version, or it cannot be read.</summary>
    public static Project? ProjectOf(IProjectFiles files, SchemeInfo info) => Find(files, info) is not { } former ? null
        : former.IsFolder ? Project.OfFolder(former.Files) : Project.OfFile(former.Files, former.Roots[0]);

    /// <summary>Whether a file lies in a folder, or in one below it.</summary>
    public static bool IsWithin(string file, string folder) => folder.Length == 0 || (file.Length > folder.Length && file[folder.Length] == '/' && file.StartsWith(folder, StringComparison.Ordinal));

    private static Former? Find(IProjectFiles files, SchemeInfo info)
    {
        if (info.Supersedes.Length == 0 || info.Location is not { } scheme || ProjectPath.Resolve(scheme.File, info.Supersedes) is not { } path || path == scheme.File || IsWithin(scheme.File, path))
        {
            return null;
        }

        var store = new SourceStore(files, isWholeFolder: false);
        var root = new SourceKey(path, IsLibrary: false);
        if (store.Text(root) is not null)
        {
            return store.IsText(root) && !store.IsTooLarge(root) ? new Former(files, [path], IsFolder: false) : null;
        }

        var folder = new FilesBelow(files, path);
        List<string> roots = Project.SchemeFilesOf(folder.List());
        return roots.Count > 0 ? new Former(folder, roots, IsFolder: true) : null;
    }

    private sealed record Former(IProjectFiles Files, IReadOnlyList<string> Roots, bool IsFolder);
}
