using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>The agreements and the powers in law that the scheme relies on.</summary>
internal static class LawSection
{
    public static SectionView? Build(PageContext context)
    {
        IReadOnlyList<TableView> tables = [.. Agreements(context), .. Powers(context)];
        return tables.Count == 0 ? null : new SectionView(
            "law",
            "Agreements and powers in law",
            new ContentView { Lines = LineBuilder.Lines("The powers are summed up as the law library of this scheme states them. The statute itself decides."), Tables = tables },
            []);
    }

    private static IReadOnlyList<TableView> Agreements(PageContext context)
    {
        var table = new TableBuilder("Agreements", "Agreement", "Between", "What it covers and states", "Used by");
        foreach (AgreementSymbol agreement in context.ShownOf<AgreementSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(agreement),
                [LineBuilder.Of(agreement.DisplayName), LineBuilder.Of(KindWords.Capital(agreement.Kind.Name), "note"), .. KindWords.CommonLines(context, agreement)],
                [new LineBuilder().List(agreement.Owners.Select(context.Link)).ToLine()],
                [.. Content(context, agreement)],
                Users(context, agreement));
        }

        return table.ToTables();
    }

    private static IEnumerable<LineView> Content(PageContext context, AgreementSymbol agreement)
    {
        if (!agreement.Covers.IsEmpty)
        {
            yield return new LineBuilder().Text("covers ").List(agreement.Covers.Select(context.Link)).ToLine();
        }

        if (agreement.Under is { } power)
        {
            yield return new LineBuilder().Text("under ").Add(context.Link(power)).ToLine();
        }

        foreach (Worth worth in agreement.Worth)
        {
            yield return LineBuilder.Of("worth " + WorthWords.Of(worth));
        }

        if (!agreement.Stating.IsEmpty)
        {
            yield return LineBuilder.Of("states its " + Wording.List(agreement.Stating));
        }

        foreach (Reporting reporting in agreement.Reporting)
        {
            yield return new LineBuilder().Text("reports to ").Add(context.Link(reporting.To)).Text(reporting.Frequency.Length > 0 ? " " + reporting.Frequency : "").ToLine();
        }
    }

    private static IReadOnlyList<TableView> Powers(PageContext context)
    {
        var table = new TableBuilder("Powers in law", "Power", "Who may delegate, and to whom", "What it covers", "Used by");
        foreach (PowerSymbol power in context.ShownOf<PowerSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(power),
                [LineBuilder.Of(power.DisplayName), .. KindWords.CommonLines(context, power)],
                [.. Parties(context, "by ", power.Delegators), .. Parties(context, "to ", power.Delegates)],
                [.. Covered(context, "covers ", power.CoveredKinds, power.Covers), .. Covered(context, "but not ", power.ExcludedKinds, power.Excludes)],
                Users(context, power));
        }

        return table.ToTables();
    }

    private static IEnumerable<LineView> Parties(PageContext context, string word, IEnumerable<PowerParty> parties)
    {
        Segment[] segments = [.. parties.Select(party => party.Party is { } one ? context.Link(one) : new Segment(party.Kind?.Name ?? ""))];
        return segments.Length == 0 ? [] : [new LineBuilder().Text(word).List(segments, "or").ToLine()];
    }

    private static IEnumerable<LineView> Covered(PageContext context, string word, IEnumerable<KindSymbol> kinds, IEnumerable<SubjectSymbol> subjects)
    {
        Segment[] segments = [.. kinds.Select(kind => new Segment("every " + kind.Name)), .. subjects.Select(context.Link)];
        return segments.Length == 0 ? [] : [new LineBuilder().Text(word).List(segments).ToLine()];
    }

    private static IReadOnlyList<LineView> Users(PageContext context, Symbol basis)
    {
        var lines = new List<LineView>();
        foreach (Statement statement in context.Publication.Index.Rules.Where(rule => rule.Terms.Under?.Symbol == basis))
        {
            lines.Add(LineBuilder.Of(context.SourceLink(statement.Location)));
        }

        IEnumerable<Symbol> resting = context.Model.Symbols.Where(context.Shown.Contains).Where(symbol => symbol switch
        {
            SubjectSymbol subject => subject.Under == basis,
            AgreementSymbol agreement => agreement.Under == basis,
            PartySymbol party => party.Under == basis,
            _ => false,
        });
        lines.AddRange(resting.Select(symbol => LineBuilder.Of(context.Link(symbol))));
        return lines.Count == 0 ? LineBuilder.Lines("nothing in this scheme") : lines;
    }
}
