using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6018: a lead officer who is responsible for nothing.</summary>
internal sealed class LeadForNothing : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6018", "lead-for-nothing", "A lead officer who is responsible for nothing", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var busy = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        busy.UnionWith(run.Model.Delegations.SelectMany(statement => statement.Holders).SelectMany(holder => holder.Group.Parties));
        busy.UnionWith(run.Model.Reservations.SelectMany(statement => statement.Holders).SelectMany(holder => holder.Group.Parties));
        busy.UnionWith(run.Model.Delegations.SelectMany(statement => statement.Terms.Steps).SelectMany(step => step.AnyOf).SelectMany(group => group.Parties));
        busy.UnionWith(run.Model.Involvements.SelectMany(statement => statement.Others.Concat(statement.Actor is { } actor ? [actor] : Array.Empty<PartySymbol>())));
        busy.UnionWith(run.Model.Deputies.Select(statement => statement.Deputy).OfType<PartySymbol>());
        foreach (PartySymbol party in run.Model.Symbols.OfType<PartySymbol>())
        {
            bool isLead = party is { IsRole: true, IsDuplicate: false, IsFromLibrary: false, IsReferenced: true, ResponsibleFor.IsEmpty: true } && IsCalledLead(party.Name);
            if (isLead && !busy.Contains(party) && !run.Model.Symbols.OfType<PartySymbol>().Any(other => other.HeldBy == party || other.Chair == party || other.Members.Any(member => member.Party == party)))
            {
                run.Report(new Diagnostic(Descriptor, party.Location, $"{Phrases.Name(party)} leads, and nothing says what")
                {
                    Label = "responsible for what?",
                    Help = "say it where it is declared: `responsible for FUNCTION`",
                });
            }
        }
    }

    private static bool IsCalledLead(string name) => name.Split(' ') is { Length: > 1 } words && words.Any(word => word is "Lead" or "lead");
}
