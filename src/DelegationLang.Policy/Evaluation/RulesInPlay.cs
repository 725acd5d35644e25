using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The rules that may bear on a question whatever it leaves open: those about its subject and day, of everybody whom the subject can reach
/// when amounts, places and facts are left aside.
/// </summary>
internal static class RulesInPlay
{
    public static IReadOnlyCollection<RuleEntry> Of(SpaceIndex index, DecisionContext context)
    {
        var entries = new List<RuleEntry>();
        var visited = new HashSet<int>();
        var waiting = new Stack<int>();
        Visit(context.SeatOf(context.Holder));
        while (waiting.TryPop(out int seat))
        {
            foreach (GiverRules rules in context.GivingOf(seat).Rules)
            {
                Follow(rules.Reservations);
                Follow(rules.Ordinary);
                Follow(rules.Exceptional);
            }
        }

        return entries;

        void Follow(List<RuleEntry> rules)
        {
            entries.AddRange(rules);
            foreach (RuleEntry entry in rules)
            {
                foreach (ImmutableArray<int> group in index.Definition.Rules[entry.Rule].Holders)
                {
                    foreach (int party in group)
                    {
                        Visit(context.SeatOf(party));
                    }
                }
            }
        }

        void Visit(int seat)
        {
            if (visited.Add(seat))
            {
                waiting.Push(seat);
            }
        }
    }
}
