using System.Runtime.CompilerServices;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Permission;

/// <summary>
/// What a question says but for its day, as a value: it is made and passed on without allocating anything, unless facts are stated. The default is no
/// question, and nothing can be asked of it.
/// </summary>
internal readonly struct DecisionPoint
{
    // One more than the index, so that of a default value both are none.
    private readonly int function;
    private readonly int matter;

    // One more than the budget that it was asked about; none otherwise.
    private readonly int budget;

    // Sets what is set and no more: handing everything on to the other constructor made each question six times as slow to begin.
    public DecisionPoint(int function, int matter)
    {
        this.function = function + 1;
        this.matter = matter + 1;
        Place = -1;
    }

    // Takes numbers as they are kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DecisionPoint(int function, int matter, int budget, int place, decimal figure, AmountAxis? axis, StatedFacts? facts)
    {
        this.function = function;
        this.matter = matter;
        this.budget = budget;
        Place = place;
        Figure = figure;
        Axis = axis;
        Facts = facts;
    }

    public int Function => function - 1;

    public int Matter => matter - 1;

    public int Place { get; }

    /// <summary>The figure, where <see cref="Axis"/> is given.</summary>
    public decimal Figure { get; }

    /// <summary>What the figure counts; none where no amount is said.</summary>
    public AmountAxis? Axis { get; }

    public StatedFacts? Facts { get; }

    /// <summary>Whether it is about nothing: a question that was never asked of a scheme.</summary>
    public bool IsNothing => (function | matter) == 0;

    private int Budget => budget - 1;

    /// <summary>The point that a question about a budget is about: the function that it covers, or itself where it covers none.</summary>
    /// <exception cref="ArgumentException">It covers several functions.</exception>
    public static DecisionPoint OfBudget(SpaceDefinition definition, int budget, int matter = -1)
    {
        SubjectDefinition subject = definition.Subjects[budget];
        return subject.Covers.Length > 1
            ? throw new ArgumentException($"{subject.Name} covers several functions and is not one decision: ask about one of them.", nameof(budget))
            : new DecisionPoint((subject.Covers.IsEmpty ? budget : subject.Covers[0]) + 1, matter + 1, budget + 1, subject.At.Length == 1 ? subject.At[0] : -1, default, null, null);
    }

    /// <summary>Whether any place can be said: none was, and the question is about no budget, which has its own.</summary>
    public bool IsPlaceOpen => budget == 0 && Place < 0;

    /// <summary>The same about other subjects.</summary>
    public DecisionPoint About(int function, int matter) => new(function + 1, matter + 1, budget, Place, Figure, Axis, Facts);

    /// <summary>At a place, where any can be said.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DecisionPoint WithPlace(int place) => new(function, matter, budget, place, Figure, Axis, Facts);

    /// <exception cref="ArgumentException">Another place was said, or the place lies outside those of the budget.</exception>
    public DecisionPoint WithPlace(int place, DecisionSpace space)
    {
        CheckPlace(place, space);
        return WithPlace(place);
    }

    /// <param name="figure">The amount, never negative.</param>
    /// <param name="axis">What it counts.</param>
    /// <exception cref="ArgumentException">Another amount was said.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DecisionPoint WithAmount(decimal figure, AmountAxis axis)
    {
        if (Axis is not null)
        {
            CheckAmount(Figure, Axis, figure, axis);
        }

        return new(function, matter, budget, Place, figure, axis, Facts);
    }

    /// <exception cref="ArgumentException">The opposite was said.</exception>
    public DecisionPoint WithCondition(int condition, bool value, DecisionSpace space)
    {
        string name = space.Definition.Conditions[condition].Name;
        return Facts is not null && Facts.Conditions.TryGetValue(condition, out bool said) && said != value
            ? throw Twice(nameof(condition), (said ? "when " : "unless ") + name, (value ? "when " : "unless ") + name)
            : new(function, matter, budget, Place, Figure, Axis, (Facts ?? StatedFacts.None).WithCondition(condition, value));
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    /// <exception cref="ArgumentException">Another value was said.</exception>
    public DecisionPoint WithMeasure(int measure, decimal value, DecisionSpace space)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        MeasureDefinition definition = space.Definition.Measures[measure];
        return Facts is not null && Facts.Measures.TryGetValue(measure, out decimal said) && said != value
            ? throw Twice(nameof(value), $"{definition.Name} {Wording.Amount(said, definition.Currency)}", $"{definition.Name} {Wording.Amount(value, definition.Currency)}")
            : new(function, matter, budget, Place, Figure, Axis, (Facts ?? StatedFacts.None).WithMeasure(measure, value));
    }

    /// <summary>The same as the evaluator is asked it.</summary>
    /// <exception cref="InvalidOperationException">It is about nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is the default one.</exception>
    public Decision On(DateOnly day)
    {
        Check(day);
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

    /// <summary>Makes sure that it is a question, and that a day was given: the first day of the calendar is what a day is that nobody set.</summary>
    public void Check(DateOnly day)
    {
        if (IsNothing)
        {
            throw NoQuestion();
        }

        if (day == default)
        {
            throw NoDay();
        }
    }

    /// <summary>For a value that nobody set.</summary>
    public static InvalidOperationException NoQuestion() =>
        new("This is no question: it was never asked of a scheme. Begin with WhoDecides or May of the scheme.");

    /// <summary>For a day that nobody set.</summary>
    public static ArgumentOutOfRangeException NoDay() =>
        new("day", "1 January 0001 is no day of a decision, but a day that was never set. Give the day on which the decision is made.");

    // Takes what was said and not the point: a point whose address is given away is kept in memory, which every question would pay for.
    private static void CheckAmount(decimal said, AmountAxis saidAxis, decimal figure, AmountAxis axis)
    {
        if (figure != said || !saidAxis.Means(axis))
        {
            throw Twice(nameof(figure), $"{Wording.Amount(said, saidAxis.Currency)}{Wording.Basis(saidAxis.Basis, saidAxis.Vat)}", $"{Wording.Amount(figure, axis.Currency)}{Wording.Basis(axis.Basis, axis.Vat)}");
        }
    }

    private void CheckPlace(int place, DecisionSpace space)
    {
        SpaceDefinition definition = space.Definition;
        if ((uint)place >= (uint)definition.Places.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(place), place, "This value is no place of the scheme.");
        }

        if (budget != 0)
        {
            CheckBudget(place, definition, space.Index);
        }
        else if (Place >= 0 && place != Place)
        {
            throw Twice(nameof(place), "at " + definition.Places[Place].Name, "at " + definition.Places[place].Name);
        }
    }

    // By itself: what it remembers for its search would be made for every question.
    private void CheckBudget(int place, SpaceDefinition definition, SpaceIndex index)
    {
        SubjectDefinition subject = definition.Subjects[Budget];
        if (!subject.At.IsEmpty && !subject.At.Any(at => index.IsWithin(place, at)))
        {
            throw new ArgumentException($"{subject.Name} is not at {definition.Places[place].Name}, but at {Wording.List([.. subject.At.Select(at => definition.Places[at].Name)], "or")}.", nameof(place));
        }
    }

    private static ArgumentException Twice(string parameter, string said, string now) =>
        new($"The question already says “{said}” and cannot say “{now}” as well. Questions do not change: begin another one.", parameter);
}
