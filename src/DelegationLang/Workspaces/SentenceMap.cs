using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Finds the sentence that a place lies in. A line of a table or of a list counts as a sentence of its own where faults are concerned.</summary>
internal sealed class SentenceMap
{
    private readonly Dictionary<SourceText, SyntaxNode[]> parts = [];

    public SentenceMap(IEnumerable<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            var all = new List<SyntaxNode>(tree.Sentences.Length);
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                all.Add(sentence);
                switch (sentence)
                {
                    case LimitsTableSyntax table:
                        all.AddRange(table.Lines);
                        break;
                    case ListDeclarationSyntax list:
                        all.AddRange(list.Items);
                        break;
                    default:
                        break;
                }
            }

            all.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            parts[tree.Source] = [.. all];
        }
    }

    /// <summary>The sentences of a text and their lines, in its order: a table before its lines.</summary>
    public IReadOnlyList<SyntaxNode> PartsOf(SourceText source) => parts.TryGetValue(source, out SyntaxNode[]? all) ? all : [];

    /// <summary>The sentence or line that a place lies in; none where no sentence is.</summary>
    public SyntaxNode? Find(SourceLocation location)
    {
        if (!parts.TryGetValue(location.Source, out SyntaxNode[]? all))
        {
            return null;
        }

        // The last part that starts at or before the place: a line stands inside its table, whose head is the part before the first line.
        int low = 0, high = all.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Span.Start <= location.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high >= 0 && location.Span.Start <= all[high].Span.End ? all[high] : null;
    }
}
