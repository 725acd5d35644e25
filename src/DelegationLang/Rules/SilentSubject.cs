using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL5003: a function or a matter of which no sentence says who decides it.
/// <para><b>What.</b> The scheme declares a function or a matter of its own organisation, and no sentence reserves it, delegates it, gives it
/// among all (other) matters or carves it out of something. Where the parts of a subject are spoken of, those that are not are reported, and not
/// the whole. What the law gives to a group or a post of its own is with them already.</para>
/// <para><b>Why it matters.</b> It stays with the board by silence. That is lawful, and rarely what was meant: a board that wants to decide
/// something itself reserves it.</para>
/// <para><b>Example.</b> <c>podiatry is a function of ICB.</c>, of which no other sentence speaks.</para>
/// <para><b>Instead.</b> <c>ICB reserves podiatry to Board.</c>, or delegate it.</para>
/// <para><b>Source.</b> What an organisation does not delegate it exercises itself: NHS Act 2006 section 65Z5, Local Government Act 1972
/// section 101(4). That each statutory function must have one clear owner is asked of integrated care boards when they are set up.</para>
/// </summary>
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
