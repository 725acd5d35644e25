using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace DelegationLang.Office.Word;

/// <summary>
/// The table of contents: a field that Word makes anew with the numbers of pages, and until then a link to each heading. Only Word knows on which page
/// something stands, so no number is guessed.
/// </summary>
internal static class ContentsField
{
    // More entries than these do not fit on the first page, and help nobody to find anything: then the headings of the first level stand alone.
    private const int MostEntries = 24;

    /// <summary>The paragraphs; none for a document with less than two headings.</summary>
    /// <param name="elements">What makes paragraphs.</param>
    /// <param name="outline">The headings.</param>
    /// <param name="bookmark">The bookmark of a heading, by its place in the outline.</param>
    public static IEnumerable<Paragraph> Of(PieceElements elements, IReadOnlyList<Heading> outline, Func<int, string> bookmark)
    {
        if (outline.Count < 2)
        {
            yield break;
        }

        int levels = outline.Count(heading => heading.Level <= 2) <= MostEntries ? 2 : 1;
        int[] entries = [.. Enumerable.Range(0, outline.Count).Where(i => outline[i].Level <= levels)];
        yield return elements.Paragraph(StyleNames.Contents, PieceElements.Text("Contents"));
        for (int i = 0; i < entries.Length; i++)
        {
            Heading heading = outline[entries[i]];
            OpenXmlElement[] begin = i > 0 ? [] :
            [
                Field(FieldCharValues.Begin),
                new WordRun(new FieldCode(FormattableString.Invariant($" TOC \\o \"1-{levels}\" \\h \\z \\u ")) { Space = SpaceProcessingModeValues.Preserve }),
                Field(FieldCharValues.Separate),
            ];
            OpenXmlElement[] end = i < entries.Length - 1 ? [] : [Field(FieldCharValues.End)];
            yield return elements.Paragraph(
                StyleNames.Entry(heading.Level),
                [.. begin, new Hyperlink(PieceElements.Text(heading.Text)) { Anchor = bookmark(entries[i]), History = true }, .. end]);
        }
    }

    private static WordRun Field(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });
}
