using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>
/// Asks whether a party may decide something alone. Each method gives a new question that says more of the decision; what is left out and matters makes the answer
/// <see cref="Outcome.Depends"/>. The question ends with the day.
/// </summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly struct MayQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly int party;
    private readonly DecisionPoint point;

    internal MayQuestion(int party, in DecisionPoint point)
    {
        this.party = party;
        this.point = point;
    }

    /// <summary>In this place.</summary>
    public MayQuestion<TScheme> At(Place<TScheme> place) => new(party, point.WithPlace(place.Index));

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public MayQuestion<TScheme> Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(party, point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    public MayQuestion<TScheme> Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(party, point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public MayQuestion<TScheme> When(Condition<TScheme> condition) => new(party, point.WithCondition(condition.Index, true));

    /// <summary>Where this is not so.</summary>
    public MayQuestion<TScheme> Unless(Condition<TScheme> condition) => new(party, point.WithCondition(condition.Index, false));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public MayQuestion<TScheme> When(Measure<TScheme> measure, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new(party, point.WithMeasure(measure.Index, value));
    }

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(DateOnly day) => TScheme.Space.May(party, point.On(day));

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    /// <summary>
    /// What the answer comes to on this day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>. Much quicker than
    /// the whole answer, and without allocating where the like was asked before.
    /// </summary>
    public Outcome OutcomeOn(DateOnly day) => TScheme.Space.Permission(party, in point, day);

    /// <summary>Whether the answer on this day is yes. Where it depends on something that was not said, it is not.</summary>
    public bool IsAllowedOn(DateOnly day) => OutcomeOn(day) == Outcome.Yes;

    /// <summary>Makes sure that the party may decide on this day.</summary>
    /// <exception cref="NotAuthorisedException">It may not, or that depends: the exception says who may.</exception>
    public void RequireOn(DateOnly day)
    {
        if (OutcomeOn(day) != Outcome.Yes)
        {
            throw TScheme.Space.Refusal(party, point.On(day));
        }
    }
}
