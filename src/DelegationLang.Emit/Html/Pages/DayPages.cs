using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Html.Ask;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>
/// What is different on a day: for each day on which who may decide something is otherwise than on the day before, both side by side. Without script the
/// reader takes the day from the list; the script of the page finds the one that a chosen day falls to.
/// </summary>
internal sealed class DayPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = Name + ".html";

    /// <summary>What the pages are called, and the way to them.</summary>
    public const string Heading = "What is different when";

    private const string Name = "days";
    private const int RowsOnPage = 400;

    // Of a day on which very much is otherwise nobody reads more of it; how much is left out is said.
    private const int RowsOfDay = 200;

    private readonly ChangeLines lines = new(context);

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        IReadOnlyList<DayChanges[]> pages = Cut();
        Dictionary<DateOnly, string> addresses = Addresses(pages);
        LineView[] choice = [.. Choice(addresses)];
        return ListPages.Of(Name, pages, 1, (some, draft) => Page([.. some.SelectMany(days => days)], choice, draft));
    }

    /// <summary>Where each day stands.</summary>
    public Dictionary<DateOnly, string> Addresses() => Addresses(Cut());

    /// <summary>The anchor of a day.</summary>
    public static string Anchor(DateOnly day) => "on-" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How many changes there are, in words: <c>1 change</c>, <c>3 changes</c>.</summary>
    public static string Count(int changes) => changes == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{changes} changes");

    private static Dictionary<DateOnly, string> Addresses(IReadOnlyList<DayChanges[]> pages)
    {
        var addresses = new Dictionary<DateOnly, string>();
        for (int page = 0; page < pages.Count; page++)
        {
            foreach (DayChanges day in pages[page])
            {
                addresses.Add(day.Day, SiteAddresses.Numbered(Name, page) + "#" + Anchor(day.Day));
            }
        }

        return addresses;
    }

    // The days in runs that fill a page each.
    private List<DayChanges[]> Cut()
    {
        var pages = new List<DayChanges[]>();
        var page = new List<DayChanges>();
        int rows = 0;
        foreach (DayChanges day in context.Days.Days)
        {
            int own = Math.Min(day.Changes.Length, RowsOfDay);
            if (rows > 0 && rows + own > RowsOnPage)
            {
                pages.Add([.. page]);
                page.Clear();
                rows = 0;
            }

            page.Add(day);
            rows += own;
        }

        if (page.Count > 0)
        {
            pages.Add([.. page]);
        }

        return pages;
    }

    // A line for each year, from which the reader takes the day. The script of the page reads the days from these links.
    private static IEnumerable<LineView> Choice(Dictionary<DateOnly, string> addresses) => addresses.GroupBy(day => day.Key.Year).Select(year =>
        new LineBuilder().Text(string.Create(CultureInfo.InvariantCulture, $"{year.Key}: "))
            .List(year.Select(day => new Segment(day.Key.ToString("d MMMM", CultureInfo.InvariantCulture), day.Value)))
            .ToLine("days"));

    private PageDraft Page(IReadOnlyList<DayChanges> days, LineView[] choice, PageDraft draft) => draft with
    {
        Heading = Heading,
        Area = DatesPages.List,
        Above = [new Segment(DatesPages.Heading, DatesPages.List)],
        Lines =
        [
            LineBuilder.Of(choice.Length == 0
                ? "While the scheme is in force, nothing in who may decide what begins or ends on a day of its own."
                : "On these days something in who may decide what is different from the day before. Between them it stays as it is. Below, each day stands with the day before it, side by side."),
            .. choice,
            .. context.Days.CutShort.Select(subject => LineBuilder.Of(ChangeTerms.CutShort(subject))),
        ],
        Sections = [.. days.Select(Section)],
    };

    private SectionView Section(DayChanges day)
    {
        string on = Wording.Day(day.Day);
        (ImmutableArray<SpaceChange> first, ImmutableArray<SpaceChange> following) = ArrangedChanges.Split(day.Changes, change => change);
        IReadOnlyList<TableView> tables =
        [
            .. Table($"Before and after: {on}", day.Day, first.Take(RowsOfDay)),
            .. Table($"{ArrangedChanges.Heading}: {on}", day.Day, following.Take(RowsOfDay - first.Length)),
        ];
        return new SectionView(
            Anchor(day.Day),
            on,
            new ContentView
            {
                Lines = day.Changes.Length > RowsOfDay
                    ? [LineBuilder.Of(string.Create(CultureInfo.InvariantCulture, $"{Count(day.Changes.Length)}, of which the first {RowsOfDay} are shown. What begins and ends that day stands under dates."))]
                    : [],
                Tables = tables,
            },
            []);
    }

    private IReadOnlyList<TableView> Table(string caption, DateOnly day, IEnumerable<SpaceChange> changes)
    {
        var table = new TableBuilder(caption, "What is different", "On " + Wording.Day(day.AddDays(-1)), "On " + Wording.Day(day), "Sentences");
        foreach (SpaceChange change in changes)
        {
            Answer before = Answer(change.AskedBefore, change.Before);
            Answer after = Answer(change.AskedAfter, change.After);
            table.Row(
                "",
                [LineBuilder.Of(ChangeTerms.Sentence(change)), .. Question(change)],
                lines.Of(change, before, after, change.AskedBefore),
                lines.Of(change, after, before, change.AskedAfter),
                Sentences(change));
        }

        return table.ToTables();
    }

    // What the question leaves open, because it can give one figure alone, is settled by the change.
    private Answer Answer(Decision? asked, Answer otherwise) => asked is not null && context.Publication.Space.WhoDecides(asked) is { Outcome: not Outcome.Depends } answer ? answer : otherwise;

    private IEnumerable<LineView> Question(SpaceChange change) => change.AskedAfter is not { } asked ? [] :
        [LineBuilder.Of(new Segment(KindWords.Capital(QuestionText.Of(context.Definition, asked, isQuoted: false)), AskAddress.Of(context.Definition, asked)), "source")];

    private IReadOnlyList<LineView> Sentences(SpaceChange change) =>
    [
        .. change.SentencesAfter.Select(context.SourceLink).Select(link => LineBuilder.Of(link, "source")),
        .. change.SentencesBefore.Except(change.SentencesAfter).Select(context.SourceLink).Select(link => new LineBuilder().Text("Before: ").Add(link).ToLine("source")),
    ];
}
