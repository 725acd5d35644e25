using DelegationLang.Policy.Amounts;

namespace DelegationLang.Policy;

/// <summary>Pounds sterling.</summary>
public readonly record struct Sterling : ICurrency
{
    /// <inheritdoc/>
    public static string Code => "GBP";
}

/// <summary>Euros.</summary>
public readonly record struct Euro : ICurrency
{
    /// <inheritdoc/>
    public static string Code => "EUR";
}
