using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// Whether a single member of a body (a councillor, whatever the scheme calls the kind) holds what the powers for it give to committees and officers:
/// alone, as one of several who act together, as somebody's deputy, or as a committee that has no other member.
/// </summary>
internal sealed class SingleMembers(LawBook book, Action<LegalVerdict> note)
{
    /// <summary>Whether a party is a member of some body or group, or chairs one: a post that is not held by employment.</summary>
    public static bool IsMember(PartySymbol party) => party.IsRole && (party.Kind.Has(KindTrait.Member) || party.Kind.Has(KindTrait.Chair));

    /// <summary>Whether a sentence gives to a single member, or to a committee of which one is enough.</summary>
    public static bool AreAmong(LegalCase legalCase) => legalCase.Holders.Any(holder => holder.Group.Parties.Any(party =>
        IsMember(Seats.Person(party)) || (party.Kind.Has(KindTrait.Committee) && (party.Quorum == 1 || party.Members.Length == 1))));

    /// <summary>Whether the sentence says that it rests on a power which gives the subject to the party; one for what cannot wait needs no naming where the sentence is for nothing else.</summary>
    public bool RestsOnPowerFor(LegalCase legalCase, LegalSubject subject, PartySymbol party, BodyLaw law)
    {
        return (legalCase.Footing.IsPowerStated && legalCase.Footing.Powers.Exists(power => law.Binding.Contains(power) && GivesTo(power)))
            || (legalCase.Statement.Terms.IsEvenIfReserved && law.Binding.Exists(power => power.IsExceptional && GivesTo(power)));

        bool GivesTo(PowerSymbol power) => law.Gives(power, party) && book.ReachOf(power, subject.Atom) == Reach.Covered;
    }

    /// <summary>
    /// Checks a subject of which the law does not know whether it is for an organ of the body. Somebody of the organ may have it, if it is. So may a
    /// member of whom the scheme says no more, who may be of the organ: then it is only remarked on.
    /// </summary>
    public void CheckPlain(LegalCase legalCase, Holder holder, PartySymbol party, LegalSubject subject, BodyLaw law)
    {
        if (IsOfOrgan(party, law))
        {
            // Of what a group with powers of its own passes on, these say to whom.
            return;
        }

        if (IsMember(party))
        {
            if (IsLeftOut(legalCase, party, subject, law) && !law.OfOrgans.Exists(power => Covers(power, subject) && law.Gives(power, party)))
            {
                note(new InWrongHands(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), OrganFault.HeldByOther, subject.Atom.Node, subject.Atom.Node.Kind, party, null, null)
                {
                    Power = law.Within.Find(power => Covers(power, subject)),
                    IsTogether = holder.Group.Parties.Length > 1,
                    IsArguable = (law.Organs.Count > 0 && MayBeOfOrgan(party, law)) || IsWithOfficer(holder, subject, law),
                });
            }
        }
        else
        {
            CheckCommittee(legalCase, holder, party, subject, subject.Atom.Node.Kind, law);
        }
    }

    /// <summary>Checks a subject that is for an organ of the body: a member of another group is not of the organ.</summary>
    public void CheckOfOrgan(LegalCase legalCase, Holder holder, PartySymbol party, LegalSubject subject, KindSymbol kind, BodyLaw law)
    {
        if (IsMember(party) && !IsOfOrgan(party, law) && !law.OfOrgans.Exists(power => Covers(power, subject) && law.Gives(power, party)) && !RestsOnPowerFor(legalCase, subject, party, law))
        {
            note(new InWrongHands(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), OrganFault.HeldByOther, subject.Atom.Node, kind, party, null, null)
            {
                Power = law.OfOrgans.Find(power => Covers(power, subject)),
                IsTogether = holder.Group.Parties.Length > 1,
                IsArguable = MayBeOfOrgan(party, law),
            });
        }
    }

    /// <summary>Checks a committee: one person is none, and whether one person may act for several is open to argument.</summary>
    public void CheckCommittee(LegalCase legalCase, Holder holder, PartySymbol party, LegalSubject subject, KindSymbol kind, BodyLaw law)
    {
        if (!party.Kind.Has(KindTrait.Committee) || IsOfOrgan(party, law) || !law.Within.Exists(power => Covers(power, subject)) || !NamesPosts(law))
        {
            return;
        }

        var membership = Membership.Of(party);
        bool isOne = membership is { IsKnown: true, Count: 1 };
        if (isOne || party.Quorum == 1)
        {
            note(new InWrongHands(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), isOne ? OrganFault.CommitteeOfOne : OrganFault.QuorumOfOne, subject.Atom.Node, kind, party, null, null)
            {
                Power = law.Within.Find(power => Covers(power, subject)),
                IsArguable = !isOne || !IsMember(membership.People[0]),
            });
        }
    }

    private static bool IsOfOrgan(PartySymbol party, BodyLaw law)
    {
        PartySymbol? current = party;
        for (int i = 0; i < 100 && current is not null; i++)
        {
            if (law.Organs.Contains(current))
            {
                return true;
            }

            current = current.Owners is [PartySymbol owner] ? owner : null;
        }

        return false;
    }

    // A member of the body or its board, of whom the scheme says no more.
    private static bool MayBeOfOrgan(PartySymbol party, BodyLaw law) =>
        !party.Kind.Has(KindTrait.Chair)
        && party.Owners is [PartySymbol owner]
        && (ReferenceEquals(owner, law.Body) || (owner.Kind.Has(KindTrait.ActsAsOrganisation) && owner.Owners is [var body] && ReferenceEquals(body, law.Body)));

    // Where the powers within the body say nothing of posts, they say nothing against a member either.
    private static bool NamesPosts(BodyLaw law) => law.Within.Exists(power => power.Grants.Any(grant => grant.Delegates.Any(named => named.Kind?.Family == SymbolFamily.Role)));

    private bool Covers(PowerSymbol power, LegalSubject subject) => book.ReachOf(power, subject.Atom) == Reach.Covered;

    private bool IsLeftOut(LegalCase legalCase, PartySymbol party, LegalSubject subject, BodyLaw law) =>
        book.Knows(party.Kind)
        && NamesPosts(law)
        && law.Within.Exists(power => Covers(power, subject))
        && !law.Within.Exists(power => Covers(power, subject) && law.MayGive(power, party))
        && !law.UncheckedWithin.Exists(power => law.MayGive(power, party))
        && !RestsOnPowerFor(legalCase, subject, party, law);

    // Of somebody who acts together with an officer it can be said that the officer decides, if not freely.
    private bool IsWithOfficer(Holder holder, LegalSubject subject, BodyLaw law) =>
        holder.Group.Parties.Any(other => !IsMember(other) && law.Within.Exists(power => Covers(power, subject) && law.MayGive(power, other)));
}
