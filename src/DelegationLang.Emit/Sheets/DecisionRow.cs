using DelegationLang.Emit.Html;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Emit.Sheets;

/// <summary>A line of the table of authority as rows of a sheet: one for each place, and for each group of those who decide together.</summary>
/// <param name="authority">The line.</param>
/// <param name="shares">Its limits that are parts of a measure, in words.</param>
/// <param name="source">The sentence that it rests on.</param>
internal sealed class DecisionRow(Authority authority, IEnumerable<string> shares, RowSource source)
{
    /// <summary>What stands between several of the same kind in one cell.</summary>
    public const string Between = "; ";

    /// <summary>That a bound is itself included.</summary>
    public const string Included = "included";

    private const string Pounds = "GBP";

    private readonly AmountInterval[] asked = AuthorityLines.AskedAbout(authority);
    private readonly string[] shares = [.. shares];

    /// <summary>Days on which nobody holds a subject.</summary>
    public static IReadOnlyList<SheetCell> Nobody(string subject, string function, string matter, AuthorityGap gap) => Only(
        ("subject", SheetCell.Of(subject)),
        ("function", SheetCell.Of(function)),
        ("matter", SheetCell.Of(matter)),
        ("from", First(gap.Days)),
        ("until", Last(gap.Days)),
        ("deciders", SheetCell.Of("nobody")),
        ("jointly", SheetCell.Of("no")),
        ("how", SheetCell.Of("nobody may decide")),
        ("remarks", SheetCell.Of(gap.Reason)));

    /// <summary>That a subject has more cases than stand in the sheet.</summary>
    public static IReadOnlyList<SheetCell> NotAll(string subject, string function, string matter) => Only(
        ("subject", SheetCell.Of(subject)),
        ("function", SheetCell.Of(function)),
        ("matter", SheetCell.Of(matter)),
        ("how", SheetCell.Of("not all cases are told")),
        ("remarks", SheetCell.Of("There are too many cases to tell all of them apart")));

    /// <summary>Those who decide together, a text for each group that may act without the others.</summary>
    public IEnumerable<string> Groups() => authority.Groups.Select(group => Wording.Together(group));

    /// <summary>Where, a text for each place; empty for everywhere.</summary>
    public IEnumerable<string> Places()
    {
        string but = authority.NotAt.IsEmpty ? "" : Wording.List(authority.NotAt);
        if (authority.IsElsewhere)
        {
            yield return but.Length > 0 ? "anywhere but " + but : "";
        }

        foreach (string place in authority.Places)
        {
            yield return !authority.IsElsewhere && but.Length > 0 ? place + ", but not " + but : place;
        }
    }

    /// <summary>A row.</summary>
    /// <param name="deciders">Who decides.</param>
    /// <param name="place">Where; empty for everywhere.</param>
    public IReadOnlyList<SheetCell> Cells(string deciders, string place)
    {
        AmountInterval? sum = asked.FirstOrDefault(amount => amount.Currency == Pounds);
        Vat vat = sum is null || sum.Vat == Vat.Unstated ? authority.GivenVat : sum.Vat;
        return
        [
            SheetCell.Of(authority.Subject),
            SheetCell.Of(authority.Matter),
            SheetCell.Of(sum?.From),
            SheetCell.Of(sum?.To),
            SheetCell.Of(sum is null ? "" : Wording.BasisWords(sum.Basis)),
            SheetCell.Of(Wording.VatWords(vat)),
            SheetCell.Of(place),
            First(authority.Days),
            Last(authority.Days),
            SheetCell.Of(string.Join(Between, Conditions(sum))),
            SheetCell.Of(deciders),
            SheetCell.Of(authority.Claim == AuthorityClaim.Jointly ? "yes" : "no"),
            SheetCell.Of(string.Join(Between, authority.Steps)),
            SheetCell.Of(source.Reference),
            SheetCell.Of(source.Text),
            SheetCell.Of(How),
            SheetCell.Of(authority.Function),
            SheetCell.Of(authority.Limit),
            SheetCell.Of(Itself(sum?.From, sum?.IsFromIncluded)),
            SheetCell.Of(Itself(sum?.To, sum?.IsToIncluded)),
            SheetCell.Of(Wording.List(authority.Except)),
            SheetCell.Of(string.Join(Between, authority.Duties)),
            SheetCell.Of(authority.ActsThrough),
            SheetCell.Of(authority.Chain is [.., var giver, _] ? giver.Party : ""),
            SheetCell.Of(string.Join(Between, Remarks())),
            SheetCell.Of(source.File),
            SheetCell.Of(source.Line > 0 ? source.Line : default(decimal?)),
        ];
    }

    private static SheetCell[] Only(params (string Heading, SheetCell Cell)[] known) =>
        [.. DecisionSheet.Columns.Select(column => known.FirstOrDefault(cell => cell.Heading == column.Heading).Cell ?? SheetCell.Empty)];

    private string How => authority.Claim switch
    {
        AuthorityClaim.Reserved => "has it reserved to it",
        AuthorityClaim.Nobody => "nobody may decide",
        _ => authority.Verb,
    };

    // What the columns of sums do not say stands among the conditions, since it bounds the row as they do.
    private IEnumerable<string> Conditions(AmountInterval? sum)
    {
        foreach (AmountInterval amount in asked.Where(amount => amount != sum))
        {
            yield return "also " + AuthorityTable.WordsOf(amount);
        }

        foreach (string share in shares)
        {
            yield return "also " + share;
        }

        foreach (string condition in authority.Conditions)
        {
            yield return condition;
        }
    }

    private IEnumerable<string> Remarks()
    {
        if (authority.IsExceptional)
        {
            yield return "by an exceptional power";
        }

        if (authority.IsUnderContract)
        {
            yield return "under a contract";
        }

        if (authority.Chain is [.., var last] && authority.Rule < 0)
        {
            yield return last.Via;
        }

        if (authority.MayDelegate && authority.Rule >= 0)
        {
            yield return "may delegate it on";
        }
    }

    private static string Itself(decimal? bound, bool? isIncluded) => bound is null ? "" : isIncluded == true ? Included : "not included";

    private static SheetCell First(DateRange days) => SheetCell.Of(days.HasFirst ? days.First : default(DateOnly?));

    private static SheetCell Last(DateRange days) => SheetCell.Of(days.HasLast ? days.Last : default(DateOnly?));
}
