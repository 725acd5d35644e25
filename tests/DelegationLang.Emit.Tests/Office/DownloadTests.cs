using System.Text;
using AngleSharp.Dom;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Sheets;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>The pages lead to the files that are made beside them, and to none that are not.</summary>
public sealed class DownloadTests
{
    private const string NoPart = "No part";

    [Fact]
    public void The_pages_lead_to_every_file_for_word_and_excel_and_to_no_other()
    {
        EmitInput input = Samples.Get("deputy").Input with { HasOffice = true };
        var site = BuiltSite.Of(input);
        string[] linked = [.. site.Pages.SelectMany(page => page.QuerySelectorAll(".downloads a")).Select(link => link.GetAttribute("href") ?? "").Where(href => href != "matrix.csv").Distinct().Order(StringComparer.Ordinal)];
        EmittedFile[] files = [.. new OfficeEmitter().Emit(input)];
        Assert.Equal(files.Select(file => file.Path).Order(StringComparer.Ordinal), linked);
        Assert.All(files.Where(file => file.Path.EndsWith(".docx", StringComparison.Ordinal)), file => DocumentTests.Open(file.Content.ToArray(), document => DocumentTests.Check(document, file.Path)));
        Assert.All(files, file => Assert.Equal(file.Content.ToArray(), new OfficeEmitter().Emit(input).Single(again => again.Path == file.Path).Content.ToArray()));
    }

    [Fact]
    public void Without_them_there_is_the_matrix_alone()
    {
        Sample sample = Samples.Get("foundation-trust");
        var site = BuiltSite.Of(sample);
        Assert.Equal(["matrix.csv"], site.Pages.SelectMany(page => page.QuerySelectorAll(".downloads a")).Select(link => link.GetAttribute("href")).Distinct());
        Assert.NotNull(site.Page("matrix.html").QuerySelector(".downloads a"));
    }

    [Theory]
    [InlineData("foundation-trust")]
    [InlineData("borough-council")]
    public void The_matrix_has_the_cells_of_the_page(string name)
    {
        Sample sample = Samples.Get(name);
        var site = BuiltSite.Of(sample);
        var matrix = CsvRows.Of(Encoding.UTF8.GetBytes(site.Files["matrix.csv"]));
        Dictionary<(string Subject, string Who), string> values = matrix.Rows.SelectMany(row => row.Where(cell => cell.Key != "subject").Select(cell => (Key: (row["subject"], cell.Key), cell.Value))).ToDictionary(cell => cell.Key, cell => cell.Value);
        var cells = new Dictionary<(string Subject, string Who), string>();
        foreach (IElement table in site.PageNames.Where(page => page.StartsWith("matrix", StringComparison.Ordinal)).SelectMany(page => site.Page(page).QuerySelectorAll("table.matrix-table")))
        {
            string[] columns = [.. table.QuerySelectorAll("thead th").Select(cell => cell.TextContent)];
            foreach (IElement row in table.QuerySelectorAll("tbody tr"))
            {
                string subject = row.QuerySelector("th p")?.TextContent ?? "";
                string[] texts = [.. row.QuerySelectorAll("td").Select(cell => string.Join("; ", cell.QuerySelectorAll("p").Select(line => line.TextContent)))];
                foreach ((string who, string text) in columns.Skip(1).Zip(texts))
                {
                    cells[(subject, who)] = text;
                }
            }
        }

        // The page leaves out who has no part in any line of a table; the values have a column for everybody.
        Assert.True(cells.Count(cell => cell.Value.Length > 0 && cell.Value != NoPart) > 50);
        Assert.Contains(NoPart, cells.Values);
        Assert.All(cells, cell => Assert.Equal((cell.Key, cell.Value), (cell.Key, values[cell.Key])));
        Assert.All(values.Where(cell => !cells.ContainsKey(cell.Key)), cell => Assert.True(cell.Value == NoPart || IsTitle(sample, cell.Key.Who), $"{cell}"));

        string[][] workbook = WorkbookTests.Texts(new OfficeExport(sample.Input).Scheme(OfficeFormat.Workbook).ToArray(), "Matrix");
        Assert.Equal(matrix.Headings, workbook[0]);
        Assert.Equal(matrix.Rows.Select(row => matrix.Headings.Select(heading => row[heading])), workbook[1..]);
    }

    [Fact]
    public void A_matrix_that_would_be_nearly_empty_is_a_list()
    {
        string text = "Trust is an organisation.\nBoard is the board of Trust.\n"
            + string.Concat(Enumerable.Range(1, 1_500).Select(i => $"officer {i} is an officer of Trust.\nmatter {i} is a matter of Trust.\nTrust delegates matter {i} to officer {i}.\n".Replace("officer " + i, "officer N" + i, StringComparison.Ordinal).Replace("matter " + i, "matter N" + i, StringComparison.Ordinal)));
        var matrix = CsvRows.Of(new CsvEmitter().Emit(Samples.Compile(text).Input).Single(file => file.Path == "csv/matrix.csv").Content.Span);
        Assert.Equal(["subject", "who", "what"], matrix.Headings);
        Assert.Contains(matrix.Rows, row => (row["subject"], row["who"], row["what"]) == ("matter N7", "officer N7", "Decides"));
    }

    // One person with the post, whose own column says what it may decide.
    private static bool IsTitle(Sample sample, string name) => sample.Party(name).HeldBy is not null;
}
