using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>What a budget or an agreement is worth, in words.</summary>
internal static class WorthWords
{
    /// <summary><c>£420 million for 2026/27</c>.</summary>
    public static string Of(Worth worth) =>
        Wording.Amount(worth.Value, worth.Currency) + (worth.YearFrom is { } year ? " for " + Year(year) : "");

    /// <summary>A financial year by its first year: <c>2026/27</c>.</summary>
    public static string Year(int first) => string.Create(CultureInfo.InvariantCulture, $"{first:0000}/{(first + 1) % 100:00}");
}
