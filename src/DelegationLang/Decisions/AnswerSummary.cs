using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Decisions;

/// <summary>An answer in one line, for scenarios and lists.</summary>
public static class AnswerSummary
{
    /// <summary>The line, without a full stop: <c>decided by Place Director Leeds</c>.</summary>
    public static string Of(Answer answer) => answer.Outcome switch
    {
        Outcome.Decided => "decided by " + GroupWords.Who(answer),
        Outcome.Reserved => "reserved to " + GroupWords.Who(answer),
        Outcome.Depends => "it depends on " + Wording.List(answer.DependsOn) + ": " + string.Join("; ", answer.Cases.Select(Case)),
        Outcome.Nobody => "decided by nobody" + Because(answer),
        Outcome.Yes => "yes, " + Wording.List(answer.Deciders) + " may decide it",
        Outcome.No => "no" + Because(answer),
        _ => answer.Message,
    };

    /// <summary>The line with what must come first and afterwards: of several who may each decide, each with its own.</summary>
    /// <param name="answer">The answer.</param>
    public static string WithTerms(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string terms = answer.Groups.IsEmpty
            ? string.Concat(answer.Steps.Concat(answer.Duties.Select(duty => "to be " + duty)).Select(term => ", " + term))
            : GroupWords.Terms(answer, answer.Groups);
        return Of(answer) + terms;
    }

    private static string Case(AnswerCase item) => string.Join(", ", item.When) + ": " + Of(item.Answer);

    private static string Because(Answer answer) => answer.Reasons.IsEmpty ? "" : ", because " + string.Join("; ", answer.Reasons);
}
