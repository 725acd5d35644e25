using System.Collections.Immutable;

namespace DelegationLang.Policy;

/// <summary>Where a party stands as to a decision. What is not set is <see cref="No"/>.</summary>
public enum StandingKind
{
    /// <summary>It may not decide, neither alone nor with others.</summary>
    No,

    /// <summary>It depends on something that the question does not say.</summary>
    Depends,

    /// <summary>It may decide once something else is done: a step is taken first, or others act with it.</summary>
    AllowedOnce,

    /// <summary>It may decide by itself, and nothing must come first.</summary>
    Allowed,
}

/// <summary>
/// Where a party stands as to a decision: whether it may go ahead, and if not yet, what must come first and who else must act. Immutable.
/// </summary>
public sealed class Standing
{
    internal Standing(StandingKind kind)
    {
        Kind = kind;
    }

    /// <summary>What it comes to.</summary>
    public StandingKind Kind { get; }

    /// <summary>Whether the party may decide by itself and nothing must come first.</summary>
    public bool IsAllowed => Kind == StandingKind.Allowed;

    /// <summary>For <see cref="StandingKind.AllowedOnce"/>: what must come first, in words, as answers give them: <c>after consulting Healthwatch</c>.</summary>
    public ImmutableArray<string> Steps { get; internal init; } = [];

    /// <summary>
    /// For <see cref="StandingKind.AllowedOnce"/>: those who must act too, beside the party, in groups of which any one is enough; a name that stands
    /// twice means two people of it. Empty where the party acts alone.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> ActWith { get; internal init; } = [];

    /// <summary>For <see cref="StandingKind.Depends"/>: what it depends on, as <see cref="Answer.DependsOn"/> has it.</summary>
    public ImmutableArray<string> DependsOn { get; internal init; } = [];

    internal static Standing Allowed { get; } = new(StandingKind.Allowed);

    internal static Standing No { get; } = new(StandingKind.No);

    /// <summary>
    /// Whether the party may go ahead now that some things are done: nothing was wanting, or every one of <see cref="Steps"/> is among the steps that
    /// were taken and, where others must act too, all of a group of <see cref="ActWith"/> have signed.
    /// </summary>
    /// <param name="stepsTaken">The steps that were taken, in the words of <see cref="Steps"/>.</param>
    /// <param name="signedBy">The posts of those who signed beside the party, one entry for each person; none where nobody did.</param>
    public bool IsAllowedAfter(IEnumerable<string> stepsTaken, IEnumerable<string>? signedBy = null)
    {
        ArgumentNullException.ThrowIfNull(stepsTaken);
        if (Kind != StandingKind.AllowedOnce)
        {
            return IsAllowed;
        }

        string[] signatures = [.. signedBy ?? []];
        return Steps.All(stepsTaken.ToHashSet(StringComparer.Ordinal).Contains) && (ActWith.IsEmpty || ActWith.Any(group => HasSigned(group, signatures)));
    }

    /// <summary>In words, without a full stop: <c>allowed once: after consulting Healthwatch, jointly with Chair</c>.</summary>
    public override string ToString() => Kind switch
    {
        StandingKind.Allowed => "allowed",
        StandingKind.AllowedOnce => "allowed once: " + Wanting(),
        StandingKind.Depends => "depends on " + Things(),
        _ => "no",
    };

    /// <summary>What is wanting where it is allowed once, in words.</summary>
    internal string Wanting()
    {
        string with = string.Join(", or ", ActWith.Select(group => Wording.Beside(group)));
        return string.Join(", ", Steps.Append(with).Where(words => words.Length > 0));
    }

    /// <summary>What it depends on, in words.</summary>
    internal string Things() => DependsOn.IsEmpty ? "more than can be told apart" : AnswerWording.Things(DependsOn);

    private static bool HasSigned(ImmutableArray<string> group, string[] signatures) =>
        group.GroupBy(name => name, StringComparer.Ordinal).All(name => signatures.Count(name.Key.Equals) >= name.Count());
}
