using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Scheme;

/// <summary>Amounts of the model in the words that answers use.</summary>
internal static class AmountWords
{
    /// <summary>A limit: <c>above £50,000 up to £250,000 per contract</c>.</summary>
    public static string Of(AmountLimit limit) =>
        Bounds(limit.Lower, limit.Upper, "") + (limit.Also is not null && limit.Basis == "decision" ? " per decision" : "") + Wording.Basis(limit.Basis, limit.Vat switch
        {
            VatSyntaxKind.Excluding => Vat.Excluding,
            VatSyntaxKind.Including => Vat.Including,
            _ => Vat.Unstated,
        }) + (limit.Also is null ? "" : " and " + Of(limit.Also));

    /// <summary>What is wanted of a measure: <c>up to 5 years</c>; empty for a condition.</summary>
    public static string Of(Fact fact) =>
        Bounds(fact.Lower, fact.Upper, fact.Symbol is MeasureSymbol { IsMoney: false } measure ? measure.Unit : "");

    private static string Bounds(AmountBound? lower, AmountBound? upper, string unit)
    {
        string below = lower is null ? "" : (lower.IsIncluded ? "at least " : "above ") + Expression(lower.Amount, unit);
        string above = upper is null ? "" : (upper.IsIncluded ? "up to " : "below ") + Expression(upper.Amount, unit);
        return below.Length > 0 && above.Length > 0 ? below + " " + above : below + above;
    }

    private static string Expression(AmountExpression amount, string unit) => amount switch
    {
        FixedAmount figure => Wording.Amount(figure.Value, figure.Currency) + (figure.Currency.Length == 0 && unit.Length > 0 ? " " + unit : ""),
        PartOfAmount part => Part(part.Percent) + part.Amount.DisplayName,
        PartOfMeasure part => Part(part.Percent) + part.Measure.DisplayName,
        LowerOf lower => (lower.IsHighest ? "the higher of " : "the lower of ") + Wording.List([.. lower.Items.Select(item => Expression(item, unit))]),
        _ => "",
    };

    private static string Part(decimal percent) => percent == 100 ? "" : percent.ToString("0.############", CultureInfo.InvariantCulture) + "% of ";
}
