using System.Collections.Immutable;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Changes;

/// <summary>Finds the sentences that read otherwise and change nobody's decisions: those of no change, and not those that only have a new name in them.</summary>
internal static class WordingChanges
{
    // Of more sentences than this each is told by itself, and none is paired with another.
    private const int MostPaired = 400;

    // As large a part of their words must two sentences have in common to be one that was reworded.
    private const double LeastAlike = 0.4;

    /// <summary>The sentences, in the order of the earlier version; those that were added come last.</summary>
    public static ImmutableArray<WordingChange> Of(SchemeVersion before, SchemeVersion after, ImmutableArray<RenamedName> renamed, ImmutableArray<ShownChange> changes)
    {
        string Modern(string text) => renamed.Aggregate(text, (result, name) => SpaceComparison.WithName(result, name));
        var left = before.Sentences.GroupBy(sentence => Modern(sentence.Text), StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<VersionSentence>(group), StringComparer.Ordinal);
        var added = new List<VersionSentence>();
        foreach (VersionSentence sentence in after.Sentences)
        {
            if (!left.TryGetValue(sentence.Text, out Queue<VersionSentence>? same) || !same.TryDequeue(out _))
            {
                added.Add(sentence);
            }
        }

        HashSet<VersionSentence> told = [.. changes.SelectMany(change => change.SentencesBefore.Concat(change.SentencesAfter))];
        List<VersionSentence> removed = [.. before.Sentences.Intersect(left.Values.SelectMany(rest => rest)).Where(sentence => !told.Contains(sentence))];
        added.RemoveAll(told.Contains);
        return [.. Pairs(removed, added)];
    }

    private static IEnumerable<WordingChange> Pairs(List<VersionSentence> removed, List<VersionSentence> added)
    {
        bool isPaired = removed.Count <= MostPaired && added.Count <= MostPaired;
        foreach (VersionSentence sentence in removed)
        {
            HashSet<string> words = Words(sentence);
            VersionSentence? now = isPaired ? added.Where(other => Likeness(words, Words(other)) >= LeastAlike).MaxBy(other => Likeness(words, Words(other))) : null;
            if (now is not null)
            {
                added.Remove(now);
            }

            yield return new WordingChange(sentence, now);
        }

        foreach (VersionSentence sentence in added)
        {
            yield return new WordingChange(null, sentence);
        }
    }

    private static HashSet<string> Words(VersionSentence sentence) => [.. sentence.Text.Split([' ', '\n', ',', '.'], StringSplitOptions.RemoveEmptyEntries)];

    private static double Likeness(HashSet<string> one, HashSet<string> other) => one.Count + other.Count == 0 ? 0 : 2.0 * one.Intersect(other).Count() / (one.Count + other.Count);
}
