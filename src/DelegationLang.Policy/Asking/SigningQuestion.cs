using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>
/// Asks whether those who signed may decide together, and if not yet, who must still sign. Each method gives a new question that says more; the question ends
/// with the day.
/// </summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly struct SigningQuestion<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private readonly DecisionPoint point;
    private readonly SignedPoint signed;

    internal SigningQuestion(in DecisionPoint point, SignedPoint signed)
    {
        this.point = point;
        this.signed = signed;
    }

    /// <summary>While these parties are away: they sign nothing, and their deputies, where they have any that day, sign in their place and in their own names.</summary>
    public SigningQuestion<TScheme> Absent(params Party<TScheme>[] parties) => new(point, signed.WithAway(parties.Select(party => party.Index)));

    /// <summary>While these parties are conflicted, which has the same consequences as that they are away.</summary>
    public SigningQuestion<TScheme> Conflicted(params Party<TScheme>[] parties) => Absent(parties);

    /// <summary>After these steps were taken, in the words of <see cref="SigningWay.Steps"/>.</summary>
    public SigningQuestion<TScheme> After(params string[] stepsTaken) => new(point, signed.WithSteps(stepsTaken));

    /// <summary>The answer for a decision made on this day.</summary>
    /// <exception cref="InvalidOperationException">It is no question, or one of the parties is a default value.</exception>
    public Signing On(DateOnly day) => TScheme.Space.SigningOf(in point, day, signed.Signatures);
}
