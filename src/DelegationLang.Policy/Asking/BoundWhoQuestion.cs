using DelegationLang.Policy.Amounts;

namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme who decides something, by the names of emitted code. Each method gives a new question that says more of the decision; what is left out and matters makes the
/// answer <see cref="Outcome.Depends"/>. The question ends with the day.
/// </summary>
/// <typeparam name="TScheme">The emitted scheme.</typeparam>
public readonly struct BoundWhoQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly BoundScheme<TScheme>? scheme;
    private readonly NamedWhoQuestion question;

    internal BoundWhoQuestion(BoundScheme<TScheme> scheme, in NamedWhoQuestion question)
    {
        this.scheme = scheme;
        this.question = question;
    }

    // A default value was never asked of a scheme.
    private BoundScheme<TScheme> Scheme => scheme ?? throw Permission.DecisionPoint.NoQuestion();

    /// <summary>In this place.</summary>
    public BoundWhoQuestion<TScheme> At(Place<TScheme> place) => new(Scheme, question.AtIndex(Scheme.IndexOf(place)));

    /// <summary>Worth this much, of whatever basis limits on the subject use.</summary>
    public BoundWhoQuestion<TScheme> Worth<TCurrency>(Money<TCurrency> amount)
        where TCurrency : struct, ICurrency => new(Scheme, question.Worth(amount));

    /// <summary>Worth this much.</summary>
    public BoundWhoQuestion<TScheme> Worth<TCurrency, TBasis, TVat>(Amount<TCurrency, TBasis, TVat> amount)
        where TCurrency : struct, ICurrency
        where TBasis : struct, IBasis
        where TVat : struct, IVatTreatment => new(Scheme, question.Worth(amount));

    /// <summary>Where this is so.</summary>
    public BoundWhoQuestion<TScheme> When(Condition<TScheme> condition) => new(Scheme, question.WithCondition(Scheme.IndexOf(condition), true));

    /// <summary>Where this is not so.</summary>
    public BoundWhoQuestion<TScheme> Unless(Condition<TScheme> condition) => new(Scheme, question.WithCondition(Scheme.IndexOf(condition), false));

    /// <summary>Where a number is this.</summary>
    /// <param name="measure">The number.</param>
    /// <param name="value">Its value in the unit of the measure, never negative.</param>
    public BoundWhoQuestion<TScheme> When(Measure<TScheme> measure, decimal value) => new(Scheme, question.WithMeasure(Scheme.IndexOf(measure), value));

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(DateOnly day) => question.On(day);

    /// <summary>Asks instead whether these parties may decide it together, and if not yet, who must still sign. See <see cref="WhoQuestion{TScheme}.MayTogether"/>.</summary>
    public BoundSigningQuestion<TScheme> MayTogether(params Party<TScheme>[] signedBy)
    {
        BoundScheme<TScheme> bound = Scheme;
        return new(bound, question.MayTogether(signedBy.Select(bound.IndexOf)));
    }
}
