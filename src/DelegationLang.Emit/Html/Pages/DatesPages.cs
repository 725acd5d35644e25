using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Time: what begins and what ends on which day. The script of the page shows what is in force on a day that the reader chooses.</summary>
internal sealed class DatesPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "dates.html";

    /// <summary>What the pages are called, and the way to them.</summary>
    public const string Heading = "What is in force when";

    private const int RowsOnPage = 800;

    private readonly TermLines words = new(context);

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All() => ListPages.Of("dates", Events(), RowsOnPage, Page);

    private PageDraft Page(IReadOnlyList<Event> events, PageDraft draft)
    {
        var table = new TableBuilder("Days on which something starts or ends, in order", "Day", "What happens", "To what", "Sentence");
        foreach (Event one in events)
        {
            table.Row("", one.Days, LineBuilder.Lines(Wording.Day(one.Day)), LineBuilder.Lines(one.What), [one.About], [one.Source]);
        }

        IReadOnlyList<TableView> tables = table.ToTables();
        DateRange life = context.Model.Info.InForce;
        return draft with
        {
            Heading = Heading,
            Lines =
            [
                LineBuilder.Of(life == DateRange.Always ? "The scheme says no day on which it begins or ends." : "The scheme is in force " + Wording.Days(life) + "."),
                .. context.Model.Info.ReviewBy is { } review ? LineBuilder.Lines("It is to be reviewed by " + Wording.Day(review) + ".") : [],
                new LineBuilder().Text("What that makes different in who may decide what, before and after each day: ").Add(new Segment(DayPages.Heading, DayPages.List)).Text(".").ToLine(),
            ],
            Sections =
            [
                new SectionView(
                    "events",
                    "What starts and what ends",
                    new ContentView
                    {
                        Lines = tables.Count == 0 ? LineBuilder.Lines("Nothing in this scheme starts or ends apart from the scheme itself.") : [],
                        Tables = tables,
                    },
                    []),
            ],
        };
    }

    private IReadOnlyList<Event> Events()
    {
        var events = new List<Event>();
        foreach (Symbol symbol in context.Model.Symbols.Where(context.Shown.Contains))
        {
            Add(symbol.Lifetime, KindWords.Capital(symbol.Kind.Name), LineBuilder.Of(context.Link(symbol)), LineBuilder.Of(context.SourceLink(symbol.Location)));
            foreach (DatedAmount value in symbol is AmountSymbol amount ? amount.Values : [])
            {
                Add(value.Days, "Named sum", new LineBuilder().Add(context.Link(symbol)).Text(" of " + Wording.Amount(value.Value, value.Currency)).ToLine(), LineBuilder.Of(context.SourceLink(value.Location)));
            }
        }

        foreach (Statement statement in SentenceCatalogue.Statements(context.Model).Where(statement => statement is not ScenarioStatement))
        {
            string kind = statement switch { ReservationStatement => "Reservation", DelegationStatement { IsEntrusted: true } => "Entrustment", DelegationStatement => "Delegation", DeputyStatement => "Deputy", _ => "Taking part" };
            Add(words.DaysOf(statement), kind, About(statement), LineBuilder.Of(context.SourceLink(statement.Location)));
        }

        return [.. events.OrderBy(one => one.Day)];

        void Add(DateRange days, string kind, LineView about, LineView source)
        {
            if (days == context.Model.Info.InForce)
            {
                return;
            }

            if (days.HasFirst)
            {
                events.Add(new Event(days.First, days, kind + " starts", about, source));
            }

            if (days.HasLast)
            {
                events.Add(new Event(days.Last, days, kind + " ends: this is its last day", about, source));
            }
        }
    }

    private LineView About(Statement statement) => statement switch
    {
        DelegationStatement delegation => new LineBuilder().AddLine(words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator)).Text(" to ").AddLine(words.Holders(delegation.Holders)).ToLine(),
        ReservationStatement reservation => words.Subjects(reservation.Subjects, reservation.Terms, reservation.Reserver),
        DeputyStatement { Deputy: { } deputy } other => new LineBuilder().Add(context.Link(deputy)).Text(" for ").List(other.Principals.Select(context.Link)).ToLine(),
        InvolvementStatement involvement => Involvements.Line(context, words, involvement),
        _ => LineBuilder.Of("all matters"),
    };

    private sealed record Event(DateOnly Day, DateRange Days, string What, LineView About, LineView Source);
}
