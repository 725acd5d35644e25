using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>What a budget or an agreement is worth, in words.</summary>
internal static class WorthWords
{
    /// <summary><c>£420 million for 2026/27</c>.</summary>
    public static string Of(Worth worth) =>
        Wording.Amount(worth.Value, worth.Currency) + (worth.YearFrom is { } year ? " for " + Worth.Year(year) : "");
}
