using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6005: a joint committee of fewer than two organisations.</summary>
internal sealed class JointCommitteeOfOne : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6005", "joint-committee-of-one", "A joint committee of fewer than two organisations", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is PartySymbol { IsGroup: true, IsDuplicate: false, IsUncertain: false } group
                && group.Kind.Has(KindTrait.Joint)
                && !run.Judge.Authority.Faults.IsIn(group.Declaration)
                && !AreOwnersUnclear(run, group))
            {
                IReadOnlyList<PartySymbol> organisations = Seats.OrganisationsOf(group);
                if (organisations.Count < 2)
                {
                    run.Report(Describe(group, organisations));
                }
            }
        }
    }

    private static bool AreOwnersUnclear(RuleRun run, PartySymbol group) =>
        group.Owners.Any(owner => owner is not PartySymbol party || run.Judge.Authority.Faults.IsUnclear(party));

    private Diagnostic Describe(PartySymbol group, IReadOnlyList<PartySymbol> organisations) => new(
        Descriptor,
        group.Location,
        organisations.Count == 0
            ? $"{Phrases.Name(group)} is a joint committee of no organisation"
            : $"{Phrases.Name(group)} is a joint committee of one organisation, {Phrases.Name(organisations[0])}")
    {
        Label = "joint with nobody",
        Help = "name at least two organisations after `between`, or declare it `a committee of` the one that it belongs to",
    };
}
