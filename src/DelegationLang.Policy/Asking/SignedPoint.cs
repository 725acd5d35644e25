using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy;

/// <summary>What a question says of signatures. A default value says that nobody has signed.</summary>
internal readonly struct SignedPoint
{
    private static readonly Signatures None = new([], [], ImmutableHashSet<string>.Empty.WithComparer(StringComparer.Ordinal));

    private readonly Signatures? signatures;

    private SignedPoint(Signatures signatures) => this.signatures = signatures;

    public Signatures Signatures => signatures ?? None;

    /// <summary>Signed in the names of these parties, one entry for each person.</summary>
    public static SignedPoint By(IEnumerable<int> parties) => new(None with { Parties = [.. parties] });

    public SignedPoint WithAway(IEnumerable<int> parties) => new(Signatures with { Away = [.. Signatures.Away.Union(parties)] });

    public SignedPoint WithSteps(IEnumerable<string> steps) => new(Signatures with { StepsTaken = Signatures.StepsTaken.Union(steps) });
}
