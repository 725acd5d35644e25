using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Whether a single member of a body comes, as somebody's deputy, to what the law lets only a committee or an officer decide.</summary>
internal sealed class DeputyCheck(RuleRun run, Func<LegalCase, IReadOnlyList<LegalVerdict>> check, ReachJudge reach)
{
    /// <summary>What the law has against deputies, one finding a sentence.</summary>
    public IEnumerable<LegalVerdict> Verdicts(IReadOnlyList<LegalCase> cases)
    {
        foreach (DeputyStatement statement in run.Model.Deputies)
        {
            if (!statement.HasErrors && statement.Deputy is PartySymbol deputy && SingleMembers.IsMember(Seats.Person(deputy)) && Worst(statement, Seats.Person(deputy), cases) is InWrongHands found)
            {
                yield return found;
            }
        }
    }

    private InWrongHands? Worst(DeputyStatement statement, PartySymbol deputy, IReadOnlyList<LegalCase> cases)
    {
        InWrongHands? worst = null;
        DateRange days = BoxBuilder.DaysOf(statement.Terms);
        foreach (LegalCase legalCase in cases)
        {
            foreach (PartySymbol principal in statement.Principals)
            {
                if (BoxBuilder.DaysOf(legalCase.Statement.Terms).Overlaps(days) && Replaced(legalCase, principal, deputy) is { IsEmpty: false } holders)
                {
                    LegalCase changed = legalCase.To(holders);
                    foreach (LegalVerdict verdict in check(changed).Where(verdict => verdict.OneSubject is SubjectSymbol subject && changed.IsNamed(subject)).Concat(reach.Against(changed)))
                    {
                        if (verdict is InWrongHands wrong
                            && ReferenceEquals(wrong.Party, deputy)
                            && (statement.Terms.For.IsEmpty || statement.Terms.For.Any(only => run.Judge.Authority.Index.Lines.IsAbout(new Atom(wrong.Subject, null), only.Symbol)))
                            && !statement.Terms.Except.Any(carved => run.Judge.Authority.Index.Lines.IsAbout(new Atom(wrong.Subject, null), carved.Symbol))
                            && (worst is null || (wrong.IsError && !worst.IsError)))
                        {
                            worst = wrong with { Statement = statement, Location = statement.Location, Reached = null, Principal = principal };
                        }
                    }
                }
            }
        }

        return worst;
    }

    // Those to whom the sentence gives, the deputy in the place of the principal; empty where the principal is not among them.
    private static ImmutableArray<Holder> Replaced(LegalCase legalCase, PartySymbol principal, PartySymbol deputy)
    {
        PartySymbol person = Seats.Person(principal);
        return
        [
            .. legalCase.Holders
                .Where(holder => holder.Group.Parties.Any(party => ReferenceEquals(Seats.Person(party), person)))
                .Select(holder => holder with { Group = new ActingGroup([.. holder.Group.Parties.Select(party => ReferenceEquals(Seats.Person(party), person) ? deputy : party)]) }),
        ];
    }
}
