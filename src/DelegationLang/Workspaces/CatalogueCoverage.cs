using System.Collections.Immutable;
using DelegationLang.Law;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>A family of the catalogue, and what of it a scheme never mentions.</summary>
/// <param name="Family">The heading of the catalogue.</param>
/// <param name="Count">How many entries it has for a body of the scheme's kind, without what can never be delegated.</param>
/// <param name="NeverMentioned">Those of which the scheme neither uses nor declares the name, in the order of the catalogue.</param>
public sealed record CatalogueFamily(string Family, int Count, ImmutableArray<string> NeverMentioned);

/// <summary>
/// Which functions and matters of the catalogues a scheme never mentions. Only what is for bodies of its kind counts, and nothing that the law keeps to
/// such a body whatever a scheme says. A scheme may well have no need of them; and it may give them by other names, or by a residual clause.
/// </summary>
public static class CatalogueCoverage
{
    /// <summary>The families that have anything for a body of the scheme's kind; none where the scheme does not say whose it is, or uses no library with a catalogue.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="day">The day: what had ended by then, or had not begun, is not asked for.</param>
    public static ImmutableArray<CatalogueFamily> Of(SchemeModel model, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.OwnOrganisation is not PartySymbol body)
        {
            return [];
        }

        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (KindSymbol? kind = body.Kind; kind is not null; kind = kind.Parent)
        {
            kinds.Add(kind.Name);
        }

        HashSet<string> mentioned = Mentioned(model);
        ImmutableArray<CatalogueFamily>.Builder families = ImmutableArray.CreateBuilder<CatalogueFamily>();
        foreach (string library in LawLibrary.Names.Where(name => model.Trees.Any(tree => ReferenceEquals(tree.Source, LawLibrary.TryGet(name)))))
        {
            families.AddRange(FamiliesOf(LawCatalogue.Of(library).Whole, LawLibrary.CatalogueOf(library), kinds, mentioned, day));
        }

        return families.ToImmutable();
    }

    private static IEnumerable<CatalogueFamily> FamiliesOf(SchemeModel whole, IReadOnlyList<SourceText> parts, HashSet<string> kinds, HashSet<string> mentioned, DateOnly day)
    {
        KindSymbol[] kept =
        [
            .. whole.Symbols.OfType<PowerSymbol>()
                .Where(power => power.Delegates.IsEmpty && power.Lifetime.Contains(day) && power.Delegators.Any(IsOfBody) && !power.Forbids.Any(IsOfBody))
                .SelectMany(power => power.CoveredKinds),
        ];
        return whole.Symbols.OfType<SubjectSymbol>()
            .Where(subject => parts.Contains(subject.Location.Source) && subject.Lifetime.Contains(day) && subject.For.Any(IsOfBody) && !kept.Any(subject.Kind.Is))
            .GroupBy(subject => LawCatalogue.FamilyOf(whole, subject), StringComparer.Ordinal)
            .Select(family => new CatalogueFamily(
                family.Key,
                family.Count(),
                [.. family.Where(subject => !mentioned.Contains(NameKey.Of(subject.Name)) && !subject.Aliases.Any(alias => mentioned.Contains(NameKey.Of(alias)))).Select(subject => subject.Name)]));

        bool IsOfBody(PowerParty named) => named.Kind is KindSymbol kind && kinds.Contains(kind.Name);
    }

    // What the scheme declares, and what it names; whoever speaks of a part speaks of the whole.
    private static HashSet<string> Mentioned(SchemeModel model)
    {
        HashSet<SourceText> libraries = [.. model.Symbols.Where(symbol => symbol.IsFromLibrary).Select(symbol => symbol.Location.Source)];
        IEnumerable<SubjectSymbol> subjects = model.Symbols.OfType<SubjectSymbol>().Where(subject => !subject.IsFromLibrary)
            .Concat(model.Uses.Where(use => !libraries.Contains(use.Location.Source)).Select(use => use.Symbol).OfType<SubjectSymbol>());
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<SubjectSymbol>(ReferenceEqualityComparer.Instance);
        foreach (SubjectSymbol subject in subjects)
        {
            for (SubjectSymbol? whole = subject; whole is not null && seen.Add(whole); whole = whole.Parent)
            {
                names.Add(NameKey.Of(whole.Name));
                names.UnionWith(whole.Aliases.Select(NameKey.Of));
            }
        }

        return names;
    }
}
