using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy.Comparison;

/// <summary>Whether the bounds of one region lie within those of another.</summary>
internal static class TermsWithin
{
    /// <summary>Whether every point of some bounds lies within others; where that is not certain, that it does not.</summary>
    /// <param name="outer">The others.</param>
    /// <param name="inner">The bounds.</param>
    /// <param name="definition">The scheme.</param>
    public static bool Holds(this AuthorityTerms outer, AuthorityTerms inner, SpaceDefinition definition) =>
        !outer.IsInSomeCasesOnly && !inner.IsInSomeCasesOnly
        && (outer.GivenVat == Vat.Unstated || outer.GivenVat == inner.GivenVat)
        && outer.Conditions.All(inner.Conditions.Contains)
        && outer.Unless.All(inner.Unless.Contains)
        && outer.Shares.All(inner.Shares.Contains)
        && outer.Measures.All(wide => inner.Measures.Any(narrow => wide.Measure == narrow.Measure && IsWithin(narrow.From, narrow.IsFromIncluded, narrow.To, narrow.IsToIncluded, wide.From, wide.IsFromIncluded, wide.To, wide.IsToIncluded)))
        && outer.Amounts.All(wide => inner.Amounts.Any(narrow => IsWithin(narrow, wide)))
        && IsAtAll(outer, inner, definition);

    // A figure as given is without value added tax or with it: what holds for figures as given holds for either.
    private static bool IsWithin(AmountInterval narrow, AmountInterval wide) =>
        narrow.Currency == wide.Currency && narrow.Basis == wide.Basis && (narrow.Vat == wide.Vat || wide.Vat == Vat.Unstated)
        && IsWithin(narrow.From, narrow.IsFromIncluded, narrow.To, narrow.IsToIncluded, wide.From, wide.IsFromIncluded, wide.To, wide.IsToIncluded);

    private static bool IsWithin(decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded, decimal? low, bool isLowIncluded, decimal? high, bool isHighIncluded) =>
        (low is null || from > low || (from == low && (isLowIncluded || !isFromIncluded))) && (high is null || to < high || (to == high && (isHighIncluded || !isToIncluded)));

    private static bool IsAtAll(AuthorityTerms outer, AuthorityTerms inner, SpaceDefinition definition)
    {
        if (outer is { Places.IsEmpty: true, NotAt.IsEmpty: true, IsElsewhere: true })
        {
            return true;
        }

        var wide = new ChangedRegion(null, outer, DateRange.Always);
        var narrow = new ChangedRegion(null, inner, DateRange.Always);
        return (outer.IsElsewhere || !inner.IsElsewhere) && Enumerable.Range(0, definition.Places.Length).All(place => wide.IsAt(definition, place) || !narrow.IsAt(definition, place));
    }
}
