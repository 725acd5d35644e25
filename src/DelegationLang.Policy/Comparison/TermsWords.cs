using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>Says what is otherwise where the same people decide.</summary>
/// <param name="untilNow">How the time before is told.</param>
internal sealed class TermsWords(string untilNow)
{
    /// <summary>The sentence, without the full stop at its end.</summary>
    /// <param name="change">The change.</param>
    /// <param name="what">What is decided, with its bounds.</param>
    public string Of(SpaceChange change, string what)
    {
        string[] others = [.. OfAll(change.Before, change.After)];
        if (!Groups(change.Before).SequenceEqual(Groups(change.After)))
        {
            string head = $"{GroupWords.Who(change.After)} may decide {what}; {untilNow} {GroupWords.Who(change.Before)} could";
            string[] parts = [.. others, .. Otherwise(All(change.GroupsBefore), All(change.GroupsAfter))];
            return parts.Length == 0 ? head : $"{head}; and {Wording.List(parts)}";
        }

        if (others.Length > 0)
        {
            return Still(GroupWords.Who(change.After), what, [.. others, .. Otherwise(All(change.GroupsBefore), All(change.GroupsAfter))]);
        }

        // Of each that decides on other terms, its own.
        IEnumerable<IGrouping<string, GroupTerms>> told = change.GroupsAfter
            .GroupBy(now => Wording.List([.. Otherwise(change.GroupsBefore.FirstOrDefault(then => then.Name == now.Name) ?? now, now)]))
            .Where(alike => alike.Key.Length > 0);
        string text = string.Join("; ", told.Select(alike => Still(GroupWords.Who(alike), what, [alike.Key])));
        return text.Length > 0 ? text : Still(GroupWords.Who(change.After), what, []);
    }

    private static string Still(string who, string what, string[] parts) => $"{who} may still decide {what}{(parts.Length == 0 ? "" : ", but " + Wording.List(parts))}";

    // What is otherwise for all who decide.
    private IEnumerable<string> OfAll(Answer then, Answer now)
    {
        var parts = new List<string>();
        if (then.Outcome != now.Outcome)
        {
            parts.Add(now.Outcome == Outcome.Reserved ? "it is now a reserved matter" : then.Outcome == Outcome.Reserved ? "it is no longer a reserved matter" : "not as " + untilNow);
        }

        parts.AddRange(Deputies(now).Except(Deputies(then)).Select(deputy => deputy + " may now stand in"));
        parts.AddRange(Deputies(then).Except(Deputies(now)).Select(deputy => deputy + " may no longer stand in"));
        Kept(parts, now.KeepAuthority.Except(then.KeepAuthority), "now");
        Kept(parts, then.KeepAuthority.Except(now.KeepAuthority), "no longer");
        return parts;
    }

    private static IEnumerable<string> Otherwise(GroupTerms then, GroupTerms now)
    {
        var parts = new List<string>();
        parts.AddRange(now.Steps.Except(then.Steps).Select(step => step.StartsWith("after ", StringComparison.Ordinal) ? "now only " + step : "now first: " + step));
        parts.AddRange(then.Steps.Except(now.Steps).Select(step => step.StartsWith("after ", StringComparison.Ordinal) ? "no longer only " + step : "no longer first: " + step));
        parts.AddRange(now.Duties.Except(then.Duties).Select(duty => "it must now be " + duty));
        parts.AddRange(then.Duties.Except(now.Duties).Select(duty => "it need no longer be " + duty));
        if (then.IsExceptional != now.IsExceptional)
        {
            parts.Add(now.IsExceptional ? "now as an exceptional power" : "no longer as an exceptional power");
        }

        if (then.IsUnderContract != now.IsUnderContract)
        {
            parts.Add(now.IsUnderContract ? "now under a contract" : "no longer under a contract");
        }

        return parts;
    }

    private static GroupTerms All(ImmutableArray<GroupTerms> groups) => new(
        [],
        [.. groups.SelectMany(group => group.Steps).Distinct()],
        [.. groups.SelectMany(group => group.Duties).Distinct()],
        groups.Any(group => group.IsExceptional),
        groups.Any(group => group.IsUnderContract));

    private static void Kept(List<string> parts, IEnumerable<string> names, string when)
    {
        if (names.ToArray() is { Length: > 0 } all)
        {
            parts.Add($"{Wording.List(all)} {when} {(all.Length == 1 ? "keeps" : "keep")} authority above");
        }
    }

    private static IEnumerable<string> Groups(Answer answer) => answer.Alternatives.Select(group => string.Join('&', group));

    private static IEnumerable<string> Deputies(Answer answer) => answer.Deputies.Select(deputy => $"{deputy.When} {deputy.Party}");
}
