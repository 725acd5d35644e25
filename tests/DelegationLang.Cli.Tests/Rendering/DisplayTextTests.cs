using DelegationLang.Cli.Rendering;

namespace DelegationLang.Cli.Tests.Rendering;

public sealed class DisplayTextTests
{
    [Fact]
    public void A_tab_goes_to_the_next_stop()
    {
        var text = DisplayText.Of("\tab\tc");

        Assert.Equal("    ab  c", text.Text);
        Assert.Equal(4, text.ColumnOf(1));
        Assert.Equal(8, text.ColumnOf(4));
    }

    [Theory]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🏥x", 3)]
    [InlineData("£5", 2)]
    [InlineData("", 0)]
    public void Characters_take_the_columns_that_a_terminal_gives_them(string line, int width) =>
        Assert.Equal(width, DisplayText.Of(line).Width);

    [Theory]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u0007", "a\uFFFD")]
    public void Nothing_in_a_source_line_drives_the_terminal(string line, string shown)
    {
        Assert.Equal(shown, DisplayText.Of(line).Text);
        Assert.Equal(shown, DisplayText.Harmless(line));
    }

    [Fact]
    public void Half_a_character_is_shown_as_a_mark() => Assert.Equal("\uFFFDx", DisplayText.Of("\ud800x").Text);

    [Fact]
    public void A_wide_character_that_is_cut_becomes_a_space() =>
        Assert.Equal(" 本 ", DisplayText.Of("日本日").Slice(1, 5));

    [Fact]
    public void A_message_stays_on_one_line() => Assert.Equal("one two", DisplayText.Harmless("one\ntwo"));
}
