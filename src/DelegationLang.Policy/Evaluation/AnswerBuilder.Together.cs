namespace DelegationLang.Policy.Evaluation;

/// <content>Whether several parties may decide together.</content>
internal sealed partial class AnswerBuilder
{
    /// <summary>Whether these parties, one for each person, are all that it takes in this case.</summary>
    public Answer MayTogether(IReadOnlyList<int> parties, AuthorityWalk walk, Knowledge knowledge)
    {
        List<int> signers = [.. parties.Select(context.SeatOf)];
        SeatHolding[] ways = [.. walk.Holdings.Where(holding => holding.IsTogether ? !holding.IsDisplaced : holding.IsReserved || !walk.HasReservedAway(holding.Seat))];
        SeatHolding[] enough = [.. ways.Where(way => Missing(way, signers).Count == 0).OrderByDescending(way => way.IsTogether ? way.Group.Length : 1)];
        if (enough.Length > 0)
        {
            // Whoever is not needed is told beside those who are: the widest of their ways is the one that they mean.
            SeatHolding best = enough.FirstOrDefault(way => walk.Ends().Contains(way) && (way.IsTogether ? way.Group.Length : 1) == (enough[0].IsTogether ? enough[0].Group.Length : 1)) ?? enough[0];
            string[] names = [.. (best.IsTogether ? best.Group : [best.Seat]).Select(NameOf).Order(StringComparer.Ordinal)];
            string[] idle = [.. NotNeeded(best, signers, parties).Distinct().Order(StringComparer.Ordinal)];
            return new Answer
            {
                Outcome = Outcome.Yes,
                Deciders = [.. names.Distinct()],
                Jointly = names.Length > 1,
                Alternatives = [[.. names]],
                Exceptional = best.IsExceptional ? [.. names.Distinct()] : [],
                UnderContract = best.IsUnderContract,
                Steps = StepsOf(best),
                Duties = [.. chains.RulesDown(best).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => rule.Ratification).Distinct()],
                Chain = chains.Of([best]),
                Reasons = idle.Length == 0 ? [] : [$"{Wording.List(idle)} {(idle.Length == 1 ? "is" : "are")} not needed"],
                Day = context.Day,
            };
        }

        SeatHolding[] begun = [.. ways.Where(way => way.IsTogether && Missing(way, signers).Count < way.Group.Length)];
        Answer who = WhoDecides(walk, knowledge);
        string together = Wording.List([.. parties.Select(party => Definition.Parties[party].Name).Distinct()]);
        return new Answer
        {
            Outcome = Outcome.No,
            Chain = begun.Length > 0 ? chains.Of(begun) : [],
            Reasons =
            [
                .. begun.Select(way => $"{Wording.Together(Missing(way, signers).Select(NameOf).Order(StringComparer.Ordinal))} must act too").Distinct(),
                .. begun.Length > 0 ? Array.Empty<string>() : [$"no sentence gives {together} this together"],
                RefusalReasons.Instead(who),
            ],
            Day = context.Day,
        };
    }

    // Those of a way who are not among the parties, each person for itself.
    private List<int> Missing(SeatHolding way, List<int> signers)
    {
        List<int> left = [.. signers];
        return [.. (way.IsTogether ? way.Group : [way.Seat]).Select(context.SeatOf).Where(party => !left.Remove(party))];
    }

    private IEnumerable<string> NotNeeded(SeatHolding way, List<int> signers, IReadOnlyList<int> parties)
    {
        List<int> needed = [.. (way.IsTogether ? way.Group : [way.Seat]).Select(context.SeatOf)];
        for (int i = 0; i < signers.Count; i++)
        {
            if (!needed.Remove(signers[i]))
            {
                yield return Definition.Parties[parties[i]].Name;
            }
        }
    }
}
