using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace DelegationLang.Import.Documents;

/// <summary>A workbook or a document for Word that was made from a scheme: it holds every sentence, word for word, so that the scheme itself comes back.</summary>
internal static class OwnExport
{
    /// <summary>The sheet that holds the sentences.</summary>
    public const string SentenceSheet = "Sentences";

    private static readonly string[] SheetHeads = ["sentence", "reference", "section", "kind", "has effect", "file", "line"];
    private static readonly string[] ListHeads = ["subject", "matter", "from £", "to £", "basis", "VAT", "place"];

    /// <summary>The files of the scheme, by their names; none where the document is no such one.</summary>
    /// <exception cref="ImportException">It was made from a scheme, and does not hold its sentences.</exception>
    public static ImmutableArray<(string Path, string Content)> Read(SourceDocument document)
    {
        SourceTable[] tables = [.. document.Blocks.OfType<SourceTable>()];
        Sentence[] sentences =
            Array.Find(tables, table => StartsWith(table, SheetHeads)) is { } sheet ? [.. sheet.Rows.Skip(1).Where(row => !row[0].IsEmpty).Select(row => new Sentence(row[0].Text, row[2].Line, row[5].Line))]
            : Array.Find(tables, table => StartsWith(table, ListHeads)) is { Sheet: "" } list ? [.. OfList(list)]
            : [.. OfDocument(document)];
        string title = Title(document, tables);
        (string Path, string Content)[] files = [.. Files(sentences, title)];
        return [.. files.Select(file => (file.Path, Uses.Replace(file.Content, use => files.Any(other => use.Groups[1].Value == other.Path) ? use.Value : "")))];
    }

    /// <summary>Whether a text of values is one that export or build wrote.</summary>
    public static bool IsList(string text) => text.StartsWith(string.Join(',', SheetHeads), StringComparison.Ordinal) || text.StartsWith(string.Join(',', ListHeads), StringComparison.Ordinal);

    // Below the rows of who decides stand the sentences, where it is the list of a whole scheme.
    private static IEnumerable<Sentence> OfList(SourceTable list)
    {
        string[] heads = [.. list.Rows[0].Select(cell => cell.Line)];
        int how = Array.IndexOf(heads, "how");
        int words = Array.IndexOf(heads, "sentence");
        int file = Array.IndexOf(heads, "file");
        int section = Array.IndexOf(heads, "section");
        return section < 0 || words < 0 || how < 0 || file < 0
            ? throw new ImportException("it is a list of who decides that does not hold the sentences of the scheme: import what delegation export writes of the whole scheme, or sentences.csv")
            : list.Rows.Skip(1).Where(row => row[how].Line == "the sentence itself").Select(row => new Sentence(row[words].Text, row[section].Line, row[file].Line));
    }

    private static bool StartsWith(SourceTable table, string[] heads) => !table.Rows.IsEmpty && table.Rows[0].Select(cell => cell.Line).Take(heads.Length).SequenceEqual(heads, StringComparer.Ordinal);

    // The scheme's own words end with their line, and both formats have them on one line.
    private static string Title(SourceDocument document, SourceTable[] tables) =>
        tables.Where(table => table.Sheet == "About").SelectMany(table => table.Rows).FirstOrDefault(row => row.Length > 1 && row[0].Line == "Title") is { IsDefault: false } about ? about[1].Line
        : document.Blocks.OfType<Paragraph>().FirstOrDefault()?.Text ?? "";

    private static IEnumerable<Sentence> OfDocument(SourceDocument document)
    {
        string section = "";
        string file = "main.delegation";
        foreach (Block block in document.Blocks)
        {
            if (block is Paragraph { Level: 1 } heading)
            {
                section = heading.Text;
            }

            if (block is not SourceTable { MarkedHeads: > 0 } table || table.Rows[0][^1].Line != "The sentence")
            {
                continue;
            }

            // What one sentence says of several things, it says beside the first of them.
            foreach (Cell cell in table.Rows.Skip(1).Select(row => row[^1]).Where(cell => cell.Line != "–"))
            {
                string[] lines = cell.Text.Split('\n');
                Match source = Source.Match(lines[^1]);
                file = source.Success ? source.Groups[1].Value : file;
                yield return new Sentence(string.Join('\n', source.Success ? lines[..^1] : lines), section, file);
            }
        }
    }

    private static IEnumerable<(string Path, string Content)> Files(Sentence[] sentences, string title)
    {
        var files = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var order = new List<string>();
        var sectionOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            string file = FileName.IsMatch(sentence.File) ? sentence.File : "main.delegation";
            if (!files.TryGetValue(file, out StringBuilder? text))
            {
                files[file] = text = new StringBuilder();
                order.Add(file);
            }

            if (sentence.Section.Length > 0 && sectionOf.GetValueOrDefault(file, "") != sentence.Section)
            {
                text.Append("\nsection ").Append(sentence.Section).Append("\n\n");
                sectionOf[file] = sentence.Section;
            }

            string head = "scheme " + title;
            bool isScheme = title.Length > 0 && sentence.Words.StartsWith(head + " ", StringComparison.Ordinal);
            text.Append(isScheme ? head + "\n  " + sentence.Words[(head.Length + 1)..] : Bullet.Replace(sentence.Words, "  - ")).Append('\n');
        }

        return order.Select(file => (file, files[file].ToString()));
    }

    // A name in the folder itself or below it, and nothing that leads out of it.
    private static readonly Regex FileName = new(@"^(?!.*\.\.)[\p{L}\p{N}_ -][\p{L}\p{N}_. -]*(?:/[\p{L}\p{N}_ -][\p{L}\p{N}_. -]*)*\.delegation$", RegexOptions.CultureInvariant);

    private static readonly Regex Source = new(@"^(.+\.delegation), line \d+(?:\.\s.*)?$", RegexOptions.CultureInvariant);

    // A file that the document holds no sentence of, as one of scenarios.
    private static readonly Regex Uses = new(@"^use ""([^""\n]+\.delegation)""\.\n", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private static readonly Regex Bullet = new(@"^- ", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private sealed record Sentence(string Words, string Section, string File);
}
