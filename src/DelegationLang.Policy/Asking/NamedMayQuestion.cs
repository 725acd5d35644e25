using DelegationLang.Policy.Amounts;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme whether a party may decide something alone. Each method gives a new question that says more of the decision; what is left out and matters
/// makes the answer <see cref="Outcome.Depends"/>. The question ends with the day. Names that the scheme does not have are an <see cref="ArgumentException"/>.
/// </summary>
public readonly struct NamedMayQuestion
{
    private readonly LoadedScheme? scheme;
    private readonly int party;
    private readonly DecisionPoint point;

    internal NamedMayQuestion(LoadedScheme scheme, int party, in DecisionPoint point)
    {
        this.scheme = scheme;
        this.party = party;
        this.point = point;
    }

    // A default value was never asked of a scheme.
    private LoadedScheme Scheme => scheme ?? throw DecisionPoint.NoQuestion();

    /// <summary>In this place.</summary>
    public NamedMayQuestion At(string place) => AtIndex(Scheme.Lookup.Places.Find(place));

    /// <summary>Worth this much.</summary>
    /// <param name="amount">The figure, never negative.</param>
    /// <param name="basis">What it counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c> or a basis of the scheme; empty where that is not said.</param>
    /// <param name="vat">Whether value added tax is in it.</param>
    /// <param name="currency">The ISO 4217 code.</param>
    public NamedMayQuestion Worth(decimal amount, string basis = "", Vat vat = Vat.Unstated, string currency = "GBP")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(Scheme, party, point.WithAmount(amount, Scheme.Space.AxisOf(currency, basis, vat)));
    }

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public NamedMayQuestion Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(Scheme, party, point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    public NamedMayQuestion Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(Scheme, party, point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public NamedMayQuestion When(string condition) => WithCondition(Scheme.Lookup.Conditions.Find(condition), true);

    /// <summary>Where this is not so.</summary>
    public NamedMayQuestion Unless(string condition) => WithCondition(Scheme.Lookup.Conditions.Find(condition), false);

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public NamedMayQuestion When(string measure, decimal value) => WithMeasure(Scheme.Lookup.Measures.Find(measure), value);

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(DateOnly day) => Scheme.Space.MayOf(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    /// <summary>
    /// What the answer comes to on this day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>, whatever must come
    /// first. Much quicker than the whole answer, and without allocating where the like was asked before. Whether the party may go ahead is what
    /// <see cref="IsAllowedOn"/> and <see cref="StandingOn"/> say.
    /// </summary>
    public Outcome OutcomeOn(DateOnly day) => Scheme.Space.Permission(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>
    /// Whether the party may go ahead on this day: the answer is yes, and nothing must come first. Where it depends on something that was not said, where
    /// a step must be taken first, and where somebody else must act too, it may not.
    /// </summary>
    public bool IsAllowedOn(DateOnly day) => Scheme.Space.IsAllowed(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>Where the party stands on this day: allowed, allowed once something is done (with the steps, and who else must act), not, or it depends.</summary>
    public Standing StandingOn(DateOnly day) => Scheme.Space.StandingOn(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>Makes sure that the party may go ahead on this day.</summary>
    /// <exception cref="NotAuthorisedException">It may not, or not yet, or that depends: the exception says what is wanting, and who may.</exception>
    public void RequireOn(DateOnly day) => Scheme.Space.Require(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day);

    /// <summary>Makes sure that the party may go ahead on this day now that some things are done.</summary>
    /// <param name="day">The day.</param>
    /// <param name="stepsTaken">The steps that were taken, in the words of <see cref="Standing.Steps"/>.</param>
    /// <param name="signedBy">The posts of those who act beside the party, one entry for each person; none where nobody does.</param>
    /// <exception cref="NotAuthorisedException">It may not, or not yet, or that depends: the exception says what is wanting, and who may.</exception>
    public void RequireOn(DateOnly day, IEnumerable<string> stepsTaken, IEnumerable<string>? signedBy = null) =>
        Scheme.Space.Require(Scheme.Lookup.PartyOn(party, day), Scheme.Lookup.PointOn(in point, day), day, stepsTaken, signedBy);

    internal NamedMayQuestion AtIndex(int place) => new(Scheme, party, point.WithPlace(place, Scheme.Space));

    internal NamedMayQuestion WithCondition(int condition, bool isSo) => new(Scheme, party, point.WithCondition(condition, isSo, Scheme.Space));

    internal NamedMayQuestion WithMeasure(int measure, decimal value) => new(Scheme, party, point.WithMeasure(measure, value, Scheme.Space));
}
