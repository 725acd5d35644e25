using System.Collections.Immutable;
using System.Text;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Tests.Fixing;

/// <summary>What is applied without asking: only what cannot be meant otherwise, to the byte, until nothing is left to apply.</summary>
public sealed class SafeFixTests
{
    /// <summary>That sentences have no reference is not what these tests are about.</summary>
    private static readonly MemoryFiles Files = MemoryFiles.Empty.With("delegation.json", """{ "severity": { "DL8001": "off" } }""");

    private const string Head = Schemes.Head + """
        Finance Director is an officer of Hospital Trust.
        leases is a matter of Hospital Trust.
        "Head of R&D" is an officer of Hospital Trust.

        """;

    private const string Rest = "\nHospital Trust delegates all other matters to Finance Director, \"Head of R&D\".\n";

    [Theory]
    [InlineData("Hospital Trust delegats buying to Chief Executive.", "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Finance Director deputise for Chief Executive.", "Finance Director deputises for Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive", "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive;", "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive!", "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying; leases to Chief Executive.", "Hospital Trust delegates buying, leases to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive; up to £5.", "Hospital Trust delegates buying to Chief Executive up to £5.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to 5,000£.", "Hospital Trust delegates buying to Chief Executive up to £5,000.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to £5 ex VAT.", "Hospital Trust delegates buying to Chief Executive up to £5 excluding VAT.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to £5 reference 4.2.", "Hospital Trust delegates buying to Chief Executive up to £5 reference \"4.2\".")]
    [InlineData("Hospital Trust delegates buying to Chief Executive not exceeding £5.", "Hospital Trust delegates buying to Chief Executive up to £5.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive with powr to delegate.", "Hospital Trust delegates buying to Chief Executive with power to delegate.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive to 31 March 2027.", "Hospital Trust delegates buying to Chief Executive until 31 March 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 31st March 2027.", "Hospital Trust delegates buying to Chief Executive until 31 March 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until March 31, 2027.", "Hospital Trust delegates buying to Chief Executive until 31 March 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 31/03/2027.", "Hospital Trust delegates buying to Chief Executive until 31 March 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 31 March 2027 until 31 March 2027.", "Hospital Trust delegates buying to Chief Executive until 31 March 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive // for now\n  until 31 March 2027\n  until 31 March 2027.", "Hospital Trust delegates buying to Chief Executive // for now\n  until 31 March 2027.")]
    [InlineData("// allow DL3012: as adopted\nHospital Trust delegates buying to Chief Executive.", "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive. // allow DL3012: as adopted", "Hospital Trust delegates buying to Chief Executive.")]
    public void What_can_mean_one_thing_only_is_mended(string text, string mended)
    {
        FixResult result = Apply(Head + text + Rest);

        Assert.Equal(Head + mended + Rest, TextOf(result, Head + text + Rest));
        Assert.Empty(result.Compilation.Diagnostics);
        Assert.Single(result.Applied);
    }

    [Theory]
    [InlineData("Hospital Trust delegates buying to Cheif Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to £40,00.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to 5000.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive up to 5,000 $.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 03/04/2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 31 June 2027.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive and Finance Director.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive in consultation with Finance Director.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive between £5,000 and £10,000.")]
    [InlineData("Hospital Trust gives buying to Chief Executive.")]
    [InlineData("Hospital Trust delegates buying to Chief Executive until 31 March 2027 until 31 March 2028.")]
    [InlineData("4.2 Hospital Trust delegates buying to Chief Executive.")]
    [InlineData("Night Officer is an oficer of Hospital Trust.")]
    public void What_somebody_has_to_choose_is_left_alone(string text)
    {
        FixResult result = Apply(Head + text + Rest);

        Assert.Empty(result.Files);
        Assert.Empty(result.Applied);
        Assert.NotEmpty(result.Compilation.Diagnostics);
    }

    [Fact]
    public void Several_are_applied_and_what_shows_then_as_well()
    {
        const string Text = "Hospital Trust delegats buying to Chief Executive up to £5 ex VAT\nHospital Trust delegates leases; buying to Finance Director until 31st March 2027 reference 7.1.\n";

        FixResult result = Apply(Head + Text + Rest);

        Assert.Equal(
            Head + "Hospital Trust delegates buying to Chief Executive up to £5 excluding VAT.\nHospital Trust delegates leases, buying to Finance Director until 31 March 2027 reference \"7.1\".\n" + Rest,
            TextOf(result, ""));
        Assert.Empty(Errors(result.Compilation));
        Assert.Equal(6, result.Applied.Length);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    [InlineData("\r", true)]
    public void Line_endings_and_a_byte_order_mark_stay(string lineEnd, bool hasMark)
    {
        var text = (Head + "Hospital Trust reserves leases to Board.\nHospital Trust delegats buying to Chief Executive — £5 ﬁrst.\nHospital Trust delegats buying to Chief Executive.").Replace("— £5 ﬁrst", "note \"— £5 ﬁrst, ‘’\"", StringComparison.Ordinal)
            .ReplaceLineEndings(lineEnd);
        byte[] mark = hasMark ? [0xEF, 0xBB, 0xBF] : [];

        FixResult result = SafeFixes.Apply(Files.With("main.delegation", [.. mark, .. Encoding.UTF8.GetBytes(text)]), Compile);

        var sentence = lineEnd + lineEnd + "every delegation in this scheme: subject to reserved matters.";
        var wanted = text.Replace("delegats", "delegates", StringComparison.Ordinal).Replace("from 1 April 2026.", "from 1 April 2026." + sentence, StringComparison.Ordinal);
        Assert.Equal([.. mark, .. Encoding.UTF8.GetBytes(wanted)], Assert.Single(result.Files).After.ToArray());
    }

    [Fact]
    public void A_file_that_is_no_text_in_UTF_8_is_left_alone()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Head + "Hospital Trust delegats buying to Chief Executive note \""), 0xE9, .. Encoding.UTF8.GetBytes("\".\n")];

        FixResult result = SafeFixes.Apply(Files.With("main.delegation", [.. bytes]), Compile);

        Assert.Empty(result.Files);
    }

    [Fact]
    public void Each_file_of_a_project_is_mended_and_no_other_is_touched()
    {
        MemoryFiles files = Files
            .With("main.delegation", "use \"parties.delegation\".\n" + Head + "Hospital Trust delegats buying to Chief Executive, Night Officer." + Rest)
            .With("parties.delegation", "Night Officer is an officer of Hospital Trust\n\nDay Officer is an officer of Hospital Trust. // allow DL2006: for next year\n")
            .With("other.delegation", "Hospital Trust delegats buying to nobody\n");

        FixResult result = SafeFixes.Apply(files, changed => Project.OfFile(changed, "main.delegation").Compile(Tool.Today));

        Assert.Equal(["main.delegation", "parties.delegation"], result.Files.Select(file => file.Path));
        Assert.Equal("Night Officer is an officer of Hospital Trust.\n\nDay Officer is an officer of Hospital Trust. // allow DL2006: for next year\n", Encoding.UTF8.GetString(result.Files[1].After.AsSpan()));
        Assert.Empty(result.Compilation.Diagnostics);
    }

    [Fact]
    public void Severities_and_exemptions_of_the_project_hold()
    {
        const string Text = Head + "Hospital Trust reserves leases to Board.\nHospital Trust delegates buying to Chief Executive.\n";
        MemoryFiles off = Files.With("main.delegation", Text + Rest).With("delegation.json", """{ "severity": { "DL3010": "off", "DL8001": "off" } }""");
        MemoryFiles exempt = Files.With("main.delegation", Text.Replace("Executive.\n", "Executive. // allow DL3010: it is said elsewhere\n", StringComparison.Ordinal));

        Assert.Empty(SafeFixes.Apply(off, files => Project.OfFolder(files).Compile(Tool.Today)).Files);
        Assert.Empty(SafeFixes.Apply(exempt, Compile).Files);
        Assert.Single(SafeFixes.Apply(Files.With("main.delegation", Text), Compile).Files);
    }

    public static TheoryData<string> Samples =>
        [.. Effort.Part(Directory.EnumerateFiles(Repository.PathOf("tests", "samples"), "*.delegation", SearchOption.AllDirectories).Select(Repository.RelativePath).Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_mended_sample_has_fewer_errors_and_nothing_more_to_mend(string file)
    {
        MemoryFiles files = Files.With("main.delegation", [.. File.ReadAllBytes(Repository.PathOf(file.Split('/')))]);
        var before = Errors(Compile(files)).Count;

        FixResult result = SafeFixes.Apply(files, Compile);
        FixResult again = SafeFixes.Apply(result.Files.Aggregate(files, (all, changed) => all.With(changed.Path, changed.After)), Compile);

        Assert.True(Errors(result.Compilation).Count <= before - result.Applied.Count(fix => fix.Diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(again.Files);
    }

    private static List<Diagnostic> Errors(Compilation compilation) => [.. compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static FixResult Apply(string text) => SafeFixes.Apply(Files.With("main.delegation", text), Compile);

    private static Compilation Compile(IProjectFiles files) => Project.OfFile(files, "main.delegation").Compile(Tool.Today);

    private static string TextOf(FixResult result, string otherwise) =>
        result.Files.IsEmpty ? otherwise : Encoding.UTF8.GetString(Assert.Single(result.Files).After.AsSpan());
}
