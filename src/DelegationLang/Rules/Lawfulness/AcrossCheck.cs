using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What the law asks of a sentence that gives something of one organisation to another, or to a group or a post of another.</summary>
internal sealed class AcrossCheck(LawBook book, AuthorityGraph authority, SchemeModel model, Action<LegalVerdict> note)
{
    /// <summary>Checks one party to whom the sentence gives.</summary>
    /// <param name="legalCase">The sentence.</param>
    /// <param name="location">Where the party stands.</param>
    /// <param name="party">The party.</param>
    /// <param name="target">The organisation that it is, or that it belongs to.</param>
    /// <param name="joint">The party, where it is a group of several organisations.</param>
    public void Check(LegalCase legalCase, SourceLocation location, PartySymbol party, PartySymbol target, PartySymbol? joint)
    {
        PartySymbol from = legalCase.BodyOf(legalCase.Subjects.Count > 0 ? legalCase.Subjects[0] : null);
        BodyLaw law = book.LawOf(from);
        Footing footing = FootingOf(legalCase, location, joint);
        if (!law.IsBound || IsLent(footing, law, party))
        {
            return;
        }

        List<PowerSymbol> ways = law.WaysTo(target, joint).FindAll(power => IsOpen(power, footing, legalCase.Subjects));
        if (!KeepsToTheOnlyWay(footing, ways))
        {
            note(new NotTheOnlyWay(legalCase.Statement, footing.Location ?? location, from, target, party, footing) { Power = ways[0] });
            return;
        }

        // A single person of somebody else is not that body: DL4011 says so where the sentence rests on nothing.
        if (legalCase.Given is not DelegationStatement delegation)
        {
            return;
        }

        if (party.IsRole && !footing.IsStated)
        {
            note(new Outsider(delegation, location, from, party, legalCase.First));
            return;
        }

        if (!ways.Exists(BodyLaw.IsForAnybody) && (law.IsIncapable(target) || (party.IsGroup && law.IsIncapable(party))))
        {
            note(new CannotHold(delegation, location, party));
            return;
        }

        CheckPowers(legalCase, footing, delegation, location, party, from, target, ways);
        CheckOwners(legalCase, footing, location, party, target, joint);
    }

    // What a sentence does not say, the joint group that it names may, or the budget: an agreement set them up.
    private Footing FootingOf(LegalCase legalCase, SourceLocation location, PartySymbol? joint)
    {
        if (legalCase.Footing.IsStated)
        {
            return legalCase.Footing;
        }

        AgreementSymbol? agreement = joint?.Agreement ?? legalCase.First?.Symbol?.Agreement;
        return agreement is null ? Footing.None : Footing.Of(agreement, location, book);
    }

    private static bool IsLent(Footing footing, BodyLaw law, PartySymbol party) =>
        party.IsRole && footing.Powers.Exists(power => law.Lending.Contains(power) && law.Gives(power, party));

    // A power by which anybody at all may be given some functions is a way for these, and where the sentence says that it rests on it.
    private bool IsOpen(PowerSymbol power, Footing footing, List<LegalSubject> subjects) =>
        !BodyLaw.IsForAnybody(power)
        || footing.Powers.Contains(power)
        || (subjects.Count > 0 && subjects.TrueForAll(subject => book.IsNamedBy(power, subject.Atom)));

    // Where the law knows one way alone, with an agreement of its own, any other footing is wrong; so is that power without the agreement.
    private static bool KeepsToTheOnlyWay(Footing footing, List<PowerSymbol> ways) =>
        ways is not [var only]
        || !Footing.AsksForAgreement(only)
        || (footing.Agreement is AgreementSymbol agreement && Footing.Fits(agreement, only) && (agreement.Under is null || ReferenceEquals(agreement.Under, only)));

    private void CheckPowers(
        LegalCase legalCase,
        Footing footing,
        DelegationStatement delegation,
        SourceLocation location,
        PartySymbol party,
        PartySymbol from,
        PartySymbol target,
        List<PowerSymbol> ways)
    {
        SourceLocation place = footing.Location ?? location;
        List<PowerSymbol> usable = footing.Powers.Count == 0 ? ways : ways.FindAll(footing.Powers.Contains);
        if (usable.Count == 0)
        {
            note(new NoPowerFor(delegation, place, from, target, party, null, footing, ways));
            return;
        }

        if (legalCase.Subjects.Count == 0)
        {
            CheckTerms(legalCase, footing, delegation, null, place, party, from, target, usable);
            return;
        }

        foreach (LegalSubject subject in legalCase.Subjects)
        {
            List<PowerSymbol> covering = usable.FindAll(power => book.ReachOf(power, subject.Atom) == Reach.Covered);
            if (covering.Count > 0)
            {
                if (footing.Powers.Count == 0 && ExpressPowerFor(from, party, subject, covering) is PowerSymbol express)
                {
                    note(new AgreementMissing(delegation, place, from, target, null, IsAskedFor: false) { Power = express, IsPowerUnnamed = true });
                }

                CheckTerms(legalCase, footing, delegation, subject, place, party, from, target, covering);
            }
            else if (usable.Find(power => book.ReachOf(power, subject.Atom) is Reach.Excluded or Reach.KindExcluded) is PowerSymbol excluding)
            {
                NoteExcluded(delegation, place, party, subject, excluding, ways);
            }
            else
            {
                note(new NoPowerFor(delegation, place, from, target, party, subject.Atom.Node, footing, ways) { Power = usable[0] });
            }
        }
    }

    // To a group of several bodies, for subjects of a kind that the law tells apart: the one power that names such groups for these.
    private PowerSymbol? ExpressPowerFor(PartySymbol from, PartySymbol party, LegalSubject subject, List<PowerSymbol> covering) =>
        party.IsJoint && book.KindOf(subject.Atom) is KindSymbol kind
            && covering.FindAll(power => kind.IsAmong(power.CoveredKinds) && book.LawOf(from).Gives(power, party)) is [var only]
                ? only
                : null;

    private void NoteExcluded(DelegationStatement delegation, SourceLocation place, PartySymbol party, LegalSubject subject, PowerSymbol excluding, List<PowerSymbol> ways)
    {
        List<PowerSymbol> others = ways.FindAll(power => book.ReachOf(power, subject.Atom) == Reach.Covered);
        if (book.KindOf(subject.Atom) is KindSymbol kind && others is [var right, ..] && book.ReachOf(excluding, subject.Atom) == Reach.KindExcluded)
        {
            note(new InWrongHands(delegation, place, OrganFault.WrongPower, subject.Atom.Node, kind, party, null, right) { Power = excluding });
        }
        else
        {
            note(new ExcludedByPower(delegation, place, subject.Atom.Node, book.NamedAmong(subject.Atom, excluding.Excludes), book.KindOf(subject.Atom), others) { Power = excluding });
        }
    }

    private void CheckTerms(
        LegalCase legalCase,
        Footing footing,
        DelegationStatement delegation,
        LegalSubject? subject,
        SourceLocation place,
        PartySymbol party,
        PartySymbol from,
        PartySymbol target,
        List<PowerSymbol> powers)
    {
        DateRange days = legalCase.DaysFor(subject, party, model);
        if (DaysInForce.OfPowers(legalCase, powers, days, place) is NotInForce lapsed)
        {
            note(lapsed);
        }

        AgreementSymbol? agreement = footing.Agreement;
        bool isAskedFor = powers.TrueForAll(Footing.AsksForAgreement);
        if (agreement is null)
        {
            if (isAskedFor || (powers.TrueForAll(power => power.Agreement is not null)))
            {
                note(new AgreementMissing(delegation, place, from, target, null, isAskedFor) { Power = powers[0] });
            }
        }
        else if (isAskedFor && !powers.Exists(power => Footing.Fits(agreement, power)) && Footing.PowersOf(agreement.Kind, book).Count > 0)
        {
            // An agreement of a kind that belongs to another power.
            note(new AgreementMissing(delegation, place, from, target, agreement, IsAskedFor: true) { Power = powers[0] });
        }
        else if (ReferenceEquals(agreement, legalCase.Footing.Agreement) && StrangerTo(agreement, legalCase, party, from, target) is PartySymbol stranger)
        {
            note(new AgreementMissing(delegation, place, from, target, agreement, isAskedFor) { Power = powers[0], Stranger = stranger });
        }
    }

    // Of those between whom the sentence gives, one that the agreement is not between.
    private PartySymbol? StrangerTo(AgreementSymbol agreement, LegalCase legalCase, PartySymbol party, PartySymbol from, PartySymbol target)
    {
        if (agreement.Owners.Length < 2 || authority.Faults.IsIn(agreement.Declaration))
        {
            return null;
        }

        var sides = new List<PartySymbol>();
        foreach (Symbol owner in agreement.Owners)
        {
            if (owner is PartySymbol side)
            {
                sides.Add(side);
                sides.AddRange(Seats.OrganisationsOf(side));
            }
        }

        return !legalCase.Bodies.Any(sides.Contains) ? from : !sides.Contains(party) && !Seats.OrganisationsOf(party).Any(sides.Contains) ? target : null;
    }

    // What a body was given by another may still be the other's function, for which the law knows one way alone.
    private void CheckOwners(LegalCase legalCase, Footing footing, SourceLocation location, PartySymbol party, PartySymbol target, PartySymbol? joint)
    {
        foreach (LegalSubject subject in legalCase.Subjects)
        {
            foreach (PartySymbol owner in authority.Ownership.OwnersOf(subject.Atom.Node))
            {
                if (!owner.IsOrganisation || ReferenceEquals(owner, target) || legalCase.Bodies.Contains(owner))
                {
                    continue;
                }

                BodyLaw law = book.LawOf(owner);
                List<PowerSymbol> ways = law.WaysTo(target, joint).FindAll(power => IsOpen(power, footing, [subject]));
                if (law.IsBound && !KeepsToTheOnlyWay(footing, ways))
                {
                    note(new NotTheOnlyWay(legalCase.Statement, footing.Location ?? location, owner, target, party, footing) { Power = ways[0], Owned = subject.Atom.Node });
                }
            }
        }
    }
}
