using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Asking;

/// <summary>
/// Asks a loaded scheme whether those who signed may decide together, and if not yet, who must still sign. Each method gives a new question that says more; the question ends
/// with the day.
/// </summary>
public readonly struct NamedSigningQuestion
{
    private readonly LoadedScheme? scheme;
    private readonly DecisionPoint point;
    private readonly SignedPoint signed;

    internal NamedSigningQuestion(LoadedScheme scheme, in DecisionPoint point, SignedPoint signed)
    {
        this.scheme = scheme;
        this.point = point;
        this.signed = signed;
    }

    // A default value was never asked of a scheme.
    private LoadedScheme Scheme => scheme ?? throw DecisionPoint.NoQuestion();

    /// <summary>While these parties are away: they sign nothing, and their deputies, where they have any that day, sign in their place and in their own names.</summary>
    /// <exception cref="ArgumentException">The scheme has no party of a name, or several.</exception>
    public NamedSigningQuestion Absent(params string[] parties) => AbsentIndexes(Scheme.Indexes(parties));

    /// <summary>While these parties are conflicted, which has the same consequences as that they are away.</summary>
    /// <exception cref="ArgumentException">The scheme has no party of a name, or several.</exception>
    public NamedSigningQuestion Conflicted(params string[] parties) => Absent(parties);

    /// <summary>After these steps were taken, in the words of <see cref="SigningWay.Steps"/>.</summary>
    public NamedSigningQuestion After(params string[] stepsTaken) => new(Scheme, point, signed.WithSteps(stepsTaken));

    /// <summary>The answer for a decision made on this day.</summary>
    public Signing On(DateOnly day) => Scheme.Space.SigningOf(Scheme.Lookup.PointOn(in point, day), day, Scheme.Lookup.SignedOn(signed.Signatures, day));

    internal NamedSigningQuestion AbsentIndexes(IEnumerable<int> parties) => new(Scheme, point, signed.WithAway(parties));
}
