namespace DelegationLang.Policy.Comparison;

/// <summary>What is otherwise in one answer than in another, whatever both have in common.</summary>
internal static class AnswerDelta
{
    /// <summary>A text that is equal for pairs of answers of which the same is otherwise.</summary>
    public static string KeyOf(Answer then, Answer now) => string.Join(
        '\n',
        Difference(Groups(then), Groups(now)),
        Difference(then.Steps, now.Steps),
        Difference(then.Duties, now.Duties),
        Difference(then.Exceptional, now.Exceptional),
        Difference(then.KeepAuthority, now.KeepAuthority),
        Difference(Deputies(then), Deputies(now)),
        then.Outcome == now.Outcome ? "" : $"{then.Outcome} {now.Outcome}",
        then.UnderContract == now.UnderContract ? "" : now.UnderContract.ToString());

    private static string Difference(IEnumerable<string> then, IEnumerable<string> now) =>
        string.Join('|', then.Except(now).Order(StringComparer.Ordinal)) + ">" + string.Join('|', now.Except(then).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Groups(Answer answer) => answer.Alternatives.Select(group => string.Join('&', group));

    private static IEnumerable<string> Deputies(Answer answer) => answer.Deputies.Select(deputy => $"{deputy.Party} for {deputy.For} {deputy.When}");
}
