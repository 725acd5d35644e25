using System.Globalization;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Exemptions;

namespace DelegationLang.Cli.Tests.Workspaces;

/// <summary>What <c>// allow CODE until DATE: reason</c> does: which sentence it exempts, until when, and that it never gives authority.</summary>
public sealed class ExemptionTests
{
    private const string Head = Schemes.Head + """
        receive reports is a matter of Hospital Trust.
        consider plans is a matter of Hospital Trust.

        """;

    /// <summary>A warning, DL3012: to receive a report is to decide nothing.</summary>
    private const string Odd = "Hospital Trust delegates receive reports to Chief Executive.";

    private const string OddToo = "Hospital Trust delegates consider plans to Chief Executive.";

    private const string Rest = "\nHospital Trust delegates all other matters to Chief Executive.\n";

    [Theory]
    [InlineData("// allow DL3012: as adopted\n" + Odd)]
    [InlineData("  //allow DL3012:as adopted\n" + Odd)]
    [InlineData("// Allow dl3012 : as adopted\r\n" + Odd)]
    [InlineData(Odd + " // allow DL3012: as adopted")]
    [InlineData("Hospital Trust delegates receive reports // allow DL3012: as adopted\n  to Chief Executive.")]
    [InlineData("Hospital Trust delegates receive reports\n  // allow DL3012: as adopted\n  to Chief Executive.")]
    [InlineData("Hospital Trust delegates receive reports\n  to Chief Executive. // allow DL3012: as adopted")]
    [InlineData("// allow DL3012: as adopted\n// A remark about something else.\n" + Odd)]
    [InlineData("// A remark.\n// allow DL3012: as adopted\n" + Odd)]
    [InlineData("// allow DL3012 until 1 May 2026: the day itself is included\n" + Odd)]
    [InlineData("// allow DL3012 until 2026-05-01: the day itself is included\n" + Odd)]
    public void A_sentence_is_exempted_from_the_line_before_or_at_its_end(string text)
    {
        Compilation compilation = Compile(text);

        Assert.Equal("", Show(compilation));
        Assert.Equal(["DL3012"], compilation.Exempted.Select(exempted => exempted.Diagnostic.Code));
    }

    [Fact]
    public void The_reason_and_the_day_are_kept()
    {
        ExemptedDiagnostic exempted = Assert.Single(Compile("// allow DL3012 until 31 March 2027 : the words are NHS England's: see 4.2 \n" + Odd).Exempted);

        Assert.Equal(("the words are NHS England's: see 4.2", (DateOnly?)new DateOnly(2027, 3, 31)), (exempted.Reason, exempted.Until));
        Assert.Null(Assert.Single(Compile("// allow DL3012: as adopted\n" + Odd).Exempted).Until);
    }

    [Fact]
    public void Nothing_but_that_code_on_that_sentence_is_exempted()
    {
        Assert.Equal("14 DL3012\n15 DL8004", Show(Compile(Odd + "\n// allow DL3012: as adopted\nHospital Trust delegates buying to Chief Executive.")));
        Assert.Equal("14 DL8004\n15 DL3012", Show(Compile("// allow DL3011: as adopted\n" + Odd)));
        Assert.Equal("15 DL3012", Show(Compile(Odd + " // allow DL3012: as adopted\n" + OddToo)));
        Assert.Equal("14 DL3012", Show(Compile(Odd + "\n// allow DL3012: as adopted\n" + OddToo)));
    }

    [Fact]
    public void An_empty_line_parts_an_exemption_from_the_sentence() =>
        Assert.Equal("14 DL8004\n16 DL3012", Show(Compile("// allow DL3012: as adopted\n\n" + Odd)));

    [Fact]
    public void Several_codes_and_several_comments_may_stand_at_one_sentence()
    {
        Assert.Equal("", Show(Compile("// allow DL3012, DL3010: as adopted\n" + Odd + "\nHospital Trust reserves consider plans to Board.")));
        Assert.Equal("", Show(Compile("// allow DL3012: as adopted\n// allow DL3010: it is said elsewhere\n" + Odd + "\nHospital Trust reserves consider plans to Board.")));
    }

    [Fact]
    public void The_second_of_two_that_say_the_same_exempts_nothing() =>
        Assert.Equal("15 DL8004", Show(Compile("// allow DL3012: as adopted\n// allow DL3012: as adopted\n" + Odd)));

    [Fact]
    public void A_line_of_a_list_or_a_table_is_exempted_by_itself()
    {
        const string List = "places of Hospital Trust:\n  - Lost Town\n  - Lost City.";

        Assert.Equal("15 DL2006\n16 DL2006", Show(Compile(List)));
        Assert.Equal("16 DL2006", Show(Compile(List.Replace("Town\n", "Town // allow DL2006: kept for next year\n", StringComparison.Ordinal))));
        Assert.Equal("15 DL2006", Show(Compile(List.Replace("  - Lost C", "  // allow DL2006: kept for next year\n  - Lost C", StringComparison.Ordinal))));
        Assert.Equal("15 DL2006", Show(Compile(List + " // allow DL2006: kept for next year")));
        Assert.Equal("", Show(Compile("// allow DL2006: kept for next year\n" + List)));
        Assert.Equal("", Show(Compile(List.Replace(":\n", ": // allow DL2006: kept for next year\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_line_of_a_table_is_exempted_by_itself()
    {
        const string Table = "limits for buying of Hospital Trust:\n  - Chief Executive with power to delegate up to £500\n  - Finance Director with power to delegate up to £600.\nFinance Director is an officer of Hospital Trust.";

        Assert.Equal("15 DL3011\n16 DL3011", OfLimits(Compile(Table)));
        Assert.Equal("16 DL3011", OfLimits(Compile(Table.Replace("£500\n", "£500 // allow DL3011: it is meant so\n", StringComparison.Ordinal))));
        Assert.Equal("15 DL3011", OfLimits(Compile(Table.Replace("£600.", "£600. // allow DL3011: it is meant so", StringComparison.Ordinal))));
        Assert.Equal("", OfLimits(Compile("// allow DL3011: it is meant so\n" + Table)));

        // The lines have no limit of their own, so that nothing is left under the first of them: that is another report.
        static string OfLimits(Compilation compilation) =>
            string.Join('\n', Show(compilation).Split('\n').Where(line => !line.EndsWith("DL5010", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_exemption_without_a_reason_holds_and_is_reported()
    {
        Compilation compilation = Compile("// allow DL3012\n" + Odd);

        Assert.Equal("14 DL8002", Show(compilation));
        Assert.Single(compilation.Exempted);
        Assert.Equal("14 DL8002", Show(Compile("// allow DL3012 until 1 June 2026 : \n" + Odd)));
    }

    [Fact]
    public void After_its_day_an_exemption_is_reported_and_what_it_kept_quiet_is_back()
    {
        const string Text = "// allow DL3012 until 30 April 2026: the next version says approve\n";

        Assert.Equal("14 DL8003\n15 DL3012", Show(Compile(Text + Odd)));
        Assert.Equal("", Show(Compile(Text + Odd, new DateOnly(2026, 4, 30))));
        Assert.Equal("14 DL8003", Show(Compile(Text + "Hospital Trust delegates buying to Chief Executive.")));
        Assert.Equal("14 DL8003\n15 DL3012", Show(Compile("// allow DL3012 until 30 April 2026\n" + Odd)));
    }

    [Theory]
    [InlineData("// allow DL3912: as adopted", "there is no diagnostic")]
    [InlineData("// allow DL 3012: as adopted", "there is no diagnostic")]
    [InlineData("// allow: DL3012 as adopted", "no colon comes after")]
    [InlineData("// allow DL3012 because it was adopted so", "a colon must stand")]
    [InlineData("// allow DL3012 - as adopted", "a colon must stand")]
    [InlineData("// allow DL3012 until 31/03/2027: as adopted", "is no date")]
    [InlineData("// allow DL3012 until 31 June 2027: as adopted", "is no date")]
    [InlineData("// allow DL3012 until: as adopted", "there is no date")]
    [InlineData("// allow DL3012 until next year: as adopted", "is no date")]
    [InlineData("// allow DL8002, DL3012", "no sentence can be exempted from DL8002")]
    public void One_that_cannot_be_read_or_granted_is_reported_and_exempts_nothing(string comment, string message)
    {
        Compilation compilation = Compile(comment + "\n" + Odd);

        Assert.Equal("14 DL8005\n15 DL3012", Show(compilation));
        Assert.Contains(message, compilation.Diagnostics[0].Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("", compilation.Diagnostics[0].Help);
        Assert.Empty(compilation.Exempted);
    }

    [Theory]
    [InlineData("// allow DL 3012: as adopted", "// allow DL3012: as adopted")]
    [InlineData("// allow DL3O12: as adopted", "// allow DL3012: as adopted")]
    [InlineData("// allow: DL3012: as adopted", "// allow DL3012: as adopted")]
    [InlineData("// allow DL3012 because it was adopted so", "// allow DL3012: because it was adopted so")]
    [InlineData("// allow DL3012 - as adopted", "// allow DL3012: as adopted")]
    [InlineData("// allow DL3012 until 1 June 2026, as adopted", "// allow DL3012 until 1 June 2026: as adopted")]
    [InlineData("// allow DL3012 until 1 June 2026 — as adopted", "// allow DL3012 until 1 June 2026: as adopted")]
    [InlineData("// allow DL3012 until 31/03/2027: as adopted", "// allow DL3012 until 31 March 2027: as adopted")]
    [InlineData("// allow DL3012 until 31 June 2027: as adopted", "// allow DL3012 until 30 June 2027: as adopted")]
    [InlineData("// allow DL3012 until 1 June: as adopted", null)]
    [InlineData("// allow DL3012 until: as adopted", null)]
    [InlineData("// allow DL1001: as adopted", null)]
    public void What_was_probably_meant_is_offered_and_never_chosen(string comment, string? mended)
    {
        Diagnostic finding = Compile(comment + "\n" + Odd).Diagnostics[0];

        Assert.Equal("DL8005", finding.Code);
        Assert.All(finding.Fixes, fix => Assert.False(fix.IsSafe));
        if (mended is null)
        {
            Assert.DoesNotContain(finding.Fixes, fix => Show(Compile(Applied(fix))).Length == 0);
        }
        else
        {
            Assert.Contains(mended + "\n", Applied(Assert.Single(finding.Fixes)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_at_the_other_of_two_sentences_is_told_where_to_go()
    {
        Compilation compilation = Compile("// allow DL3010: it is said elsewhere\n" + OddToo.Replace("delegates", "reserves", StringComparison.Ordinal).Replace("Chief Executive", "Board", StringComparison.Ordinal)
            + "\n" + Odd + " // allow DL3012: as adopted");

        Diagnostic idle = Assert.Single(compilation.Diagnostics, diagnostic => diagnostic.Code == "DL8004");
        Assert.Equal("DL3010 is reported here", Assert.Single(idle.Related).Label);
        Assert.Empty(idle.Fixes);
    }

    [Theory]
    [InlineData("// allow the Chief Executive to receive what comes")]
    [InlineData("// allow 5 days for this")]
    [InlineData("// allow DLR trains: a reason")]
    [InlineData("// allowed DL3012: no, it was not")]
    [InlineData("// we allow DL3012: no, we do not")]
    [InlineData("// allow")]
    [InlineData("//")]
    public void Any_other_comment_is_prose(string comment) => Assert.Equal("15 DL3012", Show(Compile(comment + "\n" + Odd)));

    [Fact]
    public void A_quotation_holds_no_exemption() =>
        Assert.Equal("14 DL3012", Show(Compile("Hospital Trust delegates receive reports to Chief Executive note \"// allow DL3012: x\".")));

    [Theory]
    [InlineData("// allow DL1001: as adopted\nHospital Trust must buy things.", "DL1001")]
    [InlineData("// allow DL2001: as adopted\nHospital Trust delegates bying to Chief Executive.", "DL2001")]
    public void What_nobody_could_understand_cannot_be_exempted(string text, string code) =>
        Assert.Equal($"14 DL8005\n15 {code}", Show(Compile(text)));

    [Fact]
    public void An_exempted_error_gives_nobody_authority()
    {
        const string Text = "// allow DL3001: adopted so; the next version mends it\nHospital Trust delegates buying to Chief Executive up to £50,000.\nHospital Trust reserves buying to Board.\nevery delegation in this scheme: subject to reserved matters.";

        Compilation compilation = Compile(Text);

        Assert.Equal("", Show(compilation));
        Assert.False(compilation.HasErrors);
        Assert.Single(compilation.StatementsInError);
        Answer answer = compilation.Engine.Ask("who decides buying worth £1,000?", Tool.Today);
        Assert.Equal((Outcome.Reserved, "Board"), (answer.Outcome, Assert.Single(answer.Deciders)));
    }

    [Fact]
    public void A_scenario_that_fails_may_be_exempted() =>
        Assert.Equal("", Show(Compile("// allow DL9001 until 1 June 2026: from June on\nscenario \"Later\":\n  buying worth £5 on 1 May 2026 is decided by Board.", end: Rest)));

    [Fact]
    public void Nothing_is_called_idle_while_an_error_may_hide_what_it_is_for()
    {
        const string Faulty = "\nHospital Trust delegates bying to Chief Executive.";

        Assert.Equal("16 DL2001", Show(Compile("// allow DL3011: as adopted\nHospital Trust delegates buying to Chief Executive." + Faulty)));
        Compilation ended = Compile("// allow DL3012 until 30 April 2026: as adopted\nHospital Trust delegates buying to Chief Executive." + Faulty);
        Assert.Equal("14 DL8003\n16 DL2001", Show(ended));
        Assert.Empty(ended.Diagnostics[0].Fixes);
    }

    [Fact]
    public void What_the_project_does_not_report_is_not_missed()
    {
        MemoryFiles files = MemoryFiles.Empty.With("main.delegation", Head + "// allow DL3012: as adopted\n" + Odd + Rest).With("delegation.json", """{ "severity": { "DL3012": "off", "DL8001": "off" } }""");

        Compilation compilation = Project.OfFolder(files).Compile(Tool.Today);

        Assert.Equal("", Show(compilation));
        Assert.Empty(compilation.Exempted);
    }

    private static string Applied(CodeFix fix)
    {
        var text = fix.Edits[0].Location.Source.Content;
        TextEdit edit = Assert.Single(fix.Edits);
        text = text.Remove(edit.Location.Span.Start, edit.Location.Span.Length).Insert(edit.Location.Span.Start, edit.NewText);
        return text[Head.Length..^Rest.Length];
    }

    private static Compilation Compile(string text, DateOnly? asOf = null, string end = Rest) =>
        Project.OfFile(
            MemoryFiles.Empty.With("main.delegation", Head + text + end).With("delegation.json", """{ "severity": { "DL8001": "off" } }"""),
            "main.delegation").Compile(asOf ?? Tool.Today);

    private static string Show(Compilation compilation) => string.Join(
        '\n',
        compilation.Diagnostics.Select(diagnostic => string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.Line} {diagnostic.Code}")));
}
