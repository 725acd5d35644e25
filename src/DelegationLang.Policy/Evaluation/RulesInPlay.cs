namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The rules that may bear on a question whatever it leaves open: those about its subject and day, of everybody whom the subject can reach
/// when amounts, places and facts are left aside.
/// </summary>
internal static class RulesInPlay
{
    public static IReadOnlyCollection<RuleEntry> Of(SpaceIndex index, Inquiry inquiry)
    {
        var entries = new List<RuleEntry>();
        var visited = new HashSet<int>();
        var waiting = new Stack<int>();
        Visit(inquiry.SeatOf(inquiry.Holder));
        while (waiting.TryPop(out int seat))
        {
            foreach (GiverRules rules in inquiry.GivingOf(seat).Rules)
            {
                foreach (RuleEntry entry in rules.All)
                {
                    entries.Add(entry);
                    foreach (int party in index.Definition.Rules[entry.Rule].Holders.SelectMany(group => group))
                    {
                        Visit(inquiry.SeatOf(party));
                    }
                }
            }
        }

        return entries;

        void Visit(int seat)
        {
            if (visited.Add(seat))
            {
                waiting.Push(seat);
            }
        }
    }
}
