using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>A name as written: a run of words that the scanner kept together. What it means is decided when names are resolved.</summary>
public sealed record NameSyntax : SyntaxNode
{
    /// <summary>The words with quotation marks taken off, runs of white space folded to one space, as the author spelt them. Empty when missing.</summary>
    public required string Text { get; init; }

    /// <summary>Whether any part of the name was quoted.</summary>
    public bool IsQuoted { get; init; }
}

/// <summary>A quotation that is not a name: a note, a reference, a file. <see cref="Text"/> is without its quotation marks.</summary>
public sealed record QuotedTextSyntax : SyntaxNode
{
    /// <summary>The characters between the quotation marks.</summary>
    public required string Text { get; init; }
}

/// <summary>A date as written. <see cref="Value"/> has no meaning when the part is missing or <see cref="IsInvalid"/>.</summary>
public sealed record DateSyntax : SyntaxNode
{
    /// <summary>The day.</summary>
    public DateOnly Value { get; init; }

    /// <summary>Whether it was written but is no day of the calendar (already reported).</summary>
    public bool IsInvalid { get; init; }
}

/// <summary>A financial year such as <c>2026/27</c>: 1 April of <see cref="StartYear"/> to 31 March of the next, both included.</summary>
public sealed record FinancialYearSyntax : SyntaxNode
{
    /// <summary>The year in which it starts.</summary>
    public required int StartYear { get; init; }
}

/// <summary>How several parties stand to each other in one clause.</summary>
public enum PartyListKind
{
    /// <summary>Commas or bullets: each in its own right.</summary>
    Each,

    /// <summary><c>or</c>, <c>any of</c>, <c>either</c>: any of them alone.</summary>
    Any,

    /// <summary><c>both A and B</c>, <c>A and B jointly</c>, <c>A and B together</c>: all of them, none alone.</summary>
    Together,
}

/// <summary>One place in a list of parties: a name, or a number of different people of it (<c>two of Non-Executive Director</c>).</summary>
public sealed record PartySyntax : SyntaxNode
{
    /// <summary>The party.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>How many different people are wanted; 1 unless <c>two of</c> or the like was written.</summary>
    public int Count { get; init; } = 1;

    /// <summary>For <c>two of A, B, C</c>: the further names of the list among which <see cref="Count"/> are wanted. Empty otherwise.</summary>
    public ImmutableArray<NameSyntax> Among { get; init; } = [];
}

/// <summary>A list of parties after <c>to</c>, <c>jointly with</c>, <c>after consulting</c> and the like.</summary>
public sealed record PartyListSyntax : SyntaxNode
{
    /// <summary>The parties in the order of the text; at least one (perhaps missing).</summary>
    public required ImmutableArray<PartySyntax> Items { get; init; }

    /// <summary>How they stand to each other.</summary>
    public PartyListKind Kind { get; init; }

    /// <summary>
    /// Whether commas and <c>or</c> stand in one list (<c>A or B, C</c>), or <c>or</c> after a count (<c>two of A or B</c>), so that it may be
    /// grouped in two ways. After <c>to</c> alone the first comes to the same either way.
    /// </summary>
    public bool HasTwoReadings { get; init; }
}
