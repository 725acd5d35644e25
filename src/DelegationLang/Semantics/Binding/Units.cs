using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>The units of measures.</summary>
internal static class Units
{
    /// <summary>The ISO 4217 code of a unit that is money; empty for any other unit.</summary>
    public static string CurrencyOf(string unit) => NameKey.Of(unit) switch
    {
        "pounds" or "pound" or "pounds sterling" or "sterling" or "money" or "gbp" or "£" => "GBP",
        "euros" or "euro" or "eur" => "EUR",
        "dollars" or "us dollars" or "usd" => "USD",
        _ => Currencies.IsCode(unit) ? unit : "",
    };

    /// <summary>Whether two units are one: <c>year</c> and <c>years</c>.</summary>
    public static bool AreSame(string a, string b) => Singular(NameKey.Of(a)) == Singular(NameKey.Of(b));

    private static string Singular(string unit) =>
        unit.Length > 3 && unit.EndsWith('s') && !unit.EndsWith("ss", StringComparison.Ordinal) ? unit[..^1] : unit;
}
