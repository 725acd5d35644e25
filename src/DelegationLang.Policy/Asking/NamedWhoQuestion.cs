using DelegationLang.Policy.Amounts;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme who decides something. Each method gives a new question that says more of the decision; what is left out and matters
/// makes the answer <see cref="Outcome.Depends"/>. The question ends with the day. Names that the scheme does not have are an <see cref="ArgumentException"/>.
/// </summary>
public readonly struct NamedWhoQuestion
{
    private readonly LoadedScheme? scheme;
    private readonly DecisionPoint point;

    internal NamedWhoQuestion(LoadedScheme scheme, in DecisionPoint point)
    {
        this.scheme = scheme;
        this.point = point;
    }

    // A default value was never asked of a scheme.
    private LoadedScheme Scheme => scheme ?? throw DecisionPoint.NoQuestion();

    /// <summary>In this place.</summary>
    public NamedWhoQuestion At(string place) => AtIndex(Scheme.Lookup.Places.Find(place));

    /// <summary>Worth this much.</summary>
    /// <param name="amount">The figure, never negative.</param>
    /// <param name="basis">What it counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c> or a basis of the scheme; empty where that is not said.</param>
    /// <param name="vat">Whether value added tax is in it.</param>
    /// <param name="currency">The ISO 4217 code.</param>
    public NamedWhoQuestion Worth(decimal amount, string basis = "", Vat vat = Vat.Unstated, string currency = "GBP")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(Scheme, point.WithAmount(amount, Scheme.Space.AxisOf(currency, basis, vat)));
    }

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public NamedWhoQuestion Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(Scheme, point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    public NamedWhoQuestion Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(Scheme, point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public NamedWhoQuestion When(string condition) => WithCondition(Scheme.Lookup.Conditions.Find(condition), true);

    /// <summary>Where this is not so.</summary>
    public NamedWhoQuestion Unless(string condition) => WithCondition(Scheme.Lookup.Conditions.Find(condition), false);

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public NamedWhoQuestion When(string measure, decimal value) => WithMeasure(Scheme.Lookup.Measures.Find(measure), value);

    /// <summary>Asks instead whether these parties may decide it together, and if not yet, who must still sign.</summary>
    /// <param name="signedBy">The parties in whose names people signed: one entry for each person, so that two people of a post are two entries. None where nobody has signed.</param>
    /// <exception cref="ArgumentException">The scheme has no party of a name, or several.</exception>
    public NamedSigningQuestion MayTogether(params string[] signedBy) => new(Scheme, point, SignedPoint.By(Scheme.Indexes(signedBy)));

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(DateOnly day) => Scheme.Space.WhoDecidesOf(Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    internal NamedWhoQuestion AtIndex(int place) => new(Scheme, point.WithPlace(place, Scheme.Space));

    internal NamedWhoQuestion WithCondition(int condition, bool isSo) => new(Scheme, point.WithCondition(condition, isSo, Scheme.Space));

    internal NamedWhoQuestion WithMeasure(int measure, decimal value) => new(Scheme, point.WithMeasure(measure, value, Scheme.Space));

    internal NamedSigningQuestion MayTogether(IEnumerable<int> signedBy) => new(Scheme, point, SignedPoint.By(signedBy));
}
