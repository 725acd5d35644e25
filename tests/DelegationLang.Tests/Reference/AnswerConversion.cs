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
            isSettled ? [.. answer.Deputies.Select(deputy => $"{deputy.Party} for {deputy.For}").Distinct().Order(StringComparer.Ordinal)] : null);
    }
}
