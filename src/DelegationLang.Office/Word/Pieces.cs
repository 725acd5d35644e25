namespace DelegationLang.Office.Word;

/// <summary>A document for Word before it is written: what it is called, what stands under that, and its pieces in the order of reading.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitles">What stands under the title; empty ones are left out.</param>
/// <param name="Outline">Its headings, for the table of contents, the same that come in <paramref name="Pieces"/>.</param>
/// <param name="Pieces">Its pieces. They are made as they are written, once.</param>
internal sealed record Paper(string Title, IReadOnlyList<string> Subtitles, IReadOnlyList<Heading> Outline, IEnumerable<Piece> Pieces);

/// <summary>A piece of a document: a heading, a paragraph or a table.</summary>
internal abstract record Piece
{
    /// <summary>Nothing: the text that every record would make of all its members takes room in the native tool and is read by nobody.</summary>
    public sealed override string ToString() => "";
}

/// <summary>A heading.</summary>
/// <param name="Level">From 1; never more than one deeper than the heading before.</param>
/// <param name="Text">Its words.</param>
internal sealed record Heading(int Level, string Text) : Piece;

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its words.</param>
/// <param name="Style">How it looks.</param>
internal sealed record Words(IReadOnlyList<Run> Runs, WordsStyle Style = WordsStyle.Body) : Piece
{
    /// <summary>A paragraph of plain words.</summary>
    public static Words Of(string text, WordsStyle style = WordsStyle.Body) => new([new Run(text)], style);

    /// <summary>How many characters it has.</summary>
    public int Length => Runs.Sum(run => run.Text.Length);
}

/// <summary>A run of words that look alike.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMarked">Whether they are marked: a label, or a word such as <c>Reserved</c>.</param>
internal sealed record Run(string Text, bool IsMarked = false);

/// <summary>How a paragraph looks.</summary>
internal enum WordsStyle
{
    /// <summary>As text between tables does.</summary>
    Body,

    /// <summary>As text in a table does.</summary>
    Cell,

    /// <summary>A sentence of the scheme, word for word.</summary>
    Sentence,

    /// <summary>In a table: where something stands in the text, a note, a reference.</summary>
    Source,

    /// <summary>A note between tables.</summary>
    Note,
}

/// <summary>A table whose head is repeated on each page.</summary>
/// <param name="Caption">What it is about, for whoever does not see it.</param>
/// <param name="Columns">The headings of its columns.</param>
/// <param name="Rows">Its rows: of each a cell for each column, of each cell its paragraphs. The first cell names the row.</param>
internal sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<Words>>> Rows) : Piece;
