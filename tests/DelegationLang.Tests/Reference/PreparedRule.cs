namespace DelegationLang.Tests.Reference;

/// <summary>A sentence made ready for one setting: what depends on the subject and the day alone is worked out once.</summary>
internal sealed class PreparedRule
{
    private readonly List<List<Thing>> subjectPlaces;
    private readonly List<List<Thing>> carvedPlaces;
    private readonly List<(Team Team, List<Thing> Parties)> teams;
    private readonly Setting setting;

    public PreparedRule(Rule rule, Setting setting)
    {
        Rule = rule;
        this.setting = setting;
        Giver = setting.SeatOf(rule.Giver!);
        subjectPlaces = [.. rule.Subjects.Select(setting.PlacesWhere).OfType<List<Thing>>()];
        subjectPlaces.AddRange(setting.IsInWideScope(rule) ? [[]] : []);
        carvedPlaces = [.. rule.Except.Concat(rule.KeptBack).Select(setting.PlacesWhere).OfType<List<Thing>>()];
        teams = [.. rule.Alternatives
            .Where(group => group.TrueForAll(party => party.LivesOn(setting.Day)))
            .Select(group => (new Team([.. group.Select(setting.SeatOf).OrderBy(seat => seat.Name, StringComparer.Ordinal)]), group))];
    }

    public Rule Rule { get; }

    public Seat Giver { get; }

    /// <summary>Whether the point lies in the box that the sentence is about.</summary>
    public bool Covers(Point point) =>
        PointJudge.IsIn(Rule.At, point.Place)
        && subjectPlaces.Exists(places => PointJudge.IsIn(places, point.Place))
        && !carvedPlaces.Exists(places => PointJudge.IsIn(places, point.Place))
        && Rule.Limits.All(limit => limit.Allows(point))
        && Rule.Facts.TrueForAll(anyOf => anyOf.Exists(fact => fact.Holds(point)))
        && (!Rule.IsReservation || (teams.Count == 0 && setting.Recusals.Count == 0) || Rule.Alternatives.Count == 0 || TeamsAt(point).Count > 0);

    /// <summary>Those to whom it gives, of whom each is confined to where it is <c>at</c>.</summary>
    public List<Team> TeamsAt(Point point)
    {
        List<(Team Team, List<Thing> Parties)> here = [.. teams];
        List<Recusal> recused = [.. setting.RecusalsAt(point)];

        // Whoever takes no part is in none of the groups; those to whom it goes, and who take part, stand in their place.
        here.RemoveAll(team => team.Parties.Exists(party => recused.Exists(recusal => recusal.Party == party)));
        here.AddRange(!Rule.IsForbidden ? Instead(recused).Select(party => (new Team([setting.SeatOf(party)]), new List<Thing> { party })) : []);
        return [.. here.Where(team => team.Parties.TrueForAll(party => PointJudge.IsIn(party.At, point.Place))).Select(team => team.Team).Distinct()];
    }

    // From one who takes no part to the next, until each is reached once.
    private IEnumerable<Thing> Instead(List<Recusal> recused)
    {
        HashSet<Thing> reached = [];
        var open = new Queue<Thing>(Rule.Alternatives.SelectMany(group => group).Distinct());
        while (open.TryDequeue(out Thing? from))
        {
            foreach (Thing party in recused.Where(recusal => recusal.Party == from).SelectMany(recusal => recusal.GoesTo).Where(party => reached.Add(party)))
            {
                open.Enqueue(party);
                if (party.LivesOn(setting.Day) && !recused.Exists(recusal => recusal.Party == party))
                {
                    yield return party;
                }
            }
        }
    }
}
