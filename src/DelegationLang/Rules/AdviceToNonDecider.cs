using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL3016: advice to somebody who decides nothing of it.</summary>
internal sealed class AdviceToNonDecider : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3016", "advice-to-non-decider", "Advice to somebody who decides nothing of it", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        DecidedParts? parts = null;
        List<SubjectReference>? faulty = null;
        foreach (InvolvementStatement statement in run.Model.Involvements)
        {
            if (statement.HasErrors || statement.Actor is null || statement.Verb is not (InvolvementVerb.Recommends or InvolvementVerb.Advises)
                || run.IsInError(statement) || statement.Subjects.IsEmpty || statement.Subjects.Any(subject => subject.Symbol is null))
            {
                continue;
            }

            parts ??= new DecidedParts(run.Model, run.Engine, run.Judge.Authority.Index.Lines, run.Context.AsOf);
            faulty ??= SubjectsInError(run);
            if (faulty.Exists(one => statement.Subjects.Any(subject => subject.Symbol is SubjectSymbol symbol && Meets(run, one, symbol))))
            {
                continue;
            }

            PartySymbol[] idle = [.. statement.Others.Where(party => !Decides(run, parts, party, statement))];
            if (idle.Length > 0)
            {
                run.Report(statement, Describe(statement, idle));
            }
        }
    }

    private static bool Decides(RuleRun run, DecidedParts parts, PartySymbol party, InvolvementStatement statement) =>
        run.Judge.Authority.Faults.IsUnclear(party)
        || run.Judge.Authority.Faults.MayExplain(party, run.Seats.Of(party), null)
        || statement.Subjects.Any(subject => subject.Symbol is not SubjectSymbol symbol || run.Judge.Authority.Faults.MayMention(symbol) || parts.DecidesSome(party, symbol));

    // What a sentence in error meant to give, somebody who is advised may have been meant to decide.
    private static List<SubjectReference> SubjectsInError(RuleRun run)
    {
        var subjects = new List<SubjectReference>();
        foreach (Statement statement in run.Model.Delegations.Concat<Statement>(run.Model.Reservations))
        {
            if (run.IsInError(statement))
            {
                subjects.AddRange(statement is DelegationStatement delegation ? delegation.Subjects : ((ReservationStatement)statement).Subjects);
            }
        }

        return subjects;
    }

    private static bool Meets(RuleRun run, SubjectReference faulty, SubjectSymbol subject) =>
        faulty.Symbol is not SubjectSymbol symbol
        || run.Judge.Authority.Index.Lines.Nodes(symbol).Any(node => run.Judge.Authority.Index.Lines.Nodes(subject).Any(own => own.IsWithin(node) || node.IsWithin(own)));

    private Diagnostic Describe(InvolvementStatement statement, PartySymbol[] idle)
    {
        string subjects = Phrases.Names(statement.Subjects.Select(subject => subject.Symbol).OfType<SubjectSymbol>());
        string names = Phrases.Names(idle);
        return new Diagnostic(
            Descriptor,
            statement.Location,
            $"{names} {(idle.Length == 1 ? "decides" : "decide")} nothing of {subjects}, so this advice reaches nobody who decides")
        {
            Label = "advice to somebody who does not decide",
            Help = $"name whoever decides {subjects} instead, or leave the sentence out",
        };
    }
}
