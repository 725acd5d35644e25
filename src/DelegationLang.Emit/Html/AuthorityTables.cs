using System.Globalization;
using DelegationLang.Emit.Html.Map;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Html;

/// <summary>Lines of the table of authority as tables of a page. What is treated alike stands in one row.</summary>
internal sealed class AuthorityTables(PageContext context)
{
    private readonly AuthorityLines lines = new(context);

    /// <summary>The tables of a party: what is reserved to it, what it decides, alone and with others, and what it may decide above others; none where it may decide nothing.</summary>
    public IReadOnlyList<TableView> OfParty(int party)
    {
        string name = context.Definition.Parties[party].Name;
        ILookup<AuthorityClaim, AuthorityRow> rows = context.Authorities.OfParty(party).Where(row => !row.Terms.IsExceptional).ToLookup(row => row.Terms.Claim);
        return
        [
            .. Table($"What is reserved to {name}", rows[AuthorityClaim.Reserved]),
            .. Table($"What {name} decides", rows[AuthorityClaim.Decides]),
            .. Table($"What {name} decides together with others", rows[AuthorityClaim.Jointly]),
            .. Table($"What {name} may decide too, although others do", rows[AuthorityClaim.May].Where(row => !context.Addresses.IsLarge || row.Terms.ActsThrough < 0)),
            .. Table($"Exceptional powers of {name}", context.Authorities.OfParty(party).Where(row => row.Terms.IsExceptional)),
        ];
    }

    /// <summary>The tables of a party at a place: of what it may decide there because a sentence, or a party, is of that place.</summary>
    public IReadOnlyList<TableView> AtPlace(int party, int place, IEnumerable<AuthorityRow> rows) =>
        Table($"What {context.Definition.Parties[party].Name} may decide at {context.Definition.Places[place].Name}", rows, place);

    /// <summary>Those who decide a subject in some case, a line for each; whoever keeps authority above them is left out.</summary>
    public IEnumerable<LineView> Deciders(AuthorityOfSubject subject, bool withSubject) => subject.Rows
        .Where(row => row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Reserved or AuthorityClaim.Jointly)
        .OrderBy(row => Rank(row.Terms.Claim))
        .SelectMany(row => lines.Of(row, withParty: true, withSubject));

    /// <summary>How a party stands to a subject, a line for each region.</summary>
    public IEnumerable<LineView> Cell(IEnumerable<AuthorityRow> rows) =>
        rows.OrderBy(row => Rank(row.Terms.Claim)).SelectMany(row => lines.Of(row, withParty: false, withSubject: false));

    private IReadOnlyList<TableView> Table(string caption, IEnumerable<AuthorityRow> rows, int at = -1)
    {
        var table = new TableBuilder(caption, "What it may decide", "First, and afterwards", "By");
        foreach (IGrouping<string, AuthorityRow> alike in rows.GroupBy(row => AuthorityOf(row) + row.Terms.Key))
        {
            AuthorityRow first = alike.First();
            Authority authority = context.Authorities.Describe(first);
            LineView chain = ChainLines.InShort(context, authority.Chain);
            ILookup<TableSubject, AuthorityRow> bySubject = alike.ToLookup(row => new TableSubject(row.Function, row.Matter));
            foreach (SubjectGroup[] some in SubjectGroups.Of(context, [.. bySubject.Select(subject => subject.Key)]).Chunk(MostLines))
            {
                AuthorityRow[] told = [.. some.SelectMany(group => bySubject[group.Subject])];
                IEnumerable<LineView> what = some.SelectMany(group => bySubject[group.Subject].SelectMany(row => lines.Of(row, withParty: false, withSubject: true, at, SubjectGroups.NameOf(context, group))));
                table.Row("", context.WithinLife(Span(told)), [.. what, .. Marks(told), .. Exceptions(told)], [.. Terms(authority)], [chain]);
            }
        }

        return table.ToTables();
    }

    // So many subjects that are treated alike stand in a row.
    private const int MostLines = 40;

    /// <summary>In which order ways to stand to a decision are told.</summary>
    public static int Rank(AuthorityClaim claim) => claim switch
    {
        AuthorityClaim.Reserved => 0,
        AuthorityClaim.Decides => 1,
        AuthorityClaim.Jointly => 2,
        AuthorityClaim.May => 3,
        _ => 4,
    };

    // By what sentences, and from when until when where that is not the whole life of the scheme.
    private static string AuthorityOf(AuthorityRow row) => string.Join(',', row.Terms.Rules.Select(rule => rule.ToString(CultureInfo.InvariantCulture)))
        + "|" + row.Terms.Claim + row.Terms.ActsThrough.ToString(CultureInfo.InvariantCulture) + "|" + Wording.Days(row.Days);

    private static DateRange Span(IEnumerable<AuthorityRow> rows) => new(rows.Min(row => row.Days.First), rows.Max(row => row.Days.Last));

    private IEnumerable<LineView> Marks(IEnumerable<AuthorityRow> rows)
    {
        if (context.DayMark(Span(rows)) is { } mark)
        {
            yield return LineBuilder.Of(mark);
        }
    }

    private IEnumerable<LineView> Exceptions(IEnumerable<AuthorityRow> rows)
    {
        // In a large scheme that would stand in nearly every row.
        if (context.Addresses.IsLarge)
        {
            yield break;
        }

        string[] except = [.. rows.SelectMany(row => context.Authorities.Describe(row).Except).Distinct()];
        if (except.Length > 0)
        {
            yield return LineBuilder.Of("except " + Wording.List(except), "note");
        }
    }

    /// <summary>What must come first, and afterwards, and whether it may be passed on.</summary>
    public static IEnumerable<LineView> Terms(Authority authority)
    {
        foreach (string step in authority.Steps)
        {
            yield return LineBuilder.Of(KindWords.Capital(step));
        }

        foreach (string duty in authority.Duties)
        {
            yield return LineBuilder.Of("Afterwards " + duty);
        }

        if (authority.MayDelegate && authority.Rule >= 0)
        {
            yield return LineBuilder.Of("It may delegate this on.", "note");
        }
    }
}
