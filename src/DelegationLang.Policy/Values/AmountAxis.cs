namespace DelegationLang.Policy.Values;

/// <summary>What a figure of money counts: a line of numbers of its own. Amounts on different lines never compare.</summary>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Basis">What it counts; empty where that is not said.</param>
/// <param name="Vat">Whether value added tax is in it.</param>
internal sealed record AmountAxis(string Currency, string Basis, Vat Vat)
{
    /// <summary>Of no amount at all.</summary>
    public static AmountAxis None { get; } = new("", "", Vat.Unstated);

    /// <summary>An order that does not depend on that of the sentences.</summary>
    public static int Compare(AmountAxis a, AmountAxis b)
    {
        int order = string.CompareOrdinal(a.Currency, b.Currency);
        order = order != 0 ? order : string.CompareOrdinal(a.Basis, b.Basis);
        return order != 0 ? order : (int)a.Vat - (int)b.Vat;
    }

    /// <summary>Whether two count the same.</summary>
    public bool Means(AmountAxis other) => ReferenceEquals(this, other) || Equals(other);
}
