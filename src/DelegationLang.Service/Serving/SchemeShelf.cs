using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Hosting;
using DelegationLang.Policy;

namespace DelegationLang.Service.Serving;

/// <summary>The schemes that a service answers from, each under a key.</summary>
internal sealed partial class SchemeShelf
{
    private readonly ImmutableDictionary<string, ShelvedScheme> byKey;

    private SchemeShelf(ImmutableArray<ShelvedScheme> all)
    {
        All = all;
        byKey = all.ToImmutableDictionary(scheme => scheme.Key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, in the order in which they were given.</summary>
    public ImmutableArray<ShelvedScheme> All { get; }

    /// <summary>Reads the schemes.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="paths">Each a PATH, or <c>KEY=PATH</c>.</param>
    /// <param name="isFollowed">Whether their files will be followed.</param>
    /// <exception cref="CommandFailure">One cannot be read, has errors, or has the key of another.</exception>
    public static SchemeShelf Open(Host host, IReadOnlyList<string> paths, bool isFollowed = false)
    {
        var named = paths.Select(given => Named(host, given)).ToList();
        if (named.GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new CommandFailure($"{Wording.List([.. twice.Select(one => one.Path)])} would both be called {twice.Key}: give one of them another key, as in KEY={twice.First().Path}");
        }

        return new SchemeShelf([.. named.Select(one => ShelvedScheme.Open(host, one.Key, one.Path, isFollowed))]);
    }

    /// <summary>The scheme of a key, in any capitals; none where there is none.</summary>
    public ShelvedScheme? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Reads schemes again whenever their files change, until the end.</summary>
    public void Follow(CancellationToken end)
    {
        foreach (ShelvedScheme scheme in All)
        {
            scheme.Follow(end);
        }
    }

    private static (string Key, string Path) Named(Host host, string given)
    {
        var full = given.Length == 0 ? throw new CommandFailure("a path must not be empty") : host.FullPath(given);
        if (!File.Exists(full) && !Directory.Exists(full) && KeyAndPath().Match(given) is { Success: true } match)
        {
            return (match.Groups[1].Value, match.Groups[2].Value);
        }

        full = Path.TrimEndingDirectorySeparator(full);
        var name = Directory.Exists(full) ? Path.GetFileName(full)
            : Path.GetFileName(full) == "scheme.json" ? Path.GetFileName(Path.GetDirectoryName(full) ?? "")
            : Path.GetFileNameWithoutExtension(full);
        var key = NotOfKey().Replace(name, "-").Trim('-', '.');
        return (key.Length > 0 ? key : "scheme", given);
    }

    [GeneratedRegex("^([A-Za-z0-9][A-Za-z0-9._-]*)=(.+)$", RegexOptions.Singleline)]
    private static partial Regex KeyAndPath();

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex NotOfKey();
}
