using System.Collections.Immutable;
using System.Text;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Emit.Scheme;

/// <summary>
/// Sentences as they are published: the author's words without comments, white space folded, one bullet a line. <c>with reserved matters</c>
/// is published as <c>subject to reserved matters</c>, because readers take "with" to mean that the reserved matters go along.
/// </summary>
internal sealed class SentenceTexts
{
    private readonly Dictionary<SourceText, (SyntaxTree Tree, HashSet<int> With)> trees = new(ReferenceEqualityComparer.Instance);

    public SentenceTexts(ImmutableArray<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            this.trees[tree.Source] = (tree, FindWithReservedMatters(tree));
        }
    }

    /// <summary>The published text of a span, on one line.</summary>
    public string OneLine(SourceLocation location) => Lines(location).Replace('\n', ' ');

    /// <summary>The published text of a span; each bullet begins a line.</summary>
    public string Lines(SourceLocation location)
    {
        var text = new StringBuilder(location.Span.Length);
        foreach ((string words, _) in Pieces(location))
        {
            text.Append(words);
        }

        return text.ToString();
    }

    /// <summary>The published text of a span piece by piece: a word or a name each, with the space or the end of a line before it, and where in the file it begins.</summary>
    public IEnumerable<(string Words, int Start)> Pieces(SourceLocation location)
    {
        if (!trees.TryGetValue(location.Source, out (SyntaxTree Tree, HashSet<int> With) entry))
        {
            yield break;
        }

        bool isFirst = true;
        ImmutableArray<SyntaxToken> tokens = entry.Tree.Tokens;
        for (int i = FirstTokenFrom(tokens, location.Span.Start); i < tokens.Length && tokens[i].Span.Start < location.Span.End; i++)
        {
            SyntaxToken token = tokens[i];
            if (token.Span.Length > 0)
            {
                yield return (Piece(location.Source.Content, token, isFirst, entry.With), token.Span.Start);
                isFirst = false;
            }
        }
    }

    private static string Piece(string content, SyntaxToken token, bool isFirst, HashSet<int> with)
    {
        ReadOnlySpan<char> words = content.AsSpan(token.Span.Start, token.Span.Length);
        bool isBullet = IsBullet(words) && StartsLine(content, token.Span.Start);
        var text = new StringBuilder(isFirst ? "" : isBullet ? "\n" : token.FullStart < token.Span.Start ? " " : "");
        if (isBullet)
        {
            return text.Append('-').ToString();
        }

        if (with.Contains(token.Span.Start) && words.StartsWith("with", StringComparison.OrdinalIgnoreCase))
        {
            text.Append("subject to");
            words = words[4..];
        }

        AppendFolded(text, words);
        return text.ToString();
    }

    private static bool IsBullet(ReadOnlySpan<char> words) => words is "-" or "–" or "—" or "•" or "*" or "·";

    private static bool StartsLine(string content, int position)
    {
        for (int i = position - 1; i >= 0; i--)
        {
            if (content[i] is '\n' or '\r')
            {
                return true;
            }

            if (!char.IsWhiteSpace(content[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendFolded(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (char character in words)
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static int FirstTokenFrom(ImmutableArray<SyntaxToken> tokens, int position)
    {
        int low = 0;
        int high = tokens.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (tokens[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static HashSet<int> FindWithReservedMatters(SyntaxTree tree)
    {
        var starts = new HashSet<int>();
        foreach (SentenceSyntax sentence in tree.Sentences)
        {
            Add(sentence.Clauses);
            switch (sentence)
            {
                case LimitsTableSyntax table:
                    foreach (TableLineSyntax line in table.Lines)
                    {
                        Add(line.Clauses);
                    }

                    break;
                case ListDeclarationSyntax list:
                    foreach (ListItemSyntax item in list.Items)
                    {
                        Add(item.Clauses);
                    }

                    break;
            }
        }

        return starts;

        void Add(ImmutableArray<ClauseSyntax> clauses)
        {
            foreach (ClauseSyntax clause in clauses)
            {
                if (clause is ReservedMattersClauseSyntax)
                {
                    starts.Add(clause.Span.Start);
                }
            }
        }
    }
}
