using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.AspNetCore;

/// <summary>Why a decision may not be made, or not yet.</summary>
public enum RulingReason
{
    /// <summary>It may be made: there is no reason against it.</summary>
    None,

    /// <summary>Whoever is signed in holds no post.</summary>
    NoPost,

    /// <summary>The scheme does not have something that was named, or no limit counts as the amount does. The message says what.</summary>
    Unfit,

    /// <summary>No version of the scheme is in force on the day.</summary>
    NotInForce,

    /// <summary>The post has no part in the decision.</summary>
    NotAuthorised,

    /// <summary>Others must sign as well, or something must come first.</summary>
    NotYet,

    /// <summary>It depends on something that was not said.</summary>
    Depends,
}

/// <summary>What the scheme says of a decision that somebody is about to make. Immutable.</summary>
public sealed record DecisionRuling
{
    /// <summary>What was about to be decided.</summary>
    public required ProposedDecision Decision { get; init; }

    /// <summary>Who is about to decide it; empty where that is not known.</summary>
    public required string Person { get; init; }

    /// <summary>The post in whose name: of several, the one that comes furthest. Empty where there is none.</summary>
    public string Post { get; init; } = "";

    /// <summary>The day of the decision.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Why it may not be made, or not yet.</summary>
    public required RulingReason Reason { get; init; }

    /// <summary>Whether it may be made now: everybody who must has signed, and nothing must come first.</summary>
    public bool IsAllowed => Reason == RulingReason.None;

    /// <summary>Whether the post counts, but others must sign or something must come first.</summary>
    public bool IsPending => Reason == RulingReason.NotYet;

    /// <summary>In a sentence, with a full stop: who may decide, or why not.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the signatures come to; none where nothing could be asked.</summary>
    public Signing? Signing { get; init; }

    /// <summary>The whole answer to whether the post may decide this alone, as it is kept: with question, scheme, version, reasons and chain. None where nothing could be asked.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Where it may not be made: the answer to who decides. None otherwise.</summary>
    public Answer? WhoDecides { get; init; }

    /// <summary>The sentences of the scheme that the ruling rests on, from the organisation down.</summary>
    public ImmutableArray<ChainLink> Sentences => Signing is { IsComplete: true } ? Signing.Chain : WhoDecides?.Chain ?? [];
}
