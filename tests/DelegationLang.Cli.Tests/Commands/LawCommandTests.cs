using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>What the libraries say, and what a scheme relies on, as the tool prints it.</summary>
public sealed class LawCommandTests
{
    private const string Council = """
        scheme Small scheme
          approved by Meeting on 1 March 2026
          in force from 1 April 2026.
        use england.
        Town Council is a local authority.
        Meeting is the board of Town Council.
        Licensing Panel is a committee of Meeting reporting to Meeting.

        """;

    private const string Sentence = """
        zoo keeping is a council function of Town Council within zoo licences.
        Town Council delegates zoo keeping to Licensing Panel up to light touch threshold including VAT under Local Government Act 1972 section 101.

        """;

    [Fact]
    public void The_whole_law_is_listed_by_family_with_section_days_and_grade()
    {
        using TemporaryFolder folder = Schemes.Folder(Council);

        ToolRun run = Tool.Run(folder, "law");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\n  Local Government Act 1972 section 101 (power, from 1 April 1974, seen)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nLicensing and registration\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  zoo licences: SI 2000/2853 Schedule 1 item B32 (council function, from 16 November 2000, seen)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  end of NHS England: Health Bill 2026 (unverified power, from 1 April 2027, unverified)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(" entries. This is not legal advice. ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_scheme_relies_on_is_listed_alone()
    {
        using TemporaryFolder folder = Schemes.Folder(Council + Sentence);

        ToolRun run = Tool.Run(folder, "law", ".");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["Local Government Act 1972 section 101 (power, from 1 April 1974, seen)", "zoo licences: SI 2000/2853 Schedule 1 item B32 (council function, from 16 November 2000, seen)", "light touch threshold (amount, seen)"],
            Entries(run.Output).Order(StringComparer.Ordinal).OrderBy(line => line[0] == 'l' ? 2 : line[0] == 'z' ? 1 : 0));
    }

    [Fact]
    public void What_changes_from_a_day_on_is_told_for_all_the_law_and_for_a_scheme()
    {
        using TemporaryFolder folder = Schemes.Folder(Council + Sentence);

        Assert.Contains("1 January 2026  central goods and services threshold is £135,018\n", Tool.Run(folder, "law", "--changes", "2026-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("1 April 2027  end of NHS England begins\n", Tool.Run(folder, "law", "--changes", "2026-01-01").Output, StringComparison.Ordinal);
        Assert.Equal("1 January 2026  light touch threshold is £663,540\n", Tool.Run(folder, "law", ".", "--changes", "2026-01-01").Output);
        Assert.Equal("Nothing changes on 1 May 2026 or after it, as far as the libraries know.\n", Tool.Run(folder, "law", ".", "--changes", "2026-05-01").Output);
        Assert.Equal(2, Tool.Run(folder, "law", "--changes", "soon").ExitCode);
    }

    [Theory]
    [InlineData("NHS Act 2006 section 75", "  days:      from 1 March 2007\n")]
    [InlineData("nhs act 2006 section 75", "  excludes:  surgery, radiotherapy")]
    [InlineData("zoo licences", "  section:   SI 2000/2853 Schedule 1 item B32\n")]
    [InlineData("light touch threshold", "£663,540")]
    public void One_entry_is_explained(string name, string words)
    {
        using TemporaryFolder folder = Schemes.Folder(Council);

        ToolRun run = Tool.Run(folder, "explain", name);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_replaces_and_adds_law_in_a_file_of_its_own_and_the_report_says_so()
    {
        const string Own = """
            Local Government Act 1972 section 101 is a power
              for local authority
              to delegate to committee, sub-committee, officer
              from 1 April 1974
              until 31 May 2026
              note "As our lawyers read it.".
            Town Act 1901 section 2 is a power for local authority to delegate to officer covering town bells.
            town bells is a function.
            """;
        using TemporaryFolder folder = Schemes.Folder(Council + "use \"our-law.delegation\".\n" + Sentence);
        folder.With("our-law.delegation", Own);

        ToolRun check = Tool.Run(folder, "check", "main.delegation");
        ToolRun law = Tool.Run(folder, "law", "main.delegation");

        Assert.Contains("info[DL4018]: “Local Government Act 1972 section 101” stands in place of what the law library says under that name", check.Output, StringComparison.Ordinal);
        Assert.Contains("DL4002", check.Output, StringComparison.Ordinal);
        Assert.Contains("  Local Government Act 1972 section 101 (power, from 1 April 1974 until 31 May 2026, the scheme's own, in place of the library's)\n", law.Output, StringComparison.Ordinal);
        Assert.Contains("  Town Act 1901 section 2 (power, the scheme's own)\n", law.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_a_bill_counts_where_it_is_asked_for_alone()
    {
        const string Future = """
            scheme What if
              approved by Board on 1 March 2027
              in force from 1 April 2027.
            use england.
            Vale ICB is an integrated care board.
            Board is the board of Vale ICB.
            Dentistry Deal is an agreement between Secretary of State, Vale ICB under end of NHS England.
            """;
        using TemporaryFolder without = Schemes.Folder(Future);
        using TemporaryFolder with = Schemes.Folder(Future.Replace("use england.", "use england.\nuse england-bills.", StringComparison.Ordinal));

        Assert.Contains("DL2001", Tool.Run(without, "check", ".").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DL2001", Tool.Run(with, "check", ".").Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Entries(string output) => output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim());
}
