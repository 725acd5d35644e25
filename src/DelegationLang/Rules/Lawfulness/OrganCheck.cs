using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// Whether a subject is in the hands of the organ of its body that the law means: the group that acts for the body in subjects of this kind and
/// whoever has it from that group, or else the board and whoever the powers of the board name. Of a subject whose kind the law does not know
/// nothing can be said.
/// </summary>
internal sealed class OrganCheck(LawBook book, SchemeModel model, Action<LegalVerdict> note)
{
    private readonly SingleMembers members = new(book, note);

    /// <summary>Checks who gives.</summary>
    public void CheckGiver(LegalCase legalCase)
    {
        PartySymbol giver = legalCase.Giver;
        if (!giver.IsGroup || giver.Owners is not [PartySymbol { IsOrganisation: true } body] || book.LawOf(body) is not { IsBound: true, OfOrgans.Count: > 0 } law)
        {
            return;
        }

        foreach (LegalSubject subject in legalCase.Subjects)
        {
            if (book.KindOf(subject.Atom) is not KindSymbol kind)
            {
                continue;
            }

            if (giver.Kind.Has(KindTrait.ActsAsOrganisation) && OrganFor(legalCase, subject, giver, law) is PartySymbol organ)
            {
                note(new InWrongHands(legalCase.Statement, LocationOfGiver(legalCase), OrganFault.GivenByBoard, subject.Atom.Node, kind, giver, organ, null));
            }
            else if (law.OfOrgans.FindAll(power => BodyLaw.IsOrganOf(power, giver)) is { Count: > 0 } own
                && !own.Exists(power => book.ReachOf(power, subject.Atom) == Reach.Covered))
            {
                note(new InWrongHands(legalCase.Statement, LocationOfGiver(legalCase), OrganFault.GivenByOrgan, subject.Atom.Node, kind, giver, null, null) { Power = own[0] });
            }
        }
    }

    /// <summary>Checks one party within the body that is to hold it.</summary>
    public void CheckHolder(LegalCase legalCase, Holder holder, PartySymbol party, PartySymbol body)
    {
        BodyLaw law = book.LawOf(body);
        foreach (LegalSubject subject in legalCase.Subjects)
        {
            if (book.KindOf(subject.Atom) is not KindSymbol kind)
            {
                members.CheckPlain(legalCase, holder, party, subject, law);
            }
            else if (law.OfOrgans.Exists(power => kind.IsAmong(power.CoveredKinds)))
            {
                if (BelongsToBoard(party, body, law) && OrganFor(legalCase, subject, party, law) is PartySymbol organ && !IsNamedApart(legalCase, subject, party, law))
                {
                    note(new InWrongHands(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), OrganFault.HeldByBoard, subject.Atom.Node, kind, party, organ, null));
                }
                else
                {
                    members.CheckOfOrgan(legalCase, holder, party, subject, kind, law);
                }
            }
            else if (IsLeftOut(legalCase, holder, party, subject, law))
            {
                note(new InWrongHands(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), OrganFault.HeldByOther, subject.Atom.Node, kind, party, null, null)
                {
                    Power = law.Within.Find(power => book.ReachOf(power, subject.Atom) == Reach.Covered),
                    IsTogether = holder.Group.Parties.Length > 1,
                });
            }
            else
            {
                members.CheckCommittee(legalCase, holder, party, subject, kind, law);
            }
        }
    }

    private static Text.SourceLocation LocationOfGiver(LegalCase legalCase) => legalCase.Statement switch
    {
        DelegationStatement { Table: null } delegation => delegation.DelegatorLocation,
        ReservationStatement reservation => reservation.ReserverLocation,
        _ => legalCase.Holders.IsEmpty ? legalCase.Statement.Location : legalCase.Holders[0].Location,
    };

    // The organ that acts for the body in the subject on some day of the sentence.
    private PartySymbol? OrganFor(LegalCase legalCase, LegalSubject subject, PartySymbol party, BodyLaw law)
    {
        foreach (PartySymbol organ in law.Organs)
        {
            if (law.OfOrgans.Exists(power => BodyLaw.IsOrganOf(power, organ) && book.KindOf(subject.Atom)?.IsAmong(power.CoveredKinds) == true)
                && legalCase.DaysFor(subject, party, model).Overlaps(organ.Lifetime))
            {
                return organ;
            }
        }

        return null;
    }

    // The board itself, a committee of it or of the body, and what belongs to these; not what belongs to an organ.
    private static bool BelongsToBoard(PartySymbol party, PartySymbol body, BodyLaw law)
    {
        PartySymbol? current = party;
        for (int i = 0; i < 100 && current is { IsGroup: true, SoleOwner: PartySymbol owner }; i++)
        {
            if (law.Organs.Contains(current))
            {
                return false;
            }

            if (current.Owners.Contains(body))
            {
                return true;
            }

            current = owner;
        }

        return false;
    }

    // A power that names groups of this very kind (of those by which organs act only a kind of the library's: an area committee), or one that the sentence says it rests on, may give to the board's committee all the same.
    private bool IsNamedApart(LegalCase legalCase, LegalSubject subject, PartySymbol party, BodyLaw law) =>
        law.Within.Exists(power => NamesKindOf(power, subject, party))
        || (party.Kind.Location is not null && law.OfOrgans.Exists(power => NamesKindOf(power, subject, party)))
        || members.RestsOnPowerFor(legalCase, subject, party, law);

    private bool NamesKindOf(PowerSymbol power, LegalSubject subject, PartySymbol party) =>
        book.ReachOf(power, subject.Atom) == Reach.Covered && power.Grants.Any(grant => grant.Delegates.Any(named => ReferenceEquals(named.Kind, party.Kind)));

    // What a power forbids the body itself to do, it does not forbid a committee that passes on what it has.
    private static bool IsForbiddenToTheBodyAlone(PowerSymbol power, LegalCase legalCase, PartySymbol party) =>
        power.IsForbiddenTo(party) && legalCase.Giver is { IsOrganisation: false } giver && !giver.Kind.Has(KindTrait.ActsAsOrganisation) && !power.Delegators.Any(named => named.Names(giver));

    // No power for this kind of subject names the group or, alone, the post. A kind that one of the kinds named is a kind of may well be meant.
    private bool IsLeftOut(LegalCase legalCase, Holder holder, PartySymbol party, LegalSubject subject, BodyLaw law)
    {
        if (members.RestsOnPowerFor(legalCase, subject, party, law))
        {
            return false;
        }

        bool isTogether = party.IsRole && holder.Group.Parties.Length > 1 && !SingleMembers.IsMember(party);
        if (!book.Knows(party.Kind) || isTogether || party.Kind.Has(KindTrait.ActsAsOrganisation))
        {
            return false;
        }

        bool isGoverned = false;
        foreach (PowerSymbol power in law.Within)
        {
            if (book.ReachOf(power, subject.Atom) == Reach.Covered)
            {
                isGoverned = true;
                if (law.MayGive(power, party) || IsForbiddenToTheBodyAlone(power, legalCase, party))
                {
                    return false;
                }
            }
        }

        return isGoverned && !law.UncheckedWithin.Exists(power => law.MayGive(power, party));
    }
}
