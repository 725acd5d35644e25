using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>What stands where an amount may stand.</summary>
public abstract record AmountSyntax : SyntaxNode;

/// <summary>Money as a figure: <c>£400,000</c>, <c>EUR 1,000</c>.</summary>
public sealed record MoneySyntax : AmountSyntax
{
    /// <summary>The exact value, in units of the currency.</summary>
    public decimal Value { get; init; }

    /// <summary>The ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Whether it was written badly (already reported).</summary>
    public bool IsInvalid { get; init; }
}

/// <summary>A plain number with an optional unit: the bound of a measure, <c>5 years</c>; a quorum.</summary>
public sealed record NumberSyntax : AmountSyntax
{
    /// <summary>The exact value.</summary>
    public decimal Value { get; init; }

    /// <summary>The words after the number, such as <c>years</c>; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether it was written badly (already reported).</summary>
    public bool IsInvalid { get; init; }
}

/// <summary>A declared amount or measure standing where money may stand.</summary>
public sealed record NamedAmountSyntax : AmountSyntax
{
    /// <summary>The name of the amount or measure.</summary>
    public required NameSyntax Name { get; init; }
}

/// <summary><c>10% of X</c>.</summary>
public sealed record PercentSyntax : AmountSyntax
{
    /// <summary>The figure before the per cent sign: 10 for <c>10%</c>.</summary>
    public decimal Percent { get; init; }

    /// <summary>What it is a part of: money, or a declared amount or measure.</summary>
    public required AmountSyntax Of { get; init; }
}

/// <summary><c>the lower of A, B, C</c>, or <c>the higher of</c> them.</summary>
public sealed record LowerOfSyntax : AmountSyntax
{
    /// <summary>Whether the largest of them counts.</summary>
    public bool IsHigher { get; init; }

    /// <summary>The amounts of which the smallest counts; at least one.</summary>
    public required ImmutableArray<AmountSyntax> Items { get; init; }
}

/// <summary>A part left out or unreadable where an amount was expected.</summary>
public sealed record MissingAmountSyntax : AmountSyntax;

/// <summary>Which way a bound points and whether it includes its figure.</summary>
public enum BoundKind
{
    /// <summary><c>up to</c>: at most, the figure included.</summary>
    UpTo,

    /// <summary><c>below</c>: less than, the figure not included.</summary>
    Below,

    /// <summary><c>above</c>: more than, the figure not included.</summary>
    Above,

    /// <summary><c>at least</c>: no less than, the figure included.</summary>
    AtLeast,
}

/// <summary>One bound: <c>up to £5 million</c>.</summary>
public sealed record BoundSyntax : SyntaxNode
{
    /// <summary>Which way it points.</summary>
    public required BoundKind Kind { get; init; }

    /// <summary>The figure.</summary>
    public required AmountSyntax Amount { get; init; }
}

/// <summary>Whether value added tax is counted.</summary>
public enum VatSyntaxKind
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary><c>excluding VAT</c>.</summary>
    Excluding,

    /// <summary><c>including VAT</c>.</summary>
    Including,
}

/// <summary>What an amount counts: <c>per contract</c>, <c>in total</c>, <c>per invoice excluding VAT</c>.</summary>
public sealed record AmountQualifierSyntax : SyntaxNode
{
    /// <summary>The basis after <c>per</c>: <c>contract</c>, <c>year</c>, <c>decision</c> or a declared basis; <c>total</c> for <c>in total</c>; empty when not said.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Where the basis stands; the whole qualifier when it has none.</summary>
    public Text.TextSpan BasisSpan { get; init; }

    /// <summary>Whether value added tax is counted.</summary>
    public VatSyntaxKind Vat { get; init; }
}

/// <summary>The amounts that a sentence (or an onward power, or a measure) covers: at most one lower and one upper bound, and what they count.</summary>
public sealed record AmountRangeSyntax : SyntaxNode
{
    /// <summary>The bounds in the order of the text, one or two.</summary>
    public required ImmutableArray<BoundSyntax> Bounds { get; init; }

    /// <summary>What they count; an empty qualifier when not said.</summary>
    public required AmountQualifierSyntax Qualifier { get; init; }
}
