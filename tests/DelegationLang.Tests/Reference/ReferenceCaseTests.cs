using DelegationLang.Testing;

namespace DelegationLang.Tests.Reference;

/// <summary>The reference evaluator answers the conformance cases exactly, so that what is compared with it is compared with the contract.</summary>
public sealed class ReferenceCaseTests
{
    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (string folder in Directory.GetDirectories(Repository.PathOf("tests", "samples", "conformance")).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder, "questions.tsv")))
            {
                cases.Add(Path.GetFileName(folder));
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_question_is_answered_exactly(string name)
    {
        string folder = Repository.PathOf("tests", "samples", "conformance", name);
        ReferenceAnswerer reference = ReferenceCompiler.Compile(File.ReadAllText(Path.Combine(folder, "scheme.delegation")));
        foreach (string line in File.ReadAllLines(Path.Combine(folder, "questions.tsv")).Where(line => line.Length > 0))
        {
            string[] cells = line.Split('\t');
            Answer answer = reference.Ask(cells[0]);
            string got = string.Join('\t', cells[0], answer.Outcome, string.Join("; ", answer.Deciders), answer.Jointly ? "yes" : "no");
            Assert.Equal(line, got);
        }
    }

    [Fact]
    public void There_are_cases() => Assert.True(Cases().Count >= 14);
}
