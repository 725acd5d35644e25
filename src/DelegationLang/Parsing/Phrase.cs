using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>What must follow the words of a phrase for them to be one.</summary>
internal enum PhraseCondition
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Money, a number, <c>the lower of</c>, or a declared amount or measure.</summary>
    Amount,

    /// <summary>A quotation.</summary>
    Quotation,

    /// <summary>A number or a quotation.</summary>
    Version,

    /// <summary>The phrase belongs in the head of a list, before its colon.</summary>
    ListHead,

    /// <summary>The word <c>decide</c>.</summary>
    Decide,

    /// <summary>Nothing; but a declared party or subject, an amount or a clause must have ended before it, so that elsewhere its words are plain ones.</summary>
    AfterPart,

    /// <summary>Nothing; but a declared subject must have ended before it, with which the sentence starts.</summary>
    AfterSubject,

    /// <summary>Nothing; but a quorum must stand before it.</summary>
    AfterQuorum,

    /// <summary>Nothing; but the sentence must be that of the scheme.</summary>
    OfScheme,

    /// <summary>A number of days.</summary>
    Days,
}

/// <summary>One reserved word, or one phrase that is reserved as a whole.</summary>
/// <param name="Words">The words as people would quote them.</param>
/// <param name="Kind">The token they make.</param>
/// <param name="Condition">What must follow.</param>
internal sealed record Phrase(string Words, TokenKind Kind, PhraseCondition Condition = PhraseCondition.None)
{
    /// <summary>The words after the first.</summary>
    public string[] Rest { get; } = Words.Split(' ')[1..];

    /// <summary>The first word.</summary>
    public string First { get; } = Words.Split(' ')[0];
}
