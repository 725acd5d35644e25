using DelegationLang.Diagnostics;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4008: a group to which the law gives powers of its own passes on to a post what these do not let it.</summary>
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
        BodyLaw law = book.LawOf(verdict.Of);
        bool isOwn = ReferenceEquals(verdict.Group, verdict.Of);
        string message = $"{group}{(isOwn ? "" : $" of {Phrases.KindOf(verdict.Of)}")} may not give {Phrases.KindOf(verdict.Post)} {Phrases.Name(verdict.Subject)}";
        PowerSymbol? wider = law.Within.Find(power => law.Gives(power, verdict.Post));
        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Label = verdict.Power is PowerSymbol power ? $"not named by {Phrases.Name(power)}" : "not named by its powers",
            Related = [new RelatedLocation($"{Phrases.Name(verdict.Group)} is {group}", verdict.Group.Location)],
            Help = $"let {Phrases.Name(verdict.Group)} decide it{(isOwn ? ", or a sub-committee of it" : "")}"
                + (wider is null ? "" : $"; only what it was given under {Phrases.Name(wider)} may go on to {Phrases.KindOf(verdict.Post)}"),
        };
    }
}
