using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// The conditions on which deputies stand in. An answer tells of a deputy unless the question itself says that what the deputy needs is not so; so whoever
/// compares answers has to ask with that said, too. Measures on which deputies stand in are not told apart.
/// </summary>
internal sealed class DeputyFacts(JointScheme scheme)
{
    // All of them are said and not said, in each way together: nobody has more.
    private const int MostStatements = 4;

    /// <summary>What a question may say so that somebody may not stand in.</summary>
    public IReadOnlyList<ConditionValue> Statements { get; } =
    [
        .. scheme.Before.Definition.Deputies.Concat(scheme.After.Definition.Deputies)
            .SelectMany(deputy => deputy.Facts).SelectMany(group => group)
            .Where(fact => fact.Condition >= 0)
            .Select(fact => new ConditionValue(fact.Condition, fact.IsNegated))
            .Distinct().OrderBy(value => value.Condition).ThenBy(value => value.IsSo).Take(MostStatements),
    ];

    /// <summary>What is so unless something is said, what is so where it is, and what is so in either way.</summary>
    public static IEnumerable<DifferingRegion> Join(ImmutableArray<DifferingRegion> open, ImmutableArray<DifferingRegion> stated, ConditionValue statement)
    {
        string word = string.Create(CultureInfo.InvariantCulture, $"{statement.Condition}{(statement.IsSo ? "+" : "-")}");
        HashSet<string> inOpen = [.. open.Select(region => region.Terms.Key)];
        HashSet<string> inStated = [.. stated.Select(region => region.Terms.Key)];
        foreach (DifferingRegion region in open)
        {
            // Where it is the other way round, it cannot be said.
            yield return inStated.Contains(region.Terms.Key) || region.Terms.Conditions.Contains(statement with { IsSo = !statement.IsSo })
                ? region
                : region with { Terms = region.Terms with { Unless = region.Terms.Unless.Add(statement), Key = region.Terms.Key + " unless " + word } };
        }

        foreach (DifferingRegion region in stated.Where(region => !inOpen.Contains(region.Terms.Key)))
        {
            yield return region.Terms.Conditions.Contains(statement)
                ? region with { Terms = region.Terms with { Key = region.Terms.Key + " said " + word } }
                : region with { Terms = region.Terms with { Conditions = region.Terms.Conditions.Add(statement), Key = region.Terms.Key + " said " + word } };
        }
    }
}
