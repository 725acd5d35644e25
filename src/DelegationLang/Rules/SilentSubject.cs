using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL5003: a function or a matter of which no sentence says who decides it.</summary>
internal sealed class SilentSubject : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        RuleSet.SilentSubjectCode, "silent-subject", "A function or matter that no sentence reserves or delegates", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        // A scheme that says nothing of anything is not finished; each of its subjects would be reported.
        if (run.Naming.IsEmpty)
        {
            return;
        }

        foreach (SubjectSymbol subject in run.Silence.Subjects)
        {
            string name = Phrases.Name(subject);
            string keeper = Phrases.Name(run.Silence.KeeperOf(subject));
            string giver = run.Silence.OwnerOf(subject).Name;
            run.Report(new Diagnostic(Descriptor, subject.Location, $"no sentence says who decides {name}: by silence it stays with {keeper}")
            {
                Label = "neither reserved nor delegated",
                Help = $"if that is meant, say so: `{giver} reserves {subject.Name} to {run.Silence.KeeperOf(subject).Name}.`; otherwise say to whom it is delegated",
            });
        }
    }
}
