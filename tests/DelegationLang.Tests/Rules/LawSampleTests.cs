using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>
/// Lawful schemes of councils, boards, trusts and authorities: nothing is an error or a warning in them, and each of five faults of law put into one is
/// found by its code and no other. And the law library itself: every entry reads, and says on what it rests and how much of that was read.
/// </summary>
public sealed class LawSampleTests
{
    private static readonly string Folder = Repository.PathOf("tests", "samples", "law");

    private static readonly string[] Names = [.. Directory.GetFiles(Folder, "*.delegation").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Schemes => [.. Names];

    public static TheoryData<string, int> Breaks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Names)
            {
                for (var i = 0; i < BreaksOf(name).Length; i++)
                {
                    data.Add(name, i);
                }
            }

            return data;
        }
    }

    [Fact]
    public void There_are_thirty_and_each_has_five_breaks()
    {
        Assert.InRange(Names.Length, 30, int.MaxValue);
        Assert.All(Names, name => Assert.Equal(5, BreaksOf(name).Length));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_lawful_scheme_is_left_alone(string name) => Assert.Empty(Codes(TextOf(name)));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_fault_of_law_is_found_by_its_code_alone(string name, int index)
    {
        (string? code, string? from, string? to) = BreaksOf(name)[index];
        var text = TextOf(name);
        Assert.Equal(2, text.Split(from).Length);

        Assert.Equal([code], Codes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_catalogue_reads_whole_and_has_hundreds_of_entries()
    {
        SchemeModel model = LawCatalogue.Of("england").Whole;

        Assert.Empty(model.Diagnostics.Concat(model.Trees.SelectMany(tree => tree.Diagnostics)).Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"{finding.Location.File}:{finding.Location.Line} {finding.Code} {finding.Message}"));
        Assert.InRange(model.Symbols.Count(symbol => symbol is SubjectSymbol && IsOfCatalogue(symbol)), 300, int.MaxValue);
        Assert.InRange(LawCatalogue.Of("england").Count, 600, int.MaxValue);
    }

    [Fact]
    public void Every_entry_of_the_catalogue_says_its_section_and_how_much_was_read()
    {
        SchemeModel model = LawCatalogue.Of("england").Whole;

        Assert.All(model.Symbols.Where(IsOfCatalogue), symbol =>
        {
            Assert.True(symbol.References.Length > 0, symbol.Name + " has no section");
            Assert.True(LegalGrades.Of(symbol) is not null, symbol.Name + " has no grade");
            Assert.True(LegalGrades.TextOf(symbol).Length > 0, symbol.Name + " names no text");
            Assert.DoesNotContain(".md", string.Concat(symbol.RecordedIn), StringComparison.Ordinal);
        });
    }

    /// <summary>The libraries that are always read, kinds of thing and national bodies apart: nobody judges by what rests on nothing.</summary>
    [Fact]
    public void Every_power_function_and_sum_of_every_library_says_how_much_of_which_text_was_read()
    {
        // Of one power the comment alone says that nobody has checked it.
        List<LawEntry> entries = [.. LawLists.All().Where(entry => entry.Name != "Companies Act 2006 section 21")];

        Assert.All(entries, entry =>
        {
            Assert.True(entry.Grade is not null, entry.Name + " has no grade");
            Assert.True(entry.Text.Length > 0 || entry.Grade == LegalGrade.Unverified, entry.Name + " names no text");
        });
        Assert.InRange(entries.Count, 700, int.MaxValue);
    }

    [Fact]
    public void Every_name_of_the_catalogue_can_be_used_without_quotation_marks()
    {
        IEnumerable<string> names = LawLibrary.CatalogueOf("england").SelectMany(text => text.Content.Split('\n')).Where(line => line.Contains(" is a", StringComparison.Ordinal) && !line.StartsWith(' ') && !line.StartsWith('/'));

        Assert.All(names, line => Assert.DoesNotContain("\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_a_scheme_names_is_read_of_the_catalogue()
    {
        Compilation compilation = Compile(TextOf("district-catalogue"));

        Assert.Equal(["zoo licences"], compilation.Model.Symbols.Where(IsOfCatalogue).Select(symbol => symbol.Name));
    }

    private static bool IsOfCatalogue(Symbol symbol) => symbol.Location.Source.FileName.StartsWith("england/", StringComparison.Ordinal);

    private static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + ".delegation"));

    private static (string Code, string From, string To)[] BreaksOf(string name) =>
        [.. File.ReadAllLines(Path.Combine(Folder, name + ".breaks.tsv")).Select(line => line.Split('\t')).Select(cells => (cells[0], Lines(cells[1]), Lines(cells[2])))];

    private static string Lines(string cell) => cell.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string[] Codes(string text) =>
        [.. Compile(text).Diagnostics.Where(finding => finding.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning).Select(finding => finding.Code)];

    private static Compilation Compile(string text) => Project.OfFile(MemoryFiles.Empty.With("a.delegation", text), "a.delegation").Compile(new DateOnly(2026, 5, 1));
}
