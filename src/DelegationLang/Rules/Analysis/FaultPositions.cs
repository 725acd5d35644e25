using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Analysis;

/// <summary>Where reading and name resolution found errors.</summary>
internal sealed class FaultPositions
{
    private readonly Dictionary<SourceText, int[]> starts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceText, SyntaxTree> trees = new(ReferenceEqualityComparer.Instance);

    public FaultPositions(SchemeModel model)
    {
        foreach (SyntaxTree tree in model.Trees)
        {
            trees.TryAdd(tree.Source, tree);
        }

        foreach (IGrouping<SourceText, Diagnostic> group in model.Trees.SelectMany(tree => tree.Diagnostics)
            .Concat(model.Diagnostics)
            .Where(diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
            .GroupBy(diagnostic => diagnostic.Location.Source))
        {
            int[] positions = [.. group.Select(diagnostic => diagnostic.Location.Span.Start)];
            Array.Sort(positions);
            starts[group.Key] = positions;
        }
    }

    /// <summary>Whether there is any error.</summary>
    public bool HasAny => starts.Count > 0;

    /// <summary>Whether an error was found in the text of a location.</summary>
    public bool IsIn(SourceLocation location)
    {
        // The default location is that of something which no text declares.
        if (location == default || !starts.TryGetValue(location.Source, out int[]? positions))
        {
            return false;
        }

        int index = Array.BinarySearch(positions, location.Span.Start);
        index = index < 0 ? ~index : index;
        return index < positions.Length && positions[index] <= location.Span.End;
    }

    /// <summary>Whether a declaration is in error, or stands in a list whose head is.</summary>
    public bool IsDeclaredInError(Symbol symbol)
    {
        if (IsIn(symbol.Declaration))
        {
            return true;
        }

        return symbol.Declaration != default
            && SentenceAt(symbol.Declaration) is ListDeclarationSyntax list
            && (list.HasErrors || list.Owner.IsMissing || IsIn(new SourceLocation(symbol.Declaration.Source, list.Owner.Span)));
    }

    /// <summary>The sentences of a tree in which an error was found.</summary>
    public IEnumerable<SentenceSyntax> FaultyIn(SyntaxTree tree) =>
        starts.ContainsKey(tree.Source)
            ? tree.Sentences.Where(sentence => sentence.HasErrors || sentence is BrokenSentenceSyntax || IsIn(tree.LocationOf(sentence)))
            : [];

    // Sentences stand in the order of the text.
    private SentenceSyntax? SentenceAt(SourceLocation location)
    {
        if (!trees.TryGetValue(location.Source, out SyntaxTree? tree))
        {
            return null;
        }

        int low = 0;
        int high = tree.Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (tree.Sentences[middle].Span.Start <= location.Span.Start)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return tree.Sentences.IsEmpty ? null : tree.Sentences[low];
    }
}
