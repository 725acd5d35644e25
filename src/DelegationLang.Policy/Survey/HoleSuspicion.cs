namespace DelegationLang.Policy.Survey;

/// <summary>Two rules about one subject between which there may be a hole.</summary>
/// <param name="Below">The rule that covers what lies below, or before.</param>
/// <param name="Above">The rule that covers what lies above, or after.</param>
/// <param name="IsInDays">Whether the hole would be one in days, not in amounts.</param>
internal sealed record HoleSuspicion(RuleBox Below, RuleBox Above, bool IsInDays);

/// <summary>
/// Of very many rules about one subject, finds two neighbours with a hole between them: those that are bounded alike in all else are sorted along the
/// line and read once. A hole between rules of different bounds is left alone where there are so many.
/// </summary>
internal static class HoleSweep
{
    /// <summary>The suspicions, holes in amounts first.</summary>
    public static IEnumerable<HoleSuspicion> Of(List<RuleBox> rules)
    {
        var byShape = new Dictionary<string, List<RuleBox>>(StringComparer.Ordinal);
        var byAmounts = new Dictionary<string, List<RuleBox>>(StringComparer.Ordinal);
        foreach (RuleBox rule in rules)
        {
            byAmounts.AddTo($"{rule.ShapeKey}|{rule.Axis}|{rule.Rule.Limit?.Vat}|{rule.Amounts}", rule);
            if (rule.Rule.Limit is not null)
            {
                byShape.AddTo($"{rule.ShapeKey}|{rule.Axis}|{rule.Rule.Limit.Vat}|{rule.Days}", rule);
            }
        }

        List<RuleBox> free = rules.FindAll(rule => rule.IsFree && rule.IsExact);
        foreach (List<RuleBox> alike in byShape.Values)
        {
            List<RuleBox> covering = free.FindAll(rule => rule.Rule.Limit is null || (rule.Axis == alike[0].Axis && rule.Rule.Limit.Vat == alike[0].Rule.Limit?.Vat));
            foreach (HoleSuspicion suspicion in InAmounts(alike, covering))
            {
                yield return suspicion;
            }
        }

        if (free.Exists(rule => rule.Rule.Limit is null))
        {
            yield break;
        }

        foreach (List<RuleBox> alike in byAmounts.Values)
        {
            foreach (HoleSuspicion suspicion in InDays(alike))
            {
                yield return suspicion;
            }
        }
    }

    private static IEnumerable<HoleSuspicion> InAmounts(List<RuleBox> alike, List<RuleBox> covering)
    {
        var wanted = new HashSet<RuleBox>(alike, ReferenceEqualityComparer.Instance);
        RuleBox[] sorted = [.. wanted.Concat(covering).Distinct()];
        Array.Sort(sorted, (a, b) => a.Amounts.Low != b.Amounts.Low ? a.Amounts.Low.CompareTo(b.Amounts.Low) : b.Amounts.HasLow.CompareTo(a.Amounts.HasLow));
        RuleBox highest = sorted[0];
        for (int i = 1; i < sorted.Length; i++)
        {
            bool isApart = !sorted[i].IsExact || !highest.IsExact || highest.Amounts.LeavesHoleBefore(sorted[i].Amounts);
            if (isApart && sorted[i].Rule.Limit?.Lower is not null && highest.Rule.Limit?.Upper is not null && wanted.Contains(sorted[i]) && wanted.Contains(highest))
            {
                yield return new HoleSuspicion(highest, sorted[i], IsInDays: false);
            }

            highest = sorted[i].Amounts.GoesBeyond(highest.Amounts) ? sorted[i] : highest;
        }
    }

    private static IEnumerable<HoleSuspicion> InDays(List<RuleBox> alike)
    {
        RuleBox[] sorted = [.. alike.Where(rule => !rule.Days.IsEmpty).OrderBy(rule => rule.Days.First)];
        for (int i = 0, last = 0; i < sorted.Length; i++)
        {
            if (sorted[i].HasDaysWithoutFigure)
            {
                yield return new HoleSuspicion(sorted[i], sorted[i], IsInDays: true);
            }

            if (sorted[last].Days.HasLast && sorted[last].Days.Last.AddDays(1) < sorted[i].Days.First)
            {
                yield return new HoleSuspicion(sorted[last], sorted[i], IsInDays: true);
            }

            last = sorted[i].Days.Last > sorted[last].Days.Last ? i : last;
        }
    }
}
