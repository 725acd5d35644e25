using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>Puts those who decide, and their terms, into the words of a change: where several decide on terms of their own, each with its own.</summary>
internal static class GroupWords
{
    /// <summary>Who decides, as the subject of a sentence.</summary>
    public static string Who(Answer answer) => answer.Outcome == Outcome.Nobody
        ? "nobody"
        : Wording.List([.. answer.Alternatives.Select(group => Wording.Together(group))], "or");

    /// <summary>Some of those who decide, as the subject of a sentence.</summary>
    public static string Who(IEnumerable<GroupTerms> groups) => Wording.List([.. groups.Select(group => Wording.Together(group.Group))], "or");

    /// <summary>The terms of those who decide by an answer, with a comma before them; empty for none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="groups">The terms of those who decide, each group's own.</param>
    public static string Terms(Answer answer, ImmutableArray<GroupTerms> groups)
    {
        HashSet<string> told = [.. answer.Alternatives.Select(group => string.Join('\n', group))];
        IGrouping<string, GroupTerms>[] alike = [.. groups.Where(group => told.Contains(group.Name)).GroupBy(Of)];
        return string.Concat(alike.Where(terms => terms.Key.Length > 0).Select(terms => ", " + (alike.Length > 1 ? Who(terms) + " " : "") + terms.Key));
    }

    private static string Of(GroupTerms group) => string.Join(
        ", ",
        [
            .. group.Steps,
            .. group.Duties.Select(duty => "to be " + duty),
            .. group.IsExceptional ? ["as an exceptional power"] : Array.Empty<string>(),
            .. group.IsUnderContract ? ["under a contract"] : Array.Empty<string>(),
        ]);
}
