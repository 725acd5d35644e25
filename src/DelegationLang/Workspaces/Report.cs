using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>
/// Makes one report of what all phases found: nothing twice, nothing that only follows from an earlier fault in the same sentence, in the order
/// in which a reader comes across it.
/// </summary>
internal static class Report
{
    /// <summary>The report on a compilation.</summary>
    public static ImmutableArray<Diagnostic> Of(
        Compilation compilation, ImmutableArray<Diagnostic> uses, ImmutableArray<Diagnostic> rules, ProjectConfiguration configuration)
    {
        var trees = compilation.Trees.AddRange(compilation.LibraryTrees);
        var sentences = new SentenceMap(trees);
        var kept = new List<Diagnostic>();
        var faulty = new HashSet<(SourceText, int)>();
        IEnumerable<Diagnostic>[] phases =
        [
            trees.SelectMany(tree => tree.Diagnostics),
            uses,
            compilation.Model.Diagnostics,
            rules,
            ScenarioReport.Of(compilation),
        ];
        foreach (var phase in phases)
        {
            var found = phase.Where(diagnostic => !faulty.Contains(sentences.Find(diagnostic.Location))).ToList();
            kept.AddRange(found);
            foreach (var diagnostic in found.Where(diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error))
            {
                faulty.Add(sentences.Find(diagnostic.Location));
            }
        }

        var unread = string.Join('\n', trees.SelectMany(UnreadSentences));
        kept.RemoveAll(diagnostic => diagnostic.Code == SemanticDiagnostics.NeverUsed.Code && IsNamedIn(unread, diagnostic.Location));
        var order = trees.Select((tree, index) => (tree.Source, index)).ToDictionary(entry => entry.Source, entry => entry.index);
        return
        [
            .. kept.DistinctBy(diagnostic => (diagnostic.Code, diagnostic.Location, diagnostic.Message))
                .Select(diagnostic => Configured(diagnostic, configuration))
                .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Off)
                .OrderBy(diagnostic => order.GetValueOrDefault(diagnostic.Location.Source, int.MaxValue))
                .ThenBy(diagnostic => diagnostic.Location.Span.Start)
                .ThenByDescending(diagnostic => diagnostic.Severity)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
        ];
    }

    /// <summary>The words of the sentences that reading gave up on, in whole or in part.</summary>
    private static IEnumerable<string> UnreadSentences(SyntaxTree tree) =>
        tree.Sentences.Where(sentence => sentence.HasErrors || sentence is BrokenSentenceSyntax).Select(sentence => tree.Source.ToString(sentence.Span));

    // What nobody could read may well have used it.
    private static bool IsNamedIn(string text, SourceLocation name) =>
        text.Length > 0 && text.Contains(name.Source.ToString(name.Span).Trim('"'), StringComparison.OrdinalIgnoreCase);

    private static Diagnostic Configured(Diagnostic diagnostic, ProjectConfiguration configuration)
    {
        var spoken = Voice.Of(diagnostic);
        return configuration.Severities.TryGetValue(diagnostic.Code, out var severity) ? spoken with { Severity = severity } : spoken;
    }
}
