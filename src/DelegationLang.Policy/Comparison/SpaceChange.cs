using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>What a change does to those who decide.</summary>
public enum ChangeCategory
{
    /// <summary>Somebody may decide where nobody could, or where it stayed with whoever holds it by law.</summary>
    New,

    /// <summary>Nobody may decide any longer, or it falls back to whoever holds it by law.</summary>
    Ended,

    /// <summary>Others decide.</summary>
    Moved,

    /// <summary>A party that decides the subject elsewhere in both versions decides here too.</summary>
    Wider,

    /// <summary>A party that decides the subject elsewhere in both versions no longer decides here.</summary>
    Narrower,

    /// <summary>The same decide on other terms: other steps, jointly or not, other duties or deputies, or others keep authority above them.</summary>
    Terms,
}

/// <summary>
/// A region of the decision space in which two versions of a scheme answer differently, and everywhere alike. Names are those of the later version, and
/// of the earlier one for what only that has.
/// </summary>
public sealed record SpaceChange
{
    /// <summary>What it does.</summary>
    public required ChangeCategory Category { get; init; }

    /// <summary>Its subjects in words, what lies within another of them left out: <c>podiatry</c>, <c>award of contract for podiatry</c>, <c>podiatry and dentistry</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Each of its subjects as questions take it, in the order of declaration.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>Where each of its subjects is a matter in relation to a function: these functions, by name. Empty otherwise.</summary>
    public ImmutableArray<string> OfFunctions { get; init; } = [];

    /// <summary>Matters and functions of which it is not so in relation to its subjects, or which lie within them, as questions take them.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>Its bounds: how much, where, when and under which conditions. Whose it is is left out.</summary>
    public required Authority Region { get; init; }

    /// <summary>The days on which it is so, both ends included.</summary>
    public DateRange Days => Region.Days;

    /// <summary>What the earlier version answers, in the names of the later one.</summary>
    public required Answer Before { get; init; }

    /// <summary>What the later version answers.</summary>
    public required Answer After { get; init; }

    /// <summary>
    /// The parties that it touches, by name: whoever decides in either version, and whoever stands in, is asked first, ratifies, or keeps authority above in one
    /// version and not, or not in the same way, in the other.
    /// </summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>A sentence that says it to those who approve the change.</summary>
    public string Words { get; init; } = "";

    /// <summary>The sentences of the earlier version that it comes from.</summary>
    public ImmutableArray<SourceReference> SentencesBefore { get; init; } = [];

    /// <summary>The sentences of the later version that it comes from.</summary>
    public ImmutableArray<SourceReference> SentencesAfter { get; init; } = [];

    /// <summary>A question that shows it, as the earlier version numbers things; none where what it is about is not in that version.</summary>
    public Decision? AskedBefore { get; init; }

    /// <summary>The same question, as the later version numbers things; none where what it is about is not in that version.</summary>
    public Decision? AskedAfter { get; init; }

    /// <summary>Whether there were too many cases of it to tell all of them apart.</summary>
    public bool IsInSomeCasesOnly => Region.IsInSomeCasesOnly;

    /// <summary>
    /// Conditions, by name, that are normally so in one version and normally not in the other, and of which a question must say nothing to be answered otherwise;
    /// empty for most changes.
    /// </summary>
    public ImmutableArray<string> WhereNobodySays { get; init; } = [];

    /// <summary>The same conditions, as the later version numbers them.</summary>
    internal ImmutableArray<int> Unsaid { get; init; } = [];

    /// <summary>On what terms each of those who decide in the earlier version does.</summary>
    internal ImmutableArray<GroupTerms> GroupsBefore { get; init; } = [];

    /// <summary>On what terms each of those who decide in the later version does.</summary>
    internal ImmutableArray<GroupTerms> GroupsAfter { get; init; } = [];

    /// <summary>The same, to look points up in.</summary>
    internal ChangedRegion Bounds { get; init; } = ChangedRegion.Nowhere;
}
