using System.Collections.Immutable;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Fixing;

/// <summary>Safe fixes of one compilation that can be applied together, because no two of them touch the same characters.</summary>
internal sealed class FixPlan
{
    private readonly Compilation compilation;
    private readonly Dictionary<SourceText, List<TextEdit>> edits = new(ReferenceEqualityComparer.Instance);

    private FixPlan(Compilation compilation) => this.compilation = compilation;

    /// <summary>The fixes, in the order of the report.</summary>
    public List<AppliedFix> Fixes { get; } = [];

    /// <summary>The fixes to apply: of each finding that has just one safe fix that one, unless a finding before it changes the same place.</summary>
    /// <param name="compilation">What is to be mended.</param>
    /// <param name="isWanted">Whether a fix is to be applied at all.</param>
    public static FixPlan Of(Compilation compilation, Func<AppliedFix, bool> isWanted)
    {
        var plan = new FixPlan(compilation);
        foreach (Diagnostic diagnostic in compilation.Diagnostics)
        {
            if (SafeFixes.Of(diagnostic) is { } fix && isWanted(new AppliedFix(diagnostic, fix)))
            {
                plan.TryAdd(new AppliedFix(diagnostic, fix));
            }
        }

        return plan;
    }

    /// <summary>One of the fixes alone.</summary>
    public FixPlan Only(AppliedFix fix)
    {
        var plan = new FixPlan(compilation);
        plan.TryAdd(fix);
        return plan;
    }

    /// <summary>The files after the fixes. Outside the edits every byte stays, a byte order mark and line endings included.</summary>
    public OverlayFiles ApplyTo(OverlayFiles files)
    {
        foreach ((SourceText? source, List<TextEdit>? changes) in edits)
        {
            files = files.With(source.FileName, Edited(source, changes));
        }

        return files;
    }

    private void TryAdd(AppliedFix applied)
    {
        ImmutableArray<TextEdit> changes = applied.Fix.Edits;
        if (changes.IsEmpty || !changes.All(edit => CanEdit(edit.Location.Source)) || changes.Any(edit => IsTaken(edit.Location)))
        {
            return;
        }

        Fixes.Add(applied);
        foreach (TextEdit edit in changes)
        {
            if (!edits.TryGetValue(edit.Location.Source, out List<TextEdit>? ofFile))
            {
                ofFile = [];
                edits.Add(edit.Location.Source, ofFile);
            }

            ofFile.Add(edit);
        }
    }

    // What could not be decoded could not be written back either.
    private bool CanEdit(SourceText source) =>
        compilation.IsProjectFile(source.FileName) && !source.IsBinary && source.UndecodableSpans.IsEmpty;

    // Two insertions at one place would have an order that nobody chose.
    private bool IsTaken(SourceLocation place) =>
        edits.TryGetValue(place.Source, out List<TextEdit>? ofFile)
        && ofFile.Exists(other => place.Span.Overlaps(other.Location.Span) || Touches(place.Span, other.Location.Span) || Touches(other.Location.Span, place.Span));

    private static bool Touches(TextSpan insertion, TextSpan other) =>
        insertion.Length == 0 && insertion.Start >= other.Start && insertion.Start <= other.End;

    private static ImmutableArray<byte> Edited(SourceText source, List<TextEdit> changes)
    {
        var text = new StringBuilder(source.Length);
        var at = 0;
        foreach (TextEdit? change in changes.OrderBy(change => change.Location.Span.Start))
        {
            text.Append(source.Content, at, change.Location.Span.Start - at).Append(change.NewText);
            at = change.Location.Span.End;
        }

        text.Append(source.Content, at, source.Length - at);
        byte[] mark = source.HasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [];
        return [.. mark, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
