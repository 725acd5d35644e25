namespace DelegationLang.Policy.Authorities;

/// <summary>What says nothing of value added tax holds for the figure as given, so that it has to be tried with figures that count it in either way.</summary>
internal static class GivenVat
{
    // A currency that no limit is in: the amount stays open although something is said of value added tax.
    private const string NoCurrency = "-";

    /// <summary>A decision of which only that is known how its figures count value added tax.</summary>
    public static Decision In(Decision decision, Vat vat) => decision with { Amount = new AskedAmount(0, NoCurrency, NoCurrency, vat) };

    /// <summary>What is so in one way, in the other, and in either: the first two say in which.</summary>
    /// <param name="these">What is so where value added tax is counted in one way.</param>
    /// <param name="way">That way.</param>
    /// <param name="more">What is so where it is counted in the other.</param>
    /// <param name="other">The other.</param>
    /// <param name="termsOf">The bounds of something that is so.</param>
    /// <param name="with">The same with other bounds.</param>
    public static IEnumerable<T> Join<T>(IReadOnlyList<T> these, Vat way, IReadOnlyList<T> more, Vat other, Func<T, AuthorityTerms> termsOf, Func<T, AuthorityTerms, T> with)
    {
        string KeyOf(T one) => termsOf(one).Key;
        IEnumerable<T> Only(IReadOnlyList<T> some, IReadOnlyList<T> others, Vat vat) => some
            .ExceptBy(others.Select(KeyOf), KeyOf)
            .Select(one => with(one, termsOf(one) with { GivenVat = vat, Key = termsOf(one).Key + vat }));
        return [.. Only(these, more, way), .. Only(more, these, other), .. these.IntersectBy(more.Select(KeyOf), KeyOf)];
    }
}
