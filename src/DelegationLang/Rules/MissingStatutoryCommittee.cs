using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6001: an integrated care board without an audit committee or without a remuneration committee.</summary>
internal sealed class MissingStatutoryCommittee : IRule
{
    /// <summary>The day on which integrated care boards began.</summary>
    internal static readonly DateOnly FirstDay = new(2022, 7, 1);

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6001", "missing-statutory-committee", "An integrated care board without an audit or a remuneration committee", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        if (run.Model.OwnOrganisation is not PartySymbol own || own.IsUncertain || !own.Kind.Has(KindTrait.SpansSystem))
        {
            return;
        }

        DateRange days = run.Model.Info.InForce.Intersect(own.Lifetime);
        days = days.IsEmpty ? run.Model.Info.InForce : days;
        if (days.Last < FirstDay)
        {
            return;
        }

        var lacks = new List<string>();
        Check(run, own, days, run.Bodies.AuditCommittees, "audit", lacks);
        Check(run, own, days, run.Bodies.RemunerationCommittees, "remuneration", lacks);
        if (lacks.Count > 0)
        {
            run.Report(new Diagnostic(
                Descriptor, own.Location, $"{Phrases.Name(own)} has {string.Join(" and ", lacks)}; an integrated care board must have both")
            {
                Label = "a statutory committee is missing",
                Help = "declare the committee, such as `Audit Committee is a committee of Board reporting to Board`; one by another name is "
                    + "declared by its kind: `an audit committee`, `a remuneration committee`",
            });
        }
    }

    private static void Check(RuleRun run, PartySymbol own, DateRange days, IReadOnlyList<PartySymbol> all, string word, List<string> lacks)
    {
        var committees = new List<PartySymbol>();
        foreach (PartySymbol committee in all)
        {
            // Of a committee whose owner could not be made out nobody can tell whose it is.
            if (run.Judge.Authority.Faults.IsUnclear(committee))
            {
                return;
            }

            if (Seats.OrganisationsOf(committee).Contains(own))
            {
                committees.Add(committee);
            }
        }

        if (Bodies.FirstDayWithout(committees, days) is DateOnly day && !run.Judge.Authority.Faults.MayMention(word))
        {
            lacks.Add(committees.Count == 0 ? $"no {word} committee" : $"no {word} committee on {Wording.Day(day)}");
        }
    }
}
