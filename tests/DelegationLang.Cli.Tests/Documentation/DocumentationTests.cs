using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Hosting;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Testing.Documentation;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Documentation;

/// <summary>What the README and the pages show is so: their schemes compile, their questions get the answers printed under them.</summary>
public sealed partial class DocumentationTests
{
    private const string ToolInThisRepository = "dotnet run --project src/DelegationLang.Cli -- ";

    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly ImmutableArray<string> Unchecked = ["text", "json", "csharp", "js", "python", "java", "sql", "cedar"];

    /// <summary>The pages whose code blocks are read.</summary>
    private static readonly ImmutableArray<string> PageNames = ["README.md", "docs/language.md", "docs/codebase.md"];

    public static TheoryData<string> Pages => [.. PageNames];

    public static TheoryData<string> LinkedPages =>
        ["README.md", .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(Repository.RelativePath).Order(StringComparer.Ordinal)];

    public static TheoryData<string, int> Schemes => Blocks("delegation", "delegation-more", "delegation-fragment");

    public static TheoryData<string, int> Mistakes => Blocks("delegation-mistake");

    public static TheoryData<string, int> Questions => Blocks("ask");

    public static TheoryData<string, int> Excerpts => Blocks("delegation-excerpt");

    public static TheoryData<string, int> Commands => Blocks("console");

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_scheme_compiles_without_error_or_warning(string page, int line)
    {
        CodeBlock block = Block(page, line);

        Assert.Contains("scheme ", block.Scheme, StringComparison.Ordinal);
        Assert.Equal([], Reported(block).Select(Worded));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_under_its_code_and_nothing_else_is(string page, int line)
    {
        CodeBlock block = Block(page, line);
        var reported = Reported(block).ToList();

        Assert.Equal([block.Argument], reported.Select(diagnostic => diagnostic.Code));
        Assert.InRange(reported[0].Location.Span.Start, block.Scheme.Length - block.Text.Length, block.Scheme.Length);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_gets_the_answer_under_it(string page, int line)
    {
        CodeBlock block = Block(page, line);
        DecisionEngine engine = Compile(block).Engine;
        IEnumerable<string> answered = block.Lines.Select(text => text.StartsWith(' ') ? "" : text + "\n  " + Short(engine.Ask(text, Today)));

        Assert.Equal(block.Text.TrimEnd('\n'), string.Join('\n', answered.Where(text => text.Length > 0)));
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_the_files_it_is_taken_from(string page, int line)
    {
        CodeBlock block = Block(page, line);
        var whole = string.Concat(Directory.EnumerateFiles(Repository.PathOf(block.Argument.Split('/')), "*.delegation").Select(File.ReadAllText));

        Assert.All(block.Text.Split("\n\n"), paragraph => Assert.Contains(paragraph.Trim('\n') + "\n", whole, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_what_is_shown(string page, int line)
    {
        CodeBlock block = Block(page, line);
        var command = block.Lines[0];
        Assert.StartsWith("$ " + ToolInThisRepository, command, StringComparison.Ordinal);

        Assert.Equal(string.Join('\n', block.Lines[1..]), Run(command["$ ".Length..][ToolInThisRepository.Length..]).TrimEnd('\n'));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_code_block_is_of_a_kind_that_is_known(string page)
    {
        string[] known =
        [
            "delegation", "delegation-more", "delegation-fragment", "delegation-mistake", "delegation-excerpt", "ask", "console", .. Unchecked,
        ];

        Assert.All(Page.Open(page).Blocks, block => Assert.Contains(block.Kind, known));
    }

    [Theory]
    [MemberData(nameof(LinkedPages))]
    public void Every_link_within_the_repository_leads_somewhere(string page)
    {
        var text = Page.Open(page).Text;
        foreach (Match link in Link().Matches(text))
        {
            var target = link.Groups[1].Value.Split('#');
            var file = target[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page) ?? "", target[0]);
            var path = Repository.PathOf(file.Split('/'));

            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page}: {link.Value} leads nowhere.");
            if (target.Length > 1)
            {
                Assert.Contains(target[1], Anchors(File.ReadAllText(path)));
            }
        }
    }

    [GeneratedRegex(@"\]\((?!https?:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // As the common renderers of Markdown make them: small letters, hyphens for spaces, no other marks.
    private static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(text).Select(heading => string.Concat(heading.Groups[1].Value.Trim().ToLowerInvariant()
            .Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')
            .Select(c => c == ' ' ? '-' : c)));

    private static TheoryData<string, int> Blocks(params string[] kinds)
    {
        var data = new TheoryData<string, int>();
        foreach (var page in PageNames)
        {
            foreach (CodeBlock? block in Page.Open(page).Blocks.Where(block => kinds.Contains(block.Kind)))
            {
                data.Add(page, block.Line);
            }
        }

        return data;
    }

    private static CodeBlock Block(string page, int line) => Page.Open(page).Blocks.Single(block => block.Line == line);

    private static Compilation Compile(CodeBlock block) =>
        Project.OfFile(MemoryFiles.Empty.With("page.delegation", block.Scheme), "page.delegation").Compile(Today);

    private static IEnumerable<Diagnostic> Reported(CodeBlock block) =>
        Compile(block).Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning);

    private static string Worded(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Message}";

    /// <summary>What an answer comes to, as the pages write it.</summary>
    private static string Short(Answer answer)
    {
        var deciders = string.Join(", ", answer.Deciders);
        return answer.Outcome switch
        {
            Outcome.Decided => (answer.Jointly ? "decided jointly: " : "decided: ") + deciders,
            Outcome.Reserved => (answer.Jointly ? "reserved jointly: " : "reserved: ") + deciders,
            Outcome.Depends => $"depends on {string.Join(", ", answer.DependsOn)}: {deciders}",
            Outcome.Nobody => "nobody",
            Outcome.Yes => "yes",
            Outcome.No => "no",
            _ => "error: " + answer.Message,
        };
    }

    private static string Run(string commandLine)
    {
        var words = Word().Matches(commandLine).Select(word => word.Value.Trim('"')).ToList();
        var output = new StringWriter { NewLine = "\n" };
        CommandLine.Run(
            new Host
            {
                Output = output,
                Error = TextWriter.Null,
                Input = TextReader.Null,
                Folder = Repository.Root,
                TemporaryFolder = Path.GetTempPath(),
                Today = () => Today,
            },
            words);
        return output.ToString();
    }

    [GeneratedRegex("\"[^\"]*\"|[^\" ]+")]
    private static partial Regex Word();
}
