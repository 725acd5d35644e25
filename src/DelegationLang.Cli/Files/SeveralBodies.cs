using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>
/// A folder of several schemes: it holds no text of its own, and each of its folders that hold any has a scheme sentence. Each of them is a project by itself.
/// </summary>
internal static class SeveralBodies
{
    /// <summary>The names of the folders, in order; none for a PATH that is one project.</summary>
    public static IReadOnlyList<string> In(Host host, string path, DateOnly asOf)
    {
        string full = path.Length == 0 ? "" : host.FullPath(path);
        if (!Directory.Exists(full) || Directory.EnumerateFiles(full, "*" + Project.Extension).Any() || File.Exists(Path.Combine(full, ProjectConfiguration.FileName)))
        {
            return [];
        }

        string[] folders =
        [
            .. Directory.EnumerateDirectories(full).Select(Path.GetFileName).OfType<string>()
                .Where(name => name[0] != '.' && new FolderFiles(Path.Combine(full, name)).ListBelow("").Any(file => file.EndsWith(Project.Extension, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
        return folders.Length > 1 && Array.TrueForAll(folders, folder => !OpenProject.Open(host, Path.Combine(path, folder), asOf).Compilation.LacksScheme) ? folders : [];
    }

    /// <summary>Each PATH that is a folder of several schemes as one PATH for each of them; any other as it is.</summary>
    public static string[] Each(Host host, IEnumerable<string> paths, DateOnly asOf) =>
        [.. paths.SelectMany(path => In(host, path, asOf) is { Count: > 0 } folders ? folders.Select(folder => Path.Combine(path, folder)) : [path])];
}
