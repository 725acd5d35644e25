using DelegationLang.Coverage;
using DelegationLang.Law;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Lists of what the law libraries say: all of it, or what a scheme relies on.</summary>
public static class LawLists
{
    /// <summary>Every entry of every library, each library in its own order, powers first.</summary>
    public static IReadOnlyList<LawEntry> All() => [.. LawLibrary.Names.SelectMany(Of)];

    /// <summary>Every entry of a library and its catalogue, powers first; empty where there is no such library.</summary>
    /// <param name="library">The name after <c>use</c>.</param>
    public static IReadOnlyList<LawEntry> Of(string library) => EntriesOf(LawCatalogue.Of(library).Whole, symbol => symbol.IsFromLibrary);

    /// <summary>What of the libraries the texts of a scheme name or rest on without naming it, and the powers and sums of its own that stand beside or in place of the libraries'; powers first.</summary>
    /// <param name="model">The scheme.</param>
    public static IReadOnlyList<LawEntry> UsedBy(SchemeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        HashSet<SourceText> libraries = [.. model.Symbols.Where(symbol => symbol.IsFromLibrary).Select(symbol => symbol.Location.Source)];
        HashSet<Symbol> used = [.. model.Uses.Where(use => !libraries.Contains(use.Location.Source)).Select(use => use.Symbol)];
        used.UnionWith(LegalGrounds.Of(model, statement => !statement.HasErrors).Where(ground => ground.IsReliedOn).Select(ground => ground.Power));
        return EntriesOf(model, symbol => symbol.IsFromLibrary ? used.Contains(symbol) : symbol is PowerSymbol || model.IsInPlaceOfLibrary(symbol));
    }

    private static IReadOnlyList<LawEntry> EntriesOf(SchemeModel model, Func<Symbol, bool> isWanted) =>
        [.. model.Symbols.Where(isWanted).Select(symbol => LawEntry.Of(model, symbol)).OfType<LawEntry>().OrderBy(entry => entry.Symbol is PowerSymbol ? 0 : 1)];
}
