using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>An amount of a point, and what it counts.</summary>
internal sealed record SpaceAmount(string Currency, string Basis, Vat Vat, decimal Value);

/// <summary>A condition of a point, and whether it is so.</summary>
internal sealed record SpaceCondition(ConditionSymbol Condition, bool IsSo);

/// <summary>A measure of a point, and its value.</summary>
internal sealed record SpaceMeasure(MeasureSymbol Measure, decimal Value);

/// <summary>A point of the decision space that shows something. What makes no difference is left out.</summary>
internal sealed record SpacePoint
{
    /// <summary>The function; none for no particular one.</summary>
    public SubjectSymbol? Function { get; init; }

    /// <summary>The matter; none for no particular one.</summary>
    public SubjectSymbol? Matter { get; init; }

    /// <summary>The place; none for no particular one, or where it makes no difference.</summary>
    public PlaceSymbol? Place { get; init; }

    /// <summary>Whether it makes a difference where, or that it is at no particular place.</summary>
    public bool HasPlace { get; init; }

    /// <summary>The first of the days on which it is so; none where that is so of every day before.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The amounts.</summary>
    public IReadOnlyList<SpaceAmount> Amounts { get; init; } = [];

    /// <summary>The conditions.</summary>
    public IReadOnlyList<SpaceCondition> Conditions { get; init; } = [];

    /// <summary>The measures.</summary>
    public IReadOnlyList<SpaceMeasure> Measures { get; init; } = [];

    /// <summary>The function or matter that it is about; none for a matter that the scheme does not declare.</summary>
    public SubjectSymbol? Subject => Matter ?? Function;
}
