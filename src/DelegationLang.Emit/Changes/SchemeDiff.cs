using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Changes;

/// <summary>A change with the question that shows it, asked of both versions.</summary>
/// <param name="Change">The change.</param>
/// <param name="Question">The question in words, with the names of the later version.</param>
/// <param name="QuestionBefore">The same with the names of the earlier version, where these are others; otherwise the same words.</param>
/// <param name="Before">What the earlier version answers.</param>
/// <param name="After">What the later version answers.</param>
public sealed record ShownChange(SpaceChange Change, string Question, string QuestionBefore, Answer Before, Answer After)
{
    /// <summary>The sentences of the earlier version that it comes from.</summary>
    public ImmutableArray<VersionSentence> SentencesBefore { get; init; } = [];

    /// <summary>The sentences of the later version that it comes from.</summary>
    public ImmutableArray<VersionSentence> SentencesAfter { get; init; } = [];
}

/// <summary>A sentence that reads otherwise and changes nobody's decisions. One of the two is none where it was added or taken away.</summary>
/// <param name="Before">The sentence of the earlier version.</param>
/// <param name="After">The sentence of the later version.</param>
public sealed record WordingChange(VersionSentence? Before, VersionSentence? After);

/// <summary>How one question is answered by both versions.</summary>
/// <param name="IsSame">Whether the answers are equal.</param>
/// <param name="Change">The place in <see cref="SchemeDiff.Changes"/> of the first change that covers it, from 0; none where the answers are equal.</param>
public sealed record QuestionDifference(bool IsSame, int? Change);

/// <summary>What a change of a scheme changes in who may decide what, with the sentences and the questions that show it.</summary>
public sealed class SchemeDiff
{
    private readonly SpaceComparison comparison;
    private readonly DateOnly asOf;

    private SchemeDiff(SchemeVersion before, SchemeVersion after, SpaceComparison comparison, DateOnly asOf)
    {
        Before = before;
        After = after;
        this.comparison = comparison;
        this.asOf = asOf;
        Changes = [.. comparison.Changes.Select(Show)];
        WordingOnly = WordingChanges.Of(before, after, comparison.Renamed, Changes);
    }

    /// <summary>The earlier version.</summary>
    public SchemeVersion Before { get; }

    /// <summary>The later version.</summary>
    public SchemeVersion After { get; }

    /// <summary>The changes.</summary>
    public ImmutableArray<ShownChange> Changes { get; }

    /// <summary>What has another name in the later version.</summary>
    public ImmutableArray<RenamedName> Renamed => comparison.Renamed;

    /// <summary>Sentences that read otherwise and change nobody's decisions.</summary>
    public ImmutableArray<WordingChange> WordingOnly { get; }

    /// <summary>Subjects with more cases than are looked at, so that a change of them may be missing.</summary>
    public ImmutableArray<string> CutShort => comparison.CutShort;

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="days">The days to look at, both ends included.</param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    public static SchemeDiff Of(SchemeVersion before, SchemeVersion after, DateRange days, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new SchemeDiff(before, after, SpaceComparison.Of(before.Space, after.Space, days), asOf);
    }

    /// <summary>Asks both versions a question in words.</summary>
    /// <param name="question">The question.</param>
    public QuestionDifference Ask(string question)
    {
        Answer then = comparison.InLaterNames(Before.Answerer.Ask(question, asOf));
        Answer now = After.Answerer.Ask(question, asOf);
        int? change = After.Answerer.DecisionOf(question, asOf) is { } decision ? comparison.ChangeOfAfter(decision)
            : Before.Answerer.DecisionOf(question, asOf) is { } earlier ? comparison.ChangeOfBefore(earlier) : null;

        // Where an answer depends on something the cases may be cut otherwise without anything being otherwise in them.
        bool isSame = AnswerLikeness.AreAlike(then, now) || (change is null && then.Outcome == Outcome.Depends && AnswerLikeness.LookAlike(then, now));
        return new QuestionDifference(isSame, isSame ? null : change);
    }

    private ShownChange Show(SpaceChange change)
    {
        string Text(bool isQuoted) => change.AskedAfter is { } after ? QuestionText.Of(After.Space.Definition, after, isQuoted)
            : change.AskedBefore is { } before ? QuestionText.Of(Before.Space.Definition, before, isQuoted) : "";
        string TextBefore(bool isQuoted) => change.AskedBefore is { } before ? QuestionText.Of(Before.Space.Definition, before, isQuoted) : Text(isQuoted);
        bool isQuoted = !IsRead(After, Text(false), change.AskedAfter) || !IsRead(Before, TextBefore(false), change.AskedBefore);
        string question = Text(isQuoted);
        string questionBefore = TextBefore(isQuoted);
        return new ShownChange(change, question, questionBefore, Before.Answerer.Ask(questionBefore, asOf), After.Answerer.Ask(question, asOf))
        {
            SentencesBefore = [.. Before.At(change.SentencesBefore), .. Declaring(Before, change.WhereNobodySays)],
            SentencesAfter = [.. After.At(change.SentencesAfter), .. Declaring(After, change.WhereNobodySays)],
        };
    }

    // Whether the words are read as the decision that they were made of.
    private bool IsRead(SchemeVersion version, string question, Decision? meant) => meant is null
        || (version.Answerer.DecisionOf(question, asOf) is { } read && read.Function == meant.Function && read.Matter == meant.Matter && read.Place == meant.Place
            && read.Conditions.Count == meant.Conditions.Count && read.Conditions.All(fact => meant.Conditions.TryGetValue(fact.Key, out bool value) && value == fact.Value)
            && read.Measures.Count == meant.Measures.Count && read.Amount == meant.Amount);

    // The sentences that say what is normally so.
    private static IEnumerable<VersionSentence> Declaring(SchemeVersion version, ImmutableArray<string> conditions) =>
        conditions.SelectMany(condition => version.Sentences.Where(sentence => sentence.Text.TrimStart('"', '“').StartsWith(condition, StringComparison.OrdinalIgnoreCase) && sentence.Text.Contains(" is a condition", StringComparison.Ordinal)).Take(1));

}
