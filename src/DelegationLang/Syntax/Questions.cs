using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>What a question asks.</summary>
public enum QuestionKind
{
    /// <summary><c>who decides …?</c></summary>
    WhoDecides,

    /// <summary><c>may X decide …?</c></summary>
    May,

    /// <summary><c>what may X decide …?</c></summary>
    WhatMay,
}

/// <summary>One question.</summary>
public sealed record QuestionSyntax : SyntaxNode
{
    /// <summary>What it asks.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The party asked about (none or one item).</summary>
    public ImmutableArray<NameSyntax> Party { get; init; } = [];

    /// <summary>Those who would act with it: <c>may A jointly with B, C decide …</c>. Empty for nobody.</summary>
    public ImmutableArray<PartySyntax> Others { get; init; } = [];

    /// <summary>The decision.</summary>
    public required DecisionSyntax Decision { get; init; }
}
