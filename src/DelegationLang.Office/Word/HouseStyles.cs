using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Office.Word;

/// <summary>How documents look where a body has no template of its own. A template that lacks one of these styles gets it from here.</summary>
internal static class HouseStyles
{
    private const string Dark = "1D4354";
    private const string Grey = "4C5560";
    private const string Shade = "E8EDEE";
    private const string Rule = "9AA5AC";

    /// <summary>A style sheet with nothing in it but what holds for all text.</summary>
    public static Styles Empty() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", EastAsia = "Arial" },
                new FontSize { Val = "22" },
                new FontSizeComplexScript { Val = "22" },
                new Languages { Val = "en-GB", EastAsia = "en-GB", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Named("Normal", "Normal", StyleValues.Paragraph, style => style.Default = true, new PrimaryStyle()),
        Named("TableNormal", "Normal Table", StyleValues.Table, style => style.Default = true, new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa }))));

    /// <summary>The styles of a document, made anew.</summary>
    /// <param name="normal">The identifier of the style that all text is based on; none where there is none.</param>
    public static IEnumerable<Style> All(string? normal)
    {
        string basis = normal ?? "Normal";
        yield return Text("Title", StyleNames.Title, basis, Font(48, Dark, bold: true), before: 0, after: 60);
        yield return Text("Subtitle", StyleNames.Subtitle, basis, Font(26, Grey), before: 0, after: 120);
        for (int level = 1; level <= StyleNames.Levels; level++)
        {
            yield return HeadingOf(level, basis);
        }

        yield return Entry(1, basis);
        yield return Entry(2, basis);
        yield return Text("SchemeContents", StyleNames.Contents, basis, Font(32, Dark, bold: true), before: 240, after: 120, keepNext: true);
        yield return Text("Footer", StyleNames.Footer, basis, Font(18, Grey), before: 0, after: 0);
        yield return Text("SchemeBody", StyleNames.Body, basis, [], before: 0, after: 120);
        yield return Text("SchemeNote", StyleNames.Note, basis, Font(16, Grey), before: 120, after: 120);
        yield return Text("SchemeCell", StyleNames.Cell, basis, Font(18), before: 0, after: 40, keepLines: true);
        yield return Text("SchemeHead", StyleNames.Head, "SchemeCell", Font(18, bold: true), before: 0, after: 0, keepNext: true);
        yield return Text("SchemeSentence", StyleNames.Sentence, "SchemeCell", [], before: 0, after: 40);
        yield return Text("SchemeSource", StyleNames.Source, "SchemeCell", Font(16, Grey), before: 0, after: 40);
        yield return Named("SchemeMark", StyleNames.Mark, StyleValues.Character, style => style.CustomStyle = true, new StyleRunProperties(new Bold(), new BoldComplexScript()));
        yield return TableStyle();
    }

    private static Style HeadingOf(int level, string basis)
    {
        (int size, int before, int after) = level switch { 1 => (32, 360, 120), 2 => (26, 280, 100), 3 => (23, 220, 80), _ => (21, 200, 60) };
        Style style = Text(FormattableString.Invariant($"Heading{level}"), StyleNames.Heading(level), basis, Font(size, Dark, bold: true), before, after, keepNext: true);
        style.CustomStyle = null;
        style.StyleParagraphProperties?.Append(new OutlineLevel { Val = level - 1 });
        return style;
    }

    private static Style Entry(int level, string basis)
    {
        Style style = Text(FormattableString.Invariant($"TOC{level}"), StyleNames.Entry(level), basis, Font(20), before: level == 1 ? 20 : 0, after: 0);
        style.CustomStyle = null;
        if (level > 1)
        {
            style.StyleParagraphProperties?.Append(new Indentation { Left = "284" });
        }

        return style;
    }

    private static Style TableStyle() => Named(
        "SchemeTable",
        StyleNames.Table,
        StyleValues.Table,
        style => style.CustomStyle = true,
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = Dark },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = Dark },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = Rule }),
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(
            new RunPropertiesBaseStyle(new Bold()),
            new TableStyleConditionalFormattingTableCellProperties(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = Dark }),
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Shade }))
        {
            Type = TableStyleOverrideValues.FirstRow,
        });

    private static OpenXmlElement[] Font(int halfPoints, string colour = "", bool bold = false)
    {
        string size = halfPoints.ToString(CultureInfo.InvariantCulture);
        OpenXmlElement[] weight = bold ? [new Bold(), new BoldComplexScript()] : [];
        OpenXmlElement[] ink = colour.Length > 0 ? [new Color { Val = colour }] : [];
        return [.. weight, .. ink, new FontSize { Val = size }, new FontSizeComplexScript { Val = size }];
    }

    private static Style Text(string id, string name, string basis, OpenXmlElement[] font, int before, int after, bool keepNext = false, bool keepLines = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
        {
            paragraph.Append(new KeepNext());
        }

        if (keepNext || keepLines)
        {
            paragraph.Append(new KeepLines(), new WidowControl());
        }

        paragraph.Append(new SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) });
        Style style = Named(
            id,
            name,
            StyleValues.Paragraph,
            made => made.CustomStyle = name.StartsWith("Scheme", StringComparison.Ordinal) ? true : null,
            new BasedOn { Val = basis },
            new PrimaryStyle(),
            paragraph);
        if (font.Length > 0)
        {
            style.Append(new StyleRunProperties(font));
        }

        return style;
    }

    private static Style Named(string id, string name, StyleValues kind, Action<Style> set, params OpenXmlElement[] rest)
    {
        var style = new Style(new StyleName { Val = name }) { Type = kind, StyleId = id };
        set(style);
        style.Append(rest);
        return style;
    }
}
