using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4008: a group to which the law gives powers of its own passes on to a post what these do not let it.
/// <para><b>What.</b> The law says to whom a group of this kind may pass things on, and it gives one to a post that is not named for it. So with a
/// health and wellbeing board that gives an officer anything but what its council gave it under section 196(2).</para>
/// <para><b>Why it matters.</b> Such a group is not an ordinary committee: the rules about officers were disapplied for it.</para>
/// <para><b>Example.</b> <c>Health and Wellbeing Board delegates joint strategic needs assessment to Director of Public Health.</c></para>
/// <para><b>Instead.</b> A sub-committee, or the group itself after the officer's recommendation.</para>
/// <para><b>Source.</b> Health and Social Care Act 2012 sections 194 and 196; SI 2013/218 regulation 3.</para>
/// </summary>
internal sealed class GroupGivesTooFar : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4008", "group-gives-too-far", "A group that passes on to a post what it may not", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (BeyondGroupsPower verdict in run.LegalVerdicts<BeyondGroupsPower>())
        {
            run.Report(verdict, Describe(verdict, run.Law.Book));
        }
    }

    private Diagnostic Describe(BeyondGroupsPower verdict, LawBook book)
    {
        string group = Phrases.KindOf(verdict.Group);
        BodyLaw law = book.LawOf(verdict.Group);
        string message = $"{group} may not give {Phrases.KindOf(verdict.Post)} {Phrases.Name(verdict.Subject)}";
        PowerSymbol? wider = law.Within.Find(power => law.Gives(power, verdict.Post));
        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Label = verdict.Power is PowerSymbol power ? $"not named by {Phrases.Name(power)}" : "not named by its powers",
            Related = [new RelatedLocation($"{Phrases.Name(verdict.Group)} is {group}", verdict.Group.Location)],
            Help = $"let {Phrases.Name(verdict.Group)} decide it, or a sub-committee of it"
                + (wider is null ? "" : $"; only what it was given under {Phrases.Name(wider)} may go on to {Phrases.KindOf(verdict.Post)}"),
        };
    }
}
