using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6013: an executive that scrutinises itself.</summary>
internal sealed class ExecutiveScrutinisesItself : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6013", "executive-scrutinises-itself", "An executive that scrutinises itself", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (InvolvementStatement statement in run.Model.Involvements.Where(one => one.Verb == InvolvementVerb.Oversees && !run.IsInError(one)))
        {
            if (statement.Actor is { } actor && IsOfExecutive(actor)
                && (statement.Others.Any(IsOfExecutive) || statement.Subjects.Any(subject => subject.Symbol is { IsExecutive: true })))
            {
                run.Report(statement, Describe(statement.Location, $"{Phrases.Name(actor)} would scrutinise what the executive itself decides"));
            }
        }

        foreach (PartySymbol group in run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsGroup: true, IsDuplicate: false } && Bodies.Holds(party, "scrutiny")))
        {
            if (group.Members.FirstOrDefault(member => IsOfExecutive(member.Party)) is { } member)
            {
                run.Report(Describe(SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, group) ?? group.Location, $"{Phrases.Name(member.Party)}, of the executive, is a member of {Phrases.Name(group)}"));
            }
        }
    }

    private Diagnostic Describe(Text.SourceLocation location, string message) => new(Descriptor, location, message)
    {
        Label = "looks at itself",
        Help = "let a committee of scrutiny without members of the executive oversee it",
    };

    private static bool IsOfExecutive(PartySymbol party) => party.Kind.IsExecutiveBody || party.Kind.Has(KindTrait.InExecutive) || party.Owners.OfType<PartySymbol>().Any(owner => owner.IsGroup && owner.Kind.IsExecutiveBody);
}
