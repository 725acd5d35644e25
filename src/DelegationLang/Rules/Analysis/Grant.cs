using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>What one sentence gives of one subject to one party: a holder alone, or one of several who act together.</summary>
/// <param name="Statement">The sentence, or the line of a table.</param>
/// <param name="Subject">The subject as it stands in the sentence.</param>
/// <param name="Node">What the subject stands for; none for all (other) matters.</param>
/// <param name="Giver">The seat that gives; none when it is not known.</param>
/// <param name="Holder">The holders of whom the party is one.</param>
/// <param name="To">The seat of the party.</param>
internal sealed record Grant(
    DelegationStatement Statement,
    SubjectReference Subject,
    SubjectSymbol? Node,
    PartySymbol? Giver,
    Holder Holder,
    PartySymbol To)
{
    /// <summary>Whether the party holds it only together with others.</summary>
    public bool IsTogether => Holder.Group.Parties.Length > 1;
}

/// <summary>What one reservation keeps of one subject for one holder.</summary>
/// <param name="Statement">The sentence, or the line of a list.</param>
/// <param name="Subject">The subject as it stands in the sentence.</param>
/// <param name="Node">What the subject stands for; none for all (other) matters.</param>
/// <param name="Reserver">The seat that reserves.</param>
/// <param name="Holder">For whom.</param>
internal sealed record Taking(
    ReservationStatement Statement,
    SubjectReference Subject,
    SubjectSymbol? Node,
    PartySymbol Reserver,
    Holder Holder);
