using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Testing.Generation;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Generation;

/// <summary>Schemes that have very much of one thing are worked on like any other. How long that takes, the benchmarks measure; a test cannot.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Names => [.. SchemeShapes.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shape_is_checked_asked_covered_and_laid_out(string name)
    {
        string text = Text(name, Effort.Of(4, 200));
        Compilation compilation = WholeCheck.Run(text);

        Assert.All(SchemeShapes.Questions, question => Assert.NotEqual(Outcome.Error, compilation.Engine.Ask(question, WholeCheck.Day).Outcome));
        Assert.NotEmpty(compilation.Coverage.Subjects);
        Assert.Equal(WholeCheck.Day, compilation.Coverage.Day);
        var source = new SourceText("main.delegation", text);
        Assert.NotEmpty(Formatter.Format(source, NameTable.Collect([source])));
    }

    [Theory]
    [InlineData("delegates")]
    [InlineData("days")]
    [InlineData("limits")]
    [InlineData("limits of one each")]
    [InlineData("days and limits")]
    [InlineData("conditions")]
    [InlineData("measures")]
    [InlineData("bases")]
    [InlineData("VAT")]
    [InlineData("all other matters")]
    public void A_subject_of_very_many_sentences_is_told_of_once(string name)
    {
        Diagnostic overlap = Assert.Single(WholeCheck.Run(Text(name, 200)).Diagnostics, finding => finding.Code == "DL5002");

        Assert.Contains("may each decide", overlap.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bands")]
    [InlineData("bands in days")]
    [InlineData("days in turn")]
    [InlineData("places")]
    [InlineData("a matter for functions")]
    public void Very_many_sentences_that_do_not_meet_are_no_overlap(string name) =>
        Assert.DoesNotContain(WholeCheck.Run(Text(name, 200)).Diagnostics, finding => finding.Code is "DL5001" or "DL5002");

    [Theory]
    [InlineData("conditions", 40)]
    [InlineData("lines of a table with conditions", 40)]
    public void What_there_are_too_many_cases_to_tell_apart_is_said_to_be(string name, int count)
    {
        Compilation compilation = WholeCheck.Run(Text(name, count));

        Answer what = compilation.Engine.Ask("what may Officer 1 decide on 1 May 2026?", WholeCheck.Day);
        Assert.Equal(Outcome.Yes, what.Outcome);
        Assert.Contains("too many cases of shared work", what.Message, StringComparison.Ordinal);
        Answer who = compilation.Engine.Ask("who decides shared work on 1 May 2026?", WholeCheck.Day);
        Assert.Equal(Outcome.Depends, who.Outcome);
        Assert.Contains("too many cases", who.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lines of a table")]
    [InlineData("limits of one each")]
    public void Every_band_of_a_long_line_of_amounts_is_told(string name)
    {
        Answer answer = WholeCheck.Run(Text(name, 300)).Engine.Ask("who decides shared work on 1 May 2026?", WholeCheck.Day);

        Assert.Equal("", answer.Message);
        Assert.Equal(301, answer.Cases.Length);
    }

    [Fact]
    public void Questions_from_many_threads_about_one_subject_are_answered_as_if_each_were_asked_alone()
    {
        string text = Text("lines of a table", 40);
        Compilation compilation = WholeCheck.Run(text);
        string[] questions =
        [
            .. Enumerable.Range(0, 60).SelectMany(i => (string[])
            [
                $"who decides shared work worth £{(i * 700) + 1} per contract on {(i % 27) + 1} May 2026?",
                $"may Officer {i + 1} decide shared work worth £{(i * 900) + 1} per contract on 1 May 2026?",
            ]),
            "who decides shared work on 1 May 2026?",
        ];
        string[] alone = [.. questions.Select(question => AnswerText.Write(WholeCheck.Run(text).Engine.Ask(question, WholeCheck.Day)))];
        for (int round = 0; round < 4; round++)
        {
            var together = new string[questions.Length];
            Parallel.For(0, questions.Length, i => together[i] = AnswerText.Write(compilation.Engine.Ask(questions[i], WholeCheck.Day)));
            Assert.Equal(alone, together);
        }
    }

    [Fact]
    public void A_hole_among_very_many_bands_is_found() =>
        Assert.Contains(WholeCheck.Run(Text("bands with holes", 200)).Diagnostics, finding => finding.Code == "DL5001");

    [Fact]
    public void One_overlap_among_very_many_sentences_that_do_not_meet_is_found()
    {
        string text = Text("bands", 300)
            .Replace("above £250,000 up to £251,000", "above £249,999 up to £251,000", StringComparison.Ordinal);

        Diagnostic overlap = Assert.Single(WholeCheck.Run(text).Diagnostics, finding => finding.Code == "DL5002");
        Assert.Contains("£249,999", overlap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_hole_among_very_many_bands_is_found()
    {
        string text = Text("bands", 300)
            .Replace("above £250,000 up to £251,000", "above £250,100 up to £251,000", StringComparison.Ordinal);

        Assert.Single(WholeCheck.Run(text).Diagnostics, finding => finding.Code == "DL5001");
    }

    private static string Text(string name, int count) => SchemeShapes.All.Single(shape => shape.Name == name).Write(count, 1);
}
