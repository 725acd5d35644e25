using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Formatting;

/// <summary>What the formatter makes of each kind of sentence, comment and blank line.</summary>
public sealed class FormatterTests
{
    [Theory]
    [InlineData("ICB   delegates podiatry\n to Place Committee\tup to £5,000 .", "ICB delegates podiatry to Place Committee up to £5,000.\n")]
    [InlineData("ICB   delegates podiatry\n to Place\n  Committee\tup to £5,000.", "ICB delegates podiatry to Place Committee up to £5,000.\n")]
    [InlineData("A is a board of B. C is an officer of B.", "A is a board of B.\nC is an officer of B.\n")]
    [InlineData("\n\n\nA is a board of B.\n\n\n\nC is an officer of B.\n\n\n", "A is a board of B.\n\nC is an officer of B.\n")]
    [InlineData("section   Buying\nA is a board of B.", "section Buying\nA is a board of B.\n")]
    [InlineData("scheme Test Scheme version 1 approved by Board", "scheme Test Scheme version 1 approved by Board")]
    [InlineData("scheme Test Scheme\nversion 1.0 approved by Board on 1 May 2026 in force from 1 June 2026.", "scheme Test Scheme\n  version 1.0\n  approved by Board on 1 May 2026\n  in force from 1 June 2026.\n")]
    [InlineData("x is a matter of A known as \"a  quoted   name\".", "x is a matter of A known as \"a  quoted   name\".\n")]
    public void White_space(string text, string expected) => Assert.Equal(expected, Format(text));

    [Theory]
    [InlineData("// one\nA is a board of B. // two\n\n   // three\n\n// four\nC is an officer of B.", "// one\nA is a board of B. // two\n\n// three\n\n// four\nC is an officer of B.\n")]
    [InlineData("ICB delegates x to B // why\n up to £5\n     // more\n from 1 May 2026.", "ICB delegates x to B // why\n  up to £5\n  // more\n  from 1 May 2026.\n")]
    [InlineData("// only a comment", "// only a comment\n")]
    public void Comments(string text, string expected) => Assert.Equal(expected, Format(text));

    [Fact]
    public void The_lines_of_a_table_stand_under_each_other()
    {
        const string Text = "limits for buying of Trust:\n- Head up to £5\n  - Director of Finance up to £10 per contract when urgent\n- Board above £10.";
        Assert.Equal(
            """
            limits for buying of Trust:
              - Head                up to £5
              - Director of Finance up to £10 per contract when urgent
              - Board               above £10.

            """,
            Format(Text));
    }

    [Fact]
    public void A_long_sentence_has_a_clause_a_line()
    {
        const string Text = "ICB delegates community services to Place Committee Leeds up to £1 million per contract at Leeds from 1 April 2026 until 31 March 2027 with power to delegate reference \"1.1\".";
        Assert.Equal(
            """
            ICB delegates community services to Place Committee Leeds
              up to £1 million per contract
              at Leeds
              from 1 April 2026 until 31 March 2027
              with power to delegate
              reference "1.1".

            """,
            Format(Text));
    }

    [Fact]
    public void Clauses_that_are_read_as_one_stay_on_one_line()
    {
        const string Text = "Leeds place budget is a budget of ICB covering commissioning of the place within the whole system budget worth £1.41 billion for 2026/27.";
        Assert.Equal(
            """
            Leeds place budget is a budget of ICB
              covering commissioning of the place
              within the whole system budget
              worth £1.41 billion for 2026/27.

            """,
            Format(Text));
    }

    [Fact]
    public void A_long_scenario_is_broken_before_what_is_expected_and_a_very_long_one_before_each_clause()
    {
        const string Text = """
            scenario "Long": executive spending worth £60,000 on 1 June 2024 when budget head is £500,000 is decided by Policy and Resources Committee.
            scenario "Very long": executive spending worth £60,000 excluding VAT at Bradford District and Craven on 1 June 2024 when budget head is £500,000 is decided by Policy and Resources Committee.
            """;
        Assert.Equal(
            """
            scenario "Long":
              executive spending worth £60,000 on 1 June 2024 when budget head is £500,000
                is decided by Policy and Resources Committee.
            scenario "Very long":
              executive spending
                worth £60,000 excluding VAT
                at Bradford District and Craven
                on 1 June 2024
                when budget head is £500,000
                is decided by Policy and Resources Committee.

            """,
            Format(Text));
    }

    [Fact]
    public void A_long_list_goes_on_in_the_next_line()
    {
        const string Text = "Board is the board of ICB with members Chair, Chief Executive, Finance Director, Medical Director, Chief Nurse, Chief Operating Officer, Senior Independent Director.";
        Assert.Equal(
            """
            Board is the board of ICB
              with members Chair, Chief Executive, Finance Director, Medical Director, Chief Nurse, Chief Operating Officer,
                Senior Independent Director.

            """,
            Format(Text));
    }

    [Fact]
    public void A_list_in_one_line_stays_in_one_and_a_long_one_goes_on_in_the_next()
    {
        const string Text = """
            functions of ICB :  podiatry,  district nursing .
            officers of ICB reporting to Chief Executive: Director of Strategy, Director of Nursing, Medical Director, Director of People, Director of Digital.
            """;
        const string Expected = """
            functions of ICB: podiatry, district nursing.
            officers of ICB reporting to Chief Executive: Director of Strategy, Director of Nursing, Medical Director,
              Director of People, Director of Digital.

            """;
        Assert.Equal(Expected, Format(Text));
        Assert.Equal(Expected, Format(Expected));
    }

    [Fact]
    public void Items_stand_a_line_each()
    {
        const string Text = "ICB delegates\n • podiatry\n – continence\n to Place Committee up to £5.";
        Assert.Equal("ICB delegates\n  - podiatry\n  - continence\n  to Place Committee\n  up to £5.\n", Format(Text));
    }

    [Fact]
    public void A_broken_sentence_stays_as_it_is()
    {
        const string Text = "A   is a  board of B.\n   ICB  delegates   up to £40,00   nonsense.\nC  is an officer of B.\n";
        Assert.Equal("A is a board of B.\n   ICB  delegates   up to £40,00   nonsense.\nC is an officer of B.\n", Format(Text));
    }

    [Fact]
    public void Only_the_lines_asked_for_change()
    {
        const string Text = "A   is a board of B.\nC   is an officer of B.\nD   is an officer of B.\n";
        Assert.Equal("A   is a board of B.\nC is an officer of B.\nD   is an officer of B.\n", Format(Text, new LineRange(2, 2)));
    }

    [Fact]
    public void Line_ends_stay_those_of_the_file() =>
        Assert.Equal("A is a board of B.\r\nC is an officer of B.\r\n", Format("A is a  board of B.\r\nC is an officer of B."));

    private static string Format(string text, LineRange? lines = null)
    {
        var source = new SourceText("main.delegation", text);
        return Formatter.Format(source, NameTable.Collect([source]), lines);
    }
}
