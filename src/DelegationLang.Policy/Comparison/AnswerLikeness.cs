using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// Whether two answers are the same for those who rely on them: the same outcome, deciders, groups, steps, duties, deputies, exceptional powers, contracts
/// and kept authority. By which sentences they come about, and where these stand, never counts.
/// </summary>
public static class AnswerLikeness
{
    /// <summary>Whether two answers are the same, in each of their cases where they depend on something.</summary>
    /// <param name="one">An answer.</param>
    /// <param name="other">Another.</param>
    public static bool AreAlike(Answer one, Answer other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return KeyOf(one) == KeyOf(other) && CasesOf(one) == CasesOf(other);
    }

    /// <summary>Whether two answers are the same by what they say themselves, their cases left aside.</summary>
    /// <param name="one">An answer.</param>
    /// <param name="other">Another.</param>
    public static bool LookAlike(Answer one, Answer other) => KeyOf(one) == KeyOf(other);

    /// <summary>A text that is equal for answers that say the same themselves. In what order steps, duties and those who keep authority are told does not count.</summary>
    internal static string KeyOf(Answer answer) => string.Join(
        '\n',
        answer.Outcome,
        string.Join('|', answer.Deciders),
        answer.Jointly,
        string.Join('|', answer.Alternatives.Select(group => string.Join('&', group))),
        Sorted(answer.Steps),
        Sorted(answer.Duties),
        Sorted(answer.Exceptional),
        answer.UnderContract,
        Sorted(answer.Deputies.Select(KeyOf)),
        Sorted(answer.KeepAuthority));

    /// <summary>A text that is equal for deputies who stand in for the same on the same terms.</summary>
    internal static string KeyOf(DeputyAnswer deputy) => $"{deputy.Party} for {deputy.For} {deputy.When}";

    private static string CasesOf(Answer answer) => Cases(answer.Cases) + "\n\n" + Cases(answer.ForFunctions);

    private static string Cases(ImmutableArray<AnswerCase> cases) =>
        string.Join("\n\n", cases.Select(one => Sorted(one.When) + "\n" + KeyOf(one.Answer) + CasesOf(one.Answer)).Order(StringComparer.Ordinal));

    private static string Sorted(IEnumerable<string> texts) => string.Join('|', texts.Order(StringComparer.Ordinal));
}
