using DelegationLang.Emit.Html;

namespace DelegationLang.Office.Word;

/// <summary>What the pages of the site say, as pieces of a document: the words are the same.</summary>
internal static class PagePieces
{
    /// <summary>The headings of a section and its parts.</summary>
    /// <param name="section">The section.</param>
    /// <param name="level">The level of its own heading.</param>
    public static IEnumerable<Heading> Outline(SectionView section, int level) => Of(section, level).OfType<Heading>();

    /// <summary>A section and its parts.</summary>
    public static IEnumerable<Piece> Of(SectionView section, int level) => Of(section.Heading, section.Content, section.Parts, level);

    /// <summary>A line as a paragraph.</summary>
    public static Words Of(LineView line, WordsStyle otherwise) => new(
        [.. line.Segments.Select(segment => new Run(segment.Text, segment.IsMark))],
        line.Style switch { "words" or "words bullet" => WordsStyle.Sentence, "source" or "note" => otherwise == WordsStyle.Body ? WordsStyle.Note : WordsStyle.Source, _ => otherwise });

    private static IEnumerable<Piece> Of(string heading, ContentView content, IReadOnlyList<PartView> parts, int level) =>
    [
        new Heading(level, heading),
        .. Of(content, level + 1),
        .. parts.SelectMany(part => Of(part.Heading, part.Content, part.Parts, level + 1)),
    ];

    // Where there are several tables each has a heading, without which Word would take neighbours for one.
    private static IEnumerable<Piece> Of(ContentView content, int level)
    {
        foreach (LineView line in content.Lines)
        {
            yield return Of(line, WordsStyle.Body);
        }

        foreach (FactView fact in content.Facts)
        {
            foreach (LineView line in fact.Lines)
            {
                yield return new Words([new Run(fact.Label + ": ", IsMarked: true), .. line.Segments.Select(segment => new Run(segment.Text, segment.IsMark))]);
            }
        }

        foreach (TableView table in content.Tables)
        {
            if (content.Tables.Count > 1)
            {
                yield return new Heading(level, table.Caption);
            }

            yield return new Table(table.Caption, table.Columns, [.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<Words>>)[.. row.Cells.Select(Of)])]);
        }

        foreach (Piece piece in content.Sentences.SelectMany(Of))
        {
            yield return piece;
        }
    }

    // A sentence under its references, then where it stands.
    private static IEnumerable<Piece> Of(SentenceView sentence)
    {
        yield return Of(sentence.Lead);
        foreach (SentenceLineView bullet in sentence.Bullets)
        {
            yield return Of(bullet with { Words = bullet.Words with { Segments = [new Segment("– "), .. bullet.Words.Segments] } });
        }

        if (sentence.Source.Text.Length > 0)
        {
            yield return new Words([new Run(sentence.Source.Text)], WordsStyle.Note);
        }
    }

    private static Words Of(SentenceLineView line)
    {
        string references = line.References.Words;
        return new Words([.. references.Length > 0 ? [new Run(references + "  ", IsMarked: true)] : Array.Empty<Run>(), new Run(line.Words.Words)], WordsStyle.Sentence);
    }

    private static IReadOnlyList<Words> Of(CellView cell) => [.. cell.Lines.Select(line => Of(line, WordsStyle.Cell))];
}
