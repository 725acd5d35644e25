using DelegationLang.Policy.Amounts;
using DelegationLang.Policy.Permission;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy;

/// <summary>
/// A sum of money that says what it counts and whether value added tax is in it. Amounts that count different things are of different types, so
/// that a year's value is never added to a contract's or compared with it.
/// </summary>
/// <typeparam name="TCurrency">The currency.</typeparam>
/// <typeparam name="TBasis">What it counts.</typeparam>
/// <typeparam name="TVat">Whether value added tax is in it.</typeparam>
public readonly record struct Amount<TCurrency, TBasis, TVat> : IComparable<Amount<TCurrency, TBasis, TVat>>
    where TCurrency : struct, ICurrency
    where TBasis : struct, IBasis
    where TVat : struct, IVatTreatment
{
    internal Amount(Money<TCurrency> sum) => Sum = sum;

    /// <summary>The sum.</summary>
    public Money<TCurrency> Sum { get; }

    /// <summary>The same figure, said to be without value added tax.</summary>
    public Amount<TCurrency, TBasis, VatExcluded> ExcludingVat => new(Sum);

    /// <summary>The same figure, said to be with value added tax.</summary>
    public Amount<TCurrency, TBasis, VatIncluded> IncludingVat => new(Sum);

    /// <summary>The sum of both.</summary>
    public static Amount<TCurrency, TBasis, TVat> operator +(Amount<TCurrency, TBasis, TVat> left, Amount<TCurrency, TBasis, TVat> right) => new(left.Sum + right.Sum);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Amount<TCurrency, TBasis, TVat> left, Amount<TCurrency, TBasis, TVat> right) => left.Sum < right.Sum;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Amount<TCurrency, TBasis, TVat> left, Amount<TCurrency, TBasis, TVat> right) => left.Sum > right.Sum;

    /// <summary>Whether the first is at most the second.</summary>
    public static bool operator <=(Amount<TCurrency, TBasis, TVat> left, Amount<TCurrency, TBasis, TVat> right) => left.Sum <= right.Sum;

    /// <summary>Whether the first is at least the second.</summary>
    public static bool operator >=(Amount<TCurrency, TBasis, TVat> left, Amount<TCurrency, TBasis, TVat> right) => left.Sum >= right.Sum;

    /// <summary>The sum of both, as <c>+</c> has it.</summary>
    public Amount<TCurrency, TBasis, TVat> Add(Amount<TCurrency, TBasis, TVat> other) => this + other;

    /// <inheritdoc/>
    public int CompareTo(Amount<TCurrency, TBasis, TVat> other) => Sum.CompareTo(other.Sum);

    /// <summary>As answers give it: <c>£400,000 per contract excluding VAT</c>; empty for the default value.</summary>
    public override string ToString() => Sum == default ? "" : Sum + Wording.Basis(TBasis.Word, TVat.Vat);
}

/// <summary>What the amounts of a type count: one object for each type, so that telling them apart costs next to nothing.</summary>
internal static class AxisOf<TCurrency, TBasis, TVat>
    where TCurrency : struct, ICurrency
    where TBasis : struct, IBasis
    where TVat : struct, IVatTreatment
{
    public static readonly AmountAxis Axis = new(TCurrency.Code, TBasis.Word, TVat.Vat);
}
