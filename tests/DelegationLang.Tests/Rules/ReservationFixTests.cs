using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Rules;

/// <summary>A matter that is reserved by a line of a list is taken out of the reservation, and stays declared.</summary>
public sealed class ReservationFixTests
{
    private const string Before = "scheme Fixes\n  approved by Board on 1 March 2026\n  in force from 1 April 2026.\n\nBody is an organisation.\nBoard is the board of Body.\nDirector is an officer of Body reporting to Board.\n";

    private const string After = "Body delegates buying to Director.\n";

    [Theory]
    [InlineData("  - hiring\n  - buying\n  - selling.\n", "buying is a matter of Body.\n", "  - hiring\n  - selling.\n")]
    [InlineData("  - buying\n  - selling.\n", "buying is a matter of Body.\n", "  - selling.\n")]
    [InlineData("  - hiring\n  - buying.\n", "buying is a matter of Body.\n", "  - hiring.\n")]
    [InlineData("  - hiring\n  - buying reference \"2.1\".\n", "buying is a matter of Body reference \"2.1\".\n", "  - hiring.\n")]
    [InlineData("  - hiring // first\n  - \"buying\" // second\n  - selling.\n", "\"buying\" is a matter of Body.\n", "  - hiring // first\n // second\n  - selling.\n")]
    public void A_line_becomes_a_sentence_of_its_own(string lines, string declared, string left)
    {
        string text = Before + "matters of Body reserved to Board:\n" + lines + After;
        CodeFix fix = Assert.Single(Compile(text).SelectMany(found => found.Fixes), fix => fix.Title.Contains("out of the reservation", StringComparison.Ordinal));

        string mended = Apply(text, fix);

        Assert.Equal(Before + declared + "matters of Body reserved to Board:\n" + left + After, mended);
        Assert.DoesNotContain(Compile(mended), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_list_of_one_line_becomes_the_sentence()
    {
        string text = Before + "matters of Body reserved to Board:\n  - buying.\n" + After;
        CodeFix fix = Assert.Single(Compile(text).SelectMany(found => found.Fixes), fix => fix.Title.Contains("out of the reservation", StringComparison.Ordinal));

        Assert.Equal(Before + "buying is a matter of Body.\n" + After, Apply(text, fix));
    }

    [Fact]
    public void A_line_with_a_condition_of_its_own_is_left_to_its_author()
    {
        string text = Before + "urgent is a condition.\nmatters of Body reserved to Board:\n  - hiring\n  - buying unless urgent.\n" + After;

        Assert.DoesNotContain(Compile(text).SelectMany(found => found.Fixes), fix => fix.Title.Contains("out of the reservation", StringComparison.Ordinal));
    }

    private static IEnumerable<Diagnostic> Compile(string text) =>
        Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text)).Compile(new DateOnly(2026, 5, 1)).Diagnostics;

    private static string Apply(string text, CodeFix fix)
    {
        foreach (TextEdit edit in fix.Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = text[..edit.Location.Span.Start] + edit.NewText + text[edit.Location.Span.End..];
        }

        return text;
    }
}
