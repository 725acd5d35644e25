using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>Facts as a text that is equal where the same facts are asked for, in whatever order.</summary>
internal static class FactText
{
    /// <summary>The text of the facts of a sentence; empty where it asks for none.</summary>
    public static string Of(ImmutableArray<FactGroup> groups) =>
        groups.IsEmpty ? "" : string.Join('&', groups.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(FactGroup group) => string.Join('|', group.AnyOf.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(Fact fact) =>
        (fact.IsNegated ? "not " : "") + fact.Symbol.DisplayName + Of(" from ", fact.Lower) + Of(" to ", fact.Upper);

    private static string Of(string word, AmountBound? bound) =>
        bound is null ? "" : word + (bound.IsIncluded ? "= " : "") + Of(bound.Amount);

    private static string Of(AmountExpression amount) => amount switch
    {
        FixedAmount figure => figure.Currency + figure.Value.ToString("G29", CultureInfo.InvariantCulture),
        PartOfAmount part => part.Percent.ToString("G29", CultureInfo.InvariantCulture) + "% " + part.Amount.DisplayName,
        PartOfMeasure part => part.Percent.ToString("G29", CultureInfo.InvariantCulture) + "% " + part.Measure.DisplayName,
        LowerOf several => (several.IsHighest ? "^" : "") + string.Join(',', several.Items.Select(Of).Order(StringComparer.Ordinal)),
        _ => "",
    };
}
