using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>
/// Asks a loaded scheme whether a party may decide something alone. Each method gives a new question that says more of the decision; what is left out and matters
/// makes the answer <see cref="Outcome.Depends"/>. The question ends with the day. Names that the scheme does not have are an <see cref="ArgumentException"/>.
/// </summary>
public readonly struct NamedMayQuestion
{
    private readonly LoadedScheme scheme;
    private readonly int party;
    private readonly DecisionPoint point;

    internal NamedMayQuestion(LoadedScheme scheme, int party, in DecisionPoint point)
    {
        this.scheme = scheme;
        this.party = party;
        this.point = point;
    }

    /// <summary>In this place.</summary>
    public NamedMayQuestion At(string place) => new(scheme, party, point.WithPlace(scheme.Lookup.Places.Find(place)));

    /// <summary>Worth this much.</summary>
    /// <param name="amount">The figure, never negative.</param>
    /// <param name="basis">What it counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c> or a basis of the scheme; empty where that is not said.</param>
    /// <param name="vat">Whether value added tax is in it.</param>
    /// <param name="currency">The ISO 4217 code.</param>
    public NamedMayQuestion Worth(decimal amount, string basis = "", Vat vat = Vat.Unstated, string currency = "GBP")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(scheme, party, point.WithAmount(amount, scheme.Space.AxisOf(currency, basis, vat)));
    }

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public NamedMayQuestion Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(scheme, party, point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    public NamedMayQuestion Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(scheme, party, point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public NamedMayQuestion When(string condition) => new(scheme, party, point.WithCondition(scheme.Lookup.Conditions.Find(condition), true));

    /// <summary>Where this is not so.</summary>
    public NamedMayQuestion Unless(string condition) => new(scheme, party, point.WithCondition(scheme.Lookup.Conditions.Find(condition), false));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public NamedMayQuestion When(string measure, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new(scheme, party, point.WithMeasure(scheme.Lookup.Measures.Find(measure), value));
    }

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(DateOnly day) => scheme.Space.May(party, point.On(day));

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    /// <summary>
    /// What the answer comes to on this day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>. Much quicker than
    /// the whole answer, and without allocating where the like was asked before.
    /// </summary>
    public Outcome OutcomeOn(DateOnly day) => scheme.Space.Permission(party, in point, day);

    /// <summary>Whether the answer on this day is yes. Where it depends on something that was not said, it is not.</summary>
    public bool IsAllowedOn(DateOnly day) => OutcomeOn(day) == Outcome.Yes;

    /// <summary>Makes sure that the party may decide on this day.</summary>
    /// <exception cref="NotAuthorisedException">It may not, or that depends: the exception says who may.</exception>
    public void RequireOn(DateOnly day)
    {
        if (OutcomeOn(day) != Outcome.Yes)
        {
            throw scheme.Space.Refusal(party, point.On(day));
        }
    }
}
