using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>A sentence that was not in the version before, or reads otherwise.</summary>
/// <param name="Source">The text in which it stands.</param>
/// <param name="Span">Where.</param>
/// <param name="Before">What it was, on one line; empty for a sentence that is like none of that version.</param>
/// <param name="Changes">What it changes in who may decide what.</param>
internal sealed record ChangedSentence(SourceText Source, TextSpan Span, string Before, ImmutableArray<SpaceChange> Changes);

/// <summary>What is otherwise in a scheme than in the version before, sentence by sentence and as a whole.</summary>
internal sealed class SchemeChanges
{
    // Of two sentences that have fewer words than this in common one is not what became of the other.
    private const double LeastAlike = 0.5;

    // Beyond so many nobody asks which was which.
    private const int MostPaired = 200;

    private readonly ILookup<SourceText, ChangedSentence> bySource;

    private SchemeChanges(string since, ImmutableArray<SpaceChange> all, IEnumerable<ChangedSentence> sentences)
    {
        Since = since;
        All = all;
        bySource = sentences.ToLookup(sentence => sentence.Source);
    }

    /// <summary>Since when, in words: <c>since the last commit</c>.</summary>
    public string Since { get; }

    /// <summary>What changes in who may decide what.</summary>
    public ImmutableArray<SpaceChange> All { get; }

    /// <summary>Compares a scheme with the version before.</summary>
    /// <param name="former">The version before.</param>
    /// <param name="current">The scheme.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static SchemeChanges Of(FormerVersion former, Compilation current, CancellationToken cancellation)
    {
        var comparison = SpaceComparison.Of(former.Version.Engine.Space, current.Engine.Space, DateRange.Always, cancellation);
        var gone = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string words in former.Version.Trees.SelectMany(Sentences).Select(sentence => comparison.Renamed.Aggregate(sentence.Words, SpaceComparison.WithName)))
        {
            gone[words] = gone.GetValueOrDefault(words) + 1;
        }

        var fresh = new List<(SourceText Source, TextSpan Span, string Words)>();
        foreach (SyntaxTree tree in current.Trees)
        {
            foreach ((TextSpan span, string words) in Sentences(tree))
            {
                if (gone.GetValueOrDefault(words) is > 0 and int count)
                {
                    gone[words] = count - 1;
                }
                else
                {
                    fresh.Add((tree.Source, span, words));
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        ILookup<string, SpaceChange> byPlace = comparison.Changes
            .SelectMany(change => change.SentencesAfter.Select(source => (Place: Place(source.File, source.Line), Change: change)))
            .ToLookup(pair => pair.Place, pair => pair.Change, StringComparer.Ordinal);
        List<string> unmatched = [.. gone.Where(words => words.Value > 0).Select(words => words.Key)];
        return new SchemeChanges(former.Since, comparison.Changes, [.. fresh.Select(sentence => new ChangedSentence(
            sentence.Source,
            sentence.Span,
            fresh.Count > MostPaired || unmatched.Count > MostPaired ? "" : Before(sentence.Words, unmatched),
            [.. Lines(sentence.Source, sentence.Span).SelectMany(line => byPlace[Place(sentence.Source.FileName, line)]).Distinct()]))]);
    }

    /// <summary>The changed sentences of a text, in its order.</summary>
    public IEnumerable<ChangedSentence> In(SourceText source) => bySource[source];

    /// <summary>The changed sentence that an offset lies in; none where none does.</summary>
    public ChangedSentence? At(SourceText source, int offset) => bySource[source].FirstOrDefault(sentence => sentence.Span.Start <= offset && offset <= sentence.Span.End);

    private static string Place(string file, int line) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");

    private static IEnumerable<int> Lines(SourceText source, TextSpan span)
    {
        int first = new SourceLocation(source, new TextSpan(span.Start, 0)).Line;
        int last = new SourceLocation(source, new TextSpan(span.End, 0)).Line;
        return Enumerable.Range(first, last - first + 1);
    }

    // Each is what became of one sentence at most.
    private static string Before(string words, List<string> gone)
    {
        HashSet<string> own = Split(words);
        (string Words, double Likeness) best = gone.Select(other => (other, Likeness(own, Split(other)))).DefaultIfEmpty(("", 0)).MaxBy(pair => pair.Item2);
        if (best.Likeness < LeastAlike)
        {
            return "";
        }

        gone.Remove(best.Words);
        return best.Words;
    }

    private static HashSet<string> Split(string words) => [.. words.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)];

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    // The words of each sentence, however it is laid out and whatever is remarked in it.
    private static IEnumerable<(TextSpan Span, string Words)> Sentences(SyntaxTree tree)
    {
        ImmutableArray<SyntaxToken> tokens = tree.Tokens;
        int next = 0;
        foreach (SentenceSyntax sentence in tree.Sentences)
        {
            while (next < tokens.Length && tokens[next].Span.Start < sentence.Span.Start)
            {
                next++;
            }

            var words = new StringBuilder(sentence.Span.Length);
            for (; next < tokens.Length && tokens[next].Span.Start < sentence.Span.End; next++)
            {
                SyntaxToken token = tokens[next];
                if (token.Span.Length > 0)
                {
                    words.Append(words.Length > 0 && token.FullStart < token.Span.Start ? " " : "");
                    Fold(words, tree.Source.Content.AsSpan(token.Span.Start, token.Span.Length));
                }
            }

            yield return (sentence.Span, words.ToString());
        }
    }

    // A name may be written over the end of a line.
    private static void Fold(StringBuilder words, ReadOnlySpan<char> token)
    {
        bool isSpace = false;
        foreach (char character in token)
        {
            if (char.IsWhiteSpace(character))
            {
                isSpace = true;
            }
            else
            {
                words.Append(isSpace ? " " : "").Append(character);
                isSpace = false;
            }
        }
    }
}
