using System.Globalization;
using System.Text;
using DelegationLang.Cli.Tests.Pages;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Fixing;

/// <summary>Every fix that is offered mends what it is offered for and spoils nothing else.</summary>
public sealed class FixTests
{
    /// <summary>Codes whose failing example on its page is mended in one certain way, or in two of which the author chooses one.</summary>
    private static readonly string[] WithFix =
    [
        "DL1001", "DL1002", "DL1003", "DL1004", "DL1005", "DL1006", "DL2001", "DL2004", "DL2006", "DL2008", "DL3001", "DL3003", "DL3004", "DL3005", "DL3009", "DL3010", "DL3011",
        "DL6008", "DL8003", "DL8004",
    ];

    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.Codes];

    public static TheoryData<string> Samples =>
        [.. Effort.Part(Directory.EnumerateFiles(Repository.PathOf("tests", "samples"), "*.delegation", SearchOption.AllDirectories).Select(Repository.RelativePath).Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_fix_of_the_failing_example_of_a_page_mends_it(string code)
    {
        var text = DiagnosticPage.Of(code).Examples[0];
        var fixes = Compile(text).Diagnostics.SelectMany(diagnostic => diagnostic.Fixes).ToList();

        Assert.True(fixes.Count > 0 || !WithFix.Contains(code), $"{code} has lost its fix.");
        var isClean = fixes.Count == 0;
        foreach (CodeFix? fix in fixes)
        {
            Compilation mended = Compile(Apply(fix));
            isClean |= mended.Diagnostics.IsEmpty;

            // Where the author chooses between two names, only one of them may be right.
            Assert.True(
                fixes.Count == 1 ? mended.Diagnostics.IsEmpty : mended.Diagnostics.All(diagnostic => diagnostic.Code != code),
                $"{code}: {fix.Title}\n{Show(mended)}\n{Apply(fix)}");
        }

        Assert.True(isClean, $"{code}: no fix leaves nothing to report.");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_fix_in_a_sample_mends_its_fault_and_brings_no_other(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file.Split('/')), Encoding.UTF8);
        Compilation before = Compile(text);
        foreach (Diagnostic diagnostic in before.Diagnostics)
        {
            foreach (CodeFix fix in diagnostic.Fixes)
            {
                Compilation after = Compile(Apply(fix));
                var what = string.Create(CultureInfo.InvariantCulture, $"{file}:{diagnostic.Location.Line}: {diagnostic.Code} {diagnostic.Message}\n{fix.Title}\n");
                Assert.True(Count(after, diagnostic) < Count(before, diagnostic), what + "is not mended");

                // What is not safe may uncover something else about the words or the names of the same sentence, or show that it was not what was
                // meant; and of two names one may be wrong.
                var fresh = after.Diagnostics.Where(found => Count(after, found) > Count(before, found)).ToList();
                // A name that is sound again may show that nothing is said about it.
                bool isNamed = diagnostic.Code == "DL1002" && fresh.TrueForAll(found => found.Severity == DiagnosticSeverity.Info);
                Assert.True(
                    isNamed || fresh.TrueForAll(found => !fix.IsSafe && (found.Code[2] is '1' or '2' || found.Severity != DiagnosticSeverity.Error || diagnostic.Fixes.Length > 1)),
                    what + string.Join('\n', fresh.Select(found => $"brings {found.Code} {found.Message}")));
                Assert.True(Errors(after) <= Errors(before), what + "brings more errors");
            }
        }
    }

    private static int Count(Compilation compilation, Diagnostic like) =>
        compilation.Diagnostics.Count(found => found.Code == like.Code && found.Message == like.Message);

    private static int Errors(Compilation compilation) => compilation.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);

    private static Compilation Compile(string text) =>
        Project.OfFile(
            MemoryFiles.Empty.With("main.delegation", text).With("delegation.json", """{ "severity": { "DL8001": "off" } }"""),
            "main.delegation").Compile(Tool.Today);

    private static string Apply(CodeFix fix)
    {
        var text = fix.Edits[0].Location.Source.Content;
        foreach (TextEdit? edit in fix.Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = text.Remove(edit.Location.Span.Start, edit.Location.Span.Length).Insert(edit.Location.Span.Start, edit.NewText);
        }

        return text;
    }

    private static string Show(Compilation compilation) =>
        string.Join('\n', compilation.Diagnostics.Select(diagnostic => string.Create(CultureInfo.InvariantCulture, $"  {diagnostic.Code} line {diagnostic.Location.Line}: {diagnostic.Message}")));
}
