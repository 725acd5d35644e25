using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6014: a group that decides for a place, with nobody from outside.</summary>
internal sealed class PlaceGroupWithoutOutsiders : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6014", "place-group-without-outsiders", "A group that decides for a place, with nobody from outside", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var deciding = new HashSet<PartySymbol>(run.Delegations.Where(statement => !run.IsInError(statement)).SelectMany(statement => statement.Holders).SelectMany(holder => holder.Group.Parties));
        foreach (PartySymbol group in run.Model.Symbols.OfType<PartySymbol>().Where(party => party is { IsGroup: true, IsDuplicate: false, At.IsEmpty: false, Members.IsEmpty: false } && deciding.Contains(party)))
        {
            PartySymbol[] organisations = [.. group.Members.Concat(group.Attendees).SelectMany(member => Seats.OrganisationsOf(member.Party)).Distinct()];
            bool hasPublic = group.Members.Concat(group.Attendees).Any(member => member.Party.Kind.Has(KindTrait.RepresentsPublic) || Bodies.Holds(member.Party, "public") || Bodies.Holds(member.Party, "patient"));
            if (organisations.Length == 1 && !hasPublic && Membership.Of(group).IsKnown)
            {
                run.Report(new Diagnostic(Descriptor, SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, group) ?? group.Location, $"{Phrases.Name(group)} decides for {Phrases.Name(group.At[0])}, and all who belong to it are of {Phrases.Name(organisations[0])}")
                {
                    Label = "nobody from outside",
                    Help = "name members, or people who attend, of councils, of other providers or of the public",
                });
            }
        }
    }
}
