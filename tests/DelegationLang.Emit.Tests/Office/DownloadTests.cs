using AngleSharp.Dom;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Sheets;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>The pages lead to the files that are made beside them, and to none that are not.</summary>
public sealed class DownloadTests
{
    [Fact]
    public void The_pages_lead_to_every_file_for_word_and_excel_and_to_no_other()
    {
        EmitInput input = Samples.Get("deputy").Input with { HasOffice = true };
        BuiltSite site = BuiltSite.Of(input);
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
        BuiltSite site = BuiltSite.Of(sample.Input);
        Assert.Equal(["matrix.csv"], site.Pages.SelectMany(page => page.QuerySelectorAll(".downloads a")).Select(link => link.GetAttribute("href")).Distinct());
        Assert.NotNull(site.Page("matrix.html").QuerySelector(".downloads a"));
    }

    [Theory]
    [InlineData("foundation-trust")]
    [InlineData("borough-council")]
    public void The_matrix_has_the_cells_of_the_page(string name)
    {
        Sample sample = Samples.Get(name);
        BuiltSite site = BuiltSite.Of(sample.Input);
        CsvRows matrix = CsvRows.Of(new HtmlEmitter().Emit(sample.Input).Single(file => file.Path == "matrix.csv").Content.Span);
        var cells = new HashSet<(string, string, string)>();
        foreach (IElement table in site.PageNames.Where(page => page.StartsWith("matrix", StringComparison.Ordinal)).SelectMany(page => site.Page(page).QuerySelectorAll("table.matrix-table")))
        {
            string[] columns = [.. table.QuerySelectorAll("thead th").Select(cell => cell.TextContent)];
            foreach (IElement row in table.QuerySelectorAll("tbody tr"))
            {
                string subject = row.QuerySelector("th p")?.TextContent ?? "";
                string[] texts = [.. row.QuerySelectorAll("td").Select(cell => string.Join("; ", cell.QuerySelectorAll("p").Select(line => line.TextContent)))];
                cells.UnionWith(columns.Skip(1).Zip(texts).Where(cell => cell.Second.Length > 0).Select(cell => (subject, cell.First, cell.Second)));
            }
        }

        Assert.True(cells.Count > 50);
        Assert.Equal(cells.Order(), matrix.Rows.SelectMany(row => row.Where(cell => cell.Key != "subject" && cell.Value.Length > 0).Select(cell => (row["subject"], cell.Key, cell.Value))).Distinct().Order());
    }

    [Fact]
    public void A_matrix_that_would_be_nearly_empty_is_a_list()
    {
        string text = "Trust is an organisation.\nBoard is the board of Trust.\n"
            + string.Concat(Enumerable.Range(1, 1_500).Select(i => $"officer {i} is an officer of Trust.\nmatter {i} is a matter of Trust.\nTrust delegates matter {i} to officer {i}.\n".Replace("officer " + i, "officer N" + i, StringComparison.Ordinal).Replace("matter " + i, "matter N" + i, StringComparison.Ordinal)));
        CsvRows matrix = CsvRows.Of(new CsvEmitter().Emit(Samples.Compile(text).Input).Single(file => file.Path == "csv/matrix.csv").Content.Span);
        Assert.Equal(["subject", "who", "what"], matrix.Headings);
        Assert.Contains(matrix.Rows, row => (row["subject"], row["who"], row["what"]) == ("matter N7", "officer N7", "Decides"));
    }
}
