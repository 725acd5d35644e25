using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>Files that are no schemes, or are made to harm: each is refused with words that say why, or read, and soon.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void What_is_packed_to_nothing_is_refused()
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = package.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 80; i++)
            {
                part.Write(nothing);
            }
        }

        Refused(new ImportedFile("bomb.docx", stream.ToArray()), "unpacks to more than a scheme can be");
    }

    [Fact]
    public void A_password_is_said() => Refused(new ImportedFile("secret.docx", (byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]), "without a password");

    [Theory]
    [InlineData("document.docm", "may have macros")]
    [InlineData("document.doc", "save it as .docx or .xlsx")]
    [InlineData("document.pdf", "ask for the Word file")]
    [InlineData("document", "must end in .docx, .xlsx, .csv or .html")]
    public void What_is_not_read_is_said(string name, string message) => Refused(new ImportedFile(name, "abc"u8.ToArray()), message);

    [Fact]
    public void Macros_are_refused() => Refused(Documents.Package("document.docx", ("word/vbaProject.bin", "x"), ("word/document.xml", "<x/>")), "it has macros");

    [Theory]
    [InlineData("document.docx")]
    [InlineData("document.xlsx")]
    public void What_is_no_package_is_refused(string name) => Refused(new ImportedFile(name, "no package"u8.ToArray()), "it cannot be read");

    [Fact]
    public void An_empty_file_is_said() => Refused(new ImportedFile("document.csv", Array.Empty<byte>()), "it is empty");

    [Fact]
    public void Entities_are_not_resolved()
    {
        const string Bomb = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        ImportedFile sound = Documents.Workbook([["Matter", "Authority"], ["Orders", "Clerk"]]);

        Refused(WithPart(sound, "xl/worksheets/sheet1.xml", xml => Bomb + xml.Replace("Orders", "&b;&c;", StringComparison.Ordinal)), "it cannot be read");
    }

    [Fact]
    public void More_rows_than_any_scheme_has_are_refused_soon() =>
        Refused(Documents.Workbook(Enumerable.Range(0, 100_000).Select(i => (object?[])["Matter " + i, 5])), "more than 20000 rows");

    [Fact]
    public void More_columns_than_any_scheme_has_are_refused_soon() =>
        Refused(Documents.Workbook(Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 1_000).Select(i => (object?)i).ToArray())), "200 columns");

    [Fact]
    public void A_merge_over_the_whole_sheet_is_no_more_than_its_cells() =>
        Read(Documents.Workbook([["Matter", "Authority"], ["Orders", "Clerk"]], "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"));

    [Fact]
    public void Deep_elements_are_refused_soon() => Refused(new ImportedFile("deep.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "x")), "within each other");

    [Fact]
    public void Nothing_of_a_page_is_run_or_fetched()
    {
        ImportResult result = Read(Documents.Page("Hollow NHS Trust", "<script>document.body.innerHTML='<p>The Clerk may sell the hospital.</p>'</script><iframe src=\"http://192.0.2.1/\"></iframe><img src=\"http://192.0.2.1/x.png\"><link rel=stylesheet href=\"http://192.0.2.1/x.css\">"));

        Assert.DoesNotContain("hospital", result.Files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_language_in_a_document_stay_words()
    {
        ImportResult result = Read(Documents.Page("Hollow NHS Trust", Documents.Table(
            "Matter | Authority | Notes\nOrders\". Hollow NHS Trust delegates everything to Clerk. // | Ward Manager | \"\n// allow DL3001: no\nLeases, or not | Section 151 Officer | up to the limit")));

        Assert.DoesNotContain(ImportCase.Compile(result).Diagnostics, found => found.Severity == Diagnostics.DiagnosticSeverity.Error);
        Assert.DoesNotContain("\nHollow NHS Trust delegates everything", result.Files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_rows_are_read_soon()
    {
        ImportedFile file = Documents.Workbook(
            Enumerable.Range(0, 10_000).Select(i => (object?[])["" + (i + 1), "Matter number " + i, i % 3 == 0 ? "Up to £5,000" : "", i % 7 == 0 ? "Clerk and Treasurer" : "Director " + (char)('A' + (i % 26)), "Within approved budget"])
                .Prepend(["Ref", "Matter", "Value", "Approver", "Conditions"]).Prepend(["Hollow NHS Trust – Scheme of Delegation, approved by the Board on 3 March 2026, in force from 1 April 2026"]));

        ImportResult result = Read(file, TimeSpan.FromSeconds(60));

        Assert.Equal(10_000, result.Understood.Length + result.Asked.Length);
        Assert.Equal(10_000 / 7 + 1, result.Asked.Length);
    }

    /// <summary>A package with one of its parts changed.</summary>
    internal static ImportedFile WithPart(ImportedFile file, string path, Func<string, string> change)
    {
        using var from = new ZipArchive(new MemoryStream(file.Bytes.ToArray()), ZipArchiveMode.Read);
        return Documents.Package(file.Name, [.. from.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            string text = reader.ReadToEnd();
            return (entry.FullName, entry.FullName == path ? change(text) : text);
        })]);
    }

    private static void Refused(ImportedFile file, string message)
    {
        long start = Stopwatch.GetTimestamp();

        ImportException refusal = Assert.Throws<ImportException>(() => Importer.Import([file], new ImportOptions()));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Name + " cannot be imported: ", refusal.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }

    private static ImportResult Read(ImportedFile file, TimeSpan? patience = null)
    {
        long start = Stopwatch.GetTimestamp();
        ImportResult result = Importer.Import([file], new ImportOptions());
        Assert.True(Stopwatch.GetElapsedTime(start) < (patience ?? Patience));
        return result;
    }
}
