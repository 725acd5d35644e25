using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Html;

/// <summary>
/// What an element states of authority, for programs that read the pages: who, what, how, and within which bounds. Its visible text states the same.
/// Names are as questions take them, figures are plain decimals, and what is empty has no attribute.
/// </summary>
internal sealed record ClaimView(string Party, string Subject, string Claim) : View
{
    /// <summary>The lower end of the amounts; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>Whether the lower end is itself outside.</summary>
    public bool IsFromOpen { get; init; }

    /// <summary>The upper end of the amounts; empty for none.</summary>
    public string To { get; init; } = "";

    /// <summary>Whether the upper end is itself outside.</summary>
    public bool IsToOpen { get; init; }

    /// <summary>The currency, unless it is pounds.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What an amount counts: <c>per contract</c>.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Whether value added tax is counted: <c>excluding VAT</c>.</summary>
    public string Vat { get; init; } = "";

    /// <summary>The place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The places where it is not so although it is elsewhere, with <c>; </c> between them; empty for none.</summary>
    public string NotPlace { get; init; } = "";

    /// <summary>A day on which it is so: <c>2026-05-01</c>.</summary>
    public string On { get; init; } = "";
}

/// <summary>Lines of the table of authority as lines of a page, each with what it states for programs.</summary>
internal sealed class AuthorityLines(PageContext context)
{
    /// <summary>A line of the table: a line for each place and for each count of amounts that bounds it.</summary>
    /// <param name="row">The line.</param>
    /// <param name="withParty">Whether it begins with the party.</param>
    /// <param name="withSubject">Whether it names the subject.</param>
    /// <param name="at">The place that it is told for, by index; -1 for each place of its own.</param>
    /// <param name="subject">The subject in other words; none for its name.</param>
    public IEnumerable<LineView> Of(AuthorityRow row, bool withParty, bool withSubject, int at = -1, LineView? subject = null)
    {
        LineView? what = !withSubject ? null : subject ?? context.SubjectOf(row);
        Authority authority = context.Authorities.Describe(row);
        ClaimView claim = Claim(row, authority);
        if (at >= 0)
        {
            return [.. Amounts(row, authority, claim with { Place = context.Definition.Places[at].Name }, withParty, what, context.PlaceLink(at), "")];
        }

        var lines = new List<LineView>();
        string but = authority.NotAt.IsEmpty ? "" : "at " + Wording.List(authority.NotAt);
        if (authority.IsElsewhere)
        {
            ClaimView elsewhere = claim with { NotPlace = string.Join("; ", authority.NotAt) };
            lines.AddRange(Amounts(row, authority, elsewhere, withParty, what, null, but.Length > 0 ? " anywhere but " + but : ""));
        }

        for (int i = 0; i < authority.Places.Length; i++)
        {
            string apart = !authority.IsElsewhere && but.Length > 0 ? ", but not " + but : "";
            lines.AddRange(Amounts(row, authority, claim with { Place = authority.Places[i] }, withParty, what, context.PlaceLink(row.Terms.Places[i]), apart));
        }

        return lines;
    }

    /// <summary>What a line states of one place, or of everywhere else, for each limit that bounds it, with the limit in words; the statement is none where nobody may decide.</summary>
    /// <param name="row">The line.</param>
    /// <param name="at">The place, by index; -1 for everywhere else.</param>
    public IEnumerable<(ClaimView? Claim, string Limit)> Told(AuthorityRow row, int at)
    {
        Authority authority = context.Authorities.Describe(row);
        ClaimView claim = Claim(row, authority) with
        {
            Place = at >= 0 ? context.Definition.Places[at].Name : "",
            NotPlace = at >= 0 ? "" : string.Join("; ", authority.NotAt),
        };
        return Limits(row, authority, claim).Select(told => (row.Terms.Claim == AuthorityClaim.Nobody ? null : told.Claim, told.Limit));
    }

    /// <summary>
    /// What a line states, for programs, where one statement says it: none where several limits must be met at once.
    /// </summary>
    /// <param name="row">The line.</param>
    /// <param name="at">The place that it is told for, by index; -1 for the first of its own.</param>
    public ClaimView? Claims(AuthorityRow row, int at) => AskedAbout(context.Authorities.Describe(row)).Length > 1 || row.Terms.Claim == AuthorityClaim.Nobody
        ? null
        : Of(row, withParty: false, withSubject: false, at).FirstOrDefault()?.Claim;

    /// <summary>What a line states of a subject about which a party is asked first, or gives its approval or advice.</summary>
    public ClaimView Advice(string party, string subject, DateRange days) => new(party, subject, "advises") { On = DayOf(days) };

    /// <summary>What somebody decides on a day within bounds: of several places the first, of several limits, all of which must be met, the first too.</summary>
    public static ClaimView Within(Authority authority, DateOnly day)
    {
        ClaimView claim = new(authority.Party, authority.Subject, WordOf(authority.Claim))
        {
            Place = authority.Places is [var place, ..] ? place : "",
            NotPlace = authority.Places.IsEmpty ? string.Join("; ", authority.NotAt) : "",
            On = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return AskedAbout(authority) is [var amount, ..] ? Bounded(claim, amount, authority.GivenVat) : claim with { Vat = Wording.VatWords(authority.GivenVat) };
    }

    /// <summary>What stands in the cell of whoever has no part in a decision.</summary>
    public const string NoPart = "No part";

    /// <summary>That a party has no part in a decision: it may not decide, alone or with others, and is not asked.</summary>
    /// <param name="party">The party.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="life">The days on which both are there: a name may stand for another thing before and after. Of what is never there with the other nothing can be asked.</param>
    public LineView None(string party, string subject, DateRange life) => LineBuilder.Of(NoPart, "note") with
    {
        Claim = life.IsEmpty ? null : new ClaimView(party, subject, "none") { On = life == DateRange.Always ? "" : DayOf(life) },
    };

    /// <summary>
    /// The bounds that can be asked about. A question gives its figure with VAT or without: where a line holds for figures of one way alone, a bound that
    /// counts it the other way cannot be.
    /// </summary>
    public static AmountInterval[] AskedAbout(Authority authority) =>
        [.. authority.Amounts.Where(amount => amount.Vat == Vat.Unstated || authority.GivenVat == Vat.Unstated || amount.Vat == authority.GivenVat)];

    private ClaimView Claim(AuthorityRow row, Authority authority) => new(authority.Party, authority.Subject, WordOf(row.Terms.Claim)) { On = DayOf(row.Days) };

    private static string WordOf(AuthorityClaim claim) => claim switch
    {
        AuthorityClaim.Decides => "decides",
        AuthorityClaim.May => "may",
        AuthorityClaim.Jointly => "jointly",
        AuthorityClaim.Reserved => "reserved",
        _ => "none",
    };

    // The day that the page is made for where it is so then; otherwise the nearest on which it is.
    private string DayOf(DateRange days)
    {
        // In a large scheme, what is so from the first day needs no day of its own.
        if (context.Addresses.IsLarge && context.Publication.Input.AsOf is null && days.First == context.Definition.InForce.First)
        {
            return "";
        }

        DateOnly? day = context.Publication.Input.AsOf is { } asOf && days.Contains(asOf) ? asOf
            : context.Publication.Input.AsOf is { } today && days.HasLast && days.Last < today ? days.Last
            : days.HasFirst ? days.First
            : days.HasLast ? days.Last
            : null;
        return day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    private IEnumerable<LineView> Amounts(AuthorityRow row, Authority authority, ClaimView claim, bool withParty, LineView? subject, Segment? place, string elsewhere) =>
        Limits(row, authority, claim).Select(told => Line(row, authority, told.Claim, withParty, subject, told.Limit, place, elsewhere));

    private IEnumerable<(ClaimView Claim, string Limit)> Limits(AuthorityRow row, Authority authority, ClaimView claim)
    {
        AmountInterval[] asked = AskedAbout(authority);
        if (asked.Length == 0)
        {
            string given = authority.Amounts.IsEmpty ? "" : ", for figures " + Wording.VatWords(authority.GivenVat);
            yield return (claim with { Vat = Wording.VatWords(authority.GivenVat) }, authority.Limit + given);
            yield break;
        }

        string shares = authority.Shares.IsEmpty ? "" : ", and " + string.Join(", and ", context.Authorities.LimitsByShare(row));
        foreach (AmountInterval amount in asked)
        {
            string limit = AuthorityTable.WordsOf(amount)
                + (amount.Vat == Vat.Unstated && authority.GivenVat != Vat.Unstated ? " " + Wording.VatWords(authority.GivenVat) : "")
                + (authority.Amounts.Length > 1 ? " (one of several limits, all of which must be met)" : "")
                + (shares.EndsWith(", and ", StringComparison.Ordinal) ? "" : shares);
            yield return (Bounded(claim, amount, authority.GivenVat), limit);
        }
    }

    private static ClaimView Bounded(ClaimView claim, AmountInterval amount, Vat given) => claim with
    {
        From = Figure(amount.From),
        IsFromOpen = amount.From is not null && !amount.IsFromIncluded,
        To = Figure(amount.To),
        IsToOpen = amount.To is not null && !amount.IsToIncluded,
        Currency = amount.Currency == "GBP" ? "" : amount.Currency,
        Basis = Wording.BasisWords(amount.Basis),
        Vat = Wording.VatWords(amount.Vat == Vat.Unstated ? given : amount.Vat),
    };

    private LineView Line(AuthorityRow row, Authority authority, ClaimView claim, bool withParty, LineView? subject, string limit, Segment? place, string elsewhere)
    {
        var line = new LineBuilder();
        bool isReserved = authority.Claim == AuthorityClaim.Reserved;
        if (withParty && row.Terms.Party >= 0)
        {
            line.Add(context.PartyLink(row.Terms.Party)).Text(" ");
        }

        string verb = isReserved ? "has it reserved to it" : authority.Claim == AuthorityClaim.Nobody ? "nobody may decide" : authority.Verb;
        if (isReserved && !withParty)
        {
            line.Add(new Segment("Reserved", IsMark: true)).Text(subject is null ? "" : " ");
        }
        else
        {
            line.Text(line.IsEmpty ? KindWords.Capital(verb) : verb).Text(subject is null ? "" : " ");
        }

        if (subject is not null)
        {
            line.AddLine(subject);
        }

        line.Text(authority.Company.Length > 0 ? " " + authority.Company : "").Text(limit.Length > 0 ? " " + limit : "");
        if (place is not null)
        {
            line.Text(" at ").Add(place);
        }

        line.Text(elsewhere).Text(string.Concat(authority.Conditions.Select(condition => ", " + condition)));
        string days = Wording.Days(context.WithinLife(row.Days));
        line.Text(days.Length == 0 ? "" : ", " + days)
            .Text(authority.ActsThrough.Length > 0 ? "; " + authority.ActsThrough + " acts for it" : "")
            .Text(authority.IsExceptional ? ", by an exceptional power" : "")
            .Text(authority.IsUnderContract ? ", under a contract" : "");
        return line.ToLine() with { Claim = row.Terms.Claim == AuthorityClaim.Nobody ? null : claim };
    }

    private static string Figure(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
