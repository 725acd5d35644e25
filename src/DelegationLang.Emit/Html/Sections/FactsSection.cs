using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>What decisions turn on: conditions, measures, named sums and what amounts count.</summary>
internal static class FactsSection
{
    public static SectionView? Build(PageContext context)
    {
        IReadOnlyList<TableView> tables = [.. Conditions(context), .. Measures(context), .. Amounts(context), .. Bases(context)];
        return tables.Count == 0 ? null : new SectionView("facts", "Conditions, measures and named sums", new ContentView { Tables = tables }, []);
    }

    private static IReadOnlyList<TableView> Conditions(PageContext context)
    {
        var table = new TableBuilder("Conditions: facts that are true or false", "Condition", "Normally", "Who judges it");
        foreach (ConditionSymbol condition in context.ShownOf<ConditionSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(condition),
                [LineBuilder.Of(condition.DisplayName), .. KindWords.CommonLines(context, condition)],
                LineBuilder.Lines(condition.Normally switch { true => "so, unless somebody says otherwise", false => "not so, unless somebody says otherwise", null => "nothing is assumed" }),
                Judge(context, condition.JudgedBy));
        }

        return table.ToTables();
    }

    private static IReadOnlyList<TableView> Measures(PageContext context)
    {
        var table = new TableBuilder("Measures: facts that are numbers", "Measure", "Counted in", "Who judges it");
        foreach (MeasureSymbol measure in context.ShownOf<MeasureSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(measure),
                [LineBuilder.Of(measure.DisplayName), .. KindWords.CommonLines(context, measure)],
                LineBuilder.Lines(measure.IsMoney && measure.Unit != measure.Currency ? $"{measure.Unit} ({measure.Currency})" : measure.Unit),
                Judge(context, measure.JudgedBy));
        }

        return table.ToTables();
    }

    private static IReadOnlyList<TableView> Amounts(PageContext context)
    {
        var table = new TableBuilder("Named sums", "Name", "How much, and when");
        foreach (AmountSymbol amount in context.ShownOf<AmountSymbol>())
        {
            table.Row(
                context.Publication.Ids.Of(amount),
                [LineBuilder.Of(amount.DisplayName), .. KindWords.CommonLines(context, amount).Where(_ => amount.Values.Length == 0)],
                LineBuilder.Lines(amount.Values.Select(value => (Wording.Amount(value.Value, value.Currency) + " " + Wording.Days(value.Days)).TrimEnd())));
        }

        return table.ToTables();
    }

    private static IReadOnlyList<TableView> Bases(PageContext context)
    {
        var table = new TableBuilder("What amounts count, besides a decision, a contract, a year and the total", "Basis", "What it means");
        foreach (BasisSymbol basis in context.ShownOf<BasisSymbol>().Where(basis => !basis.IsFromLibrary))
        {
            table.Row(
                context.Publication.Ids.Of(basis),
                LineBuilder.Lines("per " + basis.DisplayName),
                [.. KindWords.CommonLines(context, basis)]);
        }

        return table.ToTables();
    }

    private static IReadOnlyList<LineView> Judge(PageContext context, PartySymbol? judge) =>
        judge is null ? LineBuilder.Lines("not said") : [LineBuilder.Of(context.Link(judge))];
}
