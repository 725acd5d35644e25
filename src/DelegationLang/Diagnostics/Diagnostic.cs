using System.Collections.Immutable;
using DelegationLang.Text;

namespace DelegationLang.Diagnostics;

/// <summary>Another place that a finding is about, with a short label such as <c>reserved here</c>.</summary>
public sealed record RelatedLocation(string Label, SourceLocation Location);

/// <summary>A replacement of one span by other text.</summary>
public sealed record TextEdit(SourceLocation Location, string NewText);

/// <summary>A change that mends a finding. <paramref name="IsSafe"/> says that a machine may apply it without asking.</summary>
public sealed record CodeFix(string Title, ImmutableArray<TextEdit> Edits, bool IsSafe = false);

/// <summary>One finding: data only; text, MSBuild, JSON and editors are renderers of it.</summary>
/// <param name="Descriptor">What kind of finding it is.</param>
/// <param name="Location">The exact span that is wrong.</param>
/// <param name="Message">One line that names the things involved, in the reader's words, without a full stop at its end.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation Location, string Message)
{
    /// <summary>What stands under the primary span; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>What to write instead; empty for none.</summary>
    public string Help { get; init; } = "";

    /// <summary>Other places involved.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>Changes that mend it.</summary>
    public ImmutableArray<CodeFix> Fixes { get; init; } = [];

    /// <summary>
    /// The severity: the descriptor's, unless the rule gives this one finding less weight (a half of the rule that only warns). It decides what the
    /// fault does to authority. In a report, configuration may have changed it.
    /// </summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.DefaultSeverity;

    /// <summary>The code, such as <c>DL3001</c>.</summary>
    public string Code => Descriptor.Code;
}
