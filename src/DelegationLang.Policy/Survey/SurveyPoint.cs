using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>An amount of a point, with what it counts.</summary>
internal sealed record PointAmount(AmountAxis Axis, decimal Value);

/// <summary>A condition of a point, and whether it is so.</summary>
internal sealed record PointCondition(int Condition, bool IsSo);

/// <summary>A measure of a point, and its value.</summary>
internal sealed record PointMeasure(int Measure, decimal Value);

/// <summary>A point of the decision space that shows something. What makes no difference is left out.</summary>
internal sealed record SurveyPoint
{
    /// <summary>The place stands for any, because it makes no difference.</summary>
    public const int AnyPlace = -2;

    /// <summary>The function; -1 for no particular one.</summary>
    public required int Function { get; init; }

    /// <summary>The matter; -1 for no particular one.</summary>
    public required int Matter { get; init; }

    /// <summary>The first of the days on which it is so; none where that is so of every day before.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The place; -1 for no particular one.</summary>
    public int Place { get; init; } = AnyPlace;

    /// <summary>The amounts.</summary>
    public IReadOnlyList<PointAmount> Amounts { get; init; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<PointCondition> Conditions { get; init; } = [];

    /// <summary>The measures.</summary>
    public IReadOnlyList<PointMeasure> Measures { get; init; } = [];
}
