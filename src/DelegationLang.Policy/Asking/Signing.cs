using System.Collections.Immutable;

namespace DelegationLang.Policy;

/// <summary>What the signatures on a decision come to. What is not set is <see cref="No"/>.</summary>
public enum SigningKind
{
    /// <summary>None of those who signed has any part in the decision.</summary>
    No,

    /// <summary>It depends on something that the question does not say.</summary>
    Depends,

    /// <summary>Others must sign as well, or something must come first.</summary>
    Incomplete,

    /// <summary>Those who signed may decide, and nothing must come first any longer.</summary>
    Complete,
}

/// <summary>One way in which a decision would be complete.</summary>
/// <param name="Missing">Those who must still sign, all of them; a name that stands twice means two people of it. Empty where everybody has.</param>
/// <param name="Steps">What must come first and has not, in words: <c>after consulting Healthwatch</c>.</param>
public sealed record SigningWay(ImmutableArray<string> Missing, ImmutableArray<string> Steps)
{
    /// <summary>Whether it is the same way.</summary>
    public bool Equals(SigningWay? other) => other is not null && AnswerEquality.AreEqual(Missing, other.Missing) && AnswerEquality.AreEqual(Steps, other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Missing.Length, Steps.Length);

    /// <summary>In words, without a full stop: <c>Chief Finance Officer must sign, after consulting Healthwatch</c>.</summary>
    public override string ToString() => string.Join(", ", Steps.Prepend(Missing.IsEmpty ? "" : AnswerWording.Group(Missing) + " must sign").Where(words => words.Length > 0));
}

/// <summary>Whether those who signed may decide together, and if not yet, who must still sign and what must come first. Immutable.</summary>
public sealed class Signing
{
    internal Signing(SigningKind kind) => Kind = kind;

    /// <summary>What it comes to.</summary>
    public SigningKind Kind { get; }

    /// <summary>Whether those who signed may decide, and nothing must come first any longer.</summary>
    public bool IsComplete => Kind == SigningKind.Complete;

    /// <summary>
    /// Where it is not complete and does not depend: the ways in which it would be, any of which is enough. Those in which one of the signatures counts;
    /// where none does, those of whoever decides.
    /// </summary>
    public ImmutableArray<SigningWay> Ways { get; internal init; } = [];

    /// <summary>Who must still sign: the groups of <see cref="Ways"/>, any of which is enough. Empty where everybody has signed, or it depends.</summary>
    public ImmutableArray<ImmutableArray<string>> Missing => [.. Ways.Select(way => way.Missing).Where(missing => !missing.IsEmpty)];

    /// <summary>What it depends on, as <see cref="Answer.DependsOn"/> has it.</summary>
    public ImmutableArray<string> DependsOn { get; internal init; } = [];

    /// <summary>Those of the signatories whose signature has no part in the decision: without authority, away or conflicted, or not needed. Sorted.</summary>
    public ImmutableArray<string> NotCounted { get; internal init; } = [];

    /// <summary>
    /// Who may act for somebody who decides and is away or conflicted. Say in the question who is (<c>Absent</c>, <c>Conflicted</c>): their deputies then sign in
    /// their own names.
    /// </summary>
    public ImmutableArray<DeputyAnswer> Deputies { get; internal init; } = [];

    /// <summary>Where it is complete: the chain of authority by which it is.</summary>
    public ImmutableArray<ChainLink> Chain { get; internal init; } = [];

    /// <summary>Where it is complete: what must come afterwards, in words: <c>ratified by Board</c>.</summary>
    public ImmutableArray<string> Duties { get; internal init; } = [];

    /// <summary>Why nobody may decide, where nobody may.</summary>
    public ImmutableArray<string> Reasons { get; internal init; } = [];

    /// <summary>In words, without a full stop: <c>complete</c>, <c>incomplete: Chief Finance Officer must sign</c>.</summary>
    public override string ToString()
    {
        string wanting = Ways.IsEmpty ? string.Join("; ", Reasons) : string.Join(", or ", Ways);
        return Kind switch
        {
            SigningKind.Complete => "complete",
            SigningKind.Depends => "depends on " + (DependsOn.IsEmpty ? "more than can be told apart" : AnswerWording.Things(DependsOn)),
            SigningKind.Incomplete => "incomplete: " + wanting,
            _ => wanting.Length > 0 ? "no: " + wanting : "no",
        };
    }
}
