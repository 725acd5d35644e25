using Outcome = DelegationLang.Policy.Outcome;

namespace DelegationLang.Tests.Reference;

/// <summary>Puts an answer of the engine into the words in which answers are compared.</summary>
internal static class AnswerConversion
{
    public static Answer From(Policy.Answer answer)
    {
        // Only an answer to "who decides" that does not depend has groups, exceptional powers and contracts that are the same in all cases.
        bool isSettled = answer.Outcome is Outcome.Decided or Outcome.Reserved or Outcome.Nobody;
        return new Answer(
            answer.Outcome.ToString().ToLowerInvariant(),
            [.. answer.Deciders],
            answer.Jointly,
            isSettled ? [.. answer.Alternatives.Select(group => string.Join('+', group.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)] : null,
            [.. answer.DependsOn.Order(StringComparer.Ordinal)],
            isSettled ? [.. answer.Exceptional] : null,
            isSettled ? answer.UnderContract : null,
            isSettled || answer.Outcome is Outcome.Yes or Outcome.No
                ? [.. answer.Deputies.Select(deputy => $"{deputy.Party} for {deputy.For}{(isSettled ? "" : BesideOf(deputy.When))}").Distinct().Order(StringComparer.Ordinal)]
                : null,
            [.. answer.ForFunctions.Select(one => $"{one.When[0]["for ".Length..]}: {one.Answer.Outcome.ToString().ToLowerInvariant()} [{string.Join("; ", one.Answer.Deciders)}]{(one.Answer.Jointly ? " jointly" : "")}").Order(StringComparer.Ordinal)]);
    }

    // Who must act beside a deputy, from words such as "…, jointly with Chair and two of Ward Manager". No name of a random scheme holds an "and".
    private static string BesideOf(string when)
    {
        const string Jointly = ", jointly with ";
        int at = when.LastIndexOf(Jointly, StringComparison.Ordinal);
        return at < 0 ? "" : string.Concat(when[(at + Jointly.Length)..].Split([", ", " and "], StringSplitOptions.None)
            .SelectMany(name => name.StartsWith("two of ", StringComparison.Ordinal) ? Enumerable.Repeat(name["two of ".Length..], 2) : [name])
            .Select(name => " with " + name).Order(StringComparer.Ordinal));
    }
}
