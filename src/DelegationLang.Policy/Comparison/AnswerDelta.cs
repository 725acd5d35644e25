namespace DelegationLang.Policy.Comparison;

/// <summary>What is otherwise in one answer than in another, whatever both have in common.</summary>
internal sealed class AnswerDelta
{
    private readonly HashSet<string> groups;
    private readonly HashSet<string> terms;
    private readonly string reservedThen;
    private readonly string reservedNow;

    /// <summary>What is otherwise.</summary>
    public AnswerDelta(Answer then, Answer now)
    {
        reservedThen = then.Outcome == Outcome.Reserved ? string.Join('|', Groups(then)) : "";
        reservedNow = now.Outcome == Outcome.Reserved ? string.Join('|', Groups(now)) : "";
        groups = [.. Difference("", Groups(then), Groups(now))];
        terms =
        [
            .. Difference("step ", then.Steps, now.Steps),
            .. Difference("duty ", then.Duties, now.Duties),
            .. Difference("exceptional ", then.Exceptional, now.Exceptional),
            .. Difference("deputy ", Deputies(then), Deputies(now)),
        ];
        if (groups.Count == 0)
        {
            terms.UnionWith(Difference("above ", then.KeepAuthority, now.KeepAuthority));
            terms.Add($"{then.Outcome == now.Outcome} {then.UnderContract == now.UnderContract}");
        }
    }

    /// <summary>
    /// Whether it is a part of what is otherwise in a wider region: nobody comes or goes here who does not there. Where others decide as well in both versions
    /// nobody need come in the stead of those who go; and what is reserved from now on, or was until now, is so whoever else decides otherwise.
    /// </summary>
    public bool IsPartOf(AnswerDelta wider) => (reservedNow.Length > 0 && reservedThen.Length == 0 && reservedNow == wider.reservedNow && wider.reservedThen.Length == 0)
        || (reservedThen.Length > 0 && reservedNow.Length == 0 && reservedThen == wider.reservedThen && wider.reservedNow.Length == 0)
        || IsSubset(wider);

    private bool IsSubset(AnswerDelta wider) => groups.Count > 0
        ? groups.IsSubsetOf(wider.groups) && terms.IsSubsetOf(wider.terms)
        : wider.groups.Count == 0 && terms.SetEquals(wider.terms);

    private static IEnumerable<string> Difference(string what, IEnumerable<string> then, IEnumerable<string> now) =>
        then.Except(now).Select(gone => what + "-" + gone).Concat(now.Except(then).Select(come => what + "+" + come));

    private static IEnumerable<string> Groups(Answer answer) => answer.Alternatives.Select(group => string.Join('&', group));

    private static IEnumerable<string> Deputies(Answer answer) => answer.Deputies.Select(AnswerLikeness.KeyOf);
}
