using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Cli.Tests.Rendering;

public sealed class TextRendererTests
{
    private static readonly DiagnosticDescriptor Kind = new("DL3001", "test", "A test", DiagnosticSeverity.Error);

    [Fact]
    public void The_words_that_are_wrong_are_marked_and_labelled()
    {
        var text = Render("Trust delegates seal to Chair.\n", At("seal") with { Label = "reserved to Board", Help = "leave it out" });

        Assert.Equal(
            """
            error[DL3001]: message
             --> main.delegation:1:17
              |
            1 | Trust delegates seal to Chair.
              |                 ^^^^ reserved to Board
              |
              = help: leave it out


            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Related_places_show_their_own_lines_and_lines_between_are_left_out()
    {
        const string Source = "Trust reserves seal to Board.\n\n\n\nTrust delegates seal to Chair.\n";
        Diagnostic diagnostic = At(Source, "seal to Chair") with
        {
            Label = "delegated here",
            Related = [new RelatedLocation("reserved here", Span(Source, "seal to Board"))],
        };

        Assert.Equal(
            """
            error[DL3001]: message
             --> main.delegation:5:17
              |
            1 | Trust reserves seal to Board.
              |                ------------- reserved here
            ...
            5 | Trust delegates seal to Chair.
              |                 ^^^^^^^^^^^^^ delegated here


            """.ReplaceLineEndings("\n"),
            Render(Source, diagnostic));
    }

    [Fact]
    public void A_place_in_another_file_names_that_file()
    {
        var other = new SourceText("other.delegation", "Trust reserves seal to Board.");
        Diagnostic diagnostic = At("seal") with { Related = [new RelatedLocation("reserved here", new SourceLocation(other, new TextSpan(15, 4)))] };

        var text = Render("Trust delegates seal to Chair.", diagnostic);

        Assert.Contains(" --> main.delegation:1:17\n", text, StringComparison.Ordinal);
        Assert.Contains(" ::: other.delegation:1:16\n  |\n1 | Trust reserves seal to Board.\n  |                ---- reserved here\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_over_several_lines_is_marked_on_each()
    {
        const string Source = "Trust delegates seal\n  to Chair\n  up to £5.\n";

        Assert.Contains(
            """
            1 | Trust delegates seal
              |                 ^^^^
            2 |   to Chair
              |   ^^^^^^^^
            3 |   up to £5.
              |   ^^^^^ the whole
            """.ReplaceLineEndings("\n"),
            Render(Source, At(Source, "seal\n  to Chair\n  up to") with { Label = "the whole" }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_span_shows_its_first_and_its_last_line()
    {
        const string Source = "a\nb\nc\nd\ne\nf\n";

        Assert.Contains("1 | a\n  | ^\n...\n6 | f\n  | ^\n", Render(Source, At(Source, "a\nb\nc\nd\ne\nf")), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_stand_under_the_words_after_tabs_and_wide_characters()
    {
        const string Source = "\t日本 seal.";

        Assert.Contains("1 |     日本 seal.\n  |          ^^^^\n", Render(Source, At(Source, "seal")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_cut_to_the_part_that_matters()
    {
        var source = new string('x', 300) + " seal " + new string('y', 300);

        var lines = Render(source, At(source, "seal"), width: 80).Split('\n');

        var line = lines.Single(l => l.StartsWith("1 | ", StringComparison.Ordinal));
        var marks = lines.Single(l => l.Contains('^', StringComparison.Ordinal));
        Assert.InRange(line.Length, 60, 80);
        Assert.StartsWith("1 | …x", line, StringComparison.Ordinal);
        Assert.EndsWith("y…", line, StringComparison.Ordinal);
        Assert.Equal("seal", line.Substring(marks.IndexOf('^', StringComparison.Ordinal), 4));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Trust.", 6)]
    [InlineData("Trust.\n", 7)]
    public void Something_missing_at_the_end_of_a_text_is_marked_too(string source, int position)
    {
        var text = new SourceText("main.delegation", source);
        var diagnostic = new Diagnostic(Kind, new SourceLocation(text, new TextSpan(position, 0)), "message");

        Assert.Equal(1, Write(diagnostic, 100, new Palette(isOn: false)).Count(c => c == '^'));
    }

    [Fact]
    public void Colour_is_a_choice_and_says_nothing_of_its_own()
    {
        var source = new SourceText("main.delegation", "Trust delegates seal.");
        var diagnostic = new Diagnostic(Kind, new SourceLocation(source, new TextSpan(16, 4)), "message") { Help = "help" };

        var plain = Write(diagnostic, 100, new Palette(isOn: false));
        var coloured = Write(diagnostic, 100, new Palette(isOn: true));

        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
        Assert.NotEqual(plain, coloured);
    }

    private static SourceLocation Span(string source, string part) =>
        new(new SourceText("main.delegation", source), new TextSpan(source.IndexOf(part, StringComparison.Ordinal), part.Length));

    private static Diagnostic At(string part) => At("Trust delegates seal to Chair.", part);

    private static Diagnostic At(string source, string part) => new(Kind, Span(source, part), "message");

    private static string Render(string source, Diagnostic diagnostic, int width = 100)
    {
        var text = new SourceText("main.delegation", source);
        SourceLocation Here(SourceLocation place) => place.File == text.FileName ? new SourceLocation(text, place.Span) : place;
        Diagnostic here = diagnostic with
        {
            Location = Here(diagnostic.Location),
            Related = [.. diagnostic.Related.Select(related => related with { Location = Here(related.Location) })],
        };
        return Write(here, width, new Palette(isOn: false));
    }

    private static string Write(Diagnostic diagnostic, int width, Palette palette)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new TextRenderer(writer, palette, new FileNames("", _ => true), width).Write(diagnostic);
        return writer.ToString();
    }
}
