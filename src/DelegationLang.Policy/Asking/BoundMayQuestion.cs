using DelegationLang.Policy.Amounts;

namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme whether a party may decide something alone, by the names of emitted code. Each method gives a new question that says more of the decision; what is left out and matters makes the
/// answer <see cref="Outcome.Depends"/>. The question ends with the day.
/// </summary>
/// <typeparam name="TScheme">The emitted scheme.</typeparam>
public readonly struct BoundMayQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly BoundScheme<TScheme>? scheme;
    private readonly NamedMayQuestion question;

    internal BoundMayQuestion(BoundScheme<TScheme> scheme, in NamedMayQuestion question)
    {
        this.scheme = scheme;
        this.question = question;
    }

    // A default value was never asked of a scheme.
    private BoundScheme<TScheme> Scheme => scheme ?? throw Permission.DecisionPoint.NoQuestion();

    /// <summary>In this place.</summary>
    public BoundMayQuestion<TScheme> At(Place<TScheme> place) => new(Scheme, question.AtIndex(Scheme.IndexOf(place)));

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public BoundMayQuestion<TScheme> Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency => new(Scheme, question.Worth(amount));

    /// <summary>Worth this much.</summary>
    public BoundMayQuestion<TScheme> Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment => new(Scheme, question.Worth(amount));

    /// <summary>Where this is so.</summary>
    public BoundMayQuestion<TScheme> When(Condition<TScheme> condition) => new(Scheme, question.WithCondition(Scheme.IndexOf(condition), true));

    /// <summary>Where this is not so.</summary>
    public BoundMayQuestion<TScheme> Unless(Condition<TScheme> condition) => new(Scheme, question.WithCondition(Scheme.IndexOf(condition), false));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public BoundMayQuestion<TScheme> When(Measure<TScheme> measure, decimal value) => new(Scheme, question.WithMeasure(Scheme.IndexOf(measure), value));

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(DateOnly day) => question.On(day);

    /// <summary>What the answer comes to on this day. See <see cref="MayQuestion{TScheme}.OutcomeOn"/>.</summary>
    public Outcome OutcomeOn(DateOnly day) => question.OutcomeOn(day);

    /// <summary>Whether the party may go ahead on this day: the answer is yes, and nothing must come first.</summary>
    public bool IsAllowedOn(DateOnly day) => question.IsAllowedOn(day);

    /// <summary>Where the party stands on this day.</summary>
    public Standing StandingOn(DateOnly day) => question.StandingOn(day);

    /// <summary>Makes sure that the party may go ahead on this day, now that these steps are taken and these others have signed.</summary>
    /// <exception cref="NotAuthorisedException">It may not, or not yet, or that depends.</exception>
    public void RequireOn(DateOnly day, IEnumerable<string>? stepsTaken = null, IEnumerable<string>? signedBy = null) => question.RequireOn(day, stepsTaken ?? [], signedBy);
}
