using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Emit.Scheme;

/// <summary>A sentence of the scheme as outputs give it.</summary>
internal sealed record PublishedSentence : OutputPart
{
    /// <summary>An identifier made from its words: other sentences may come and go without changing it.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of sentence it is: <c>delegation</c>, <c>declaration</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The words, one bullet a line.</summary>
    public required string Text { get; init; }

    /// <summary>The file as published.</summary>
    public required string File { get; init; }

    /// <summary>The line on which it starts, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The line on which it ends.</summary>
    public required int EndLine { get; init; }

    /// <summary>The section that it stands in; empty before the first.</summary>
    public required string Section { get; init; }

    /// <summary>The notes in it.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The references in it.</summary>
    public required ImmutableArray<string> References { get; init; }

    /// <summary>Whether it gives what it says; not so where a fault was found in it (its report may have been silenced).</summary>
    public required bool IsEffective { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The sentence.</summary>
    public required SentenceSyntax Syntax { get; init; }
}
