using DelegationLang.Policy.Amounts;

namespace DelegationLang.Policy;

/// <summary>Makes sums of money.</summary>
public static class Money
{
    /// <summary>Pounds sterling.</summary>
    /// <param name="value">The sum, never negative.</param>
    public static Money<Sterling> Pounds(decimal value) => new(value);

    /// <summary>Euros.</summary>
    /// <param name="value">The sum, never negative.</param>
    public static Money<Euro> Euros(decimal value) => new(value);
}

/// <summary>A sum of money of one currency, never negative. Sums of two currencies are of two types: they neither add nor compare.</summary>
/// <remarks>The default value is no sum, and to ask for its figure throws.</remarks>
/// <typeparam name="TCurrency">The currency.</typeparam>
public readonly record struct Money<TCurrency> : IComparable<Money<TCurrency>>
    where TCurrency : struct, ICurrency
{
    // A default value is no sum, and least of all nothing: nothing lies below every limit.
    private readonly decimal value;
    private readonly bool isGiven;

    /// <summary>A sum.</summary>
    /// <param name="value">The sum, never negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Money(decimal value)
    {
        if (value < 0)
        {
            ThrowNegative(value);
        }

        this.value = value;
        isGiven = true;
    }

    /// <summary>The sum.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no sum.</exception>
    public decimal Value => isGiven ? value : ThrowNoSum();

    /// <summary>For each decision by itself.</summary>
    public Amount<TCurrency, EachDecision, VatUnstated> PerDecision => Per<EachDecision>();

    /// <summary>For the whole life of a contract, extensions included.</summary>
    public Amount<TCurrency, WholeContract, VatUnstated> PerContract => Per<WholeContract>();

    /// <summary>For a financial year.</summary>
    public Amount<TCurrency, FinancialYear, VatUnstated> PerYear => Per<FinancialYear>();

    /// <summary>All in total.</summary>
    public Amount<TCurrency, AllInTotal, VatUnstated> InTotal => Per<AllInTotal>();

    /// <summary>Without value added tax; what it counts is not said.</summary>
    public Amount<TCurrency, AnyBasis, VatExcluded> ExcludingVat => new(this);

    /// <summary>With value added tax; what it counts is not said.</summary>
    public Amount<TCurrency, AnyBasis, VatIncluded> IncludingVat => new(this);

    /// <summary>For a basis that a scheme declares.</summary>
    /// <typeparam name="TBasis">The basis.</typeparam>
    public Amount<TCurrency, TBasis, VatUnstated> Per<TBasis>()
        where TBasis : struct, IBasis => new(this);

    /// <summary>The sum of both.</summary>
    public static Money<TCurrency> operator +(Money<TCurrency> left, Money<TCurrency> right) => new(left.Value + right.Value);

    /// <summary>What is left of the first without the second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is: the second is more.</exception>
    public static Money<TCurrency> operator -(Money<TCurrency> left, Money<TCurrency> right) => new(left.Value - right.Value);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Money<TCurrency> left, Money<TCurrency> right) => left.Value < right.Value;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Money<TCurrency> left, Money<TCurrency> right) => left.Value > right.Value;

    /// <summary>Whether the first is at most the second.</summary>
    public static bool operator <=(Money<TCurrency> left, Money<TCurrency> right) => left.Value <= right.Value;

    /// <summary>Whether the first is at least the second.</summary>
    public static bool operator >=(Money<TCurrency> left, Money<TCurrency> right) => left.Value >= right.Value;

    /// <summary>The sum of both, as <c>+</c> has it.</summary>
    public Money<TCurrency> Add(Money<TCurrency> other) => this + other;

    /// <summary>What is left without the other, as <c>-</c> has it.</summary>
    public Money<TCurrency> Subtract(Money<TCurrency> other) => this - other;

    /// <inheritdoc/>
    public int CompareTo(Money<TCurrency> other) => Value.CompareTo(other.Value);

    /// <summary>As answers give it: <c>£400,000</c>; empty for the default value.</summary>
    public override string ToString() => isGiven ? Wording.Amount(value, TCurrency.Code) : "";

    private static decimal ThrowNoSum() =>
        throw new InvalidOperationException("This value is no sum of money: it was never set. For nothing write Money.Pounds(0).");

    private static void ThrowNegative(decimal value) =>
        throw new ArgumentOutOfRangeException(nameof(value), value, "A sum of money is never negative.");
}
