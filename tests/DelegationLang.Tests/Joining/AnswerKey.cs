using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Policy;

namespace DelegationLang.Tests.Joining;

/// <summary>All that an answer comes to, by names that are the same in a scheme, in those that are joined to it, and in one scheme of all of them.</summary>
internal sealed partial class AnswerKey
{
    private readonly Func<string, string> rename;

    private AnswerKey(Func<string, string> rename) => this.rename = rename;

    /// <summary>The key of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="body">The body whose the names are that are not said to be anybody's; empty for none.</param>
    public static string Of(Answer answer, string body = "") =>
        new AnswerKey(text => body.Length == 0 ? text : AmbiguousName().Replace(text, match => $"{match.Value} of {body}")).Text(answer, "");

    /// <summary>The key of an answer with other names for some.</summary>
    public static string Of(Answer answer, Func<string, string> rename) => new AnswerKey(rename).Text(answer, "");

    private string Text(Answer answer, string indent) => string.Join('\n', (string[])
    [
        $"{indent}{answer.Outcome} {answer.Jointly} {answer.UnderContract}",
        $"{indent}{string.Join(" or ", answer.Alternatives.Select(group => string.Join('&', group.Select(rename).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal))}",
        $"{indent}exceptional {Sorted(answer.Exceptional)}",
        $"{indent}keep {Sorted(answer.KeepAuthority)}",
        $"{indent}deputies {Sorted(answer.Deputies.Select(deputy => $"{deputy.Party} for {deputy.For} {deputy.When}"))}",
        $"{indent}steps {Sorted(answer.Steps)} {Sorted(answer.Duties)}",
        $"{indent}depends {Sorted(answer.DependsOn)}",
        .. answer.Cases.Select(one => $"{indent}- {string.Join(", ", one.When)}\n{Text(one.Answer, indent + "  ")}"),
    ]);

    private string Sorted(IEnumerable<string> names) => string.Join(',', names.Select(rename).Order(StringComparer.Ordinal).ToImmutableArray());

    [GeneratedRegex("(Board|Finance Director)(?! of )")]
    private static partial Regex AmbiguousName();
}
