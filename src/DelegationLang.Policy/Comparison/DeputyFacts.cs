using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// The conditions on which deputies stand in. An answer tells of a deputy unless the question itself says that what the deputy needs is not so; so whoever
/// compares answers has to ask with such a condition denied, too. Measures on which deputies stand in are not told apart.
/// </summary>
internal sealed class DeputyFacts(JointScheme scheme)
{
    // Each doubles nothing but the work; nobody has more of them.
    private const int MostConditions = 4;

    /// <summary>The conditions.</summary>
    public IReadOnlyList<int> Conditions { get; } =
    [
        .. scheme.Before.Definition.Deputies.Concat(scheme.After.Definition.Deputies)
            .SelectMany(deputy => deputy.Facts).SelectMany(group => group)
            .Where(fact => fact.Condition >= 0 && !fact.IsNegated)
            .Select(fact => fact.Condition).Distinct().Order().Take(MostConditions),
    ];

    /// <summary>What is so unless a condition is denied, what is so where it is, and what is so in either way.</summary>
    public static IEnumerable<DifferingRegion> Join(ImmutableArray<DifferingRegion> open, ImmutableArray<DifferingRegion> denied, int condition)
    {
        HashSet<string> inOpen = [.. open.Select(region => region.Terms.Key)];
        HashSet<string> inDenied = [.. denied.Select(region => region.Terms.Key)];
        foreach (DifferingRegion region in open)
        {
            // What other sentences make turn on the condition is told apart already.
            yield return inDenied.Contains(region.Terms.Key) || region.Terms.Conditions.Any(value => value.Condition == condition)
                ? region
                : region with { Terms = region.Terms with { NotDenied = region.Terms.NotDenied.Add(condition), Key = region.Terms.Key + " unless denied " + condition.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        }

        foreach (DifferingRegion region in denied.Where(region => !inOpen.Contains(region.Terms.Key)))
        {
            yield return region with { Terms = region.Terms with { Conditions = region.Terms.Conditions.Add(new ConditionValue(condition, false)), Key = region.Terms.Key + " denied " + condition.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        }
    }
}
