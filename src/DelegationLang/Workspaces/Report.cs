using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces.Exemptions;

namespace DelegationLang.Workspaces;

/// <summary>
/// Makes one report of what all phases found: nothing twice, nothing that only follows from an earlier fault in the same sentence, in the order
/// in which a reader comes across it.
/// </summary>
internal sealed class Report
{
    private readonly SyntaxTree[] trees;
    private readonly SentenceMap sentences;
    private readonly List<Diagnostic> kept = [];

    // By identity: two sentences of the same words are two sentences.
    private readonly HashSet<SyntaxNode> faulty = new(ReferenceEqualityComparer.Instance);

    private Report(SyntaxTree[] trees)
    {
        this.trees = trees;
        sentences = new SentenceMap(trees);
    }

    /// <summary>What is reported, in the order of reading.</summary>
    public Diagnostic[] Reported { get; private set; } = [];

    /// <summary>What is not reported because it is exempted, in the order of reading.</summary>
    public ExemptedDiagnostic[] Exempted { get; private set; } = [];

    /// <summary>The report on a compilation.</summary>
    public static Report Of(
        Compilation compilation, ImmutableArray<Diagnostic> uses, ImmutableArray<Diagnostic> rules, ProjectConfiguration configuration)
    {
        var report = new Report([.. compilation.Trees, .. compilation.LibraryTrees]);
        foreach (SyntaxTree tree in report.trees)
        {
            report.Add(tree.Diagnostics);
        }

        foreach (SyntaxTree tree in compilation.Trees)
        {
            report.Add(DirectionMarks.Find(tree));
        }

        report.Add(uses);
        report.Add(compilation.Model.Diagnostics);
        report.Add(rules);
        report.Add(compilation.JoinFindings);
        report.Add(ScenarioReport.Of(compilation));
        report.RemoveHidden();
        report.RemoveUnused(rules);
        report.Finish(ExemptionCheck.Run(compilation.Trees, report.sentences, report.kept, compilation.AsOf), configuration, compilation.SchemeFault);
        return report;
    }

    /// <summary>Adds what one phase found. A sentence in which an earlier phase found an error has nothing more to say.</summary>
    private void Add(IReadOnlyList<Diagnostic> phase)
    {
        if (phase.Count == 0)
        {
            return;
        }

        var found = new List<Diagnostic>(phase.Count);
        foreach (Diagnostic diagnostic in phase)
        {
            if (sentences.Find(diagnostic.Location) is not { } sentence || !faulty.Contains(sentence))
            {
                found.Add(diagnostic);
            }
        }

        foreach (Diagnostic diagnostic in found)
        {
            kept.Add(diagnostic);
            if (diagnostic.Severity == DiagnosticSeverity.Error && sentences.Find(diagnostic.Location) is { } sentence)
            {
                faulty.Add(sentence);
            }
        }
    }

    /// <summary>Takes away what is said of names as never used, when what nobody could read may well have used them.</summary>
    private void RemoveHidden()
    {
        var unread = new List<string>();
        foreach (SyntaxTree tree in trees)
        {
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                if (sentence.HasErrors || sentence is BrokenSentenceSyntax)
                {
                    unread.Add(tree.Source.ToString(sentence.Span));
                }
            }
        }

        if (unread.Count > 0)
        {
            kept.RemoveAll(diagnostic => diagnostic.Code == SemanticDiagnostics.NeverUsed.Code
                && unread.Exists(text => text.Contains(NameAt(diagnostic.Location), StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>Takes away what is said of subjects as never used, where a rule says more: that no sentence says who decides them.</summary>
    private void RemoveUnused(ImmutableArray<Diagnostic> rules)
    {
        var silent = new Dictionary<SourceText, HashSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (Diagnostic diagnostic in rules)
        {
            if (diagnostic.Code == RuleSet.SilentSubjectCode)
            {
                if (!silent.TryGetValue(diagnostic.Location.Source, out HashSet<int>? starts))
                {
                    silent.Add(diagnostic.Location.Source, starts = []);
                }

                starts.Add(diagnostic.Location.Span.Start);
            }
        }

        if (silent.Count > 0)
        {
            kept.RemoveAll(diagnostic => diagnostic.Code == SemanticDiagnostics.NeverUsed.Code
                && silent.TryGetValue(diagnostic.Location.Source, out HashSet<int>? starts)
                && starts.Contains(diagnostic.Location.Span.Start));
        }
    }

    private static string NameAt(SourceLocation location) => location.Source.ToString(location.Span).Trim('"');

    private void Finish(List<ExemptedDiagnostic> exempted, ProjectConfiguration configuration, Diagnostic? schemeFault)
    {
        var order = new Dictionary<SourceText, int>();
        foreach (SyntaxTree tree in trees)
        {
            order.TryAdd(tree.Source, order.Count);
        }

        var seen = new HashSet<Diagnostic>(SameFinding.Instance);
        var reported = new List<Diagnostic>(kept.Count);
        foreach (Diagnostic diagnostic in kept)
        {
            if (Spoken(diagnostic, configuration) is { } spoken && seen.Add(diagnostic))
            {
                reported.Add(spoken);
            }
        }

        if (schemeFault is not null)
        {
            reported.Add(MessageStyle.Of(schemeFault));
        }

        reported.Sort((a, b) => Compare(a, b, order));
        Reported = [.. reported];

        var silent = new List<ExemptedDiagnostic>(exempted.Count);
        foreach (ExemptedDiagnostic exemption in exempted)
        {
            if (Spoken(exemption.Diagnostic, configuration) is { } spoken && seen.Add(exemption.Diagnostic))
            {
                silent.Add(exemption with { Diagnostic = spoken });
            }
        }

        silent.Sort((a, b) => Compare(a.Diagnostic, b.Diagnostic, order));
        Exempted = [.. silent];
    }

    /// <summary>A finding as it is to be read, with its severity in this project; none where that is <em>off</em>.</summary>
    private static Diagnostic? Spoken(Diagnostic diagnostic, ProjectConfiguration configuration)
    {
        DiagnosticSeverity severity = configuration.SeverityOf(diagnostic.Code) ?? diagnostic.Severity;
        if (severity == DiagnosticSeverity.Off)
        {
            return null;
        }

        Diagnostic spoken = WithLineBreaksOfFile(MessageStyle.Of(diagnostic));
        return severity == spoken.Severity ? spoken : spoken with { Severity = severity };
    }

    /// <summary>A finding whose fixes end lines as the files do that they change.</summary>
    private static Diagnostic WithLineBreaksOfFile(Diagnostic diagnostic)
    {
        if (!diagnostic.Fixes.Any(fix => fix.Edits.Any(edit => edit.NewText.Contains('\n', StringComparison.Ordinal))))
        {
            return diagnostic;
        }

        return diagnostic with
        {
            Fixes =
            [
                .. diagnostic.Fixes.Select(fix => fix with
                {
                    Edits = [.. fix.Edits.Select(edit => edit with { NewText = edit.NewText.ReplaceLineEndings(edit.Location.Source.LineBreak) })],
                }),
            ],
        };
    }

    private static int Compare(Diagnostic a, Diagnostic b, Dictionary<SourceText, int> order)
    {
        var byFile = order.GetValueOrDefault(a.Location.Source, int.MaxValue).CompareTo(order.GetValueOrDefault(b.Location.Source, int.MaxValue));
        var byPlace = byFile != 0 ? byFile : a.Location.Span.Start.CompareTo(b.Location.Span.Start);
        var bySeverity = byPlace != 0 ? byPlace : ((int)b.Severity).CompareTo((int)a.Severity);
        var byCode = bySeverity != 0 ? bySeverity : string.CompareOrdinal(a.Code, b.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Message, b.Message);
    }

    /// <summary>Two findings of one code that say the same of the same place.</summary>
    private sealed class SameFinding : IEqualityComparer<Diagnostic>
    {
        public static SameFinding Instance { get; } = new();

        public bool Equals(Diagnostic? x, Diagnostic? y) =>
            x is not null && y is not null && x.Code == y.Code && x.Location == y.Location && x.Message == y.Message;

        public int GetHashCode(Diagnostic finding) => HashCode.Combine(finding.Code, finding.Location.Span.Start, finding.Message);
    }
}
