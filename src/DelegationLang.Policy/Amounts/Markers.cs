namespace DelegationLang.Policy.Amounts;

/// <summary>A currency as a type, so that amounts of two currencies are of two types.</summary>
public interface ICurrency
{
    /// <summary>The ISO 4217 code.</summary>
    static abstract string Code { get; }
}

/// <summary>What an amount counts, as a type: a contract over its life is not a year of it.</summary>
public interface IBasis
{
    /// <summary>The word of the language: <c>contract</c>; empty where it is not said.</summary>
    static abstract string Word { get; }
}

/// <summary>Whether value added tax is in an amount, as a type.</summary>
public interface IVatTreatment
{
    /// <summary>Which.</summary>
    static abstract Vat Vat { get; }
}

/// <summary>Not said: every basis is tried that limits on the subject use.</summary>
public readonly record struct AnyBasis : IBasis
{
    /// <inheritdoc/>
    public static string Word => "";
}

/// <summary>Each decision by itself: what a limit counts that does not say otherwise.</summary>
public readonly record struct EachDecision : IBasis
{
    /// <inheritdoc/>
    public static string Word => "decision";
}

/// <summary>The whole value of a contract over its life, extensions included.</summary>
public readonly record struct WholeContract : IBasis
{
    /// <inheritdoc/>
    public static string Word => "contract";
}

/// <summary>A financial year.</summary>
public readonly record struct FinancialYear : IBasis
{
    /// <inheritdoc/>
    public static string Word => "year";
}

/// <summary>All in total.</summary>
public readonly record struct AllInTotal : IBasis
{
    /// <inheritdoc/>
    public static string Word => "total";
}

/// <summary>Not said whether value added tax is in it: each way is tried that limits on the subject use.</summary>
public readonly record struct VatUnstated : IVatTreatment
{
    /// <inheritdoc/>
    public static Vat Vat => Vat.Unstated;
}

/// <summary>Without value added tax.</summary>
public readonly record struct VatExcluded : IVatTreatment
{
    /// <inheritdoc/>
    public static Vat Vat => Vat.Excluding;
}

/// <summary>With value added tax.</summary>
public readonly record struct VatIncluded : IVatTreatment
{
    /// <inheritdoc/>
    public static Vat Vat => Vat.Including;
}
