using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Finds the sentence that a place lies in. A line of a table or of a list counts as a sentence of its own where faults are concerned.</summary>
internal sealed class SentenceMap
{
    private readonly Dictionary<SourceText, ImmutableArray<TextSpan>> spans = [];

    public SentenceMap(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            spans[tree.Source] = [.. tree.Sentences.SelectMany(Parts).OrderBy(span => span.Start)];
        }
    }

    /// <summary>Which sentence: its text and the number it has in this map; the place itself where no sentence is.</summary>
    public (SourceText Source, int Sentence) Find(SourceLocation location)
    {
        if (!spans.TryGetValue(location.Source, out var all))
        {
            return (location.Source, -1 - location.Span.Start);
        }

        // The last part that starts at or before the place: a line stands inside its table, whose head is the part before the first line.
        int low = 0, high = all.Length - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high, found) = all[middle].Start <= location.Span.Start ? (middle + 1, high, middle) : (low, middle - 1, found);
        }

        return found >= 0 && location.Span.Start <= all[found].End ? (location.Source, found) : (location.Source, -1 - location.Span.Start);
    }

    private static IEnumerable<TextSpan> Parts(SentenceSyntax sentence)
    {
        var lines = sentence switch
        {
            LimitsTableSyntax table => table.Lines.Select(line => line.Span),
            ListDeclarationSyntax list => list.Items.Select(item => item.Span),
            _ => [],
        };
        return lines.Prepend(sentence.Span);
    }
}
