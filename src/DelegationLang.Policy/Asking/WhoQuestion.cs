using DelegationLang.Policy.Amounts;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>
/// Asks who decides something. Each method gives a new question that says more of the decision; what is left out and matters makes the answer
/// <see cref="Outcome.Depends"/>. The question ends with the day.
/// </summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly struct WhoQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly DecisionPoint point;

    internal WhoQuestion(in DecisionPoint point)
    {
        this.point = point;
    }

    /// <summary>In this place.</summary>
    public WhoQuestion<TScheme> At(Place<TScheme> place) =>
        new(point.IsPlaceOpen ? point.WithPlace(place.Index) : point.WithPlace(place.Index, TScheme.Space));

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public WhoQuestion<TScheme> Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    public WhoQuestion<TScheme> Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public WhoQuestion<TScheme> When(Condition<TScheme> condition) => new(point.WithCondition(condition.Index, true, TScheme.Space));

    /// <summary>Where this is not so.</summary>
    public WhoQuestion<TScheme> Unless(Condition<TScheme> condition) => new(point.WithCondition(condition.Index, false, TScheme.Space));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public WhoQuestion<TScheme> When(Measure<TScheme> measure, decimal value) =>
        new(point.WithMeasure(measure.Index, value, TScheme.Space));

    /// <summary>Asks instead whether these parties may decide it together, and if not yet, who must still sign.</summary>
    /// <param name="signedBy">The parties in whose names people signed: one entry for each person, so that two people of a post are two entries. None where nobody has signed.</param>
    public SigningQuestion<TScheme> MayTogether(params Party<TScheme>[] signedBy) => new(point, SignedPoint.By(signedBy.Select(party => party.Index)));

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(DateOnly day) => TScheme.Space.WhoDecidesOf(in point, day);

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));
}
