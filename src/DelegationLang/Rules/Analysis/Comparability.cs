using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Syntax;

namespace DelegationLang.Rules.Analysis;

/// <summary>Whether figures can be compared with each other.</summary>
internal static class Comparability
{
    /// <summary>
    /// Whether two limits speak of figures that can be compared: of one currency, counting the same thing. A limit that says nothing of value added
    /// tax holds for the figure as given, so it compares with either; with and without do not compare.
    /// </summary>
    public static bool AreComparable(AmountAxis one, AmountAxis other) =>
        CurrencyOf(one) == CurrencyOf(other)
        && one.Basis == other.Basis
        && (one.Vat == other.Vat || one.Vat == Vat.Unstated || other.Vat == Vat.Unstated);

    /// <summary>In words why two limits do not compare, the other one second: <c>one counts a year, the other a contract</c>.</summary>
    public static string Difference(AmountAxis one, AmountAxis other)
    {
        if (CurrencyOf(one) != CurrencyOf(other))
        {
            return $"one is in {CurrencyOf(one)}, the other in {CurrencyOf(other)}";
        }

        return one.Basis != other.Basis
            ? $"one counts {Counted(one.Basis)}, the other {Counted(other.Basis)}"
            : $"one is {Wording.VatWords(one.Vat)}, the other {Wording.VatWords(other.Vat)}";
    }

    // A limit by a measure alone says nothing of a currency; like the evaluator, this takes it to be in pounds.
    private static string CurrencyOf(AmountAxis axis) => axis.Currency.Length == 0 ? "GBP" : axis.Currency;

    private static string Counted(string basis) => basis switch
    {
        "total" => "all in total",
        "year" => "a year",
        "contract" => "a whole contract",
        "decision" => "each decision",
        _ => "each " + basis,
    };
}
