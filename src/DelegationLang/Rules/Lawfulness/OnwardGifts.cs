using DelegationLang.Decisions;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Which sentences give what the scheme then gives on by the law alone, and to whom: what the decision space needs to know of it.</summary>
internal static class OnwardGifts
{
    /// <summary>One for each sentence of which it is so.</summary>
    public static IEnumerable<OnwardByLaw> In(RuleRun run)
    {
        OnwardLaw law = run.Judge.Authority.OnwardLaw;
        if (law.IsEmpty)
        {
            yield break;
        }

        AuthorityIndex index = run.Judge.Authority.Index;
        Dictionary<PartySymbol, List<DelegationStatement>> byGiver = ByGiver(run);
        var holders = new List<PartySymbol>();
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms.Onward is not null)
            {
                continue;
            }

            holders.Clear();
            holders.AddRange(statement.Holders
                .Where(holder => holder.Group.Parties.Length == 1 && !index.IsToOneself(statement, holder))
                .SelectMany(holder => run.Seats.AllOf(holder.Group.Parties[0])));
            var to = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
            var names = new SortedSet<string>(StringComparer.Ordinal);
            foreach (PartySymbol seat in holders)
            {
                if (byGiver.TryGetValue(seat, out List<DelegationStatement>? onwards))
                {
                    Collect(law, seat, statement, onwards, to, names);
                }
            }

            if (to.Count > 0)
            {
                yield return new OnwardByLaw(statement, [.. to], string.Join(" and ", names));
            }
        }
    }

    private static void Collect(
        OnwardLaw law, PartySymbol seat, DelegationStatement statement, List<DelegationStatement> onwards, HashSet<PartySymbol> to, SortedSet<string> names)
    {
        foreach (DelegationStatement onward in onwards)
        {
            foreach (PartySymbol party in onward.Holders.SelectMany(holder => holder.Group.Parties))
            {
                if (!to.Contains(party) && law.LawFor(seat, Seats.Person(party), statement, onward) is PowerSymbol power)
                {
                    to.Add(party);
                    names.Add(power.DisplayName);
                }
            }
        }
    }

    private static Dictionary<PartySymbol, List<DelegationStatement>> ByGiver(RuleRun run)
    {
        var byGiver = new Dictionary<PartySymbol, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Delegator is PartySymbol delegator && !run.IsInError(statement))
            {
                byGiver.AddTo(run.Seats.Of(delegator), statement);
            }
        }

        return byGiver;
    }
}
