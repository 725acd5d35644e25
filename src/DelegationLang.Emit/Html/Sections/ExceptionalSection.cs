using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Exceptional powers and deputies: apart from ordinary authority, so that nobody takes them for it.</summary>
internal static class ExceptionalSection
{
    public static SectionView? Build(PageContext context)
    {
        IReadOnlyList<TableView> tables = [.. Exceptional(context), .. Deputies(context)];
        return tables.Count == 0 ? null : new SectionView("exceptional", "Exceptional powers and deputies", new ContentView { Tables = tables }, []);
    }

    private static IReadOnlyList<TableView> Exceptional(PageContext context)
    {
        var words = new TermLines(context);
        var table = new TableBuilder("Exceptional powers, which reach reserved matters", "Who", "What", "How much, where and when", "Conditions and duties", "Sentence");
        foreach (DelegationStatement delegation in context.Model.Delegations.Where(delegation => delegation.Terms.IsEvenIfReserved))
        {
            table.Row(
                "",
                [words.Holders(delegation.Holders)],
                [words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator)],
                [.. words.Bounds(delegation)],
                [.. words.Conditions(delegation), .. words.Duties(delegation)],
                words.Source(delegation));
        }

        return table.ToTables();
    }

    private static IReadOnlyList<TableView> Deputies(PageContext context)
    {
        var words = new TermLines(context);
        var table = new TableBuilder("Deputies, who act while somebody is away or conflicted", "Deputy", "Stands in for", "When and but for what", "Sentence");
        foreach (DeputyStatement statement in context.Model.Deputies)
        {
            table.Row(
                "",
                statement.Deputy is { } deputy ? [LineBuilder.Of(context.Link(deputy))] : [LineBuilder.Of("a party that is not declared")],
                [new LineBuilder().List(statement.Principals.Select(context.Link)).ToLine()],
                [.. words.Bounds(statement), .. words.Conditions(statement), .. words.Duties(statement)],
                words.Source(statement));
        }

        return table.ToTables();
    }
}
