using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.LanguageServer.Features;
using DelegationLang.Parsing;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Editors;

/// <summary>The editors say what the compiler says.</summary>
public sealed class EditorFileTests
{
    public static TheoryData<string> Written => ["vscode/syntaxes/delegation.tmLanguage.json", "neovim/syntax/delegation.vim"];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_file_that_is_written_from_the_tables_is_up_to_date(string file)
    {
        string path = Repository.PathOf(["editors", .. file.Split('/')]);
        string text = file switch
        {
            "vscode/syntaxes/delegation.tmLanguage.json" => EditorFiles.Grammar(),
            _ => EditorFiles.VimSyntax(),
        };
        if (Environment.GetEnvironmentVariable("UPDATE_EDITORS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Every_reserved_phrase_is_coloured()
    {
        // The patterns use nothing that .NET reads otherwise than the editors' engine.
        List<Regex> patterns = [.. JsonNode.Parse(EditorFiles.Grammar())!["patterns"]!.AsArray()
            .Where(pattern => pattern!.ToJsonString().Contains("keyword.", StringComparison.Ordinal))
            .Select(pattern => new Regex(pattern!["match"]!.GetValue<string>()))];

        Assert.All(PhraseTable.All, phrase =>
        {
            string text = "Board " + phrase.Words + (phrase.Condition == PhraseCondition.Quotation ? " \"4.2\"" : " x");
            Assert.Contains(patterns, pattern => pattern.Match(text) is { Success: true } match && match.Value.StartsWith(phrase.Words, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_sentence_that_is_proposed_can_be_read()
    {
        Assert.All(SentenceSnippets.All, snippet =>
        {
            string text = ProposalList.WithoutPlaces(snippet.Body);
            Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text)).Compile(new DateOnly(2026, 5, 1));
            Assert.Empty(Assert.Single(compilation.Trees).Diagnostics.Select(diagnostic => diagnostic.Message));
        });
    }

    [Fact]
    public void Every_clause_that_is_proposed_can_be_read()
    {
        Assert.All(ClauseHelp.All, clause =>
        {
            string text = "Board delegates surgery to Chair up to £5 " + ProposalList.WithoutPlaces(clause.Snippet) + ".\n";
            Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text)).Compile(new DateOnly(2026, 5, 1));

            // A clause that belongs in another sentence, or that is there already, is understood all the same.
            Assert.DoesNotContain(Assert.Single(compilation.Trees).Diagnostics, diagnostic => diagnostic.Code is "DL1001" or "DL1002");
        });
    }

    [Fact]
    public void Every_example_of_a_clause_can_be_read_and_has_the_clause()
    {
        Assert.All(ClauseHelp.All, clause =>
        {
            Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", clause.Example)).Compile(new DateOnly(2026, 5, 1));
            Assert.Empty(Assert.Single(compilation.Trees).Diagnostics.Select(diagnostic => diagnostic.Message));
            Assert.Contains(clause.Keyword, clause.Example, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_extension_has_what_it_says_that_it_has()
    {
        JsonNode package = JsonNode.Parse(File.ReadAllText(Repository.PathOf("editors", "vscode", "package.json")))!;
        string code = File.ReadAllText(Repository.PathOf("editors", "vscode", "src", "extension.js"));
        string all = string.Join('\n', Directory.GetFiles(Repository.PathOf("editors", "vscode", "src"), "*.js").Select(File.ReadAllText));
        foreach (JsonNode? command in package["contributes"]!["commands"]!.AsArray())
        {
            Assert.Contains($"registerCommand(\"{command!["command"]!.GetValue<string>()}\"", code, StringComparison.Ordinal);
        }

        Assert.Contains($"registerCommand(\"{Lenses.ShowAnswer}\"", code, StringComparison.Ordinal);
        Assert.All(((string[])[Commands.Scenarios, Commands.Sentences, Commands.Changes]).Concat(Requests.All.Keys.Where(method => method.StartsWith("delegation/", StringComparison.Ordinal))), method => Assert.Contains($"\"{method}\"", all, StringComparison.Ordinal));
        foreach (Match file in Regex.Matches(package.ToJsonString(), "\"(?:\\./)?((?:syntaxes|images|walkthrough|src)/[^\"]+)\""))
        {
            Assert.True(File.Exists(Repository.PathOf(["editors", "vscode", .. file.Groups[1].Value.Split('/')])), file.Value);
        }
    }
}
