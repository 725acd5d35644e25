using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6017: a provider on the body that lets its contract.</summary>
internal sealed class ProviderOnAwardingBody : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6017", "provider-on-awarding-body", "A provider on the body that lets its contract", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations.Where(one => one is { IsEntrusted: true, Delegator: not null } && !run.IsInError(one)))
        {
            PartySymbol? group = statement.Delegator is { IsOrganisation: true } giver ? run.Bodies.BoardOf(giver) : statement.Delegator is { IsGroup: true } body ? body : null;
            PartySymbol[] contractors = [.. statement.Holders.SelectMany(holder => holder.Group.Parties).SelectMany(party => Seats.OrganisationsOf(party))];
            PartySymbol? member = group?.Members.Select(one => one.Party).FirstOrDefault(party => Seats.OrganisationsOf(party).Any(contractors.Contains) && !TakesNoPart(run, party, statement));
            if (member is not null && group is not null)
            {
                run.Report(statement, new Diagnostic(Descriptor, statement.DelegatorLocation, $"{Phrases.Name(member)}, a member of {Phrases.Name(group)}, is of whoever gets this contract")
                {
                    Label = "lets a contract to its own member",
                    Help = $"let {Phrases.Name(member)} attend without a vote (`attended by`), or write `{member.DisplayName} takes no part in …`",
                    Related = [new RelatedLocation("the group", group.Location)],
                });
            }
        }
    }

    private static bool TakesNoPart(RuleRun run, PartySymbol party, DelegationStatement statement) => run.Model.Involvements.Any(one =>
        one.Verb is InvolvementVerb.TakesNoPart or InvolvementVerb.Concerns && (one.Actor == party || one.Others.Contains(party))
        && one.Subjects.Any(subject => subject.Symbol is { } about && statement.Subjects.Any(given => given.Symbol is { } symbol && symbol.IsWithin(about))));
}
