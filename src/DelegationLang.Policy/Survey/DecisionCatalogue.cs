using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// The cases of many decisions of one space, for outputs that answer without the evaluator. What is normally so is left open, since whoever looks
/// a case up may know otherwise. Not to be used from several threads at once.
/// </summary>
public sealed class DecisionCatalogue
{
    // A currency that no limit is in: the amount stays open although something is said of value added tax.
    private const string NoCurrency = "-";

    private readonly SpaceIndex index;
    private readonly Dictionary<string, DecisionCases> known = new(StringComparer.Ordinal);
    private readonly int mostCases;
    private readonly CaseDetail detail;
    private readonly Dictionary<(DateOnly Day, bool IsExecutive), string> seats = [];

    /// <summary>Makes a catalogue.</summary>
    /// <param name="definition">The space as data.</param>
    /// <param name="mostCases">How many cases of one decision are looked at.</param>
    /// <param name="detail">What the cases tell besides the answers.</param>
    public DecisionCatalogue(SpaceDefinition definition, int mostCases, CaseDetail detail = CaseDetail.None)
    {
        index = new SpaceIndex(definition with { Conditions = [.. definition.Conditions.Select(condition => condition with { Normally = null })] });
        this.mostCases = mostCases;
        this.detail = detail;
    }

    /// <summary>The functions for which the answer to a decision about a matter alone is told beside it, where it is another: those for which sentences in force give the matter.</summary>
    /// <param name="decision">The decision. Only its subject and its day are looked at.</param>
    public IEnumerable<int> FunctionsOf(Decision decision) => new Asker(index).FunctionsOf(decision);

    /// <summary>The cases of a decision; the same object for decisions that have the same cases. Only subject, place and day of the decision are looked at.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="vat">What the question says of value added tax.</param>
    public DecisionCases Of(Decision decision, Vat vat)
    {
        Decision open = decision with { Amount = vat == Vat.Unstated ? null : new AskedAmount(0, NoCurrency, NoCurrency, vat), Conditions = new Dictionary<int, bool>(), Measures = new Dictionary<int, decimal>() };
        return new Asker(index).Cases(open, known, mostCases, detail, seats);
    }
}
