using DelegationLang.Policy;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Decisions;

/// <summary>The cases of a decision in each run of days between which nothing begins or ends.</summary>
internal static class CasesByDay
{
    /// <summary>For each run the cases where nothing is said of value added tax, and, where limits count it, those where it is not counted and where it is.</summary>
    /// <param name="catalogue">Where cases are found.</param>
    /// <param name="runs">The runs of days.</param>
    /// <param name="open">The decision; its day and its place are not looked at.</param>
    public static IEnumerable<DecisionCases[]> Of(DecisionCatalogue catalogue, IReadOnlyList<DateRange> runs, Decision open)
    {
        foreach (DateRange run in runs)
        {
            Decision decision = open with { Day = run.First, Place = -1 };
            DecisionCases unsaid = catalogue.Of(decision, Vat.Unstated);
            yield return unsaid.IsVatUsed ? [unsaid, catalogue.Of(decision, Vat.Excluding), catalogue.Of(decision, Vat.Including)] : [unsaid];
        }
    }
}
