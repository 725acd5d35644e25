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
        Examples = [.. FindExamples(lines)];
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

    private static IEnumerable<string> FindExamples(string[] lines)
    {
        List<string>? open = null;
        foreach (var line in lines)
        {
            if (line == "```delegation")
            {
                open = [];
            }
            else if (line == "```" && open is not null)
            {
                yield return string.Join('\n', open) + "\n";
                open = null;
            }
            else
            {
                open?.Add(line);
            }
        }
    }
}
