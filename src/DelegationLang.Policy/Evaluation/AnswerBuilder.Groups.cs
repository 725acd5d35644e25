using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

internal sealed partial class AnswerBuilder
{
    /// <summary>Those who decide in this case, each group with its own terms.</summary>
    public ImmutableArray<GroupTerms> Groups(AuthorityWalk walk) =>
        [.. walk.Ends().GroupBy(end => string.Join('\n', end.Group.Select(NameOf).Order(StringComparer.Ordinal))).Select(ends => TermsOf(ends.Key, [.. ends]))];

    private GroupTerms TermsOf(string group, SeatHolding[] ends) => new(
        NamesOf(group),
        StepsBefore(ends),
        DutiesAfter(ends),
        ends.Any(end => end.IsExceptional),
        ends.Any(end => end.IsUnderContract))
    {
        Rules = [.. ends.SelectMany(end => RuleNumbersOf(end)).Distinct()],
    };

    private ImmutableArray<string> StepsBefore(SeatHolding[] ends) =>
        [.. ends.Where(end => end.HasSteps).SelectMany(chains.RulesDown).SelectMany(rule => rule.Steps).Distinct()];

    private ImmutableArray<string> DutiesAfter(SeatHolding[] ends) =>
        [.. ends.Where(end => end.HasDuties).SelectMany(chains.RulesDown).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => rule.Ratification).Distinct()];
}
