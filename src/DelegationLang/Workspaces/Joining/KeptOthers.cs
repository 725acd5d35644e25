using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace DelegationLang.Workspaces.Joining;

/// <summary>
/// Joined schemes as they were compiled, for as long as somebody holds the folder that they lie in: an editor compiles a scheme at each key, and the schemes
/// of others are the same at all of them. Only of a folder that never says otherwise later.
/// </summary>
internal static class KeptOthers
{
    private static readonly ConditionalWeakTable<IProjectFiles, ConcurrentDictionary<(string File, DateOnly AsOf), Lazy<Compilation>>> Known = [];

    /// <summary>The scheme of a folder, or of one file in it, compiled for being joined.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file; empty for the folder.</param>
    /// <param name="project">The project that they are.</param>
    /// <param name="asOf">The day that <em>today</em> means.</param>
    public static Compilation Of(IProjectFiles folder, string file, Project project, DateOnly asOf) => folder.IsFixed
        ? Known.GetOrCreateValue(folder).GetOrAdd((file, asOf), _ => new Lazy<Compilation>(() => project.CompileForOther(asOf))).Value
        : project.CompileForOther(asOf);
}
