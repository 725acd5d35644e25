using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// A scheme while some of its posts are away or conflicted: whoever deputises for one stands in its place, and where nobody does, what it was given
/// stays with whoever gave it. Nobody stands in for one of several who act together who is another of them, or for whoever decides after asking them.
/// </summary>
internal sealed class Absence
{
    private readonly SpaceIndex index;
    private readonly DecisionContext context;
    private readonly Decision decision;
    private readonly HashSet<int> away;

    private Absence(SpaceIndex index, Decision decision, IEnumerable<int> away)
    {
        this.index = index;
        this.decision = decision;
        context = new DecisionContext(index, decision);
        this.away = [.. away];
    }

    /// <summary>The scheme as it stands for one decision while these parties cannot act.</summary>
    public static SpaceDefinition During(SpaceIndex index, Decision decision, IEnumerable<int> away)
    {
        var absence = new Absence(index, decision, away);
        return index.Definition with { Rules = [.. index.Definition.Rules.Select(absence.Without)] };
    }

    private RuleDefinition Without(RuleDefinition rule)
    {
        if (!rule.Holders.Any(group => group.Any(away.Contains)))
        {
            return rule;
        }

        HashSet<int> needed = [.. rule.Needed.Select(PersonOf)];
        ImmutableArray<ImmutableArray<int>> holders = [.. rule.Holders.SelectMany(group => InPlaceOf(group, needed))];
        bool isKept = holders.IsEmpty && rule.Kind == RuleKind.Reservation;
        return rule with { Holders = isKept ? [[rule.Giver]] : holders };
    }

    // Every way to put deputies in the place of those who are away.
    private IEnumerable<ImmutableArray<int>> InPlaceOf(ImmutableArray<int> group, HashSet<int> needed)
    {
        List<int> present = [.. group.Where(party => !away.Contains(party))];
        List<List<int>> ways = [present];
        foreach (int party in group.Where(away.Contains))
        {
            ways = [.. from way in ways
                       from deputy in DeputiesOf(party)
                       where !needed.Contains(PersonOf(deputy)) && !way.Exists(other => PersonOf(other) == PersonOf(deputy))
                       select (List<int>)[.. way, deputy]];
        }

        return ways.Select(way => way.ToImmutableArray());
    }

    private IEnumerable<int> DeputiesOf(int party)
    {
        var found = new List<int>();
        AddDeputies(party, found, [party]);
        return found.Distinct();
    }

    // Whoever deputises counts as the post, so that where it is away too its own deputy does.
    private void AddDeputies(int party, List<int> found, HashSet<int> passed)
    {
        foreach (int number in index.DeputiesOf(PersonOf(party)))
        {
            DeputyDefinition deputy = index.Definition.Deputies[number];
            if (!deputy.Days.Contains(context.Day) || !context.IsAlive(deputy.Deputy) || !context.IsOpenTo(deputy) || !deputy.Facts.All(group => group.Any(IsSo)))
            {
                continue;
            }

            if (!away.Contains(deputy.Deputy))
            {
                found.Add(deputy.Deputy);
            }
            else if (passed.Add(deputy.Deputy))
            {
                AddDeputies(deputy.Deputy, found, passed);
            }
        }
    }

    private int PersonOf(int party) => context.ActingParty(context.SeatOf(party));

    // A deputy who acts only in some cases is counted where the question, or what is normally so, says that it is one of them.
    private bool IsSo(FactDefinition fact) => fact.Condition >= 0
        && (decision.Conditions.TryGetValue(fact.Condition, out bool stated) ? stated : index.Definition.Conditions[fact.Condition].Normally ?? fact.IsNegated) != fact.IsNegated;
}
