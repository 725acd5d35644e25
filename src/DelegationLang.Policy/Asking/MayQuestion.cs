using System.Runtime.CompilerServices;
using DelegationLang.Policy.Amounts;
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MayQuestion<TScheme> At(Place<TScheme> place) =>
        point.IsPlaceOpen ? new(party, point.WithPlace(place.Index)) : AtAnother(this, place.Index);

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MayQuestion<TScheme> Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency =>
        new(party, point.WithAmount(amount.Value, AxisOf<TCurrency, AnyBasis, VatUnstated>.Axis));

    /// <summary>Worth this much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MayQuestion<TScheme> Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment =>
        new(party, point.WithAmount(amount.Sum.Value, AxisOf<TCurrency, TBasis, TVat>.Axis));

    /// <summary>Where this is so.</summary>
    public MayQuestion<TScheme> When(Condition<TScheme> condition) => new(party, point.WithCondition(condition.Index, true, TScheme.Space));

    /// <summary>Where this is not so.</summary>
    public MayQuestion<TScheme> Unless(Condition<TScheme> condition) => new(party, point.WithCondition(condition.Index, false, TScheme.Space));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public MayQuestion<TScheme> When(Measure<TScheme> measure, decimal value) =>
        new(party, point.WithMeasure(measure.Index, value, TScheme.Space));

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(DateOnly day) => TScheme.Space.MayOf(party, in point, day);

    /// <summary>The answer, with the chain of sentences or the reasons, for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    /// <summary>
    /// What the answer comes to on this day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>, whatever must come
    /// first. Much quicker than the whole answer, and without allocating where the like was asked before. Whether the party may go ahead is what
    /// <see cref="IsAllowedOn"/> and <see cref="StandingOn"/> say.
    /// </summary>
    public Outcome OutcomeOn(DateOnly day) => TScheme.Space.Permission(party, in point, day);

    /// <summary>
    /// Whether the party may go ahead on this day: the answer is yes, and nothing must come first. Where it depends on something that was not said, where
    /// a step must be taken first, and where somebody else must act too, it may not.
    /// </summary>
    public bool IsAllowedOn(DateOnly day) => TScheme.Space.IsAllowed(party, in point, day);

    /// <summary>Where the party stands on this day: allowed, allowed once something is done (with the steps, and who else must act), not, or it depends.</summary>
    public Standing StandingOn(DateOnly day) => TScheme.Space.StandingOn(party, in point, day);

    /// <summary>Makes sure that the party may go ahead on this day.</summary>
    /// <exception cref="NotAuthorisedException">It may not, or not yet, or that depends: the exception says what is wanting, and who may.</exception>
    public void RequireOn(DateOnly day) => TScheme.Space.Require(party, in point, day);

    /// <summary>Makes sure that the party may go ahead on this day now that some things are done.</summary>
    /// <param name="day">The day.</param>
    /// <param name="stepsTaken">The steps that were taken, in the words of <see cref="Standing.Steps"/>.</param>
    /// <param name="signedBy">The posts of those who act beside the party, one entry for each person; none where nobody does.</param>
    /// <exception cref="NotAuthorisedException">It may not, or not yet, or that depends: the exception says what is wanting, and who may.</exception>
    public void RequireOn(DateOnly day, IEnumerable<string> stepsTaken, IEnumerable<string>? signedBy = null) =>
        TScheme.Space.Require(party, in point, day, stepsTaken, signedBy);

    // Takes the question by value, so that the ordinary case need not keep it in memory.
    private static MayQuestion<TScheme> AtAnother(MayQuestion<TScheme> question, int place) => new(question.party, question.point.WithPlace(place, TScheme.Space));
}
