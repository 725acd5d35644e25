using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Import.Documents;

/// <summary>What the styles of a document of Word say: which paragraphs are headings, which belong to a list.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    /// <summary>Looks through the styles.</summary>
    public WordStyles(Styles? all)
    {
        foreach (Style style in all?.Elements<Style>() ?? [])
        {
            styles.TryAdd(style.StyleId?.Value ?? "", style);
        }
    }

    /// <summary>The list that a style belongs to, by itself or by what it is based on.</summary>
    public NumberingProperties? NumberingOf(string id)
    {
        for (int i = 0; i < 10 && styles.TryGetValue(id, out Style? style); i++)
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { } list)
            {
                return list;
            }

            id = style.BasedOn?.Val?.Value ?? "";
        }

        return null;
    }

    /// <summary>Whether a paragraph is a heading or a title.</summary>
    public bool IsHeading(string id, DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } level && level < 9)
        {
            return true;
        }

        string name = styles.TryGetValue(id, out Style? style) ? style.StyleName?.Val?.Value ?? id : id;
        return name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase) || name.Equals("subtitle", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The level of the heading that a style is for; 0 for none.</summary>
    public int LevelOf(string id)
    {
        string name = styles.TryGetValue(id, out Style? style) ? style.StyleName?.Val?.Value ?? id : id;
        return name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && name[^1] is >= '1' and <= '9' ? name[^1] - '0' : 0;
    }

    /// <summary>Whether all that is written in a paragraph is bold.</summary>
    public static bool IsBold(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph)
    {
        Run[] runs = [.. paragraph.Descendants<Run>().Where(run => run.InnerText.Trim().Length > 0)];
        return runs.Length > 0 && runs.All(run => run.RunProperties?.Bold is { } bold && bold.Val?.Value != false);
    }
}
