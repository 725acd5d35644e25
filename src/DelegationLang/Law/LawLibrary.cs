using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Law;

/// <summary>
/// The law libraries that are shipped with the compiler: what <c>use england.</c> brings in. A library is one file that is always read, and a catalogue:
/// files beside it in a folder of its name, of which an entry is read where a scheme uses its name.
/// </summary>
public static class LawLibrary
{
    private const string Prefix = "DelegationLang.Law.";
    private const string PartPrefix = "DelegationLang.LawParts.";
    private const string Extension = ".delegation";

    private static readonly ConcurrentDictionary<string, SourceText> Texts = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SourceText>> Catalogues = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all libraries, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = FindNames(Prefix);

    /// <summary>The kinds that the language knows without any library.</summary>
    public static SourceText Language { get; } = Read("kinds", "DelegationLang.Language.kinds" + Extension);

    /// <summary>The text of a library, or none when there is no library of that name.</summary>
    /// <param name="name">The name after <c>use</c>, in any case: <c>england</c>.</param>
    public static SourceText? TryGet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? known = Names.FirstOrDefault(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : Texts.GetOrAdd(known, library => Read(library, Prefix + library + Extension));
    }

    /// <summary>The files of a library's catalogue, sorted by name; empty where it has none.</summary>
    /// <param name="name">The name of the library, in any case.</param>
    public static IReadOnlyList<SourceText> CatalogueOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Catalogues.GetOrAdd(name, library =>
            [.. FindNames(PartPrefix)
                .Select(part => part.Replace('\\', '/'))
                .Where(part => part.StartsWith(library + "/", StringComparison.OrdinalIgnoreCase))
                .Select(part => Read(part, ResourceOf(part)))]);
    }

    // The name of a resource in a folder holds the separator of the machine that built it.
    private static string ResourceOf(string part) =>
        typeof(LawLibrary).Assembly.GetManifestResourceNames().First(name => name.Replace('\\', '/') == PartPrefix + part + Extension);

    private static SourceText Read(string name, string resource)
    {
        using Stream? stream = typeof(LawLibrary).Assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            return new SourceText(name + Extension, "");
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SourceText(name + Extension, reader.ReadToEnd());
    }

    private static List<string> FindNames(string prefix)
    {
        Assembly assembly = typeof(LawLibrary).Assembly;
        List<string> names = [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal) && resource.EndsWith(Extension, StringComparison.Ordinal))
            .Select(resource => resource[prefix.Length..^Extension.Length])];
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
