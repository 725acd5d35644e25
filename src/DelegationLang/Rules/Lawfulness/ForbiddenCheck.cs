using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What powers forbid: who may not be given what a power speaks of, how many must act together, and whose money goes into a shared budget.</summary>
internal sealed class ForbiddenCheck(LawBook book, SchemeModel model, Seats seats, Action<LegalVerdict> note)
{
    private LegalCase? current;
    private SpokenSubject[] spoken = [];

    /// <summary>Checks those who hold it together, as far as they are of the body.</summary>
    /// <param name="legalCase">The sentence.</param>
    /// <param name="holder">Those who hold it together.</param>
    public void CheckHolder(LegalCase legalCase, Holder holder)
    {
        foreach (SpokenSubject known in SpokenIn(legalCase))
        {
            LegalSubject subject = known.Subject;
            if (known.MayDivest)
            {
                CheckKept(legalCase, holder, known.Law.Body, subject);
            }

            foreach (PowerSymbol power in known.Powers)
            {
                if (power.IsExclusive)
                {
                    if (IsGivenUnder(power, legalCase, subject) && holder.Group.Parties.FirstOrDefault(party => !power.Delegates.Any(named => named.Names(Seats.Person(party)))) is PartySymbol other)
                    {
                        note(new ForOthersAlone(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, other), other, subject.Atom.Node) { Power = power });
                    }

                    continue;
                }

                if (IsGivenUnder(power, legalCase, subject) && holder.Group.Parties.FirstOrDefault(party => power.IsForbiddenTo(Seats.Person(party)) && !LetsThroughOtherwise(known.Law, power, subject, party)) is PartySymbol forbidden)
                {
                    note(new ForbiddenTo(legalCase.Statement, ClauseLocations.Of(legalCase.Statement, holder, forbidden), forbidden, subject.Atom.Node, 0) { Power = power });
                }
                else if (power.LeastMembers > 0 && IsFewer(holder, power.LeastMembers))
                {
                    note(new ForbiddenTo(legalCase.Statement, holder.Location, holder.Group.Parties[0], subject.Atom.Node, power.LeastMembers) { Power = power });
                }
            }
        }
    }

    /// <summary>Checks the budgets that the sentence gives and that several bodies share.</summary>
    public void CheckPools(LegalCase legalCase)
    {
        foreach (SubjectReference reference in legalCase.References)
        {
            if (reference.Symbol is not SubjectSymbol { IsBudget: true, Owners.Length: > 1 } budget)
            {
                continue;
            }

            Footing footing = legalCase.Footing.IsStated || budget.Agreement is not AgreementSymbol agreement ? legalCase.Footing : Footing.Of(agreement, reference.Location, book);
            if (footing is { IsPowerStated: true, Powers: [{ IsPooling: true } power] }
                && budget.Owners.OfType<PartySymbol>().FirstOrDefault(owner => !power.Delegators.Any(named => named.Names(owner)) && book.Knows(owner.Kind)) is PartySymbol stranger)
            {
                note(new PoolNotOpenTo(legalCase.Statement, reference.Location, budget, stranger) { Power = power });
            }
        }
    }

    // What is so for all holders of a sentence is found once.
    private SpokenSubject[] SpokenIn(LegalCase legalCase)
    {
        if (!ReferenceEquals(current, legalCase))
        {
            current = legalCase;
            spoken = [.. legalCase.Subjects.Select(subject => SpokenOf(legalCase, subject)).Where(subject => subject.MayDivest || subject.Powers.Length > 0)];
        }

        return spoken;
    }

    private SpokenSubject SpokenOf(LegalCase legalCase, LegalSubject subject)
    {
        BodyLaw law = book.LawOf(legalCase.BodyOf(subject));
        bool mayDivest = legalCase.Delegation is not null && book.MayDivest(subject.Atom) && ReferenceEquals(seats.Of(legalCase.Giver, subject.Atom.Node), law.Body);
        return new SpokenSubject(subject, law, mayDivest, [.. law.Binding.Where(power =>
            (power.IsExclusive ? book.IsNamedBy(power, subject.Atom) : (!power.Forbids.IsEmpty || power.LeastMembers > 0) && IsFor(power, legalCase, subject)) && IsInForce(power, legalCase, subject))]);
    }

    // What a power says it says on its days.
    private bool IsInForce(PowerSymbol power, LegalCase legalCase, LegalSubject subject) => legalCase.DaysFor(subject, legalCase.Giver, model).Overlaps(power.Lifetime);

    // A reservation leaves the giver nothing already.
    private void CheckKept(LegalCase legalCase, Holder holder, PartySymbol body, LegalSubject subject)
    {
        if (book.DivestingOf(body, subject.Atom, Seats.Person(holder.Group.Parties[0])) is PowerSymbol power && IsInForce(power, legalCase, subject))
        {
            note(new KeepsNothing(legalCase.Statement, holder.Location, body, holder.Group.Parties[0], subject.Atom.Node) { Power = power });
        }
    }

    // What a power forbids, it forbids those whom it binds: the body itself, and the groups that it names beside it. What others pass on is theirs.
    private bool IsGivenUnder(PowerSymbol power, LegalCase legalCase, LegalSubject subject) =>
        ReferenceEquals(seats.Of(legalCase.Giver, subject.Atom.Node), legalCase.BodyOf(subject))
        || power.Delegators.Any(named => named.Names(legalCase.Giver));

    // It speaks of the subject by name or kind, or the sentence says that it rests on it.
    private bool IsFor(PowerSymbol power, LegalCase legalCase, LegalSubject subject) =>
        (book.IsNamedBy(power, subject.Atom) && !power.IsExceptional)
        || (legalCase.Footing is { IsPowerStated: true, Powers: [var relied] } && ReferenceEquals(relied, power) && book.ReachOf(power, subject.Atom) == Reach.Covered);

    // What a power says of a subject by name, one that speaks of its kind does not undo.
    private bool LetsThroughOtherwise(BodyLaw law, PowerSymbol power, LegalSubject subject, PartySymbol party) =>
        law.Binding.Exists(other => !ReferenceEquals(other, power)
            && book.IsNamedBy(other, subject.Atom)
            && (book.NamedAmong(subject.Atom, power.Covers) is null || book.NamedAmong(subject.Atom, other.Covers) is not null)
            && law.Gives(other, Seats.Person(party)));

    private static bool IsFewer(Holder holder, int least)
    {
        if (holder.Group.Parties is not [PartySymbol { IsGroup: true } group])
        {
            return holder.Group.Parties.All(party => party.IsRole) && holder.Group.Parties.Length < least;
        }

        return (group.Quorum is int quorum && quorum < least) || Membership.Of(group) is { IsKnown: true, Count: > 0 and var count } && count < least;
    }

    /// <summary>A subject of a sentence of which a power speaks, or may divest the giver.</summary>
    private sealed class SpokenSubject(LegalSubject subject, BodyLaw law, bool mayDivest, PowerSymbol[] powers)
    {
        public LegalSubject Subject => subject;

        public BodyLaw Law => law;

        public bool MayDivest => mayDivest;

        public PowerSymbol[] Powers => powers;
    }
}
