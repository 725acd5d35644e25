using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>Says a change in a sentence for those who approve it: <c>From 1 April 2027 Leeds Place Director may decide podiatry at Leeds up to £750,000 per contract; until now up to £500,000 per contract.</c></summary>
/// <param name="sorter">Knows who decides what elsewhere.</param>
/// <param name="term">The days on which both versions are in force: what is so on all of them needs no days.</param>
/// <param name="isDayByDay">Whether it is told under the heading of its day, and so without it.</param>
internal sealed class ChangeWords(ChangeSorter sorter, DateRange term, bool isDayByDay)
{
    private readonly string untilNow = isDayByDay ? "until then" : "until now";

    /// <summary>The sentence, without the full stop at its end.</summary>
    /// <param name="change">The change.</param>
    /// <param name="subject">One of its subjects.</param>
    /// <param name="terms">Its bounds.</param>
    /// <param name="point">A point of it.</param>
    public string Of(SpaceChange change, Atom subject, AuthorityTerms terms, SurveyPoint point)
    {
        string what = change.Subject + change.Region.Bounds;
        string days = Days(change.Days);
        string text = change.Category switch
        {
            ChangeCategory.Wider => Wider(change, subject, terms, point) ?? $"{Who(Gained(change))} may now also decide {what}{TermsAfter(change, Gained(change))}; {Until(change)}",
            ChangeCategory.Narrower => Narrower(change, subject, terms, point) ?? $"{Who(Lost(change))} may no longer decide {what}; {Now(change)}",
            ChangeCategory.New => $"{Who(change.After)} may decide {what}{TermsAfter(change, change.After)}; {Until(change)}",
            ChangeCategory.Ended => $"{(change.After.Outcome == Outcome.Nobody ? "nobody may any longer" : $"only {Who(change.After)} may")} decide {what}; {Until(change)}",
            ChangeCategory.Moved => Moved(change, what),
            _ => new TermsWords(untilNow).Of(change, what),
        };
        return AnswerWording.Sentence(days.Length > 0 ? days + " " + text : text).TrimEnd('.');
    }

    // A limit that moved is told by where it stands now and where it stood.
    private string? Wider(SpaceChange change, Atom subject, AuthorityTerms terms, SurveyPoint point)
    {
        if (Single(change.After.Deciders.Except(change.Before.Deciders)) is not { } party
            || Reach(sorter.Later, party, subject, terms, point, change.Days.First) is not { } now
            || Reach(sorter.Earlier, party, subject, terms, point, sorter.EarlierDay(change.Days.First)) is not { } then
            || now == then)
        {
            return null;
        }

        return $"{party} may decide {change.Subject}{With(change, now)}{TermsAfter(change, Gained(change))}; {untilNow} {Limit(then)}";
    }

    private string? Narrower(SpaceChange change, Atom subject, AuthorityTerms terms, SurveyPoint point)
    {
        if (Single(change.Before.Deciders.Except(change.After.Deciders)) is not { } party
            || Reach(sorter.Later, party, subject, terms, point, change.Days.First) is not { } now
            || Reach(sorter.Earlier, party, subject, terms, point, sorter.EarlierDay(change.Days.First)) is not { } then
            || now == then)
        {
            return null;
        }

        return $"{party} may decide {change.Subject} only{With(change, now)}; {untilNow} {Limit(then)}. {AnswerWording.Sentence(Above(change)).TrimEnd('.')}";
    }

    private static string Above(SpaceChange change) => change.After.Outcome == Outcome.Nobody
        ? "nobody may decide the rest"
        : $"{Who(change.After)} may decide the rest{TermsAfter(change, change.After)}";

    private static string? Single(IEnumerable<string> names) => names.ToArray() is [var only] ? only : null;

    // How far a party's own decisions reach on the one line of amounts on which the versions differ, everything else as at the point.
    private string? Reach(AuthorityTable table, string party, Atom subject, AuthorityTerms terms, SurveyPoint point, DateOnly day)
    {
        if (terms.Amounts is not [var axis] || !terms.Shares.IsEmpty)
        {
            return null;
        }

        AuthorityRow[] lines = [.. ChangeSorter.Lines(table, sorter.PartyOf(party), subject)
            .Where(row => row.Terms.Claim != AuthorityClaim.Jointly && row.Days.Contains(day) && IsLike(row.Terms, terms, point))];
        AmountInterval[] reached = [.. lines.SelectMany(row => row.Terms.Amounts.Where(amount => amount.Currency == axis.Currency && amount.Basis == axis.Basis))];
        return lines.Length != 1 || lines[0].Terms.Amounts.Length > 1 || !lines[0].Terms.Shares.IsEmpty || lines[0].Terms.Amounts.Length != reached.Length
            ? null
            : reached.Length == 0 ? "any amount" : AuthorityTable.WordsOf(reached[0]);
    }

    private static bool IsLike(AuthorityTerms own, AuthorityTerms terms, SurveyPoint point)
    {
        bool isHere = point.Place < 0 || own.Places.Contains(point.Place) || (own.IsElsewhere && !own.NotAt.Contains(point.Place)) || own.Places.Any(terms.Places.Contains);
        return isHere && own.Conditions.All(condition => terms.Conditions.All(other => other.Condition != condition.Condition || other.IsSo == condition.IsSo));
    }

    private static string With(SpaceChange change, string limit) => (change.Region with { Limit = Limit(limit) }).Bounds;

    private static string Limit(string words) => words == "any amount" ? "of any amount" : words;

    private string Until(SpaceChange change) => change.Before.Outcome switch
    {
        Outcome.Nobody => untilNow + " nobody could",
        Outcome.Reserved => $"{untilNow} it was reserved to {Who(change.Before)}",
        _ when ChangeSorter.IsLeftToTheLaw(change.Before) => $"{untilNow} it stayed with {Who(change.Before)}",
        _ => $"{untilNow} {Who(change.Before)} could{TermsBefore(change, change.Before)}",
    };

    private static string Now(SpaceChange change) => change.After.Outcome switch
    {
        Outcome.Nobody => "nobody may",
        Outcome.Reserved => $"it is reserved to {Who(change.After)}",
        _ when ChangeSorter.IsLeftToTheLaw(change.After) => $"it stays with {Who(change.After)}",
        _ => $"{Who(change.After)} may instead{TermsAfter(change, change.After)}",
    };

    // Who comes, who goes, and who stays.
    private string Moved(SpaceChange change, string what)
    {
        if (change.After.Outcome == Outcome.Reserved)
        {
            return $"only {Who(change.After)} may decide {what}, as a reserved matter; {Until(change)}";
        }

        if (change.Before.Outcome == Outcome.Reserved)
        {
            return $"{Who(change.After)} may decide {what}{TermsAfter(change, change.After)}; {Until(change)}";
        }

        bool isOnlyAbove = Gained(change).Alternatives.IsEmpty && Lost(change).Alternatives.IsEmpty;
        Answer gained = isOnlyAbove ? Without(change.After, change.Before) : Gained(change);
        Answer lost = isOnlyAbove ? Without(change.Before, change.After) : Lost(change);
        Answer stays = Without(change.After, gained);
        string[] above = [.. change.Before.Deciders.Except(change.After.Deciders).Where(change.After.KeepAuthority.Contains)];
        return (gained.Alternatives.Length, lost.Alternatives.Length) switch
        {
            (_, 0) when above.Length > 0 => $"{Who(gained)} may decide {what}{TermsAfter(change, gained)}; {untilNow} only {Who(change.Before)} could{(above.Length == change.Before.Deciders.Length ? ", who" : "; " + Wording.List(above))} {(above.Length == 1 ? "keeps" : "keep")} authority above",
            (_, 0) => $"{Who(gained)} may now also decide {what}{TermsAfter(change, gained)}; {untilNow} only {Who(change.Before)} could",
            (0, _) => $"{Who(lost)} may no longer decide {what}; only {Who(change.After)} may",
            _ => $"{Who(gained)} may decide {what}{TermsAfter(change, gained)} in place of {Who(lost)}{(stays.Alternatives.IsEmpty ? "" : $"; {Who(stays)} still may")}",
        };
    }

    // Who could decide already, keeping authority above those who did, does not come; and who can still, keeping it above those who do, does not go.
    private static Answer Gained(SpaceChange change) => Besides(Without(change.After, change.Before), change.Before.KeepAuthority);

    private static Answer Lost(SpaceChange change) => Besides(Without(change.Before, change.After), change.After.KeepAuthority);

    private static Answer Without(Answer answer, Answer other) => answer with
    {
        Alternatives = [.. answer.Alternatives.Where(group => !other.Alternatives.Any(same => same.SequenceEqual(group)))],
    };

    private static Answer Besides(Answer answer, ImmutableArray<string> kept) => answer with
    {
        Alternatives = [.. answer.Alternatives.Where(group => group is not [var only] || !kept.Contains(only))],
    };

    private static string Who(Answer answer) => GroupWords.Who(answer);

    private static string TermsBefore(SpaceChange change, Answer of) => GroupWords.Terms(of, change.GroupsBefore);

    private static string TermsAfter(SpaceChange change, Answer of) => GroupWords.Terms(of, change.GroupsAfter);

    private string Days(DateRange days) => isDayByDay ? "" : days.HasFirst && days.First == days.Last
        ? "on " + Wording.Day(days.First)
        : Wording.Days(new DateRange(days.First <= term.First ? DateOnly.MinValue : days.First, days.Last >= term.Last ? DateOnly.MaxValue : days.Last));
}
