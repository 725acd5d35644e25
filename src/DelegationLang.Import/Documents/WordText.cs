using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Import.Documents;

/// <summary>The words of a paragraph of Word, as they read when all tracked changes are accepted.</summary>
internal sealed class WordText(WordNotes notes)
{
    private const string Tracked = "The document has tracked changes; they were taken as accepted. Make sure that they are in force.";
    private const string Hidden = "The document has hidden words or rows; they were left out.";

    private readonly SortedSet<string> remarks = new(StringComparer.Ordinal);

    /// <summary>What was done on the way.</summary>
    public IEnumerable<string> Remarks => remarks;

    /// <summary>Notes that there were tracked changes.</summary>
    public void NoteTracked() => remarks.Add(Tracked);

    /// <summary>Notes that something was hidden.</summary>
    public void NoteHidden() => remarks.Add(Hidden);

    /// <summary>The words of a paragraph, and its footnotes and comments. Text boxes that hang on it are no part of it.</summary>
    public (string Words, ImmutableArray<string> Notes) Of(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph)
    {
        var words = new StringBuilder();
        var found = new List<string>();
        Append(paragraph, words, found, 0);
        return (PlainText.Tidy(words.ToString(), WorkbookReader.MostCharacters), [.. found]);
    }

    /// <summary>The text boxes that hang on a paragraph, each once although Word writes it twice.</summary>
    public static IEnumerable<TextBoxContent> BoxesIn(OpenXmlElement paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any());

    private void Append(OpenXmlElement parent, StringBuilder words, List<string> found, int depth)
    {
        foreach (OpenXmlElement child in parent.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun or DeletedText:
                    NoteTracked();
                    break;
                case TextBoxContent or AlternateContentFallback or FieldCode:
                    break;
                case Run { RunProperties.Vanish: { } vanish } when vanish.Val?.Value != false:
                    NoteHidden();
                    break;
                case DocumentFormat.OpenXml.Wordprocessing.Text text:
                    words.Append(text.Text);
                    break;
                case TabChar or NoBreakHyphen or SoftHyphen:
                    words.Append(child is TabChar ? " " : child is NoBreakHyphen ? "-" : "");
                    break;
                case Break or CarriageReturn:
                    words.Append('\n');
                    break;
                case SymbolChar symbol:
                    words.Append(SymbolOf(symbol));
                    break;
                case FootnoteReference reference:
                    AddNote(found, notes.Footnote(reference.Id?.Value));
                    break;
                case EndnoteReference reference:
                    AddNote(found, notes.Endnote(reference.Id?.Value));
                    break;
                case CommentReference reference:
                    AddNote(found, notes.Comment(reference.Id?.Value));
                    break;
                default:
                    if (child is InsertedRun or MoveToRun)
                    {
                        NoteTracked();
                    }

                    if (depth < 60)
                    {
                        Append(child, words, found, depth + 1);
                    }

                    break;
            }
        }
    }

    private static void AddNote(List<string> found, string note)
    {
        if (note.Length > 0)
        {
            found.Add(note);
        }
    }

    // The ticks and crosses that Word takes from its fonts of signs.
    private static string SymbolOf(SymbolChar symbol)
    {
        bool isCode = int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code);
        bool isSecond = symbol.Font?.Value?.Contains('2', StringComparison.Ordinal) == true;
        return !isCode ? "" : ((code & 0xFF), isSecond) switch
        {
            (0xFC or 0xFE, false) or (0x50 or 0x52, true) => "✓",
            (0xFB or 0xFD, false) or (0x4F or 0x51, true) => "✗",
            (0xB7 or 0xA7 or 0x6C, false) => "•",
            _ => "",
        };
    }
}
