using DelegationLang.Diagnostics;
using DelegationLang.Testing.Generation;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Generation;

/// <summary>Generated schemes mean something: what is measured on them is not the speed of reporting faults.</summary>
public sealed class GeneratedSchemeTests
{
    [Theory]
    [InlineData(SchemeGenerator.FewestSentences, 1)]
    [InlineData(333, 2)]
    [InlineData(1_000, 3)]
    [InlineData(3_000, 4)]
    public void They_are_without_fault_and_their_scenarios_hold(int sentences, int seed)
    {
        Compilation check = WholeCheck.Run(SchemeGenerator.Generate(sentences, seed));

        Assert.DoesNotContain(check.Diagnostics, diagnostic => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning);
        Assert.DoesNotContain(check.Scenarios, scenario => !scenario.Passed);
        Assert.True(sentences < 300 || check.Scenarios.Length > sentences / 20, "There are scenarios.");
    }
}
