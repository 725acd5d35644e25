using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4019: a function is given under an agreement that does not cover it.</summary>
internal sealed class BeyondAgreement : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4019", "beyond-agreement", "A function given under an agreement that does not cover it", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        // What no agreement could give is said to be so, and is not missed in this one.
        ILookup<Statement, SubjectSymbol> excluded = run.LegalVerdicts<ExcludedByPower>().ToLookup(verdict => verdict.Statement, verdict => verdict.Subject);
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms.Under?.Symbol is not AgreementSymbol { IsUncertain: false, Covers.IsEmpty: false } agreement || run.IsInError(statement))
            {
                continue;
            }

            foreach (SubjectReference subject in statement.Subjects)
            {
                if (Beyond(run, statement, subject, agreement).Except(excluded[statement]).ToArray() is { Length: > 0 } beyond)
                {
                    run.Report(statement, Describe(subject, agreement, beyond));
                    break;
                }
            }
        }
    }

    // An agreement that names nothing of the giver's own may mean the service, whatever each of the partners calls it. What lies within a function that is beyond
    // is beyond with it, and not told again.
    private static IEnumerable<SubjectSymbol> Beyond(RuleRun run, DelegationStatement statement, SubjectReference subject, AgreementSymbol agreement)
    {
        AuthorityGraph authority = run.Judge.Authority;
        bool Covers(Atom atom) => agreement.Covers.Any(covered => covered.IsUncertain || authority.Index.Lines.IsAbout(atom, covered));
        bool IsOfThoseBodies(SubjectSymbol function) => agreement.Covers.Any(covered => authority.Ownership.OwnersOf(covered).Intersect(authority.Ownership.OwnersOf(function)).Any());
        List<SubjectSymbol> beyond = [.. Reached(run, statement, subject).Distinct().Where(function => !function.IsUncertain && IsOfThoseBodies(function) && !Covers(new Atom(function, null)))];
        return beyond.Where(function => !beyond.Exists(wider => wider != function && function.IsWithin(wider)));
    }

    // The functions that a sentence gives something of: those that it names, those of a budget, those for which a matter is given, and what all matters come to.
    private static IEnumerable<SubjectSymbol> Reached(RuleRun run, DelegationStatement statement, SubjectReference subject)
    {
        AuthorityGraph authority = run.Judge.Authority;
        bool IsCarvedOut(Atom atom) => statement.Terms.Except.Concat(statement.Terms.KeptBack).Any(carved => authority.Index.Lines.IsAbout(atom, carved.Symbol));
        if (subject.Symbol is SubjectSymbol named)
        {
            return authority.Boxes.Atoms(named, statement.Terms).Where(atom => !IsCarvedOut(atom)).Select(SubjectLines.FunctionOf).OfType<SubjectSymbol>();
        }

        if (statement.Holders.IsEmpty)
        {
            return [];
        }

        Holder holder = statement.Holders[0];
        var grant = new Grant(statement, subject, null, null, holder, holder.Group.Parties[0]);
        return run.Model.Symbols.OfType<SubjectSymbol>().Where(function => function is { IsFunction: true, IsFromLibrary: false } && new Atom(function, null) is var atom
            && authority.Index.GiverOf(statement, function) is PartySymbol giver
            && (authority.Ownership.Holds(giver, atom) || !authority.HoldingsOf(giver, atom).IsEmpty)
            && authority.Covers(grant, atom));
    }

    private Diagnostic Describe(SubjectReference subject, AgreementSymbol agreement, SubjectSymbol[] beyond)
    {
        string functions = Phrases.Names(beyond);
        return new Diagnostic(
            Descriptor,
            subject.Location,
            (subject.Symbol is null ? $"{Phrases.Subject(subject)} reaches {functions}: " : "") + $"{Phrases.Name(agreement)} covers {Phrases.Names(agreement.Covers)}, and not {functions}")
        {
            Label = "not covered",
            Related = agreement.IsFromLibrary ? [] : [new RelatedLocation($"{Phrases.Name(agreement)} is declared here", agreement.Location)],
            Help = $"add {functions} after `covering` in the declaration of {Phrases.Name(agreement)}, once the partners have agreed so, or name the agreement that covers {(beyond.Length == 1 ? "it" : "them")}",
        };
    }
}
