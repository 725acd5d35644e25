namespace DelegationLang.Policy.Evaluation;

/// <content>Where nobody decides.</content>
internal sealed partial class AnswerBuilder
{
    private Answer Nobody(AuthorityWalk walk)
    {
        string subject = context.HeldSubject >= 0 ? index.Subjects[context.HeldSubject].Name : "this";
        return new Answer { Outcome = Outcome.Nobody, Reasons = walk.Forbidding.Count > 0 ? [.. walk.Forbidding.Select(rule => Forbids(Definition.Rules[rule], subject))] : [WhyNobody(walk, subject, "on " + Wording.Day(context.Day))], Day = context.Day };
    }

    private string Forbids(RuleDefinition rule, string subject) =>
        $"nobody may decide {subject}{(rule.Limit is null ? "" : " " + Wording.Limit(Definition, rule.Limit))} ({rule.Source.File}:{rule.Source.Line}{(rule.Reference.Length > 0 ? ", reference " + rule.Reference : "")})";

    /// <summary>Why a chain of authority that begins somewhere ends with nobody, in words.</summary>
    public static string WhyNobody(AuthorityWalk walk, string subject, string when) => walk.Forbidding.Count > 0
        ? $"a sentence says that nobody may decide {subject}"
        : walk.IsReservedInError
        ? $"{subject} is reserved by a sentence with an error, which gives nobody anything"
        : walk.IsReservedSomewhere
        ? $"{subject} is reserved, but to a party that is not declared or does not exist {when}"
        : $"the chain of authority for {subject} goes round in a circle, so that it ends with nobody";
}
