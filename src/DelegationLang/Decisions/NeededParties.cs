using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Decisions;

/// <summary>
/// Those without whom a step cannot be met. Whoever approves is needed even beside others; where others are consulted or recommend as well, their advice is
/// that of somebody else. None of these people may stand in for whoever decides: one person would then do what two are to do.
/// </summary>
internal static class NeededParties
{
    /// <summary>The people whom a step needs; a designation is its post.</summary>
    public static IEnumerable<PartySymbol> Of(Step step) =>
        step.AnyOf.SelectMany(group => group.Parties).Select(SymbolIndex.PersonOf).Distinct().Where(person => Needs(step, person));

    private static bool Needs(Step step, PartySymbol person)
    {
        bool IsPerson(PartySymbol party) => ReferenceEquals(SymbolIndex.PersonOf(party), person);
        return step.AnyOf.All(group => step.Kind == StepKind.Approval ? group.Parties.Any(IsPerson) : group.Parties.All(IsPerson));
    }
}
