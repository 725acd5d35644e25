using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Law;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A scheme compiled from its text, ready to be emitted and asked.</summary>
internal sealed record Sample(string Name, EmitInput Input, DecisionEngine Engine, ImmutableArray<string> Questions)
{
    public override string ToString() => Name;

    /// <summary>A text with the names of files as outputs give them: without the folder that all of them have in common.</summary>
    public string WithPublishedFiles(string text)
    {
        var files = new Emit.Scheme.SourceFileNames(Input.Model);
        return Input.Model.Trees.Aggregate(text, (t, tree) => t.Replace(tree.Source.FileName, files.Of(tree.Source.FileName), StringComparison.Ordinal));
    }
}

/// <summary>The conformance samples and the examples of this repository, and schemes written in tests.</summary>
internal static class Samples
{
    private static readonly string[] ExampleNames = ["foundation-trust", "borough-council", "west-yorkshire-icb"];

    private static readonly DateOnly AsOf = new(2026, 5, 1);

    private static readonly Lazy<ImmutableDictionary<string, Sample>> Loaded = new(() => Load().ToImmutableDictionary(sample => sample.Name, StringComparer.Ordinal));

    /// <summary>The day that questions without a date are about in these tests.</summary>
    public static DateOnly Today => AsOf;

    /// <summary>All samples.</summary>
    public static IEnumerable<Sample> All => Loaded.Value.Values.OrderBy(sample => sample.Name, StringComparer.Ordinal);

    /// <summary>The names of the examples and of samples, of all of them where more is asked for.</summary>
    public static TheoryData<string> Names() => [.. ExampleNames, .. Effort.Part(All.Select(sample => sample.Name).Except(ExampleNames, StringComparer.Ordinal))];

    /// <summary>The examples that what takes long is tried with: the smallest, all three where more is asked for.</summary>
    public static TheoryData<string> Examples => [.. ExampleNames.Take(Effort.Of(1, 3))];

    /// <summary>A sample by name.</summary>
    public static Sample Get(string name) => Loaded.Value[name];

    /// <summary>Compiles texts as one project; <c>use england.</c> brings in the library.</summary>
    public static Sample Compile(string name, IEnumerable<(string Name, string Text)> files, IEnumerable<string> questions)
    {
        MemoryFiles memory = files.Aggregate(MemoryFiles.Empty, (all, file) => all.With(file.Name, file.Text));
        Compilation compilation = Project.OfFolder(memory).Compile(AsOf);
        EmitInput input = EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError };
        return new Sample(name, input, compilation.Engine, [.. questions]);
    }

    /// <summary>Compiles one text.</summary>
    public static Sample Compile(string text, params string[] questions) => Compile("test", [("scheme.delegation", text)], questions);

    /// <summary>Whether a file is the project's own and no library.</summary>
    public static bool IsOfProject(SyntaxTree tree) => !LawLibrary.Names.Any(library => ReferenceEquals(LawLibrary.TryGet(library), tree.Source));

    private static IEnumerable<Sample> Load()
    {
        foreach (string folder in Directory.GetDirectories(Repository.PathOf("tests", "samples", "conformance")))
        {
            string file = Path.Combine(folder, "questions.tsv");
            string[] questions = File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t')[0])] : [];
            yield return Compile(Path.GetFileName(folder), ReadFiles(folder), questions);
        }

        foreach (string folder in Directory.GetDirectories(Repository.PathOf("examples")).Where(folder => Directory.GetFiles(folder, "*.delegation").Length > 0))
        {
            string file = Path.Combine(folder, "questions.txt");
            string[] questions = File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.EndsWith('?'))] : [];
            yield return Compile(Path.GetFileName(folder), ReadFiles(folder), questions);
        }
    }

    private static IEnumerable<(string, string)> ReadFiles(string folder) => Directory.GetFiles(folder, "*.delegation", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => (Repository.RelativePath(file), File.ReadAllText(file)));
}
