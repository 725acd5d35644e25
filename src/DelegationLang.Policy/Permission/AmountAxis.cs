namespace DelegationLang.Policy.Permission;

/// <summary>What a figure of money counts: its currency, its basis and whether value added tax is in it.</summary>
internal sealed class AmountAxis(string currency, string basis, Vat vat)
{
    /// <summary>The ISO 4217 code.</summary>
    public string Currency { get; } = currency;

    /// <summary>What it counts; empty where that is not said.</summary>
    public string Basis { get; } = basis;

    public Vat Vat { get; } = vat;

    /// <summary>Whether two count the same.</summary>
    public bool Means(AmountAxis other) =>
        ReferenceEquals(this, other) || (Vat == other.Vat && Currency == other.Currency && Basis == other.Basis);
}
