using System.Collections.Immutable;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>A page of the catalogue, taken apart.</summary>
internal sealed class DiagnosticPage
{
    private DiagnosticPage(string code, string text)
    {
        Code = code;
        Text = text;
        var lines = text.Split('\n');
        Title = lines[0];
        Facts = lines.Length > 2 ? lines[2] : "";
        Headings = [.. lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];
        Examples = [.. Blocks(lines).Where(block => block.Kind == "delegation").Select(block => block.Text)];
        Beside = [.. Blocks(lines).Where(block => block.Kind.StartsWith("delegation-beside ", StringComparison.Ordinal)).Select(block => (block.Kind["delegation-beside ".Length..], block.Text))];
    }

    public string Code { get; }

    public string Text { get; }

    public string Title { get; }

    /// <summary>The line under the title: the default severity, and what the rule rests on.</summary>
    public string Facts { get; }

    public ImmutableArray<string> Headings { get; }

    /// <summary>The failing example, then the mended one.</summary>
    public ImmutableArray<string> Examples { get; }

    public static DiagnosticPage Of(string code) => new(code, DiagnosticCatalogue.PageOf(code) ?? "");

    /// <summary>The files that lie beside those of the examples: the schemes that they join.</summary>
    public ImmutableArray<(string Path, string Text)> Beside { get; }

    /// <summary>An example as a project.</summary>
    public MemoryFiles Files(string example) =>
        Beside.Aggregate(MemoryFiles.Empty.With("example.delegation", example), (files, beside) => files.With(beside.Path, beside.Text));

    private static IEnumerable<(string Kind, string Text)> Blocks(string[] lines)
    {
        List<string>? open = null;
        var kind = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("```delegation", StringComparison.Ordinal))
            {
                open = [];
                kind = line[3..];
            }
            else if (line == "```" && open is not null)
            {
                yield return (kind, string.Join('\n', open) + "\n");
                open = null;
            }
            else
            {
                open?.Add(line);
            }
        }
    }
}
