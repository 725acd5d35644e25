using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HtmlAgilityPack;

namespace DelegationLang.Import.Documents;

/// <summary>Reads a page. Scripts are not run, and nothing that it refers to is fetched.</summary>
internal sealed class HtmlReader
{
    // A page as deep as this is no document: looking through it would fill the stack.
    private const int MostDepth = 400;

    private static readonly string[] Blocks = ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "blockquote", "dt", "dd", "section", "article", "header", "ul", "ol"];
    private static readonly string[] Ignored = ["script", "style", "head", "template", "noscript", "title", "del", "svg", "iframe", "object"];

    // A tree of elements takes some seventy times the room of the text.
    private const int MostBytes = 6_000_000;

    private readonly List<Block> blocks = [];
    private readonly SortedSet<string> remarks = new(StringComparer.Ordinal);
    private int paragraphs;
    private int tables;

    /// <summary>Reads one.</summary>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new ImportException("it is larger than any page with a scheme: save its tables alone, or as .docx or .xlsx");
        }

        (string text, ImmutableArray<string> repairs) = TextFile.Read(bytes);
        CheckDepth(text);
        var page = new HtmlDocument { OptionFixNestedTags = true };
        page.LoadHtml(text);
        var reader = new HtmlReader();
        reader.Walk(page.DocumentNode, 0);
        return new SourceDocument(name, [.. reader.blocks], [.. repairs, .. reader.remarks]);
    }

    // What is nested as deep as no page is refused before a tree is made of it.
    private static void CheckDepth(string text)
    {
        int open = 0;
        int deepest = 0;
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            open += text[at + 1] == '/' ? -1 : char.IsAsciiLetter(text[at + 1]) && !IsVoid(text.AsSpan(at + 1)) ? 1 : 0;
            open = Math.Max(0, open);
            deepest = Math.Max(deepest, open);
        }

        if (deepest > 5_000)
        {
            throw new ImportException("its elements lie within each other deeper than those of any page: save the page anew from a browser");
        }
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (string name in (string[])["br", "img", "meta", "link", "hr", "col", "input", "p", "li", "td", "tr", "th"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private void Walk(HtmlNode parent, int depth)
    {
        if (IsHidden(parent))
        {
            remarks.Add("The page has hidden parts; they were left out.");
            return;
        }

        var loose = new StringBuilder();
        foreach (HtmlNode element in parent.ChildNodes)
        {
            if (element.NodeType != HtmlNodeType.Element)
            {
                loose.Append(WordsOf(element));
                continue;
            }

            string name = element.Name;
            if (Ignored.Contains(name))
            {
                continue;
            }

            bool isBlock = name == "table" || Blocks.Contains(name) || element.Descendants().Any(inner => inner.Name is "p" or "table" or "li" or "div" or "h1" or "h2" or "h3" or "h4");
            if (!isBlock)
            {
                AppendWords(element, loose, depth);
                continue;
            }

            AddParagraph(loose.ToString(), parent);
            loose.Clear();
            if (name == "table")
            {
                AddTable(element);
            }
            else if (depth < MostDepth)
            {
                Walk(element, depth + 1);
            }
        }

        AddParagraph(loose.ToString(), parent);
    }

    // What a text stands for: entities are signs, and comments are nothing.
    private static string WordsOf(HtmlNode node) => node is HtmlTextNode text ? HtmlEntity.DeEntitize(text.Text) ?? "" : "";

    private static bool IsHidden(HtmlNode element) =>
        element.Attributes.Contains("hidden") || element.GetAttributeValue("style", "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private void AddParagraph(string raw, HtmlNode element)
    {
        string words = PlainText.Tidy(raw.Replace('\n', ' ').Replace('\r', ' '));
        if (words.Length == 0)
        {
            return;
        }

        paragraphs++;
        (string number, string rest) = TypedNumber.Split(words);
        HtmlNode? item = element.Name == "li" ? element : element.Ancestors("li").FirstOrDefault();
        int depth = 0;
        for (HtmlNode? list = item?.ParentNode; list is not null && depth < 9; list = list.ParentNode)
        {
            depth += list.Name is "ol" or "ul" ? 1 : 0;
        }

        string place = number.Length > 0 ? "paragraph " + number : "paragraph " + paragraphs.ToString(CultureInfo.InvariantCulture);
        blocks.Add(new Paragraph(place, rest)
        {
            Number = number,
            Depth = depth,
            IsBullet = item?.ParentNode?.Name == "ul" || TypedNumber.IsBullet(words),
            IsHeading = element.Name is ['h', >= '1' and <= '6'] || element.GetAttributeValue("class", "").Contains("Title", StringComparison.Ordinal),
            IsBold = element.Descendants().FirstOrDefault(inner => inner.Name is "b" or "strong") is { } bold && PlainText.Tidy(HtmlEntity.DeEntitize(bold.InnerText) ?? "").Length >= words.Length - 2,
        });
    }

    private void AddTable(HtmlNode table)
    {
        tables++;
        var grid = new GridBuilder();
        int row = 0;
        int heads = 0;
        foreach (HtmlNode line in table.Descendants("tr").Where(line => line.Ancestors("table").First() == table && !IsHidden(line)))
        {
            HtmlNode[] cells = [.. line.ChildNodes.Where(cell => cell.Name is "td" or "th")];
            if (heads == row && cells.Length > 0 && (line.ParentNode?.Name == "thead" || cells.All(cell => cell.Name == "th")))
            {
                heads++;
            }

            int column = 0;
            foreach (HtmlNode cell in cells)
            {
                column = grid.FirstFree(row, column);
                int width = Span(cell, "colspan");
                grid.Put(row, column, Span(cell, "rowspan"), width, new Cell(Words(cell)) { Place = FormattableString.Invariant($"row {row + 1}") });
                column += width;
            }

            row++;
        }

        if (row > 0)
        {
            blocks.Add(new SourceTable(FormattableString.Invariant($"table {tables}"), "", grid.ToRows(row)) { MarkedHeads = heads });
        }
    }

    private static int Span(HtmlNode cell, string attribute) =>
        int.TryParse(cell.GetAttributeValue(attribute, ""), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, GridBuilder.MostColumns) : 1;

    private static string Words(HtmlNode cell)
    {
        var words = new StringBuilder();
        AppendWords(cell, words, 0);
        return PlainText.Tidy(words.ToString());
    }

    // In the source a break of a line is a space; breaks are what elements make.
    private static void AppendWords(HtmlNode parent, StringBuilder words, int depth)
    {
        foreach (HtmlNode node in parent.ChildNodes)
        {
            if (node.NodeType != HtmlNodeType.Element)
            {
                words.Append(WordsOf(node).Replace('\n', ' ').Replace('\r', ' '));
            }
            else if (!Ignored.Contains(node.Name) && depth < MostDepth)
            {
                bool isBlock = Blocks.Contains(node.Name);
                words.Append(isBlock ? "\n" : "");
                words.Append(node.Name == "li" ? "• " : "");
                AppendWords(node, words, depth + 1);
                words.Append(isBlock ? "\n" : "");
            }
        }
    }
}
