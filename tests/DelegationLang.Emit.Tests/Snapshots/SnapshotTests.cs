using System.Collections.Immutable;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Formatting;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using Snapshooter;
using Snapshooter.Xunit;

namespace DelegationLang.Emit.Tests.Snapshots;

/// <summary>
/// What becomes of a few schemes at every stage, as whole texts, a folder a sample: a change that shows where nobody looked for it. What is meant is accepted by
/// taking the file that lies in <c>__mismatch__</c> beside it, or by deleting it before the run.
/// </summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Names => ["leeds-place", "deputy", "joint-or-alone", "order-tiers-gap", "thirty-mistakes"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_stage_is_as_it_was(string name)
    {
        Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", Environment.GetEnvironmentVariable("CI") is null ? "off" : "on");
        string folder = Repository.PathOf("tests", "samples", "conformance", name);
        string file = Directory.Exists(folder) ? Path.Combine(folder, "scheme.delegation") : Repository.PathOf("tests", "samples", "mistakes", name + ".delegation");
        Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("scheme.delegation", File.ReadAllText(file))).Compile(Samples.Today);
        EmitInput input = EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError };
        SyntaxTree tree = Assert.Single(compilation.Trees);

        Match(name, "tree.txt", TreeText.Of(tree));
        Match(name, "diagnostics.txt", UnderTheirLines(tree, compilation.Diagnostics));
        Match(name, "formatted.txt", Formatter.Format(tree.Source, compilation.Names));
        Match(name, "scheme.json", new JsonEmitter().Emit(input).Single(output => output.Path == "scheme.json").ToText());
        Match(name, CSharpEmitter.FileName, new CSharpEmitter().Emit(input).Single().ToText());
        Match(name, "map.html", new HtmlEmitter().Emit(input).Single(output => output.Path == "map.html").ToText());
    }

    private static void Match(string name, string file, string text) =>
        Snapshot.Match(text, new SnapshotFullName(file, Repository.PathOf("tests", "DelegationLang.Emit.Tests", "Snapshots", name)));

    private static string UnderTheirLines(SyntaxTree tree, ImmutableArray<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        string[] lines = tree.Source.Content.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            text.Append(lines[i]).Append('\n');
            foreach (Diagnostic diagnostic in diagnostics.Where(one => one.Location.Line == i + 1))
            {
                int column = diagnostic.Location.Column - 1;
                text.Append(' ', column).Append('^', Math.Max(1, Math.Min(diagnostic.Location.Span.Length, lines[i].Length - column)));
                text.Append($" {diagnostic.Severity} {diagnostic.Code}: {diagnostic.Message}\n");
                foreach (string more in (string[])[diagnostic.Label, diagnostic.Help, .. diagnostic.Related.Select(other => other.Label), .. diagnostic.Fixes.Select(fix => "fix: " + fix.Title)])
                {
                    text.Append(more.Length > 0 ? $"    {more}\n" : "");
                }
            }
        }

        return text.ToString();
    }
}
