using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DelegationLang.Policy.Answers;

/// <summary>A deputy, for whom, and in words when: <c>while Chief Executive is away or conflicted</c>.</summary>
public sealed record DeputyAnswer(string Party, string For, string When, SourceReference Source);

/// <summary>Somebody who has part in a decision without deciding any of it.</summary>
/// <param name="Party">Who.</param>
/// <param name="Role"><c>recommends</c>, <c>advises</c>, <c>oversees</c> or <c>consulted</c>.</param>
/// <param name="With">To or by whom, or which body is overseen, by name and in words; empty for nobody in particular.</param>
/// <param name="When">In which cases, in words: <c>at Leeds</c>, <c>when in budget</c>; empty for all.</param>
/// <param name="Source">The sentence.</param>
public sealed record InvolvedAnswer(string Party, string Role, string With, string When, SourceReference Source)
{
    /// <summary>In words: <c>Care Alliance recommends to Board</c>.</summary>
    public string Words => Role switch
    {
        "recommends" => $"{Party} recommends{(With.Length > 0 ? " to " + With : "")}",
        "advises" => $"{Party} advises{(With.Length > 0 ? " " + With : "")}",
        "oversees" => $"{Party} oversees {(With.Length > 0 ? With : "it")}",
        _ => $"{Party} is consulted{(With.Length > 0 ? " by " + With : "")} first",
    } + (When.Length > 0 ? ", " + When : "");
}

/// <summary>One party of a chain and the sentence by which it holds; the first holds by law.</summary>
/// <param name="Party">The party, or those who hold jointly, joined by <c>jointly with</c>.</param>
/// <param name="Source">The sentence; for the first, where its subject is declared.</param>
/// <param name="Via">In words how it holds: <c>holds it by law</c>, <c>acts for ICB</c>, <c>by delegation up to £5 million per contract</c>.</param>
/// <param name="Reference">The reference published with the sentence; empty for none.</param>
/// <param name="Rule">The rule; -1 for the holder by law and for who acts for it.</param>
public sealed record ChainLink(string Party, SourceReference Source, string Via, string Reference = "", int Rule = -1)
{
    /// <summary>The body whose joined scheme says so; empty for the scheme that was asked.</summary>
    public string Scheme { get; init; } = "";
}

/// <summary>One case of an answer that depends: what would have to be so, each in words, and the answer then (never itself one that depends, save in <see cref="Answer.ForFunctions"/>).</summary>
public sealed record AnswerCase(ImmutableArray<string> When, Answer Answer)
{
    /// <summary>Whether it is the same answer to the same case.</summary>
    public bool Equals(AnswerCase? other) => other is not null && AnswerEquality.AreEqual(When, other.When) && Answer.Equals(other.Answer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(When.Length, Answer);
}
