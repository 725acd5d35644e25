using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Sound;

/// <summary>
/// No crying wolf: nothing is wrong with a sound scheme. And nothing is missed: of each fault that is put into one, the right code is reported,
/// once and alone.
/// </summary>
public sealed class SoundSchemeTests
{
    public static TheoryData<string> Schemes => [.. SoundScheme.Names];

    public static TheoryData<string, int> Breaks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in SoundScheme.Names)
            {
                for (var i = 0; i < SoundScheme.Load(name).Breaks.Length; i++)
                {
                    data.Add(name, i);
                }
            }

            return data;
        }
    }

    [Fact]
    public void There_are_schemes_of_every_kind_of_body()
    {
        Assert.InRange(SoundScheme.Names.Count(), 20, int.MaxValue);
        var all = string.Concat(SoundScheme.Names.Select(name => SoundScheme.Load(name).Text));
        Assert.All(
            (string[])
            [
                "integrated care board", "NHS trust", "NHS foundation trust", "clinical commissioning group", "local authority", "combined authority", "charitable trust",
                "joint committee", "health and wellbeing board", "place partnership", "lead provider contract", "section 75 agreement",
                "deputises for", "is also", "supersedes", "limits for", "all other matters", "even if reserved", "after consulting", "entrusts",
            ],
            kind => Assert.Contains(kind, all, StringComparison.Ordinal));
        Assert.Contains(SoundScheme.Names, name => !SoundScheme.Load(name).Text.Contains("use england", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Nothing_is_wrong_with_a_sound_scheme(string name) =>
        Assert.Equal("", Show(SoundScheme.Load(name).Diagnostics.Where(IsFault)));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void It_is_of_the_size_and_with_the_scenarios_of_a_real_one(string name)
    {
        var scheme = SoundScheme.Load(name);
        SyntaxTree tree = Project.OfFile(MemoryFiles.Empty.With("a.delegation", scheme.Text), "a.delegation").Compile(new DateOnly(2026, 5, 1)).Trees[0];

        Assert.InRange(tree.Sentences.Length, 15, 80);
        Assert.InRange(tree.Sentences.Count(sentence => sentence is ScenarioSyntax), 2, 10);
        Assert.Equal(5, scheme.Breaks.Length);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_fault_is_caught_by_its_code_alone(string name, int index)
    {
        var scheme = SoundScheme.Load(name);
        Break fault = scheme.Breaks[index];
        Assert.Equal(2, scheme.Text.Split(fault.From).Length);

        System.Collections.Immutable.ImmutableArray<Diagnostic> broken = scheme.Compile(scheme.Text.Replace(fault.From, fault.To, StringComparison.Ordinal));

        // A code that only informs is counted where it is the one that is expected.
        var found = broken.Where(finding => IsFault(finding) || finding.Code == fault.Code).Select(finding => finding.Code).ToList();
        foreach (var code in scheme.Diagnostics.Where(finding => IsFault(finding) || finding.Code == fault.Code).Select(finding => finding.Code))
        {
            found.Remove(code);
        }

        Assert.True(found is [var only] && only == fault.Code, $"{fault.Code} was wanted once, and beyond it nothing:\n{Show(broken.Where(IsFault))}");
    }

    private static bool IsFault(Diagnostic finding) => finding.Severity >= DiagnosticSeverity.Warning;

    private static string Show(IEnumerable<Diagnostic> findings) => string.Concat(findings.Select(finding =>
        string.Create(CultureInfo.InvariantCulture, $"line {finding.Location.Line}: {finding.Code}: {finding.Message}\n")));
}
