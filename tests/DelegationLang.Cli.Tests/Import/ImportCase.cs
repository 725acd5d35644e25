using DelegationLang.Cli.Tests.Conformance;
using DelegationLang.Import;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>A folder of <c>tests/samples/import</c>: a document as governance teams have it, and what a scheme made from it must answer.</summary>
internal sealed class ImportCase
{
    private static readonly string Root = Repository.PathOf("tests", "samples", "import");

    private readonly string folder;

    public ImportCase(string name)
    {
        folder = Path.Combine(Root, name);
        string document = Directory.EnumerateFiles(folder, "document.*").Single();
        File = new ImportedFile(Path.GetFileName(document), System.IO.File.ReadAllBytes(document));
        string answers = Path.Combine(folder, "answers.json");
        Answers = System.IO.File.Exists(answers) ? System.IO.File.ReadAllText(answers) : "";
        Questions = [.. System.IO.File.ReadLines(Path.Combine(folder, "expected.tsv")).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(cells => new ExpectedAnswer(cells[0], cells[1], cells[2], cells[3]))];
    }

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The document.</summary>
    public ImportedFile File { get; }

    /// <summary>The answers that its <c>rows.txt</c> gives to what a program has to ask; empty for none that matter.</summary>
    public string Answers { get; }

    /// <summary>What the scheme must answer.</summary>
    public ExpectedAnswer[] Questions { get; }

    public ImportResult Import(string answers = "") => Importer.Import([File], new ImportOptions { Answers = answers });

    /// <summary>A draft, compiled.</summary>
    public static Compilation Compile(ImportResult result)
    {
        MemoryFiles files = result.Files.Where(file => file.Path.EndsWith(Project.Extension, StringComparison.Ordinal)).Aggregate(MemoryFiles.Empty, (all, file) => all.With(file.Path, file.Content));
        return Project.OfFolder(files).Compile(new DateOnly(2026, 5, 1));
    }
}
