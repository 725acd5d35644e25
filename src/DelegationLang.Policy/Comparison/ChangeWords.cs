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
            ChangeCategory.Wider => Wider(change, subject, terms, point) ?? $"{Who(Without(change.After, change.Before))} may now also decide {what}{Terms(change.After)}; {Until(change.Before)}",
            ChangeCategory.Narrower => Narrower(change, subject, terms, point) ?? $"{Who(Lost(change))} may no longer decide {what}; {Now(change.After)}",
            ChangeCategory.New => $"{Who(change.After)} may decide {what}{Terms(change.After)}; {Until(change.Before)}",
            ChangeCategory.Ended => $"{(change.After.Outcome == Outcome.Nobody ? "nobody may any longer" : $"only {Who(change.After)} may")} decide {what}; {Until(change.Before)}",
            ChangeCategory.Moved => Moved(change, what),
            _ => TermsChanged(change, what),
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

        return $"{party} may decide {change.Subject}{With(change, now)}{Terms(change.After)}; {untilNow} {Limit(then)}";
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

        return $"{party} may decide {change.Subject} only{With(change, now)}; {untilNow} {Limit(then)}. {AnswerWording.Sentence(Above(change.After)).TrimEnd('.')}";
    }

    private static string Above(Answer now) => now.Outcome == Outcome.Nobody ? "nobody may decide the rest" : $"{Who(now)} may decide the rest{Terms(now)}";

    private static string? Single(IEnumerable<string> names) => names.ToArray() is [var only] ? only : null;

    // How far a party's own decisions reach on the one line of amounts on which the versions differ, everything else as at the point.
    private string? Reach(AuthorityTable table, string party, Atom subject, AuthorityTerms terms, SurveyPoint point, DateOnly day)
    {
        if (terms.Amounts is not [var axis] || !terms.Shares.IsEmpty)
        {
            return null;
        }

        AuthorityRow[] lines = [.. ChangeSorter.Lines(table, sorter.PartyOf(party), subject)
            .Where(row => row.Days.Contains(day) && IsLike(row.Terms, terms, point))];
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

    private string Until(Answer then) => then.Outcome switch
    {
        Outcome.Nobody => untilNow + " nobody could",
        Outcome.Reserved => $"{untilNow} it was reserved to {Who(then)}",
        _ when ChangeSorter.IsLeftToTheLaw(then) => $"{untilNow} it stayed with {Who(then)}",
        _ => $"{untilNow} {Who(then)} could{Terms(then)}",
    };

    private static string Now(Answer now) => now.Outcome switch
    {
        Outcome.Nobody => "nobody may",
        Outcome.Reserved => $"it is reserved to {Who(now)}",
        _ when ChangeSorter.IsLeftToTheLaw(now) => $"it stays with {Who(now)}",
        _ => $"{Who(now)} may instead{Terms(now)}",
    };

    // Who comes, who goes, and who stays.
    private string Moved(SpaceChange change, string what)
    {
        if (change.After.Outcome == Outcome.Reserved)
        {
            return $"only {Who(change.After)} may decide {what}, as a reserved matter; {Until(change.Before)}";
        }

        if (change.Before.Outcome == Outcome.Reserved)
        {
            return $"{Who(change.After)} may decide {what}{Terms(change.After)}; {Until(change.Before)}";
        }

        Answer gained = Without(change.After, change.Before);
        Answer lost = Lost(change);
        Answer stays = Without(change.After, gained);
        return (gained.Alternatives.Length, lost.Alternatives.Length) switch
        {
            (_, 0) => $"{Who(gained)} may now also decide {what}{Terms(change.After)}; {untilNow} only {Who(change.Before)} could",
            (0, _) => $"{Who(lost)} may no longer decide {what}; only {Who(change.After)} may",
            _ => $"{Who(gained)} may decide {what}{Terms(change.After)} in place of {Who(lost)}{(stays.Alternatives.IsEmpty ? "" : $"; {Who(stays)} still may")}",
        };
    }

    private static Answer Lost(SpaceChange change) => Without(change.Before, change.After);

    private static Answer Without(Answer answer, Answer other) => answer with
    {
        Alternatives = [.. answer.Alternatives.Where(group => !other.Alternatives.Any(same => same.SequenceEqual(group)))],
    };

    /// <summary>Who decides, as the subject of a sentence.</summary>
    private static string Who(Answer answer) => answer.Outcome == Outcome.Nobody
        ? "nobody"
        : Wording.List([.. answer.Alternatives.Select(group => Wording.Together(group))], "or");

    private static string Terms(Answer answer)
    {
        string[] terms =
        [
            .. answer.Steps,
            .. answer.Duties.Select(duty => "to be " + duty),
            .. answer.Exceptional.IsEmpty ? Array.Empty<string>() : ["as an exceptional power"],
            .. answer.UnderContract ? ["under a contract"] : Array.Empty<string>(),
        ];
        return terms.Length == 0 ? "" : ", " + string.Join(", ", terms);
    }

    // Each thing in which the answers differ, though the same people decide.
    private string TermsChanged(SpaceChange change, string what)
    {
        Answer then = change.Before;
        Answer now = change.After;
        var parts = new List<string>();
        bool isOtherwiseGrouped = !Groups(then).SequenceEqual(Groups(now));
        if (then.Outcome != now.Outcome)
        {
            parts.Add(now.Outcome == Outcome.Reserved ? "it is now a reserved matter" : then.Outcome == Outcome.Reserved ? "it is no longer a reserved matter" : "not as " + untilNow);
        }

        parts.AddRange(now.Steps.Except(then.Steps).Select(step => step.StartsWith("after ", StringComparison.Ordinal) ? "now only " + step : "now first: " + step));
        parts.AddRange(then.Steps.Except(now.Steps).Select(step => step.StartsWith("after ", StringComparison.Ordinal) ? "no longer only " + step : "no longer first: " + step));
        parts.AddRange(now.Duties.Except(then.Duties).Select(duty => "it must now be " + duty));
        parts.AddRange(then.Duties.Except(now.Duties).Select(duty => "it need no longer be " + duty));
        parts.AddRange(Deputies(now).Except(Deputies(then)).Select(deputy => deputy + " may now stand in"));
        parts.AddRange(Deputies(then).Except(Deputies(now)).Select(deputy => deputy + " may no longer stand in"));
        Kept(parts, now.KeepAuthority.Except(then.KeepAuthority), "now");
        Kept(parts, then.KeepAuthority.Except(now.KeepAuthority), "no longer");
        if (!then.Exceptional.SequenceEqual(now.Exceptional))
        {
            parts.Add(now.Exceptional.IsEmpty ? "no longer as an exceptional power" : "now as an exceptional power");
        }

        if (then.UnderContract != now.UnderContract)
        {
            parts.Add(now.UnderContract ? "now under a contract" : "no longer under a contract");
        }

        string head = isOtherwiseGrouped ? $"{Who(now)} may decide {what}; {untilNow} {Who(then)} could" : $"{Who(now)} may still decide {what}";
        return parts.Count == 0 ? head : $"{head}{(isOtherwiseGrouped ? "; and " : ", but ")}{Wording.List(parts)}";
    }

    private static void Kept(List<string> parts, IEnumerable<string> names, string when)
    {
        if (names.ToArray() is { Length: > 0 } all)
        {
            parts.Add($"{Wording.List(all)} {when} {(all.Length == 1 ? "keeps" : "keep")} authority above");
        }
    }

    private static IEnumerable<string> Groups(Answer answer) => answer.Alternatives.Select(group => string.Join('&', group));

    private static IEnumerable<string> Deputies(Answer answer) => answer.Deputies.Select(deputy => $"{deputy.When} {deputy.Party}");

    private string Days(DateRange days) => isDayByDay ? "" : days.HasFirst && days.First == days.Last
        ? "on " + Wording.Day(days.First)
        : Wording.Days(new DateRange(days.First <= term.First ? DateOnly.MinValue : days.First, days.Last >= term.Last ? DateOnly.MaxValue : days.Last));
}
