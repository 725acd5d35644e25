using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Law;

/// <summary>The law libraries that are shipped with the compiler: what <c>use england.</c> brings in.</summary>
public static class LawLibrary
{
    private const string Prefix = "DelegationLang.Law.";
    private const string Extension = ".delegation";

    private static readonly ConcurrentDictionary<string, SourceText> Texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all libraries, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = FindNames();

    /// <summary>The text of a library, or none when there is no library of that name.</summary>
    /// <param name="name">The name after <c>use</c>, in any case: <c>england</c>.</param>
    public static SourceText? TryGet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? known = Names.FirstOrDefault(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : Texts.GetOrAdd(known, Read);
    }

    private static SourceText Read(string name)
    {
        using Stream? stream = typeof(LawLibrary).Assembly.GetManifestResourceStream(Prefix + name + Extension);
        if (stream is null)
        {
            return new SourceText(name + Extension, "");
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SourceText(name + Extension, reader.ReadToEnd());
    }

    private static List<string> FindNames()
    {
        Assembly assembly = typeof(LawLibrary).Assembly;
        List<string> names = [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(Extension, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..^Extension.Length])];
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
