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
            .Select(group => (TeamOf(group), group))];
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
        List<Recusal> recused = [.. setting.RecusalsAt(point)];
        if (recused.Count == 0 || Rule.IsForbidden)
        {
            return [.. teams.Where(team => IsHere(team.Parties, point)).Select(team => team.Team)];
        }

        // Whoever takes no part is in none of the groups; those to whom it goes, and who take part, stand in their place beside the others.
        return [.. Rule.Alternatives.SelectMany(group => Acting(group, recused)).Where(group => IsHere(group, point)).Select(TeamOf).Distinct()];
    }

    private static bool IsHere(List<Thing> group, Point point) => group.TrueForAll(party => PointJudge.IsIn(party.At, point.Place));

    private Team TeamOf(List<Thing> group) => new([.. group.Select(setting.SeatOf).OrderBy(seat => seat.Name, StringComparer.Ordinal)]);

    // Nobody stands in another's place who must act anyway.
    private IEnumerable<List<Thing>> Acting(List<Thing> group, List<Recusal> recused)
    {
        List<List<Thing>> all = [[]];
        foreach (Thing member in group)
        {
            bool isRecused = recused.Exists(recusal => recusal.Party == member);
            List<Thing> options = isRecused ? [.. Instead(member, recused)] : member.LivesOn(setting.Day) ? [member] : [];
            all = [.. all.SelectMany(begun => options.Where(option => !(isRecused && group.Exists(other => other != member && other == option)) && !(isRecused && begun.Contains(option))).Select(option => (List<Thing>)[.. begun, option]))];
        }

        return all;
    }

    // From one who takes no part to the next, until each is reached once.
    private IEnumerable<Thing> Instead(Thing whom, List<Recusal> recused)
    {
        HashSet<Thing> reached = [];
        var open = new Queue<Thing>([whom]);
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
