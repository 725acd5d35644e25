using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Workspaces;

/// <summary>Reads the version that a scheme supersedes. It is no part of the project: nothing in it is reported, and nothing in it gives authority.</summary>
internal static class SupersededSources
{
    /// <summary>The earlier version's file with the files that it uses, libraries left out; none when the scheme names no earlier version, or it cannot be read.</summary>
    public static IReadOnlyList<SyntaxTree>? Read(IProjectFiles files, SchemeInfo info)
    {
        if (info.Supersedes.Length == 0 || info.Location is not { } scheme || ProjectPath.Resolve(scheme.File, info.Supersedes) is not { } path)
        {
            return null;
        }

        var store = new SourceStore(files, isWholeFolder: false);
        var root = new SourceKey(path, IsLibrary: false);
        if (path == scheme.File || store.Text(root) is null || !store.IsText(root) || store.IsTooLarge(root))
        {
            return null;
        }

        var loaded = new SourceLoader(store).Load([path], leavesOutSuperseded: false);
        return [.. loaded.ProjectTrees];
    }
}
