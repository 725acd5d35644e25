using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>
/// Whose a party is, so that it may be found in the scheme of another body. Other than where seats are compared, what its holder has by another name is of
/// whoever owns that name too: either body may speak of it.
/// </summary>
internal static class PartyBodies
{
    private const int MostOwners = 64;

    /// <summary>The organisations that a party is of, at any remove: itself where it is one, several for a joint committee or a joint appointment.</summary>
    public static ImmutableArray<PartySymbol> Of(PartySymbol party)
    {
        var found = new List<PartySymbol>();
        var seen = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<PartySymbol>([party]);
        while (waiting.TryPop(out PartySymbol? one) && seen.Count < MostOwners)
        {
            if (!seen.Add(one))
            {
                continue;
            }

            if (one.IsOrganisation)
            {
                found.Add(one);
                continue;
            }

            foreach (PartySymbol? owner in one.Owners.OfType<PartySymbol>().Concat(one.HeldBy is { } holder ? [holder] : []))
            {
                waiting.Push(owner);
            }
        }

        return [.. found];
    }
}
