using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy;

/// <summary>What an answer comes to. In JSON it is a word: <c>decided</c>, <c>yes</c>.</summary>
[JsonConverter(typeof(OutcomeJsonConverter))]
public enum Outcome
{
    /// <summary>The question could not be read. It stands first, so that what was never set permits nothing.</summary>
    Error,

    /// <summary>Somebody decides by delegation, or by holding the subject.</summary>
    Decided,

    /// <summary>It is kept for somebody.</summary>
    Reserved,

    /// <summary>It depends on something that the question does not say.</summary>
    Depends,

    /// <summary>Nobody may decide.</summary>
    Nobody,

    /// <summary>The party asked about may decide alone, or the parties asked about may together.</summary>
    Yes,

    /// <summary>The party asked about may not decide, or not alone.</summary>
    No,
}

/// <summary>
/// The answer to a question. Two answers are equal where all that they hold is. Serialised, an answer is what <c>delegation ask --json</c> prints of the
/// same question to the same built scheme.
/// </summary>
[JsonConverter(typeof(AnswerJsonConverter))]
public sealed record Answer
{
    /// <summary>The question in words, so that whoever keeps the answer can ask it again; empty where it was asked as a <see cref="Decision"/>.</summary>
    public string Question { get; init; } = "";

    /// <summary>Which scheme, in which version, gave the answer; none where it was asked as a <see cref="Decision"/>.</summary>
    public SchemeIdentity? Scheme { get; init; }

    /// <summary>What it comes to.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The names of those who decide, sorted; where it depends, of everyone who decides in some case; for <c>may</c>, the party where the answer is yes.</summary>
    public ImmutableArray<string> Deciders { get; init; } = [];

    /// <summary>Whether it is decided or reserved and all the deciders must act together.</summary>
    public bool Jointly { get; init; }

    /// <summary>The groups that may each act without the others; a name that stands twice means two people of it. For a <c>may</c> that is no because others must act too: the groups that the party is in.</summary>
    public ImmutableArray<ImmutableArray<string>> Alternatives { get; init; } = [];

    /// <summary>Who may act for a decider who is away or conflicted; for <c>what may X decide</c>, for whom X may.</summary>
    public ImmutableArray<DeputyAnswer> Deputies { get; init; } = [];

    /// <summary>Those of the deciders who decide by an exceptional power, sorted.</summary>
    public ImmutableArray<string> Exceptional { get; init; } = [];

    /// <summary>Those who keep authority above the deciders, from the top down.</summary>
    public ImmutableArray<string> KeepAuthority { get; init; } = [];

    /// <summary>Whether a decider acts under a contract, the function staying where it was.</summary>
    public bool UnderContract { get; init; }

    /// <summary>What was taken to be so because the question does not say: facts that are normally so, and the day.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>What must come first, in words.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What must come first, as data: each of <see cref="Steps"/> as its kind and whose it is.</summary>
    public ImmutableArray<AuthorityStep> StepData => [.. Steps.Select(AuthorityStep.Of)];

    /// <summary>What must come afterwards, in words: <c>ratified by Board</c>.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>Where several may each decide without the others, and something must come first or afterwards: on what terms each of them does. Empty otherwise.</summary>
    internal ImmutableArray<GroupTerms> Groups { get; init; } = [];

    /// <summary>What may follow, in words: <c>if Place Committee does not agree, Board decides</c>.</summary>
    public ImmutableArray<string> Following { get; init; } = [];

    /// <summary>Who recommends, advises, oversees or is consulted, without deciding any of it.</summary>
    public ImmutableArray<InvolvedAnswer> Involved { get; init; } = [];

    /// <summary>The chain of authority from the holder by law down, each link with its sentence. Where several decide, the links of all, each once.</summary>
    public ImmutableArray<ChainLink> Chain { get; init; } = [];

    /// <summary>What it depends on: names of facts, and <c>amount</c>, <c>basis</c>, <c>VAT</c>, <c>place</c>.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Where it depends: the answer in each case. Cases do not overlap and leave nothing out.</summary>
    public ImmutableArray<AnswerCase> Cases { get; init; } = [];

    /// <summary>
    /// For a question that names a matter and no function: the answers in relation to the functions for which other sentences give that matter, where
    /// they differ. None of them depends on the function; each may depend on something else.
    /// </summary>
    public ImmutableArray<AnswerCase> ForFunctions { get; init; } = [];

    /// <summary>Why, where nobody may or the party may not: the links that fail, in words, nearest first.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>
    /// For an outcome of <see cref="Outcome.Error"/>: what is wrong with the question. Otherwise empty, unless there are too many cases to look at all of
    /// them: then that there are, so that something may be missing.
    /// </summary>
    public string Message { get; init; } = "";

    /// <summary>For <c>what may X decide</c>: what the party holds.</summary>
    public ImmutableArray<Authority> Authorities { get; init; } = [];

    /// <summary>The day that the answer is about.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The answer as JSON, on one line: what <c>delegation ask --json</c> prints.</summary>
    public string ToJson() => AnswerJson.Of(this);

    /// <summary>Whether all that both answers hold is equal.</summary>
    public bool Equals(Answer? other) => AnswerEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => AnswerEquality.HashOf(this);

    /// <summary>The answer in a few sentences of English, whatever the culture of the program: <c>On 1 May 2026, Place Director Leeds decides alone.</c></summary>
    public override string ToString() => AnswerWording.Tell(this);
}

/// <summary>Which scheme gave an answer.</summary>
/// <param name="Title">Its title; empty when it does not say.</param>
/// <param name="Version">Its version; empty when it does not say.</param>
/// <param name="ContentHash">SHA-256 of what its answers rest on: the same in every build that gives the same answers by the same names. Empty where it is not known.</param>
public sealed record SchemeIdentity(string Title, string Version, string ContentHash);
