using DelegationLang.Law;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Workspaces;

namespace DelegationLang.Emit.SideBySide;

/// <summary>The functions and matters of the law libraries by every name that they have there: what bodies call differently is one entry of them.</summary>
internal static class CatalogueNames
{
    private static readonly Lazy<Dictionary<string, string>> Entries = new(Read);

    /// <summary>The entry that has a name; empty where none has.</summary>
    /// <param name="name">The name, an alias of the entry or its own.</param>
    public static string EntryOf(string name) => Entries.Value.GetValueOrDefault(NameKey.Of(name), "");

    private static Dictionary<string, string> Read()
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        SubjectSymbol[] subjects = [.. LawLibrary.Names.SelectMany(library => LawCatalogue.Of(library).Whole.Symbols).OfType<SubjectSymbol>()];

        // An entry's own name is its own, whatever another has as an alias.
        foreach (SubjectSymbol subject in subjects)
        {
            entries.TryAdd(NameKey.Of(subject.Name), subject.Name);
        }

        foreach (SubjectSymbol subject in subjects)
        {
            foreach (string alias in subject.Aliases)
            {
                entries.TryAdd(NameKey.Of(alias), subject.Name);
            }
        }

        return entries;
    }
}
