using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What the law asks of a sentence that gives something to a group or a post of the body itself.</summary>
internal sealed class WithinCheck(LawBook book, Seats seats, OrganCheck organs, Action<LegalVerdict> note)
{
    // Owners that go round in a circle are another's to report.
    private const int MostOwners = 100;

    private readonly HashSet<PartySymbol> remarked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks one party to whom the sentence gives.</summary>
    /// <param name="legalCase">The sentence.</param>
    /// <param name="holder">Those who hold it together, of whom the party is one.</param>
    /// <param name="party">The party.</param>
    /// <param name="body">The organisation that it belongs to.</param>
    public void Check(LegalCase legalCase, Holder holder, PartySymbol party, PartySymbol body)
    {
        BodyLaw law = book.LawOf(body);
        if (!law.IsBound || ReferenceEquals(party, body))
        {
            return;
        }

        if (party.IsGroup && !IsBoard(party, body) && law.IsIncapable(party))
        {
            note(new CannotHold(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, party), party));
            return;
        }

        organs.CheckHolder(legalCase, holder, party, body);
        if (legalCase.Delegation is not DelegationStatement delegation || seats.AreSame(party, legalCase.Giver))
        {
            return;
        }

        if (party.IsRole)
        {
            CheckGroupsPower(legalCase, delegation, holder, party);
            if (IsOutsider(legalCase, party, body))
            {
                note(new Outsider(delegation, ClauseLocations.Of(delegation, holder, party), body, party, legalCase.First));
            }
        }

        CheckNamed(legalCase, delegation, holder, party, body, law);
        CheckReach(legalCase, delegation, holder, party, body, law);
    }

    private static bool IsBoard(PartySymbol party, PartySymbol body) =>
        party.IsGroup && party.Owners is [var owner] && ReferenceEquals(owner, body) && party.Kind.Has(KindTrait.ActsAsOrganisation);

    // A group to which the law gives powers of its own passes on what these say, and to whom they say.
    private void CheckGroupsPower(LegalCase legalCase, DelegationStatement delegation, Holder holder, PartySymbol post)
    {
        foreach (LegalSubject subject in legalCase.Subjects)
        {
            // A group of such a group passes on no more than that may.
            PartySymbol? group = legalCase.Giver;
            for (int i = 0; i < MostOwners && group is { IsGroup: true }; i++, group = group.SoleOwner as PartySymbol)
            {
                BodyLaw law = book.LawOf(group);
                List<PowerSymbol> own = book.Knows(group.Kind) ? OwnPowers(law, subject) : [];
                if (own.Count == 0)
                {
                    continue;
                }

                if (!own.Exists(power => law.Gives(power, post) && IsFreeToUse(power, law, legalCase, subject)))
                {
                    note(new BeyondGroupsPower(delegation, ClauseLocations.Of(delegation, holder, post), legalCase.Giver, post, subject.Atom.Node) { Power = own[0], Of = group });
                    return;
                }

                break;
            }
        }
    }

    // Where a power speaks of this very subject, it alone counts.
    private List<PowerSymbol> OwnPowers(BodyLaw law, LegalSubject subject) =>
        law.Within.FindAll(power => book.IsNamedBy(power, subject.Atom)) is { Count: > 0 } named
            ? named
            : law.Within.FindAll(power => book.ReachOf(power, subject.Atom) == Reach.Covered);

    // "for council to delegate to group, for group to delegate to officer": what was given under the power may go on under it.
    private bool IsFreeToUse(PowerSymbol power, BodyLaw law, LegalCase legalCase, LegalSubject subject)
    {
        bool isGivenUnder = power.Grants.Any(grant => grant.Delegates.Any(named => LawBook.Names(named, law.Body)));
        return !isGivenUnder || legalCase.WasGivenUnder(power, subject, book);
    }

    // Officers are employees; a chair chairs the body or one of its groups; a member is one of the body, of its board, or of the group that gives.
    private static bool IsOutsider(LegalCase legalCase, PartySymbol post, PartySymbol body)
    {
        if (!IsPlainMember(post.Kind))
        {
            return false;
        }

        foreach (Symbol owner in post.Owners.AddRange(post.SecondedTo))
        {
            if (owner is not PartySymbol group || ReferenceEquals(group, body) || ReferenceEquals(group, legalCase.Giver) || IsBoard(group, body))
            {
                return false;
            }
        }

        return !post.Owners.IsEmpty;
    }

    // A kind of member that a library declares says more than that somebody sits on some group.
    private static bool IsPlainMember(KindSymbol kind) => kind is { Location: null } && kind.Has(KindTrait.Member);

    // What every power leaves out by which a body gives to its groups (a mayor's functions) no group of it is given.
    private void CheckReach(LegalCase legalCase, DelegationStatement delegation, Holder holder, PartySymbol party, PartySymbol body, BodyLaw law)
    {
        if (!party.IsGroup || legalCase.Footing.IsStated || law.Within.Count == 0 || !ReferenceEquals(seats.Of(legalCase.Giver), body) || IsBoard(party, body))
        {
            return;
        }

        foreach (LegalSubject subject in legalCase.Subjects)
        {
            if (law.Within.TrueForAll(power => !IsCovered(power)) && law.Within.Exists(IsLeftOut) && !law.OfOrgans.Exists(IsForParty) && !law.UncheckedWithin.Exists(IsCovered))
            {
                note(new ExcludedByPower(
                    delegation, ClauseLocations.Of(delegation, holder, party), subject.Atom.Node, book.NamedAmong(subject.Atom, law.Within[0].Excludes), book.KindOf(subject.Atom), []) { Power = law.Within[0] });
                return;
            }

            bool IsLeftOut(PowerSymbol power) => book.ReachOf(power, subject.Atom) is Reach.Excluded or Reach.KindExcluded;
            // Of an organ that is a group OrganCheck speaks; of one that is a post, the power says to whom it gives.
            bool IsForParty(PowerSymbol power) => IsCovered(power) && (BodyLaw.HasGroupOrgan(power) || law.Gives(power, party));
            bool IsCovered(PowerSymbol power) => book.ReachOf(power, subject.Atom) == Reach.Covered;
        }
    }

    private void CheckNamed(LegalCase legalCase, DelegationStatement delegation, Holder holder, PartySymbol party, PartySymbol body, BodyLaw law)
    {
        if (law.UncheckedWithin.Count > 0
            && ReferenceEquals(seats.Of(legalCase.Giver), body)
            && book.Knows(party.Kind)
            && !IsBoard(party, body)
            && !law.UncheckedWithin.Exists(power => law.Gives(power, party))
            && !law.Within.Exists(power => law.Gives(power, party))
            && remarked.Add(party))
        {
            // A party is remarked on where it first stands.
            note(new UnnamedWithin(delegation, ClauseLocations.Of(delegation, holder, party), body, party) { Power = law.UncheckedWithin[0] });
        }
    }
}
