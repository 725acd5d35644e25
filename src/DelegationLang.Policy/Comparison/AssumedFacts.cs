using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// What two versions take differently where a question does not say whether a condition is so: one is normally true in the earlier and normally false in the
/// later, or the other way round. Regions say what is so and what is not; a question that says neither differs all the same.
/// </summary>
internal sealed class AssumedFacts
{
    private readonly SpaceDefinition before;
    private readonly SpaceDefinition after;
    private readonly ImmutableArray<(int Before, int After)> otherwise;

    /// <summary>Finds them.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public AssumedFacts(SpaceDefinition before, SpaceDefinition after)
    {
        (this.before, this.after) = (before, after);
        otherwise =
        [
            .. after.Conditions.Select((condition, number) => (Before: IndexOf(before, condition.Name), After: number))
                .Where(pair => pair.Before >= 0 && before.Conditions[pair.Before].Normally is { } was && after.Conditions[pair.After].Normally is { } now && was != now),
        ];
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => otherwise.IsEmpty;

    /// <summary>The conditions, as the later version numbers them.</summary>
    public ImmutableArray<int> Conditions => [.. otherwise.Select(pair => pair.After)];

    /// <summary>Their names.</summary>
    public ImmutableArray<string> Names => [.. otherwise.Select(pair => after.Conditions[pair.After].Name)];

    /// <summary>The earlier version where no question says whether they are so.</summary>
    public SpaceDefinition Before => Settled(before, otherwise.Select(pair => pair.Before));

    /// <summary>The later version where no question says whether they are so.</summary>
    public SpaceDefinition After => Settled(after, otherwise.Select(pair => pair.After));

    /// <summary>A sentence that says what is taken otherwise: <c>Where nobody says, “in budget” is now taken to be false.</c></summary>
    public string Words => "Where nobody says, " + string.Join(", ", otherwise.Select(pair => $"“{after.Conditions[pair.After].Name}” is now taken to be {(after.Conditions[pair.After].Normally == true ? "true" : "false")}")) + ".";

    private static int IndexOf(SpaceDefinition space, string name)
    {
        for (int i = 0; i < space.Conditions.Length; i++)
        {
            if (string.Equals(space.Conditions[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static SpaceDefinition Settled(SpaceDefinition space, IEnumerable<int> conditions)
    {
        var normal = conditions.ToDictionary(condition => condition, condition => space.Conditions[condition].Normally == true);
        return space with
        {
            Rules = [.. space.Rules.Select(rule => Settled(rule.Facts, normal) is { } facts ? rule with { Facts = facts } : rule with { Facts = [], Days = Never })],
            Deputies = [.. space.Deputies.Select(deputy => Settled(deputy.Facts, normal) is { } facts ? deputy with { Facts = facts } : deputy with { Facts = [], Days = Never })],
        };
    }

    private static DateRange Never => new(DateOnly.MaxValue, DateOnly.MinValue);

    // Of each group one fact must be so: a group that is settled true goes, and one of which nothing can be so leaves nothing.
    private static ImmutableArray<ImmutableArray<FactDefinition>>? Settled(ImmutableArray<ImmutableArray<FactDefinition>> groups, Dictionary<int, bool> normal)
    {
        var left = ImmutableArray.CreateBuilder<ImmutableArray<FactDefinition>>();
        foreach (ImmutableArray<FactDefinition> group in groups)
        {
            if (group.Any(fact => fact.Condition >= 0 && normal.TryGetValue(fact.Condition, out bool isSo) && isSo != fact.IsNegated))
            {
                continue;
            }

            ImmutableArray<FactDefinition> open = [.. group.Where(fact => fact.Condition < 0 || !normal.ContainsKey(fact.Condition))];
            if (open.IsEmpty)
            {
                return null;
            }

            left.Add(open);
        }

        return left.ToImmutable();
    }
}
