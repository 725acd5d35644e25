using System.Collections.Immutable;

namespace DelegationLang.Semantics.Binding;

/// <summary>One subject in which a party takes no part.</summary>
/// <param name="Scope">The sentence.</param>
/// <param name="Statement">The sentence, bound: when, and on which days.</param>
/// <param name="Party">Who takes no part.</param>
/// <param name="Subject">In what, with all that lies within it.</param>
/// <param name="GoesTo">Who decides it then; empty for whoever gave it.</param>
/// <param name="IsSuccession">Whether those take it over, for this subject alone, rather than stand in for a party that takes no part.</param>
internal sealed record Recusal(Scope Scope, InvolvementStatement Statement, PartySymbol Party, Reference<SubjectSymbol> Subject, ImmutableArray<Holder> GoesTo, bool IsSuccession = false)
{
    /// <summary>Whether it is not so always.</summary>
    public bool IsSometimes => !Statement.Terms.Facts.IsEmpty || Statement.Terms.From is not null || Statement.Terms.Until is not null;

    /// <summary>Whether a party is the one, be it by a designation of either.</summary>
    public bool IsOf(PartySymbol party) =>
        ReferenceEquals(party, Party)
        || party.Designations.Any(designation => ReferenceEquals(designation.Holder, Party))
        || Party.Designations.Any(designation => ReferenceEquals(designation.Holder, party));

    /// <summary>
    /// Who holds it instead of a holder. Where the party acts with others, whoever stands in its place acts with them; not where that is one of them, who would be two of those
    /// who must act.
    /// </summary>
    public IEnumerable<Holder> InPlaceOf(Holder holder, ImmutableArray<Holder> to)
    {
        ImmutableArray<PartySymbol> beside = [.. holder.Group.Parties.Where(party => !IsOf(party))];
        foreach (Holder other in to)
        {
            if (beside.IsEmpty)
            {
                yield return other;
            }
            else if (!other.Group.Parties.Any(beside.Contains))
            {
                yield return other with { Group = new ActingGroup([.. holder.Group.Parties.SelectMany(party => IsOf(party) ? other.Group.Parties : [party])]) };
            }
        }
    }
}
