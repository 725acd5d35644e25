using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>What an amount counts and in which currency. Amounts on different axes are never compared.</summary>
internal readonly record struct Axis(string Currency, string Basis, VatSyntaxKind Vat);

/// <summary>A figure in a bound: <see cref="Factor"/> times <see cref="Of"/>, or just <see cref="Factor"/> where <see cref="Of"/> is none.</summary>
/// <param name="Factor">The figure, or the part of a named amount or measure (0.1 for 10%).</param>
/// <param name="Of">A named amount or a measure.</param>
internal sealed record Leaf(decimal Factor, Thing? Of)
{
    /// <summary>The figure at a point; none where a named amount has none that day.</summary>
    public decimal? At(Point point) => Of switch
    {
        null => Factor,
        { Sort: Sort.Measure } => point.Measures.TryGetValue(Of, out decimal value) ? Factor * value : null,
        _ => Of.Sums.FirstOrDefault(sum => !(point.Day < sum.From) && !(point.Day > sum.Until)) is { } sum ? Factor * sum.Value : null,
    };
}

/// <summary>One bound: the smallest of its leaves, or the largest.</summary>
internal sealed record Bound(BoundKind Kind, List<Leaf> LowerOf)
{
    public bool IsHighest { get; init; }

    public bool Allows(decimal value, Point point)
    {
        decimal? figure = null;
        foreach (Leaf leaf in LowerOf)
        {
            if (leaf.At(point) is not { } candidate)
            {
                return false;
            }

            figure = figure is null || (IsHighest ? candidate > figure : candidate < figure) ? candidate : figure;
        }

        return figure is { } limit && Kind switch
        {
            BoundKind.UpTo => value <= limit,
            BoundKind.Below => value < limit,
            BoundKind.Above => value > limit,
            _ => value >= limit,
        };
    }
}

/// <summary>The amounts on one axis that a sentence covers.</summary>
internal sealed record Limit(Axis Axis, List<Bound> Bounds)
{
    public bool Allows(Point point)
    {
        decimal value = point.Amounts[point.AsGiven(Axis)];
        return Bounds.All(bound => bound.Allows(value, point));
    }
}

/// <summary>One fact wanted: a condition, or a measure within bounds; or the opposite of either.</summary>
internal sealed record Fact(Thing Thing, List<Bound> Bounds, bool Wanted)
{
    public bool Holds(Point point)
    {
        bool so = Thing.Sort == Sort.Condition
            ? point.Conditions[Thing]
            : Bounds.All(bound => bound.Allows(point.Measures[Thing], point));
        return so == Wanted;
    }
}

/// <summary>One fully known decision, save for its subject, which <see cref="Setting"/> holds.</summary>
internal sealed class Point
{
    public required DateOnly Day { get; init; }

    /// <summary>The place; none for no particular place.</summary>
    public Thing? Place { get; set; }

    /// <summary>How the figure as given counts value added tax; unstated where no limit says anything of it.</summary>
    public VatSyntaxKind Vat { get; set; }

    /// <summary>The axes of limits that say nothing of value added tax, where others of that currency and basis do.</summary>
    public required IReadOnlySet<Axis> WithoutVat { get; init; }

    public Dictionary<Axis, decimal> Amounts { get; } = [];

    public Dictionary<Thing, bool> Conditions { get; } = [];

    public Dictionary<Thing, decimal> Measures { get; } = [];

    /// <summary>A limit that says nothing of value added tax holds for the figure as given, however others on its currency and basis count it.</summary>
    public Axis AsGiven(Axis axis) => WithoutVat.Contains(axis) ? axis with { Vat = Vat } : axis;
}
