using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>What a scheme is compared with while it is written.</summary>
/// <param name="Version">The former version.</param>
/// <param name="Since">Since when something is otherwise, in words: <c>since version 1</c>, <c>since the last commit</c>.</param>
internal sealed record FormerVersion(Compilation Version, string Since);

/// <summary>
/// The versions before: the one that a scheme supersedes, or else the one of the last commit of git. Each is compiled once and kept until its files change.
/// </summary>
internal sealed class FormerVersions(IServerHost host)
{
    private readonly ConcurrentDictionary<ProjectKey, Known> known = new();

    /// <summary>The version before; none where there is none, or where it holds no scheme.</summary>
    /// <param name="key">The project.</param>
    /// <param name="current">The project as it is now.</param>
    public FormerVersion? Of(ProjectKey key, Compilation current) =>
        current.FormerProject is { } superseded ? Superseded(key, superseded, current.AsOf)
        : key.Folder.Length == 0 || host.LastCommit(key.Folder) is not { } commit ? null
        : Committed(key, commit, current.AsOf);

    private FormerVersion? Superseded(ProjectKey key, Project project, DateOnly asOf)
    {
        ImmutableArray<(string Name, ImmutableArray<byte> Bytes)> files =
            [.. project.Files.List().Where(name => name.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(name => (name, project.Files.Read(name).Bytes))];
        return Keep(key, asOf, one => one.Commit.Length == 0 && one.Files.SequenceEqual(files), () => new Known(asOf, "", files, Version(project, asOf, former =>
            former.Model.Info.Version is { Length: > 0 } version ? "since version " + version : "since the version before")));
    }

    private FormerVersion? Committed(ProjectKey key, CommittedFiles commit, DateOnly asOf) => Keep(key, asOf, one => one.Commit == commit.Commit, () => new Known(
        asOf,
        commit.Commit,
        [],
        Version(key.File.Length == 0 ? Project.OfFolder(commit.Files) : Project.OfFile(commit.Files, key.File), asOf, _ => "since the last commit")));

    private FormerVersion? Keep(ProjectKey key, DateOnly asOf, Func<Known, bool> isStill, Func<Known> make)
    {
        if (known.TryGetValue(key, out Known? one) && one.AsOf == asOf && isStill(one))
        {
            return one.Version;
        }

        return (known[key] = make()).Version;
    }

    private static FormerVersion? Version(Project project, DateOnly asOf, Func<Compilation, string> since) =>
        project is { Faults.IsEmpty: true, Roots.IsEmpty: false } && project.Compile(asOf) is { LacksScheme: false } version && version.UnreadableFiles.IsEmpty
            ? new FormerVersion(version, since(version))
            : null;

    private sealed record Known(DateOnly AsOf, string Commit, ImmutableArray<(string Name, ImmutableArray<byte> Bytes)> Files, FormerVersion? Version);
}
