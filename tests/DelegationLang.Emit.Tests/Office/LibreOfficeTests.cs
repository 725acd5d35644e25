using System.Diagnostics;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>Somebody else's office reads the files: LibreOffice prints the documents, with numbered pages and repeated heads, and takes the workbook for what it is.</summary>
public sealed class LibreOfficeTests
{
    [SkippableTheory]
    [MemberData(nameof(OfficeSchemes.Examples), MemberType = typeof(OfficeSchemes))]
    public void A_document_is_printed_with_numbered_pages_and_repeated_heads(string name)
    {
        string[] pages = Convert(name, OfficeFormat.Document, "docx", "pdf", file => Run("pdftotext", ["-layout", file, "-"]).TrimEnd('\f', '\n').Split('\f'));
        Assert.True(pages.Length > 5);
        for (int i = 0; i < pages.Length; i++)
        {
            Assert.Contains(FormattableString.Invariant($"Page {i + 1} of {pages.Length}"), pages[i], StringComparison.Ordinal);
        }

        // The first and perhaps the second hold the title and the contents; nearly every other has a table, whose head stands on it.
        Assert.True(pages.Skip(2).Count(page => page.Contains("The sentence", StringComparison.Ordinal)) >= (pages.Length - 2) * 9 / 10);
    }

    [SkippableFact]
    public void A_workbook_is_read_with_the_rows_of_the_comma_separated_values()
    {
        Sample sample = Samples.Get("foundation-trust");
        string[] subjects = [.. CsvRows.Of(new OfficeExport(sample.Input).Scheme(OfficeFormat.Values).Span).Rows.Select(row => row["subject"])];
        string[] lines = Convert(sample.Name, OfficeFormat.Workbook, "xlsx", "csv", file => File.ReadAllLines(file)[1..]);
        Assert.Equal(subjects.Length, lines.Length);
        Assert.All(subjects.Zip(lines), pair => Assert.StartsWith(pair.First, pair.Second.TrimStart('"'), StringComparison.Ordinal));
    }

    private static T Convert<T>(string name, OfficeFormat format, string from, string to, Func<string, T> read)
    {
        Skip.IfNot(Effort.IsLong, "LibreOffice takes long to start: DELEGATION_LONG=1 runs this.");
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")));
        Assert.True(isThere || Environment.GetEnvironmentVariable("DELEGATION_REQUIRE_TOOLS") != "1", "soffice was not found");
        Skip.IfNot(isThere, "soffice was not found: what another office makes of the files was not tried");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-office-");
        try
        {
            string file = Path.Combine(folder.FullName, "scheme." + from);
            File.WriteAllBytes(file, new OfficeExport(Samples.Get(name).Input).Scheme(format).ToArray());
            Run("soffice", ["-env:UserInstallation=file://" + folder.FullName + "/profile", "--headless", "--convert-to", to, "--outdir", folder.FullName, file]);
            return read(Path.ChangeExtension(file, to));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException(program + " did not start");
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), program + " did not end");
        return output;
    }
}
