using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>
/// DL6017: a provider on the body that lets its contract.
/// <para><b>What.</b> A group entrusts something to an organisation under a contract, and a member of the group is that organisation or belongs to it.</para>
/// <para><b>Why it matters.</b> Whoever is to be paid by a contract should have no part in letting it.</para>
/// <para><b>Example.</b> <c>Committee entrusts podiatry to Vale Trust under Podiatry Contract.</c></para>
/// <para><b>Instead.</b> Let the member attend without a vote, or take no part in it.</para>
/// <para><b>Source.</b> Health Care Services (Provider Selection Regime) Regulations 2023 regulation 21: conflicts of interest; NHS England, Thriving Places (2021).</para>
/// </summary>
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
            PartySymbol giver = statement.Delegator!;
            PartySymbol? group = giver.IsOrganisation ? run.Bodies.BoardOf(giver) : giver.IsGroup ? giver : null;
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
