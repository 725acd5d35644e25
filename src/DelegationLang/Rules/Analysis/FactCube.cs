using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>One fact of a cube: a condition that is so or not, a measure between two figures, or a bound that has no figure and is kept as a whole.</summary>
/// <param name="About">The condition, the measure, or the words of the bound.</param>
/// <param name="IsWanted">Whether it is wanted true; always true for a measure between figures.</param>
/// <param name="Range">For a measure between figures: which.</param>
internal sealed record FactLiteral(object About, bool IsWanted, Interval Range)
{
    /// <summary>Whether it is a measure between figures.</summary>
    public bool IsMeasured => About is MeasureSymbol;
}

/// <summary>Facts that are all so. The empty cube asks for nothing.</summary>
internal sealed class FactCube
{
    /// <summary>How many cubes facts may be split into before they are not followed any further.</summary>
    public const int MaximumCubes = 64;

    private FactCube(ImmutableArray<FactLiteral> literals) => Literals = literals;

    /// <summary>Nothing asked for.</summary>
    public static FactCube Any { get; } = new([]);

    /// <summary>The facts, one about each thing.</summary>
    public ImmutableArray<FactLiteral> Literals { get; }

    /// <summary>The facts of a sentence as cubes of which one must be so; none at all when they contradict each other, null when there are too many.</summary>
    public static ImmutableArray<FactCube>? Expand(ImmutableArray<FactGroup> groups)
    {
        if (groups.Length > MaximumCubes && groups.All(group => group.AnyOf is [{ Symbol: not MeasureSymbol }]))
        {
            return AllOf(groups);
        }

        var cubes = new List<FactCube> { Any };
        foreach (FactGroup group in groups)
        {
            FactLiteral[] choices = [.. group.AnyOf.SelectMany(Literal)];
            cubes = [.. cubes.SelectMany(cube => choices.Select(cube.And)).OfType<FactCube>()];
            if (cubes.Count > MaximumCubes)
            {
                return null;
            }
        }

        return [.. cubes];
    }

    // Very many conditions, all of which must be so.
    private static ImmutableArray<FactCube> AllOf(ImmutableArray<FactGroup> groups)
    {
        var wanted = new Dictionary<object, FactLiteral>(groups.Length);
        ImmutableArray<FactLiteral>.Builder literals = ImmutableArray.CreateBuilder<FactLiteral>(groups.Length);
        foreach (FactGroup group in groups)
        {
            FactLiteral literal = Literal(group.AnyOf[0]).Single();
            if (wanted.TryAdd(literal.About, literal))
            {
                literals.Add(literal);
            }
            else if (wanted[literal.About].IsWanted != literal.IsWanted)
            {
                return [];
            }
        }

        return [new FactCube(literals.ToImmutable())];
    }

    /// <summary>The facts of both; none when they contradict each other.</summary>
    public FactCube? Intersect(FactCube other)
    {
        FactCube? result = this;
        foreach (FactLiteral literal in other.Literals)
        {
            result = result?.And(literal);
        }

        return result;
    }

    /// <summary>The cases of this cube that are not cases of the other, in cubes that do not meet.</summary>
    public IEnumerable<FactCube> Subtract(FactCube other)
    {
        FactCube? current = this;
        foreach (FactLiteral literal in other.Literals)
        {
            foreach (FactLiteral negation in Negate(literal))
            {
                if (current.And(negation) is FactCube left)
                {
                    yield return left;
                }
            }

            current = current.And(literal);
            if (current is null)
            {
                yield break;
            }
        }
    }

    private FactCube? And(FactLiteral literal)
    {
        int index = -1;
        for (int i = 0; i < Literals.Length && index < 0; i++)
        {
            index = Literals[i].About.Equals(literal.About) ? i : -1;
        }

        if (index < 0)
        {
            return literal.IsMeasured && literal.Range.IsEmpty ? null : new FactCube(Literals.Add(literal));
        }

        FactLiteral own = Literals[index];
        if (!literal.IsMeasured)
        {
            return own.IsWanted == literal.IsWanted ? this : null;
        }

        Interval range = own.Range.Intersect(literal.Range);
        return range.IsEmpty ? null : new FactCube(Literals.SetItem(index, own with { Range = range }));
    }

    private static IEnumerable<FactLiteral> Negate(FactLiteral literal) =>
        literal.IsMeasured
            ? Interval.All.Subtract(literal.Range).Select(range => literal with { Range = range })
            : [literal with { IsWanted = !literal.IsWanted }];

    private static IEnumerable<FactLiteral> Literal(Fact fact)
    {
        if (fact.Symbol is not MeasureSymbol measure)
        {
            return [new FactLiteral(fact.Symbol, !fact.IsNegated, Interval.All)];
        }

        if (RangeOf(fact) is not Interval range)
        {
            return [new FactLiteral(Words(fact), !fact.IsNegated, Interval.All)];
        }

        var literal = new FactLiteral(measure, true, range);
        return fact.IsNegated ? Negate(literal) : [literal];
    }

    private static Interval? RangeOf(Fact fact)
    {
        Interval range = Interval.All;
        if (fact.Lower is AmountBound lower)
        {
            if (lower.Amount is not FixedAmount figure)
            {
                return null;
            }

            range = range with { Low = figure.Value, HasLow = lower.IsIncluded };
        }

        if (fact.Upper is AmountBound upper)
        {
            if (upper.Amount is not FixedAmount figure)
            {
                return null;
            }

            range = range with { High = figure.Value, HasHigh = upper.IsIncluded };
        }

        return range;
    }

    // Bounds that rest on a named sum or on another measure are the same fact only where they are the same words.
    private static string Words(Fact fact) => $"{fact.Symbol.DisplayName}|{Words(fact.Lower)}|{Words(fact.Upper)}";

    private static string Words(AmountBound? bound) => bound is null ? "" : $"{bound.IsIncluded}{Words(bound.Amount)}";

    private static string Words(AmountExpression amount) => amount switch
    {
        FixedAmount figure => figure.Currency + figure.Value.ToString("G29", CultureInfo.InvariantCulture),
        PartOfAmount part => part.Percent.ToString("G29", CultureInfo.InvariantCulture) + "%" + part.Amount.DisplayName,
        PartOfMeasure part => part.Percent.ToString("G29", CultureInfo.InvariantCulture) + "%" + part.Measure.DisplayName,
        LowerOf several => (several.IsHighest ? "^" : "") + string.Join(',', several.Items.Select(Words)),
        _ => "",
    };
}
