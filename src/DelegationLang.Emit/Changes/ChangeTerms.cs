using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Changes;

/// <summary>The words that every account of changes uses, on a page, in a pull request or on paper.</summary>
public static class ChangeTerms
{
    /// <summary>The categories in the order in which they are told: what somebody gains, what somebody loses, and what else changes.</summary>
    public static ImmutableArray<ChangeCategory> Categories { get; } =
        [ChangeCategory.New, ChangeCategory.Wider, ChangeCategory.Moved, ChangeCategory.Narrower, ChangeCategory.Ended, ChangeCategory.Terms];

    /// <summary>A category as a heading.</summary>
    /// <param name="category">The category.</param>
    public static string Heading(ChangeCategory category) => category switch
    {
        ChangeCategory.New => "New powers to decide",
        ChangeCategory.Wider => "Wider powers",
        ChangeCategory.Moved => "Decided by others",
        ChangeCategory.Narrower => "Narrower powers",
        ChangeCategory.Ended => "Powers that end",
        _ => "The same people, on other terms",
    };

    /// <summary>A category as data has it.</summary>
    /// <param name="category">The category.</param>
    public static string Word(ChangeCategory category) => category.ToString().ToLowerInvariant();

    /// <summary>A change in its sentence, with a full stop.</summary>
    /// <param name="change">The change.</param>
    public static string Sentence(SpaceChange change) => change is null ? "" : change.Words.TrimEnd('.') + ".";

    /// <summary>What an answer comes to, in a few words.</summary>
    /// <param name="answer">The answer.</param>
    public static string Summary(Answer answer) => answer is null ? "" : DelegationLang.Decisions.AnswerSummary.WithTerms(answer);

    /// <summary>What an answer comes to beside another: where both come to the same, with what it says otherwise all the same, so that the two can be told apart.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="other">The one that it stands beside.</param>
    public static string Summary(Answer answer, Answer other)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(other);
        string summary = Summary(answer);
        if (summary != Summary(other))
        {
            return summary;
        }

        IEnumerable<string> deputies = Deputies(answer).Except(Deputies(other));
        string[] above = [.. answer.KeepAuthority.Except(other.KeepAuthority)];
        string[] further =
        [
            .. answer.Exceptional.Length > 0 && other.Exceptional.IsEmpty ? ["as an exceptional power"] : Array.Empty<string>(),
            .. answer.UnderContract && !other.UnderContract ? ["under a contract"] : Array.Empty<string>(),
            .. deputies,
            .. above.Length > 0 ? [$"{DelegationLang.Policy.Wording.List(above)} {(above.Length == 1 ? "keeps" : "keep")} authority above"] : Array.Empty<string>(),
        ];
        return string.Join("; ", further.Prepend(summary));
    }

    /// <summary>What a comparison comes to, in a sentence.</summary>
    /// <param name="diff">The comparison.</param>
    public static string Total(SchemeDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        if (diff.Changes.IsEmpty)
        {
            return "Nothing changes in who may decide what.";
        }

        IEnumerable<string> parts = Categories
            .Select(category => (Word: Counted(category), Count: diff.Changes.Count(change => change.Change.Category == category)))
            .Where(part => part.Count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Word}"));
        return string.Create(CultureInfo.InvariantCulture, $"{(diff.Changes.Length == 1 ? "1 change" : $"{diff.Changes.Length} changes")} in who may decide what: {string.Join(", ", parts)}.");
    }

    private static string Counted(ChangeCategory category) => category switch
    {
        ChangeCategory.Moved => "decided by others",
        ChangeCategory.Terms => "on other terms",
        _ => Word(category),
    };

    /// <summary>How many sentences read otherwise without changing anything.</summary>
    /// <param name="diff">The comparison.</param>
    public static string Wording(SchemeDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return diff.WordingOnly.Length == 1
            ? "1 sentence reads otherwise and changes nobody's decisions"
            : string.Create(CultureInfo.InvariantCulture, $"{diff.WordingOnly.Length} sentences read otherwise and change nobody's decisions");
    }

    /// <summary>A new name in a sentence, with a full stop.</summary>
    /// <param name="name">The name.</param>
    public static string Renamed(RenamedName name) => name is null ? "" : $"{name.Before} is now {name.After}.";

    /// <summary>That a subject was not looked at as a whole, with a full stop.</summary>
    /// <param name="subject">The subject.</param>
    public static string CutShort(string subject) => $"There are too many cases of {subject} to look at all of them: a change of it may be missing.";

    /// <summary>Where a sentence stands: <c>limits.delegation:12</c>.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="fileOf">How a file is shown.</param>
    public static string Place(VersionSentence sentence, Func<string, string> fileOf)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(fileOf);
        return string.Create(CultureInfo.InvariantCulture, $"{fileOf(sentence.File)}:{sentence.Line}");
    }

    private static IEnumerable<string> Deputies(Answer answer) => answer.Deputies.Select(deputy => $"{deputy.When}, {deputy.Party} too").Distinct();
}
