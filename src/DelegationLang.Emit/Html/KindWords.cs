using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>What a thing is, in a phrase: <c>a committee of Board, at Leeds</c>.</summary>
internal static class KindWords
{
    /// <summary>The phrase, with links to owners and places.</summary>
    public static LineView Of(PageContext context, Symbol symbol)
    {
        LineBuilder line = new LineBuilder().Text(Capital(Article(symbol.Kind.Name) + symbol.Kind.Name));
        if (!symbol.Owners.IsEmpty)
        {
            bool isBetween = symbol is AgreementSymbol || symbol.Kind.Has(KindTrait.Joint);
            line.Text(isBetween ? " between " : " of ").List(symbol.Owners.Where(owner => symbol is not PartySymbol party || !party.LaterOwners.Contains(owner)).Select(context.Link));
        }

        Symbol? parent = (symbol as SubjectSymbol)?.Parent ?? (Symbol?)(symbol as PlaceSymbol)?.Parent;
        if (parent is not null)
        {
            line.Text(", within ").Add(context.Link(parent));
        }

        IEnumerable<PlaceSymbol> places = symbol switch
        {
            PartySymbol party => party.At,
            SubjectSymbol subject => subject.At,
            _ => [],
        };
        if (places.Any())
        {
            line.Text(", at ").List(places.Select(context.Link));
        }

        return line.ToLine("kind");
    }

    /// <summary>Other names, code, days, references and notes: what any declaration may say.</summary>
    public static IEnumerable<FactView> Common(PageContext context, Symbol symbol)
    {
        if (!symbol.Aliases.IsEmpty)
        {
            yield return new FactView("Known as", LineBuilder.Lines(string.Join(", ", symbol.Aliases)));
        }

        if (symbol.Code.Length > 0)
        {
            yield return new FactView("Code", LineBuilder.Lines(symbol.Code));
        }

        if (symbol is PlaceSymbol { Population: { } population })
        {
            yield return new FactView("Population", LineBuilder.Lines(Wording.Amount(population, "")));
        }

        if (symbol is PlaceSymbol { Boundary.IsEmpty: false } place)
        {
            yield return new FactView("Boundary", [new LineBuilder().Text("the area of ").List(place.Boundary.Select(context.Link)).ToLine()]);
        }

        if (symbol.Lifetime != DateRange.Always)
        {
            LineBuilder line = new LineBuilder().Text(Wording.Days(symbol.Lifetime));
            if (context.DayMark(symbol.Lifetime) is { } mark)
            {
                line.Text(" ").Add(mark);
            }

            yield return new FactView("Exists", [line.ToLine()]);
            foreach (Symbol other in context.Named(symbol.DisplayName).Where(other => other != symbol && other.Kind.Family == symbol.Kind.Family))
            {
                bool isLater = other.Lifetime.First > symbol.Lifetime.First;
                yield return new FactView(isLater ? "Afterwards" : "Before", [new LineBuilder().Add(context.Link(other)).Text(": ").AddLine(Of(context, other)).Text(", " + Wording.Days(other.Lifetime)).ToLine()]);
            }
        }

        if (!symbol.References.IsEmpty)
        {
            yield return new FactView("Reference", LineBuilder.Lines(symbol.References));
        }

        if (!symbol.Notes.IsEmpty)
        {
            yield return new FactView("Note", LineBuilder.Lines(symbol.Notes));
        }
    }

    /// <summary>The same for a cell of a table: one line each, with its label before it.</summary>
    public static IEnumerable<LineView> CommonLines(PageContext context, Symbol symbol) =>
        Common(context, symbol).SelectMany(fact => fact.Lines.Select(line => line with { Segments = [new Segment(fact.Label + ": "), .. line.Segments], Style = "note" }));

    /// <summary>The text with a capital letter first.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The article of a kind, with a space after it.</summary>
    public static string Article(string kind) =>
        kind.Length > 0 && kind[0] is 'a' or 'e' or 'i' or 'o' or 'A' or 'E' or 'I' or 'O' || kind.StartsWith("NHS", StringComparison.Ordinal) ? "an " : "a ";
}
