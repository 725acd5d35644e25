using System.Globalization;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sample = DelegationLang.Emit.Tests.Support.Sample;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>The workbook is sound, has its heads frozen and filtered, and holds figures as figures and texts as texts.</summary>
public sealed class WorkbookTests
{
    private const string Hostile = """
        scheme =cmd|' /C calc'!A0
          in force from 1 April 2026.
        Trust is an organisation.
        Board is the board of Trust.
        "=1+1 <b>&amp; officer" is an officer of Trust.
        "+44 officer" is an officer of Trust.
        "-1 officer" is an officer of Trust.
        "@SUM officer" is an officer of Trust.
        "＝2 officer" is an officer of Trust.
        "=HYPERLINK of matters" is a matter of Trust.
        Trust delegates "=HYPERLINK of matters" to "=1+1 <b>&amp; officer" or "+44 officer" or "-1 officer" or "@SUM officer" or "＝2 officer" up to £5 reference "=A1".
        """;

    [Theory]
    [MemberData(nameof(OfficeSchemes.Examples), MemberType = typeof(OfficeSchemes))]
    public void The_workbook_of_an_example_is_valid_and_the_same_each_time(string name)
    {
        Sample sample = Samples.Get(name);
        byte[] bytes = Make(sample);
        Open(bytes, document => OfficeSchemes.AssertValid(document, name));
        Assert.Equal(bytes, Make(sample));
    }

    [Fact]
    public void Workbooks_of_sound_and_random_schemes_are_valid() =>
        Parallel.ForEach(OfficeSchemes.Sound().Concat(OfficeSchemes.Random(3)), sample => Open(Make(sample), document => OfficeSchemes.AssertValid(document, sample.Name)));

    [Fact]
    public void Heads_are_frozen_filtered_and_repeated_on_paper() => Open(Make(Samples.Get("foundation-trust")), document =>
    {
        WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidDataException();
        string[] names = [.. (workbook.Workbook.DefinedNames ?? throw new InvalidDataException()).Elements<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles").Select(name => name.Text)];
        Assert.Equal([.. new[] { "Who decides", "Matrix", "Sentences", "About" }.Select(name => $"'{name}'!$A:$A,'{name}'!$1:$1")], names);
        Assert.All(workbook.WorksheetParts, part =>
        {
            Assert.Equal(PaneStateValues.Frozen, part.Worksheet.Descendants<Pane>().Single().State?.Value);
            string last = part.Worksheet.Descendants<Row>().First().Elements<Cell>().Last().CellReference?.Value?.TrimEnd('1') ?? "";
            Assert.Equal(FormattableString.Invariant($"A1:{last}{part.Worksheet.Descendants<Row>().Count()}"), part.Worksheet.Descendants<AutoFilter>().Single().Reference?.Value);
        });
    });

    [Fact]
    public void Sums_are_numbers_and_days_are_dates()
    {
        Sample sample = Samples.Compile("""
            scheme Buying
              in force from 1 April 2026.
            Trust is an organisation.
            Board is the board of Trust.
            Director is an officer of Trust.
            buying is a matter of Trust.
            Trust delegates buying to Director above £1,000 up to £50,000.50 per contract from 1 May 2026.
            """);
        Open(Make(sample), document =>
        {
            var sheet = new ReadSheet(document, "Who decides");
            IReadOnlyDictionary<string, Cell> row = sheet.Rows.Single(row => sheet.Text(row, "deciders") == "Director");
            Assert.Equal(("1000", null), (row["from £"].CellValue?.Text, row["from £"].DataType?.InnerText));
            Assert.Equal(("50000.5", "#,##0.00"), (row["to £"].CellValue?.Text, sheet.Format(row["to £"])));
            Assert.Equal((new DateOnly(2026, 5, 1).ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), "d\\ mmm\\ yyyy"), (row["from"].CellValue?.Text, sheet.Format(row["from"])));
            Assert.False(row.ContainsKey("until"));
        });
    }

    [Fact]
    public void The_workbook_has_the_rows_of_the_comma_separated_values() => Open(Make(Samples.Get("borough-council")), document =>
    {
        var values = CsvRows.Of(new OfficeExport(Samples.Get("borough-council").Input).Scheme(OfficeFormat.Values).Span);
        var sheet = new ReadSheet(document, "Who decides");
        var decided = values.Rows.Where(row => row["how"] != "the sentence itself").ToList();
        Assert.Equal(decided.Count, sheet.Rows.Count);
        Assert.Equal(new ReadSheet(document, "Sentences").Rows.Count, values.Rows.Count - decided.Count);
        foreach (string column in (string[])["subject", "place", "conditions", "deciders", "steps", "sentence"])
        {
            Assert.Equal(decided.Select(row => row[column]), sheet.Rows.Select(row => sheet.Text(row, column)));
        }
    });

    [Fact]
    public void Nothing_that_authors_write_becomes_a_formula_or_a_link() => Open(Make(Samples.Compile(Hostile)), document =>
    {
        OfficeSchemes.AssertValid(document, "hostile");
        WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidDataException();
        Assert.All(workbook.WorksheetParts, part =>
        {
            Assert.Empty(part.Worksheet.Descendants<CellFormula>());
            Assert.Empty(part.Worksheet.Descendants<Hyperlink>());
            Assert.Empty(part.ExternalRelationships);
        });
        var sheet = new ReadSheet(document, "Who decides");
        Cell[] cells = [.. sheet.Rows.SelectMany(row => row.Values).Where(cell => sheet.Text(cell) is ['=' or '+' or '-' or '@' or '＝', ..])];
        Assert.True(cells.Length >= 10);
        Assert.All(cells, cell => Assert.True(sheet.IsQuoted(cell), sheet.Text(cell)));
        Assert.Contains(cells, cell => sheet.Text(cell) == "=1+1 <b>&amp; officer");
    });

    [Fact]
    public void Nothing_that_authors_write_becomes_a_formula_in_comma_separated_values()
    {
        var rows = CsvRows.Of(new OfficeExport(Samples.Compile(Hostile).Input).Scheme(OfficeFormat.Values).Span);
        Assert.All(rows.Rows.SelectMany(row => row.Values).Where(value => value.Length > 0), value => Assert.DoesNotContain(value[0], "=+-@＝"));
        Assert.Contains(rows.Rows, row => row["deciders"] == "'=1+1 <b>&amp; officer" && row["reference"] == "'=A1");
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x08)]
    [InlineData(0x0B)]
    [InlineData(0x1F)]
    [InlineData(0x85)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void What_xml_cannot_hold_is_shown_by_its_number_or_as_a_space(int code)
    {
        char character = (char)code;
        string shown = char.IsWhiteSpace(character) ? " " : FormattableString.Invariant($"[U+{code:X4}]");
        Sample sample = Samples.Compile($"""
            scheme Buying
              note "a{character}b".
            Trust is an organisation.
            Board is the board of Trust.
            "officer{character}x" is an officer of Trust note "a{character}b".
            buying is a matter of Trust.
            Trust delegates buying to "officer{character}x" reference "4{character}2".
            """);
        var export = new OfficeExport(sample.Input);
        Open(Make(sample), document => OfficeSchemes.AssertValid(document, shown));
        Assert.Contains(Texts(Make(sample), "Sentences"), row => row[0].Contains($"a{shown}b", StringComparison.Ordinal));
        Assert.Contains(CsvRows.Of(export.Scheme(OfficeFormat.Values).Span).Rows, row => row["reference"] == $"4{shown}2");
        DocumentTests.Open(export.Scheme(OfficeFormat.Document).ToArray(), document =>
        {
            DocumentTests.Check(document, shown);
            Assert.Contains($"a{shown}b", document.MainDocumentPart?.Document.InnerText, StringComparison.Ordinal);
        });
    }

    // A file of a scheme is UTF-8, which has no half of a pair: other programs may hand over texts that do.
    [Fact]
    public void Halves_of_pairs_are_shown_by_their_numbers()
    {
        const string Text = "a\uD800b\uDC00\uDBFF";
        var sheet = new Emit.Sheets.Sheet("Texts", [new(Text)], [[Emit.Sheets.SheetCell.Of(Text)]]);
        Assert.Equal("a[U+D800]b[U+DC00][U+DBFF]", CsvRows.Of(Emit.Sheets.CsvText.Make("a.csv", sheet).Content.Span).Rows.Single().Values.Single());
        Open(DelegationLang.Office.Excel.WorkbookFile.Make([sheet], new DelegationLang.Office.Packaging.FileFacts(Text, Text, Text, Text)), document =>
        {
            OfficeSchemes.AssertValid(document, "halves");
            var read = new ReadSheet(document, "Texts");
            Assert.Equal("a[U+D800]b[U+DC00][U+DBFF]", read.Text(read.Rows.Single().Values.Single()));
            Assert.Equal("a[U+D800]b[U+DC00][U+DBFF]", document.PackageProperties.Title);
        });
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@a")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData(" \t+1")]
    [InlineData("\u00A0-1")]
    [InlineData("\uFF20a")]
    public void A_text_that_begins_like_a_formula_stays_a_text(string start)
    {
        var sheet = new Emit.Sheets.Sheet("Texts", [new("a")], [[Emit.Sheets.SheetCell.Of(start)], [Emit.Sheets.SheetCell.OfLines([start, start])]]);
        var rows = CsvRows.Of(Emit.Sheets.CsvText.Make("a.csv", sheet).Content.Span);
        Assert.All(rows.Rows, row => Assert.Equal('\'', row["a"][0]));
        Open(DelegationLang.Office.Excel.WorkbookFile.Make([sheet], new DelegationLang.Office.Packaging.FileFacts("", "", "", "")), document =>
        {
            OfficeSchemes.AssertValid(document, start);
            var read = new ReadSheet(document, "Texts");
            Assert.All(read.Rows, row => Assert.True(read.IsQuoted(row["a"])));
            Assert.All(read.Rows, row => Assert.Equal(CellValues.SharedString, row["a"].DataType?.Value));
        });
    }

    [Fact]
    public void Rows_are_tall_enough_for_texts_that_go_on_from_line_to_line() => Open(Make(Samples.Get("borough-council")), document =>
    {
        WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidDataException();
        double[] heights = [.. workbook.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Row>()).Select(row => row.Height?.Value ?? 0)];
        Assert.All(heights, height => Assert.InRange(height, 15, 409));
        Assert.Contains(heights, height => height > 30);
        Assert.All(workbook.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Row>()), row => Assert.Null(row.CustomHeight));
    });

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_says_so()
    {
        string note = string.Concat(Enumerable.Repeat("\U0001F5F3 and so on ", 3_000));
        Open(Make(Samples.Compile($"Trust is an organisation.\nBoard is the board of Trust.\nbuying is a matter of Trust note \"{note}\".\n")), document =>
        {
            OfficeSchemes.AssertValid(document, "long");
            var sheet = new ReadSheet(document, "Sentences");
            Assert.Contains(sheet.Rows, row => sheet.Text(row, "sentence") is { Length: > 32_000 and <= 32_767 } text && text.EndsWith("(cut here: a cell holds no more)", StringComparison.Ordinal));
        });
    }

    /// <summary>The texts of a sheet, line by line; empty where a cell holds none.</summary>
    internal static string[][] Texts(byte[] workbook, string name)
    {
        string[][] texts = [];
        Open(workbook, document =>
        {
            var sheet = new ReadSheet(document, name);
            texts = [sheet.Headings, .. sheet.Rows.Select(row => sheet.Headings.Select(heading => sheet.Text(row, heading)).ToArray())];
        });
        return texts;
    }

    private static byte[] Make(Sample sample) => new OfficeExport(sample.Input).Scheme(OfficeFormat.Workbook).ToArray();

    private static void Open(byte[] bytes, Action<SpreadsheetDocument> look)
    {
        using var stream = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        look(document);
    }

    // A sheet by the headings of its columns.
    private sealed class ReadSheet
    {
        private readonly WorkbookPart workbook;
        private readonly string[] texts;

        public ReadSheet(SpreadsheetDocument document, string name)
        {
            workbook = document.WorkbookPart ?? throw new InvalidDataException();
            texts = [.. workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
            string id = workbook.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id?.Value ?? "";
            Row[] rows = [.. ((WorksheetPart)workbook.GetPartById(id)).Worksheet.Descendants<Row>()];
            var headings = rows[0].Elements<Cell>().ToDictionary(Column, Text, StringComparer.Ordinal);
            Headings = [.. headings.Values];
            Rows = [.. rows[1..].Select(row => row.Elements<Cell>().ToDictionary(cell => headings[Column(cell)], StringComparer.Ordinal))];
        }

        public string[] Headings { get; }

        public IReadOnlyList<IReadOnlyDictionary<string, Cell>> Rows { get; }

        public string Text(IReadOnlyDictionary<string, Cell> row, string column) => row.TryGetValue(column, out Cell? cell) ? Text(cell) : "";

        public string Text(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(cell.CellValue?.Text ?? "", CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? "";

        public bool IsQuoted(Cell cell) => FormatOf(cell).QuotePrefix?.Value == true;

        public string Format(Cell cell) => FormatOf(cell).NumberFormatId?.Value switch
        {
            3 => "#,##0",
            4 => "#,##0.00",
            var id => Styles.NumberingFormats?.Elements<NumberingFormat>().Single(format => format.NumberFormatId?.Value == id).FormatCode?.Value ?? "",
        };

        private Stylesheet Styles => workbook.WorkbookStylesPart?.Stylesheet ?? throw new InvalidDataException();

        private CellFormat FormatOf(Cell cell) => Styles.CellFormats?.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0)) ?? throw new InvalidDataException();

        private static string Column(Cell cell) => cell.CellReference?.Value?.TrimEnd([.. "0123456789"]) ?? "";
    }
}
