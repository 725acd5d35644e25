using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Office.Word;

/// <summary>A comparison of two versions as a board paper: what changes, why, before and after side by side, the sentences, and what does not change.</summary>
/// <param name="diff">The comparison.</param>
/// <param name="beforeFile">How a file of the earlier version is shown.</param>
/// <param name="afterFile">How a file of the later version is shown.</param>
internal sealed class ChangePaper(SchemeDiff diff, Func<string, string> beforeFile, Func<string, string> afterFile)
{
    /// <summary>The paper.</summary>
    public Paper Make()
    {
        Piece[] pieces = [.. Pieces()];
        string version = diff.After.Version.Length > 0 ? "Version " + diff.After.Version : "";
        string former = diff.Before.Version.Length > 0 ? "Compared with version " + diff.Before.Version : "";
        return new Paper("Changes to the scheme of delegation", [diff.After.Title, version, former], [.. pieces.OfType<Heading>()], pieces);
    }

    private IEnumerable<Piece> Pieces()
    {
        yield return new Heading(1, "What changes");
        yield return Words.Of(ChangeTerms.Total(diff));
        var arranged = ArrangedChanges.Of(diff);
        foreach (ChangeCategory category in ChangeTerms.Categories.Where(category => arranged.First.Any(change => change.Change.Category == category)))
        {
            yield return new Heading(2, ChangeTerms.Heading(category));
            foreach (ShownChange change in arranged.First.Where(change => change.Change.Category == category))
            {
                yield return Words.Of(ChangeTerms.Sentence(change.Change));
                foreach (string note in change.SentencesAfter.SelectMany(sentence => sentence.Notes).Distinct(StringComparer.Ordinal))
                {
                    yield return new Words([new Run("Why: ", IsMarked: true), new Run(note)], WordsStyle.Note);
                }
            }
        }

        if (!arranged.Following.IsEmpty)
        {
            yield return new Heading(2, ArrangedChanges.Heading);
            foreach (ShownChange change in arranged.Following)
            {
                yield return Words.Of(ChangeTerms.Sentence(change.Change));
            }
        }

        if (!diff.Changes.IsEmpty)
        {
            yield return new Heading(1, "Before and after");
            yield return new Table("Each change before and after", ["Decision", "Before", "After", "Sentences"], [.. arranged.First.Concat(arranged.Following).Select(Row)]);
        }

        yield return new Heading(1, "What does not change");
        foreach (string line in Unchanged())
        {
            yield return Words.Of(line);
        }
    }

    private IReadOnlyList<IReadOnlyList<Words>> Row(ShownChange change) =>
    [
        [Words.Of(change.Change.Subject + change.Change.Region.Bounds, WordsStyle.Cell), .. Days(change.Change.Days), Words.Of("Asked: " + change.Question, WordsStyle.Source)],
        [Words.Of(ChangeTerms.Summary(change.Change.Before, change.Change.After), WordsStyle.Cell)],
        [Words.Of(ChangeTerms.Summary(change.Change.After, change.Change.Before), WordsStyle.Cell)],
        [
            .. Sentences("Before: ", change.SentencesBefore, beforeFile),
            .. Sentences("After: ", change.SentencesAfter, afterFile),
        ],
    ];

    private static IEnumerable<Words> Days(DateRange days) => days is { HasFirst: false, HasLast: false } ? [] : [Words.Of(Wording.Days(days), WordsStyle.Cell)];

    private static IEnumerable<Words> Sentences(string label, IEnumerable<VersionSentence> sentences, Func<string, string> fileOf)
    {
        foreach (VersionSentence sentence in sentences)
        {
            yield return new Words([new Run(label, IsMarked: true), new Run(sentence.Text.Replace('\n', ' '))], WordsStyle.Cell);
            yield return Words.Of(ChangeTerms.Place(sentence, fileOf), WordsStyle.Source);
        }
    }

    private IEnumerable<string> Unchanged()
    {
        yield return diff.Changes.IsEmpty
            ? "Every decision is taken as it was before."
            : "Whatever is not listed above is decided by the same people, in the same way and on the same terms as before: both versions were asked of every subject, place, amount, day and condition that their sentences tell apart.";
        foreach (RenamedName name in diff.Renamed)
        {
            yield return $"{name.Before} is now called {name.After}; nothing else changes by that.";
        }

        if (!diff.WordingOnly.IsEmpty)
        {
            yield return ChangeTerms.Wording(diff) + ".";
        }

        foreach (string subject in diff.CutShort)
        {
            yield return ChangeTerms.CutShort(subject);
        }
    }
}
