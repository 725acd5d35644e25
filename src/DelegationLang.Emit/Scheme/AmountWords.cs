using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>Amounts of the model in the words that answers use.</summary>
internal static class AmountWords
{
    /// <summary>A limit: <c>above £50,000 up to £250,000 per contract</c>.</summary>
    public static string Of(AmountLimit limit) =>
        Wording.Limit(Bounds(limit.Lower, limit.Upper, ""), limit.Basis, limit.Vat, limit.Also is null ? "" : Of(limit.Also));

    /// <summary>What is wanted of a measure: <c>up to 5 years</c>; empty for a condition.</summary>
    public static string Of(Fact fact) =>
        Bounds(fact.Lower, fact.Upper, fact.Symbol is MeasureSymbol { IsMoney: false } measure ? measure.Unit : "");

    private static string Bounds(AmountBound? lower, AmountBound? upper, string unit) => Wording.Bounds(
        lower is null ? "" : Expression(lower.Amount, unit), lower?.IsIncluded ?? false, upper is null ? "" : Expression(upper.Amount, unit), upper?.IsIncluded ?? false);

    private static string Expression(AmountExpression amount, string unit) => amount switch
    {
        FixedAmount figure => Wording.Figure(figure.Value, figure.Currency, unit),
        PartOfAmount part => Wording.Share(part.Percent / 100, part.Amount.DisplayName),
        PartOfMeasure part => Wording.Share(part.Percent / 100, part.Measure.DisplayName),
        LowerOf lower => Wording.Choice([.. lower.Items.Select(item => Expression(item, unit))], lower.IsHighest),
        _ => "",
    };
}
