using DelegationLang.Testing;

namespace DelegationLang.Tests.Reference;

/// <summary>The reference evaluator shares nothing with the engine but the tree and the parser: what both had in common, a comparison could not find wrong.</summary>
public sealed class ReferenceIndependenceTests
{
    /// <summary>What puts the engine beside the reference, and so knows both.</summary>
    private static readonly string[] Bridges = ["EngineAnswerer.cs", "AnswerConversion.cs"];

    [Fact]
    public void It_uses_no_phase_after_parsing()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathOf("tests", "DelegationLang.Tests", "Reference"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Bridges.Contains(Path.GetFileName(file)) && Path.GetFileName(file) != nameof(ReferenceIndependenceTests) + ".cs")];
        Assert.True(files.Length > 20);
        string[] barred = ["Semantics", "Decisions", "Policy", "Rules", "Law"];
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            Assert.DoesNotContain(barred, phase => text.Contains($"using DelegationLang.{phase}", StringComparison.Ordinal));
            Assert.DoesNotContain(barred, phase => text.Contains($"DelegationLang.{phase}.", StringComparison.Ordinal));
        }
    }
}
