using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What decisions turn on: conditions, measures, named sums and what amounts count.</summary>
internal sealed class FactPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "facts.html";

    /// <summary>The pages; none for a scheme that has nothing of the sort.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        Symbol[] facts = [.. context.ShownOf<Symbol>().Where(SiteAddresses.IsFact)];
        return facts.Length == 0 ? [] : ListPages.Of("facts", facts, SiteAddresses.FactsOnPage, Page);
    }

    private PageDraft Page(IReadOnlyList<Symbol> symbols, PageDraft draft)
    {
        var sections = new List<SectionView>();
        Add("conditions", "Conditions", Conditions(symbols.OfType<ConditionSymbol>()));
        Add("measures", "Measures", Measures(symbols.OfType<MeasureSymbol>()));
        Add("sums", "Named sums", Amounts(symbols.OfType<AmountSymbol>()));
        Add("bases", "What amounts count", Bases(symbols.OfType<BasisSymbol>()));
        return draft with { Heading = "Conditions, measures and named sums", Lines = LineBuilder.Lines("What decisions turn on."), Sections = sections };

        void Add(string id, string heading, IReadOnlyList<TableView> tables)
        {
            if (tables.Count > 0)
            {
                sections.Add(new SectionView(id, heading, new ContentView { Tables = tables }, []));
            }
        }
    }

    private IReadOnlyList<TableView> Conditions(IEnumerable<ConditionSymbol> symbols)
    {
        var table = new TableBuilder("Conditions: facts that are true or false", "Condition", "Normally", "Who judges it");
        foreach (ConditionSymbol condition in symbols)
        {
            table.Row(
                context.Publication.Ids.Of(condition),
                [LineBuilder.Of(condition.DisplayName), .. KindWords.CommonLines(context, condition)],
                LineBuilder.Lines(condition.Normally switch { true => "so, unless somebody says otherwise", false => "not so, unless somebody says otherwise", null => "nothing is assumed" }),
                Judge(condition.JudgedBy));
        }

        return table.ToTables();
    }

    private IReadOnlyList<TableView> Measures(IEnumerable<MeasureSymbol> symbols)
    {
        var table = new TableBuilder("Measures: facts that are numbers", "Measure", "Counted in", "Who judges it");
        foreach (MeasureSymbol measure in symbols)
        {
            table.Row(
                context.Publication.Ids.Of(measure),
                [LineBuilder.Of(measure.DisplayName), .. KindWords.CommonLines(context, measure)],
                LineBuilder.Lines(measure.IsMoney && measure.Unit != measure.Currency ? $"{measure.Unit} ({measure.Currency})" : measure.Unit),
                Judge(measure.JudgedBy));
        }

        return table.ToTables();
    }

    private IReadOnlyList<TableView> Amounts(IEnumerable<AmountSymbol> symbols)
    {
        var table = new TableBuilder("Named sums", "Name", "How much, and when");
        foreach (AmountSymbol amount in symbols)
        {
            table.Row(
                context.Publication.Ids.Of(amount),
                [LineBuilder.Of(amount.DisplayName), .. KindWords.CommonLines(context, amount).Where(_ => amount.Values.Length == 0)],
                LineBuilder.Lines(amount.Values.Select(value => (Wording.Amount(value.Value, value.Currency) + " " + Wording.Days(value.Days)).TrimEnd())));
        }

        return table.ToTables();
    }

    private IReadOnlyList<TableView> Bases(IEnumerable<BasisSymbol> symbols)
    {
        var table = new TableBuilder("What amounts count, besides a decision, a contract, a year and the total", "Basis", "What it means");
        foreach (BasisSymbol basis in symbols)
        {
            table.Row(
                context.Publication.Ids.Of(basis),
                LineBuilder.Lines("per " + basis.DisplayName),
                [.. KindWords.CommonLines(context, basis)]);
        }

        return table.ToTables();
    }

    private IReadOnlyList<LineView> Judge(PartySymbol? judge) =>
        judge is null ? LineBuilder.Lines("not said") : [LineBuilder.Of(context.Link(judge))];
}
