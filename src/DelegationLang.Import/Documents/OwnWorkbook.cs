using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace DelegationLang.Import.Documents;

/// <summary>A workbook that was made from a scheme: it holds every sentence, word for word, so that the scheme itself comes back.</summary>
internal static partial class OwnWorkbook
{
    /// <summary>The sheet that holds the sentences.</summary>
    public const string SentenceSheet = "Sentences";

    private static readonly string[] Heads = ["sentence", "reference", "section", "kind", "has effect", "file", "line"];

    /// <summary>The files of the scheme, by their names; none where the document is no such workbook.</summary>
    public static ImmutableArray<(string Path, string Content)> Read(SourceDocument document)
    {
        Table? table = document.Blocks.OfType<Table>().FirstOrDefault(table => table.Sheet == SentenceSheet);
        if (table is null || table.Rows.IsEmpty || !table.Rows[0].Select(cell => cell.Line).SequenceEqual(Heads, StringComparer.Ordinal))
        {
            return [];
        }

        string title = document.Blocks.OfType<Table>().Where(other => other.Sheet == "About").SelectMany(other => other.Rows)
            .FirstOrDefault(row => row.Length > 1 && row[0].Line == "Title") is { IsDefault: false } about ? about[1].Line : "";
        var files = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var order = new List<string>();
        var sectionOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ImmutableArray<Cell> row in table.Rows.Skip(1).Where(row => !row[0].IsEmpty))
        {
            string file = FileName().IsMatch(row[5].Line) ? row[5].Line : "main.delegation";
            if (!files.TryGetValue(file, out StringBuilder? text))
            {
                files[file] = text = new StringBuilder();
                order.Add(file);
            }

            if (row[2].Line is { Length: > 0 } section && sectionOf.GetValueOrDefault(file, "") != section)
            {
                text.Append("\nsection ").Append(section).Append("\n\n");
                sectionOf[file] = section;
            }

            string sentence = row[0].Text;
            string head = "scheme " + title;
            text.Append(title.Length > 0 && sentence.StartsWith(head + " ", StringComparison.Ordinal) ? head + "\n  " + sentence[(head.Length + 1)..] : Bullet().Replace(sentence, "  - ")).Append('\n');
        }

        return [.. order.Select(file => (file, files[file].ToString()))];
    }

    // A name in the folder itself or below it, and nothing that leads out of it.
    [GeneratedRegex(@"^(?!.*\.\.)[\p{L}\p{N}_ -][\p{L}\p{N}_. -]*(?:/[\p{L}\p{N}_ -][\p{L}\p{N}_. -]*)*\.delegation$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^- ", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
