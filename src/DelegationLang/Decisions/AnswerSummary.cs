using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Decisions;

/// <summary>An answer in one line, for scenarios and lists.</summary>
public static class AnswerSummary
{
    /// <summary>The line, without a full stop: <c>decided by Place Director Leeds</c>.</summary>
    public static string Of(Answer answer) => answer.Outcome switch
    {
        Outcome.Decided => "decided by " + Groups(answer),
        Outcome.Reserved => "reserved to " + Groups(answer),
        Outcome.Depends => "it depends on " + Wording.List(answer.DependsOn) + ": " + string.Join("; ", answer.Cases.Select(Case)),
        Outcome.Nobody => "decided by nobody" + Because(answer),
        Outcome.Yes => "yes, " + Wording.List(answer.Deciders) + " may decide it",
        Outcome.No => "no" + Because(answer),
        _ => answer.Message,
    };

    private static string Groups(Answer answer) =>
        Wording.List([.. answer.Alternatives.Select(group => Wording.Together(group))], "or");

    private static string Case(AnswerCase item) => string.Join(", ", item.When) + ": " + Of(item.Answer);

    private static string Because(Answer answer) => answer.Reasons.IsEmpty ? "" : ", because " + string.Join("; ", answer.Reasons);
}
