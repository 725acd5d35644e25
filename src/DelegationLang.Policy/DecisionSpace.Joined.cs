namespace DelegationLang.Policy;

/// <content>What the schemes of other bodies, where any are joined, may not change.</content>
public sealed partial class DecisionSpace
{
    private DecisionSpace? own;
    private HashSet<string>? joinedGivers;

    // The same space by the scheme's own sentences alone.
    private DecisionSpace Own => own ??= new DecisionSpace(Definition with { Rules = [.. Definition.Rules.Where(rule => rule.Scheme.Length == 0)] }, Identity);

    /// <summary>
    /// Who decides by the scheme's own sentences, where they leave nothing open and nothing with another body; none otherwise. Other schemes may ask about more,
    /// such as what an amount counts: that makes nothing open that the scheme itself has settled.
    /// </summary>
    private Answer? WhoByOwn(Decision decision) =>
        index.HasJoined && Own.WhoDecides(decision) is { Outcome: Outcome.Decided or Outcome.Reserved } alone && !alone.Deciders.Any(GoesOn) ? alone : null;

    /// <summary>Whether a party may, where the scheme's own sentences settle it for a party of its own.</summary>
    private Answer MayByOwn(int party, Decision decision, Answer answer)
    {
        if (!index.HasJoined || Definition.Parties[party].Scheme.Length > 0 || GoesOn(Definition.Parties[party].Name))
        {
            return answer;
        }

        // Why not is told with all that is known.
        Answer alone = Own.May(party, decision);
        return alone.Outcome == Outcome.Yes || (alone.Outcome == Outcome.No && answer.Outcome != Outcome.No) ? alone : answer;
    }

    // Whether a party, or whoever acts for it, gives anything on by a joined scheme.
    private bool GoesOn(string name)
    {
        joinedGivers ??= new HashSet<string>(Definition.Rules.Where(rule => rule.Scheme.Length > 0 && rule.Giver >= 0).SelectMany(rule => Seat(rule.Giver)).Select(party => Definition.Parties[party].Name), StringComparer.Ordinal);
        return joinedGivers.Contains(name);
    }

    private IEnumerable<int> Seat(int giver)
    {
        int body = index.OrganisationOf(giver) is var organisation and >= 0 ? organisation : giver;
        PartyDefinition party = Definition.Parties[body];
        return [giver, body, .. party.Boards, .. party.Cabinets, .. party.Leaders];
    }
}
