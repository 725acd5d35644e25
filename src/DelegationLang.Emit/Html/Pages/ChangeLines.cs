using DelegationLang.Decisions;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who decides before and after a change, a line for each party, with what it states for programs.</summary>
internal sealed class ChangeLines(PageContext context)
{
    /// <summary>One side of a change.</summary>
    /// <param name="change">The change, whose bounds are those of the lines.</param>
    /// <param name="answer">What this side answers.</param>
    /// <param name="other">What the other answers.</param>
    /// <param name="asked">The question that shows it, as this version numbers things; none where this version cannot be asked, so that nothing is stated for programs.</param>
    public IReadOnlyList<LineView> Of(SpaceChange change, Answer answer, Answer other, Decision? asked)
    {
        string summary = ChangeTerms.Summary(answer, other);
        string[] parties = answer.Outcome is Outcome.Decided or Outcome.Reserved ? [.. answer.Alternatives.SelectMany(group => group).Distinct()] : [];
        if (parties.Length == 0 || (asked is null && change.Subjects.IsEmpty))
        {
            return LineBuilder.Lines(summary);
        }

        // What the summary says besides who decides comes after the last.
        string further = summary[AnswerSummary.Of(answer).Length..];
        string subject = asked is null ? change.Subjects[0] : context.Authorities.NameOf(asked.Function, asked.Matter);
        return
        [
            .. parties.Select((party, i) =>
            {
                Authority authority = Held(change.Region, answer, party) with { Subject = subject };
                string words = authority.Claim == AuthorityClaim.Reserved ? $"{party} has reserved to it {subject}{authority.Bounds}" : authority.Words;
                return LineBuilder.Of(words + (i == parties.Length - 1 ? further : "")) with { Claim = asked is null ? null : AuthorityLines.Within(authority, asked.Day) };
            }),
        ];
    }

    private static Authority Held(Authority region, Answer answer, string party)
    {
        bool isAlone = answer.Alternatives.Any(group => group is [var only] && only == party);
        return region with
        {
            Party = party,
            Claim = !isAlone ? AuthorityClaim.Jointly : answer.Outcome == Outcome.Reserved ? AuthorityClaim.Reserved : AuthorityClaim.Decides,
            Limit = AuthorityTable.LimitOf(region),
            Groups = isAlone ? [] : [.. answer.Alternatives.Where(group => group.Contains(party))],
            ActsThrough = "",
        };
    }
}
