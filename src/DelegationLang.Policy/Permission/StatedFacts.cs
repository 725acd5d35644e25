namespace DelegationLang.Policy.Permission;

/// <summary>The facts that a question states. Immutable.</summary>
internal sealed class StatedFacts
{
    private StatedFacts(Dictionary<int, bool> conditions, MeasureValues measures)
    {
        Conditions = conditions;
        Measures = measures;
    }

    public static StatedFacts None { get; } = new([], MeasureValues.None);

    public Dictionary<int, bool> Conditions { get; }

    public MeasureValues Measures { get; }

    public StatedFacts WithCondition(int condition, bool value) => new(new Dictionary<int, bool>(Conditions) { [condition] = value }, Measures);

    public StatedFacts WithMeasure(int measure, decimal value) => new(Conditions, MeasureValues.With(Measures, measure, value));
}
