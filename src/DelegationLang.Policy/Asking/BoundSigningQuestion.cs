namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme by the names of emitted code whether those who signed may decide together, and if not yet, who must still sign. Each method gives a new question
/// that says more; the question ends with the day.
/// </summary>
/// <typeparam name="TScheme">The emitted scheme.</typeparam>
public readonly struct BoundSigningQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly BoundScheme<TScheme>? scheme;
    private readonly NamedSigningQuestion question;

    internal BoundSigningQuestion(BoundScheme<TScheme> scheme, in NamedSigningQuestion question)
    {
        this.scheme = scheme;
        this.question = question;
    }

    // A default value was never asked of a scheme.
    private BoundScheme<TScheme> Scheme => scheme ?? throw Permission.DecisionPoint.NoQuestion();

    /// <summary>While these parties are away. See <see cref="SigningQuestion{TScheme}.Absent"/>.</summary>
    public BoundSigningQuestion<TScheme> Absent(params Party<TScheme>[] parties) => new(Scheme, question.AbsentIndexes(parties.Select(Scheme.IndexOf)));

    /// <summary>While these parties are conflicted, which has the same consequences as that they are away.</summary>
    public BoundSigningQuestion<TScheme> Conflicted(params Party<TScheme>[] parties) => Absent(parties);

    /// <summary>After these steps were taken, in the words of <see cref="SigningWay.Steps"/>.</summary>
    public BoundSigningQuestion<TScheme> After(params string[] stepsTaken) => new(Scheme, question.After(stepsTaken));

    /// <summary>The answer for a decision made on this day.</summary>
    public Signing On(DateOnly day) => question.On(day);
}
