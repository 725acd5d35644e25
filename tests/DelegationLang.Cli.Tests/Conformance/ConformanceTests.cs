using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Conformance;

/// <summary>Every case of the conformance suite: each question answered exactly, each diagnostic reported once and no other.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.Names];

    public static TheoryData<string, int> Questions
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in ConformanceCase.Names)
            {
                for (var i = 0; i < ConformanceCase.Load(name).Questions.Length; i++)
                {
                    data.Add(name, i);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_suite_is_there()
    {
        Assert.InRange(ConformanceCase.Names.Count(), 29, int.MaxValue);
        Assert.InRange(ConformanceCase.Names.Sum(name => ConformanceCase.Load(name).Questions.Length), 50, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_answered_exactly(string name, int index)
    {
        var scheme = ConformanceCase.Load(name);
        ExpectedAnswer expected = scheme.Questions[index];

        Answer answer = scheme.Compilation.Engine.Ask(expected.Question, new DateOnly(2026, 5, 1));

        var actual = new ExpectedAnswer(
            expected.Question, Word(answer.Outcome), string.Join("; ", answer.Deciders.Order(StringComparer.Ordinal)), answer.Jointly ? "yes" : "no");
        ExpectedAnswer wanted = expected with { Deciders = string.Join("; ", expected.Deciders.Split("; ").Order(StringComparer.Ordinal)) };
        Assert.True(wanted == actual, $"{name}: wanted {wanted}\nbut got {actual} {answer.Message}\n{scheme.Reported()}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_expected_is_reported_and_nothing_else(string name)
    {
        var scheme = ConformanceCase.Load(name);
        var reported = scheme.Compilation.Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || scheme.Diagnostics.Any(expected => expected.Code == diagnostic.Code)).ToList();
        foreach (ExpectedDiagnostic expected in scheme.Diagnostics)
        {
            List<Diagnostic> found = reported.FindAll(diagnostic =>
                diagnostic.Code == expected.Code && diagnostic.Location.Line >= expected.FirstLine && diagnostic.Location.Line <= expected.LastLine);
            Assert.True(found.Count == 1, $"{name}: {expected} was reported {found.Count} times.\n{scheme.Reported()}");
            reported.Remove(found[0]);
        }

        Assert.True(reported.Count == 0, $"{name}: more was reported than expected.\n{scheme.Reported()}");
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Decided => "decided",
        Outcome.Reserved => "reserved",
        Outcome.Depends => "depends",
        Outcome.Nobody => "nobody",
        Outcome.Yes => "yes",
        Outcome.No => "no",
        _ => "error",
    };
}
