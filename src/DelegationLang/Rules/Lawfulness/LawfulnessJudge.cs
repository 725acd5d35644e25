using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// Judges each sentence by the powers that the scheme's libraries declare. A scheme that uses no library, and a body that no power binds, are
/// judged by nothing.
/// </summary>
internal sealed class LawfulnessJudge
{
    private readonly RuleRun run;
    private readonly AcrossCheck across;
    private readonly WithinCheck within;
    private readonly OrganCheck organs;
    private readonly FootingCheck footings;
    private readonly ForbiddenCheck forbidden;
    private readonly Dictionary<PartySymbol, IReadOnlyList<PartySymbol>> bodies = new(ReferenceEqualityComparer.Instance);
    private readonly List<LegalVerdict> found = [];

    private LawfulnessJudge(RuleRun run)
    {
        this.run = run;
        Book = new LawBook(run.Model);
        organs = new OrganCheck(Book, run.Model, found.Add);
        footings = new FootingCheck(Book, run.Model, found.Add);
        forbidden = new ForbiddenCheck(Book, run.Model, run.Seats, found.Add);
        across = new AcrossCheck(Book, run.Judge.Authority, run.Model, NoteOnce);
        within = new WithinCheck(Book, run.Seats, organs, found.Add);
    }

    /// <summary>The law.</summary>
    public LawBook Book { get; }

    /// <summary>What the law has against the sentences, in the order of the text: of each sentence its first error alone, or else its remarks.</summary>
    public List<LegalVerdict> Verdicts { get; } = [];

    /// <summary>What the law keeps out of sentences that are not in error.</summary>
    public LegalLimits Limits { get; private set; } = LegalLimits.None;

    /// <summary>Judges a scheme. Sentences that other rules found in error by now are left alone, and so is what rests on them.</summary>
    public static LawfulnessJudge Of(RuleRun run)
    {
        var judge = new LawfulnessJudge(run);
        if (!judge.Book.IsEmpty)
        {
            judge.JudgeAll();
        }
        else
        {
            judge.Limits = LegalLimits.None with { Onward = [.. OnwardGifts.In(run)] };
        }

        return judge;
    }

    /// <summary>The organisations for which a party acts: itself, or those at the end of its owners.</summary>
    public IReadOnlyList<PartySymbol> BodiesOf(PartySymbol party)
    {
        if (!bodies.TryGetValue(party, out IReadOnlyList<PartySymbol>? found))
        {
            bodies.Add(party, found = Seats.OrganisationsOf(party));
        }

        return found;
    }

    private void JudgeAll()
    {
        var cases = new List<LegalCase>();
        var verdicts = new List<List<LegalVerdict>>();
        var faulty = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        var sound = new List<LegalCase>();
        foreach (DelegationStatement statement in run.Delegations)
        {
            Judge(statement, statement.Delegator);
        }

        foreach (ReservationStatement statement in run.Model.Reservations.Where(statement => !statement.IsProhibition))
        {
            Judge(statement, statement.Reserver);
        }

        for (int i = 0; i < cases.Count; i++)
        {
            if (faulty.Count == 0 || !cases[i].RestsOn(faulty))
            {
                Verdicts.AddRange(verdicts[i]);
            }
        }

        JudgeReach(sound, faulty);

        void Judge(Statement statement, PartySymbol? giver)
        {
            if (statement.HasErrors || giver is null)
            {
                return;
            }

            if (run.IsInError(statement))
            {
                faulty.Add(statement);
                return;
            }

            if (!run.Judge.Authority.Faults.IsUnclear(giver) && BodiesOf(Seats.Person(giver)) is { Count: > 0 } owners && IsBound(owners))
            {
                found.Clear();
                var legalCase = new LegalCase(statement, giver, owners, run.Judge.Authority, Book);
                Check(legalCase);
                found.RemoveAll(verdict => verdict.OneSubject is SubjectSymbol subject && !legalCase.IsNamed(subject));
                if (found.Count > 0)
                {
                    cases.Add(legalCase);
                    List<LegalVerdict> standing = Standing();
                    verdicts.Add(standing);
                    if (standing.Exists(verdict => verdict.IsError))
                    {
                        faulty.Add(statement);
                    }
                }

                sound.Add(legalCase);
            }
        }
    }

    private void JudgeReach(List<LegalCase> sound, HashSet<Statement> faulty)
    {
        var reach = new ReachJudge(run, Book, CheckOne, statement => statement.HasErrors || run.IsInError(statement) || faulty.Contains(statement));
        foreach (LegalCase legalCase in sound)
        {
            if (!faulty.Contains(legalCase.Statement))
            {
                reach.Add(legalCase);
            }
        }

        var parts = new List<BarredPart>();
        reach.JudgeAll(Verdicts, parts);
        Limits = new LegalLimits([.. parts], [.. reach.Kept()], [.. OnwardGifts.In(run)]);
        Verdicts.AddRange(new DeputyCheck(run, CheckOne, reach).Verdicts(sound.FindAll(legalCase => !faulty.Contains(legalCase.Statement))));

        List<LegalVerdict> CheckOne(LegalCase legalCase)
        {
            found.Clear();
            Check(legalCase);
            return [.. found];
        }
    }

    // A person of two other bodies is an outsider once.
    private void NoteOnce(LegalVerdict verdict)
    {
        if (!found.Contains(verdict))
        {
            found.Add(verdict);
        }
    }

    private bool IsBound(IReadOnlyList<PartySymbol> owners)
    {
        for (int i = 0; i < owners.Count; i++)
        {
            if (Book.LawOf(owners[i]).IsBound)
            {
                return true;
            }
        }

        return false;
    }

    // The first error in order stands alone; what is only remarked on stands where there is none.
    private List<LegalVerdict> Standing()
    {
        LegalVerdict? first = null;
        foreach (LegalVerdict verdict in found)
        {
            if (verdict.IsError && (first is null || verdict.Rank < first.Rank))
            {
                first = verdict;
            }
        }

        return first is null ? [.. found] : [first];
    }

    private void Check(LegalCase legalCase)
    {
        if (legalCase.Delegation is DelegationStatement delegation)
        {
            if (CheckContract(legalCase, delegation))
            {
                return;
            }

        }

        CheckBoardsAlone(legalCase);
        organs.CheckGiver(legalCase);
        forbidden.CheckPools(legalCase);
        foreach (Holder holder in legalCase.Holders)
        {
            forbidden.CheckHolder(legalCase, holder);
            foreach (PartySymbol named in holder.Group.Parties)
            {
                PartySymbol party = Seats.Person(named);
                if (!run.Judge.Authority.Faults.IsUnclear(party) && !ReferenceEquals(party, legalCase.Giver))
                {
                    CheckParty(legalCase, holder, party);
                }
            }
        }

        footings.Check(legalCase);
    }

    private void CheckParty(LegalCase legalCase, Holder holder, PartySymbol party)
    {
        IReadOnlyList<PartySymbol> targets = BodiesOf(party);
        bool isJoint = party.IsJoint;
        PartySymbol? own = targets.FirstOrDefault(legalCase.Bodies.Contains);
        if (own is not null && !isJoint)
        {
            within.Check(legalCase, holder, party, own);
            return;
        }

        if (targets.Count == 0)
        {
            // Of whom the group is nobody says; what it is can be told all the same.
            within.Check(legalCase, holder, party, legalCase.Bodies[0]);
        }

        foreach (PartySymbol target in targets)
        {
            if (!legalCase.Bodies.Contains(target))
            {
                across.Check(legalCase, ClauseLocations.Of(legalCase.Statement, holder, party), party, target, isJoint ? party : null);
            }
        }
    }

    // What a contract gives is no function, and only a contract gives what `entrusts` says. The rest of the law is then not asked.
    private bool CheckContract(LegalCase legalCase, DelegationStatement delegation)
    {
        AgreementSymbol? agreement = legalCase.Footing.Agreement;
        bool isContract = agreement is not null && agreement.Kind.Has(KindTrait.BuysServices);
        if (delegation.IsEntrusted != isContract)
        {
            SourceLocation place = legalCase.Footing.Location ?? (delegation.Holders.IsEmpty ? delegation.Location : delegation.Holders[0].Location);
            found.Add(new ContractMistaken(delegation, place, agreement));
        }
        else if (isContract && DaysInForce.OfAgreement(legalCase) is NotInForce ended)
        {
            found.Add(ended);
        }

        return delegation.IsEntrusted || isContract;
    }

    private void CheckBoardsAlone(LegalCase legalCase)
    {
        foreach (LegalSubject subject in legalCase.Subjects)
        {
            PartySymbol body = legalCase.BodyOf(subject);
            foreach (PowerSymbol power in Book.LawOf(body).Keeping)
            {
                if (Book.IsNamedBy(power, subject.Atom)
                    && legalCase.Holders.Any(holder => holder.Group.Parties.Any(party =>
                        !run.Seats.AreSame(party, legalCase.Giver)
                        && !run.Seats.AreSame(party, body)
                        && !Book.LawOf(body).LetsThrough(subject, Seats.Person(party), legalCase.Statement.Terms.IsEvenIfReserved)))
                    && legalCase.DaysFor(subject, legalCase.Giver, run.Model).Overlaps(power.Lifetime))
                {
                    found.Add(new BoardsAlone(legalCase.Statement, subject.Reference, subject.Atom.Node, body, Book.NamedAmong(subject.Atom, power.Covers)) { Power = power });
                    return;
                }
            }
        }
    }
}
