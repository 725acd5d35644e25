using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4019: a function is given under an agreement that does not cover it.
/// <para><b>What.</b> The declaration of the agreement says which functions it covers, and a sentence that rests on it gives another.</para>
/// <para><b>Why it matters.</b> The partners have agreed on what the agreement names. What was not agreed has no legal basis in it, and nobody has said
/// how it is paid for and how it ends.</para>
/// <para><b>Example.</b> <c>Council delegates reablement to ICB under Care Agreement.</c>, where the agreement covers home care.</para>
/// <para><b>Instead.</b> Let the agreement cover the function, once the partners have agreed so.</para>
/// <para><b>Source.</b> SI 2000/617 regulation 8(2): the agreement names the functions that are exercised under it.</para>
/// </summary>
internal sealed class BeyondAgreement : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4019", "beyond-agreement", "A function given under an agreement that does not cover it", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        Authority authority = run.Judge.Authority;

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
                if (subject.Symbol is { IsMatter: false } named && Beyond(authority, statement, named, agreement).Except(excluded[statement]).ToArray() is { Length: > 0 } beyond)
                {
                    run.Report(statement, Describe(subject, agreement, beyond));
                    break;
                }
            }
        }
    }

    // An agreement that names nothing of the giver's own may mean the service, whatever each of the partners calls it. What lies within a function that is beyond is beyond with it, and not told again.
    private static SubjectSymbol[] Beyond(Authority authority, DelegationStatement statement, SubjectSymbol subject, AgreementSymbol agreement)
    {
        var beyond = new List<SubjectSymbol>();
        foreach (Atom atom in authority.Boxes.Atoms(subject, statement.Terms))
        {
            if (atom.Node is { IsFunction: true, IsUncertain: false }
                && agreement.Covers.Any(covered => authority.Ownership.OwnersOf(covered).Intersect(authority.Ownership.OwnersOf(atom.Node)).Any())
                && !agreement.Covers.Any(covered => covered.IsUncertain || authority.Index.Lines.IsAbout(atom, covered))
                && !statement.Terms.Except.Concat(statement.Terms.KeptBack).Any(carved => authority.Index.Lines.IsAbout(atom, carved.Symbol))
                && !beyond.Contains(atom.Node))
            {
                beyond.Add(atom.Node);
            }
        }

        return [.. beyond.Where(function => !beyond.Exists(wider => wider != function && authority.Index.Lines.IsAbout(new Atom(function, null), wider)))];
    }

    private Diagnostic Describe(SubjectReference subject, AgreementSymbol agreement, SubjectSymbol[] beyond)
    {
        string functions = Phrases.Names(beyond);
        return new Diagnostic(
            Descriptor,
            subject.Location,
            $"{Phrases.Name(agreement)} covers {Phrases.Names(agreement.Covers)}, and not {functions}")
        {
            Label = "not covered",
            Related = agreement.IsFromLibrary ? [] : [new RelatedLocation($"{Phrases.Name(agreement)} is declared here", agreement.Location)],
            Help = $"add {functions} after `covering` in the declaration of {Phrases.Name(agreement)}, once the partners have agreed so, or name the agreement that covers {(beyond.Length == 1 ? "it" : "them")}",
        };
    }
}
