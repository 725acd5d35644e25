using System.Collections.Immutable;

namespace DelegationLang.Import.Documents;

/// <summary>A document as its reader saw it: what stands in it in the order of reading, whatever its format.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Blocks">Paragraphs and tables.</param>
/// <param name="Remarks">What was done with it on the way and whoever reads the draft should know: tracked changes taken as accepted, hidden rows left out.</param>
internal sealed record SourceDocument(string Name, ImmutableArray<Block> Blocks, ImmutableArray<string> Remarks) : DocumentPart;

/// <summary>A paragraph or a table.</summary>
/// <param name="Place">Where it stands, in words that a reader finds it by.</param>
internal abstract record Block(string Place)
{
    /// <summary>Nothing: the text that every record would make of all its members takes room in the native tool and is read by nobody.</summary>
    public sealed override string ToString() => "";
}

/// <summary>A paragraph outside of tables.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">Its words, without its number.</param>
internal sealed record Paragraph(string Place, string Text) : Block(Place)
{
    /// <summary>Its number with those above it, such as <c>2.1(a)</c>; empty for none.</summary>
    public string Number { get; init; } = "";

    /// <summary>How deep it stands in a list, from 1; 0 outside of lists.</summary>
    public int Depth { get; init; }

    /// <summary>Whether a bullet stands before it.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Whether it is a heading by its style.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The level of a heading, where its style has one: 1 for the highest; 0 for none.</summary>
    public int Level { get; init; }

    /// <summary>Whether all its words are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Footnotes and comments.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>A table, as a grid in which a merged cell stands at each place that it covers.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Sheet">The sheet or section that it stands in; empty for none.</param>
/// <param name="Rows">The rows, all of one length.</param>
internal sealed record SourceTable(string Place, string Sheet, ImmutableArray<ImmutableArray<Cell>> Rows) : Block(Place)
{
    /// <summary>How many rows at the top are marked as heads by the document itself.</summary>
    public int MarkedHeads { get; init; }
}

/// <summary>A cell. One that covers several places of the grid is the same object at each.</summary>
/// <param name="Text">Its words; lines are separated by <c>\n</c>.</param>
internal sealed record Cell(string Text) : DocumentPart
{
    /// <summary>Nothing.</summary>
    public static Cell Empty => new("");

    /// <summary>The place in the words of the document, such as <c>row 4</c> or <c>B7</c>.</summary>
    public string Place { get; init; } = "";

    /// <summary>The number that it holds, where it holds one and no text.</summary>
    public decimal? Number { get; init; }

    /// <summary>The day that it holds, where it is formatted as one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether a formula gives its value.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Footnotes and comments.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Its words on one line.</summary>
    public string Line => Text.Replace('\n', ' ');

    /// <summary>By reference: two cells with the same words are two cells.</summary>
    public bool Equals(Cell? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
