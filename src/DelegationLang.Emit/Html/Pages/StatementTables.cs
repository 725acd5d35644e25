using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Sentences of any sort as one table: what each does, on what terms, and where it stands.</summary>
internal sealed class StatementTables(PageContext context)
{
    private readonly TermLines words = new(context);
    private readonly SubjectRules rules = new(context);

    /// <summary>The table; none where there are no sentences.</summary>
    public IReadOnlyList<TableView> Of(string caption, IEnumerable<Statement> statements)
    {
        var table = new TableBuilder(caption, "Subject", "What the sentence does", "How much, where and when", "Conditions and duties", "Sentence");
        foreach (Statement statement in statements.OrderBy(statement => statement.Order))
        {
            table.Row("", words.DaysOf(statement), [Subjects(statement)], [What(statement)], [.. words.Bounds(statement)], [.. words.Conditions(statement), .. words.Duties(statement)], words.Source(statement));
        }

        return table.ToTables();
    }

    private LineView Subjects(Statement statement) => statement switch
    {
        DelegationStatement delegation => words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator),
        ReservationStatement reservation => words.Subjects(reservation.Subjects, reservation.Terms, reservation.Reserver),
        InvolvementStatement involvement => words.Subjects(involvement.Subjects, involvement.Terms, involvement.Actor),
        DeputyStatement deputy => new LineBuilder().Text("whatever ").List(deputy.Principals.Select(context.Link)).Text(" may decide").ToLine(),
        _ => LineBuilder.Of("all matters"),
    };

    private LineView What(Statement statement) => statement switch
    {
        InvolvementStatement involvement => Involvements.Line(context, words, involvement),
        DeputyStatement { Deputy: { } deputy } => new LineBuilder().Add(context.Link(deputy)).Text(" stands in while they are away or conflicted").ToLine(),
        _ => rules.Line(statement, withGiver: true),
    };
}
