namespace DelegationLang.Policy.Permission;

/// <summary>
/// What a question says but for its day, as a value: it is made and passed on without allocating anything, unless facts are stated.
/// </summary>
internal readonly struct DecisionPoint
{
    public DecisionPoint(int function, int matter, int place = -1)
    {
        Function = function;
        Matter = matter;
        Place = place;
    }

    private DecisionPoint(int function, int matter, int place, decimal figure, AmountAxis? axis, StatedFacts? facts)
    {
        Function = function;
        Matter = matter;
        Place = place;
        Figure = figure;
        Axis = axis;
        Facts = facts;
    }

    public int Function { get; }

    public int Matter { get; }

    public int Place { get; }

    /// <summary>The figure, where <see cref="Axis"/> is given.</summary>
    public decimal Figure { get; }

    /// <summary>What the figure counts; none where no amount is said.</summary>
    public AmountAxis? Axis { get; }

    public StatedFacts? Facts { get; }

    /// <summary>The point that a question about a budget is about: the function that it covers, or itself where it covers none.</summary>
    /// <exception cref="ArgumentException">It covers several functions.</exception>
    public static DecisionPoint OfBudget(SpaceDefinition definition, int budget, int matter = -1)
    {
        SubjectDefinition subject = definition.Subjects[budget];
        return subject.Covers.Length > 1
            ? throw new ArgumentException($"{subject.Name} covers several functions and is not one decision: ask about one of them.", nameof(budget))
            : new DecisionPoint(subject.Covers.IsEmpty ? budget : subject.Covers[0], matter, subject.At.Length == 1 ? subject.At[0] : -1);
    }

    public DecisionPoint WithPlace(int place) => new(Function, Matter, place, Figure, Axis, Facts);

    public DecisionPoint WithAmount(decimal figure, AmountAxis axis) => new(Function, Matter, Place, figure, axis, Facts);

    public DecisionPoint WithCondition(int condition, bool value) =>
        new(Function, Matter, Place, Figure, Axis, (Facts ?? StatedFacts.None).WithCondition(condition, value));

    public DecisionPoint WithMeasure(int measure, decimal value) =>
        new(Function, Matter, Place, Figure, Axis, (Facts ?? StatedFacts.None).WithMeasure(measure, value));

    /// <summary>The same as the evaluator is asked it.</summary>
    public Decision On(DateOnly day)
    {
        var decision = new Decision
        {
            Function = Function,
            Matter = Matter,
            Place = Place,
            Day = day,
            Amount = Axis is null ? null : new AskedAmount(Figure, Axis.Currency, Axis.Basis, Axis.Vat),
        };
        return Facts is null ? decision : decision with { Conditions = Facts.Conditions, Measures = Facts.Measures };
    }
}
