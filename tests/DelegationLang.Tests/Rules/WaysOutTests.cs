using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Tests.Rules;

/// <summary>Faults whose way out lies in another sentence, or in a word that is nearly right.</summary>
public sealed class WaysOutTests
{
    private const string Trust = """
        use england.
        Hospital Trust is an NHS trust.
        Board is the board of Hospital Trust.
        Chief Executive is an officer of Hospital Trust.
        Ward Manager is an officer of Hospital Trust.
        buying is a matter of Hospital Trust.
        hiring is a matter of Hospital Trust.
        in budget is a condition.

        """;

    [Theory]
    [InlineData(
        "Hospital Trust delegates buying to Chief Executive.\nChief Executive delegates buying to Ward Manager.",
        "DL3003",
        "Hospital Trust delegates buying to Chief Executive with power to delegate.\nChief Executive delegates buying to Ward Manager.")]
    [InlineData(
        "Hospital Trust reserves buying to Board.\nHospital Trust delegates buying to Chief Executive.",
        "DL3001",
        "Hospital Trust delegates buying to Chief Executive.")]
    [InlineData(
        "Hospital Trust reserves buying, hiring to Board.\nHospital Trust delegates buying to Chief Executive.",
        "DL3001",
        "Hospital Trust reserves hiring to Board.\nHospital Trust delegates buying to Chief Executive.")]
    [InlineData(
        "Hospital Trust reserves hiring, buying to Board.\nHospital Trust delegates buying to Chief Executive.",
        "DL3001",
        "Hospital Trust reserves hiring to Board.\nHospital Trust delegates buying to Chief Executive.")]
    public void The_other_sentence_is_mended(string sentences, string code, string mended)
    {
        Diagnostic finding = Assert.Single(Find(Trust + sentences + "\n"), diagnostic => diagnostic.Code == code);
        string after = RuleText.Apply(finding.Fixes[0]);

        Assert.Equal(Trust + mended + "\n", after);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("", "even if reserved when urgent ratified by Board")]
    [InlineData(" when in budget", "when in budget even if reserved ratified by Board")]
    public void What_is_reserved_can_be_delegated_for_emergencies(string clause, string wanted)
    {
        string text = Trust + $"Hospital Trust reserves buying to Board.\nHospital Trust delegates buying to Chief Executive{clause}.\n";
        Diagnostic finding = Assert.Single(Find(text), diagnostic => diagnostic.Code == "DL3001");
        string after = RuleText.Apply(finding.Fixes[^1]);

        Assert.Contains(wanted, after, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(after), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("reportng to Board", "reporting to Board")]
    [InlineData("untill 31 March 2027", "until 31 March 2027")]
    [InlineData("jointy with Ward Manager", "jointly with Ward Manager")]
    [InlineData("aproved by Board on 1 March 2026", "approved by Board on 1 March 2026")]
    [InlineData("afer consulting Board", "after consulting Board")]
    [InlineData("exluding VAT", "excluding VAT")]
    [InlineData("wen in budget", "when in budget")]
    [InlineData("ratifed by Board", "ratified by Board")]
    [InlineData("revew by 31 March 2027", "review by 31 March 2027")]
    [InlineData("excpet hiring", "except hiring")]
    public void A_mistyped_clause_is_guessed(string clause, string meant)
    {
        Diagnostic finding = Find(Trust + $"Hospital Trust delegates buying to Chief Executive {clause}.\n").First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.EndsWith($"to Chief Executive {meant}.\n", RuleText.Apply(Assert.Single(finding.Fixes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_an_unfinished_merge_are_said_once_and_either_side_can_be_kept()
    {
        const string Text = Trust + "<<<<<<< HEAD\nhealing is a matter of Hospital Trust.\n=======\nhealing is a function of Hospital Trust.\n>>>>>>> other\nteaching is a matter of Hospital Trust.\n";
        Diagnostic finding = Assert.Single(Parser.Parse(new SourceText("a.delegation", Text), NameTable.Collect([new SourceText("a.delegation", Text)])).Diagnostics);

        Assert.Equal(Trust + "healing is a matter of Hospital Trust.\nteaching is a matter of Hospital Trust.\n", RuleText.Apply(finding.Fixes[0]));
        Assert.Equal(Trust + "healing is a function of Hospital Trust.\nteaching is a matter of Hospital Trust.\n", RuleText.Apply(finding.Fixes[1]));
    }

    private static Diagnostic[] Find(string text)
    {
        SchemeModel model = RuleText.Bind(text, isSound: false);
        return [.. model.Trees.SelectMany(tree => tree.Diagnostics), .. model.Diagnostics, .. RuleSet.Run(model, new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics];
    }
}
