using System.Collections.Immutable;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Semantics;

/// <summary>Every name in the examples and the conformance cases resolves; the cases that are meant to hold a fault of names hold that one.</summary>
public sealed class SampleBindingTests
{
    public static TheoryData<string> Folders =>
        [.. Subfolders("examples").Concat(Subfolders("tests", "samples", "conformance"))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Names_resolve(string folder)
    {
        string path = Repository.PathOf(folder.Split('/'));
        ImmutableArray<SourceText> sources =
            [.. Directory.GetFiles(path, "*.delegation").Order(StringComparer.Ordinal).Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file)))];

        SchemeModel model = SchemeText.Bind(sources);

        string[] expected = folder.EndsWith("/and-error", StringComparison.Ordinal) ? ["DL1005:Chair and Chief Executive"] : [];
        Assert.Equal(expected, SchemeText.Findings(model));
        Assert.NotNull(model.OwnOrganisation);
    }

    private static IEnumerable<string> Subfolders(params string[] parts) =>
        Directory.GetDirectories(Repository.PathOf(parts)).Where(folder => Directory.GetFiles(folder, "*.delegation").Length > 0).Order(StringComparer.Ordinal).Select(folder => string.Join('/', [.. parts, Path.GetFileName(folder)]));
}
