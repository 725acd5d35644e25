using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Who advises, recommends, oversees and is consulted. None of it gives authority.</summary>
internal static class InvolvementSection
{
    public static SectionView? Build(PageContext context)
    {
        var words = new TermLines(context);
        var table = new TableBuilder("Who takes part without deciding", "Who", "Takes part", "Terms", "Sentence");
        foreach (InvolvementStatement statement in context.Model.Involvements)
        {
            table.Row(
                "",
                statement.Actor is { } actor ? [LineBuilder.Of(context.Link(actor))] : [LineBuilder.Of("a party that is not declared")],
                [Part(context, words, statement)],
                [.. words.Bounds(statement), .. words.Conditions(statement), .. words.Duties(statement)],
                words.Source(statement));
        }

        IReadOnlyList<TableView> tables = table.ToTables();
        return tables.Count == 0 ? null : new SectionView(
            "involvement",
            "Advice, recommendation and oversight",
            new ContentView { Lines = LineBuilder.Lines("Nobody decides anything by these sentences."), Tables = tables },
            []);
    }

    /// <summary>What a party takes part in.</summary>
    public static IEnumerable<LineView> LinesFor(PageContext context, PartySymbol party)
    {
        var words = new TermLines(context);
        foreach (InvolvementStatement statement in context.Model.Involvements)
        {
            if (statement.Actor == party)
            {
                yield return Part(context, words, statement);
            }
            else if (statement.Verb == InvolvementVerb.Consults && statement.Others.Contains(party) && statement.Actor is { } actor)
            {
                yield return new LineBuilder().Text("is consulted by ").Add(context.Link(actor)).Text(" before ").AddLine(Subjects(words, statement)).ToLine();
            }
        }
    }

    private static LineView Part(PageContext context, TermLines words, InvolvementStatement statement)
    {
        var line = new LineBuilder();
        LineView subjects = Subjects(words, statement);
        Segment[] others = [.. statement.Others.Select(context.Link)];
        return statement.Verb switch
        {
            InvolvementVerb.Recommends => line.Text("recommends ").AddLine(subjects).Text(" to ").List(others).ToLine(),
            InvolvementVerb.Advises => line.Text("advises ").List(others).Text(" on ").AddLine(subjects).ToLine(),
            InvolvementVerb.Oversees => line.Text("oversees ").AddLine(subjects).ToLine(),
            _ => line.Text("consults ").List(others).Text(" before ").AddLine(subjects).ToLine(),
        };
    }

    private static LineView Subjects(TermLines words, InvolvementStatement statement) => words.Subjects(statement.Subjects, statement.Terms, statement.Actor);
}
