using System.Collections.Immutable;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Coverage;

/// <summary>A sort of work that national guidance lists for places, what of a scheme is of that sort, and where it is decided at a place.</summary>
/// <param name="Name">The sort, as the list calls it.</param>
/// <param name="Source">The guidance.</param>
/// <param name="Subjects">The functions, matters and budgets of the scheme whose names say that they are of that sort; empty where it never mentions any.</param>
/// <param name="Places">The places at which somebody decides any of them by authority of the place.</param>
public sealed record PlaceWork(string Name, string Source, ImmutableArray<SubjectSymbol> Subjects, ImmutableArray<string> Places);

/// <summary>Goes through what national guidance lists for places, and finds what of it a board has placed.</summary>
internal static class PlaceWorkSurvey
{
    private static readonly Lazy<ImmutableArray<Entry>> Listed = new(Read);

    /// <summary>The list for a scheme of an integrated care board with places; empty for all others.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="places">The places at which somebody decides a function or matter by authority of the place.</param>
    public static ImmutableArray<PlaceWork> Of(SchemeModel model, Func<SubjectSymbol, IEnumerable<string>> places)
    {
        bool hasPlaces = model.OwnOrganisation is PartySymbol body && body.Kind.Has(KindTrait.SpansSystem) && model.Symbols.Any(symbol => symbol is PlaceSymbol && !symbol.Kind.Has(KindTrait.SpansSystem));
        return hasPlaces ? [.. Listed.Value.Select(entry => Find(model, entry, places))] : [];
    }

    private static PlaceWork Find(SchemeModel model, Entry entry, Func<SubjectSymbol, IEnumerable<string>> places)
    {
        SubjectSymbol[] subjects = [.. model.Symbols.OfType<SubjectSymbol>().Where(subject => subject is { IsFromLibrary: false, IsDuplicate: false } && entry.Words.Any(word => Is(subject, word)))];

        // Of money, what it is spent on is decided.
        IEnumerable<SubjectSymbol> decided = subjects.SelectMany(subject => subject.IsBudget ? subject.Covers : [subject]).Distinct();
        return new PlaceWork(entry.Name, entry.Source, [.. subjects], [.. decided.SelectMany(places).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static bool Is(SubjectSymbol subject, string word) =>
        Bodies.Holds(subject, word) || NameKey.Of(subject.Kind.Name) == word || subject.SearchedAs.Any(other => NameKey.Of(other) == word);

    private static ImmutableArray<Entry> Read() =>
    [
        .. LawLibrary.CatalogueOf("guidance").SelectMany(source => Parser.Parse(source, NameTable.Empty).Sentences.OfType<DeclarationSyntax>()).Select(declared => new Entry(
            declared.Name.Text,
            declared.Clauses.OfType<TextClauseSyntax>().FirstOrDefault(clause => clause.Kind == ClauseKind.Reference)?.Text.Text ?? "",
            [.. declared.Clauses.OfType<NamesClauseSyntax>().Where(clause => clause.Kind == ClauseKind.SearchedAs).SelectMany(clause => clause.Names).Select(name => NameKey.Of(name.Text))])),
    ];

    private sealed record Entry(string Name, string Source, ImmutableArray<string> Words);
}
