namespace DelegationLang.Tests.Reference;

/// <summary>People who act together: one seat, or several. A seat that stands twice means two people of it.</summary>
internal sealed record Team(List<Seat> Seats)
{
    public bool IsAlone => Seats.Count == 1;

    public bool Equals(Team? other) => other is not null && Seats.SequenceEqual(other.Seats);

    public override int GetHashCode() => Seats.Aggregate(17, (hash, seat) => unchecked((hash * 31) + seat.GetHashCode()));
}

/// <summary>Somebody who may decide a point, and the sentence by which (none: by law).</summary>
/// <param name="Who">The team.</param>
/// <param name="By">The sentence.</param>
/// <param name="IsAboveTable">It holds by a table's line that applies but is not the first to.</param>
/// <param name="IsUnderContract">A sentence on the way to it entrusts.</param>
internal sealed record Holding(Team Who, Rule? By, bool IsAboveTable, bool IsUnderContract);

/// <summary>What is so at one point.</summary>
internal sealed class Verdict
{
    /// <summary>The teams at the ends of the chains.</summary>
    public HashSet<Team> Deciders { get; } = [];

    /// <summary>Those of them that decide by an exceptional power.</summary>
    public HashSet<Team> Exceptional { get; } = [];

    /// <summary>Whether it is kept for those who decide.</summary>
    public bool IsReserved { get; set; }

    /// <summary>Whether one of them decides under a contract.</summary>
    public bool IsUnderContract { get; set; }

    /// <summary>Those who may decide it alone: ends and those above them.</summary>
    public HashSet<Seat> MayAlone { get; } = [];

    /// <summary>The chains at whose ends somebody decides, each from whoever holds by law down.</summary>
    public List<List<Holding>> Chains { get; } = [];

    /// <summary>Everybody who holds it.</summary>
    public List<Holding> Held { get; set; } = [];

    /// <summary>The chains by which somebody could act, at their ends or not: none of a table's later lines, and nothing in whose stead an exceptional power decides.</summary>
    public List<List<Holding>> Usable { get; } = [];
}

/// <summary>Judges one point at a time, by trying every sentence again and again until nobody more is found who holds it.</summary>
internal sealed class PointJudge
{
    private readonly Setting setting;
    private readonly List<PreparedRule> rules;

    public PointJudge(Setting setting)
    {
        this.setting = setting;
        rules = [.. setting.Rules.Select(rule => new PreparedRule(rule, setting))];
    }

    public Verdict Judge(Point point)
    {
        var verdict = new Verdict();
        if (setting.Holder is not { } holder || !IsIn(holder.At, point.Place))
        {
            return verdict;
        }

        List<PreparedRule> holding = [.. rules.Where(rule => rule.Covers(point))];
        List<PreparedRule> reservations = [.. holding.Where(rule => rule.Rule.IsReservation)];
        List<PreparedRule> grants = [.. holding.Where(rule => !rule.Rule.IsReservation && !rule.Rule.InError && !IsCut(rule, reservations))];
        var givenBy = new Dictionary<Holding, Holding>(ReferenceEqualityComparer.Instance);
        List<Holding> held = [new Holding(new Team([setting.SeatOf(holder)]), null, false, false)];
        var gave = new HashSet<Seat>();
        var gaveExceptionally = new HashSet<Seat>();

        // The list grows while it is read, until everybody found has been asked what he gives.
        for (int next = 0; next < held.Count; next++)
        {
            Holding from = held[next];
            if (!from.Who.IsAlone || from.By is { IsReservation: true } or { IsExceptional: true })
            {
                continue;
            }

            Seat giver = from.Who.Seats[0];
            var tables = new Dictionary<object, int>();
            foreach (PreparedRule grant in grants.Where(grant => grant.Giver == giver))
            {
                List<Team> teams = [.. grant.TeamsAt(point).Where(team => MayGive(from, grant.Rule, team, point))];
                if (teams.Count == 0)
                {
                    continue;
                }

                // Of the lines of a table that apply the first decides, be it one for the giver's own board: then nothing is given away by the table.
                bool isAbove = grant.Rule.Table is { } table && !tables.TryAdd(table, grant.Rule.Part) && tables[table] != grant.Rule.Part;
                if (!isAbove && teams.Exists(team => team != from.Who))
                {
                    (grant.Rule.IsExceptional ? gaveExceptionally : gave).Add(giver);
                }

                teams.Where(team => team != from.Who).ToList().ForEach(team =>
                    AddNew(held, givenBy, from, new Holding(team, grant.Rule, isAbove, from.IsUnderContract || grant.Rule.IsEntrusted)));
            }

            // What nobody may decide is kept for nobody; a sentence in error gives nobody anything, and to keep for somebody else is to give.
            List<PreparedRule> kept = [.. reservations.Where(reservation => reservation.Giver == giver)];
            foreach (PreparedRule reservation in kept.Exists(other => other.Rule.IsForbidden) ? [] : kept)
            {
                reservation.TeamsAt(point).Where(team => team == from.Who || (!reservation.Rule.InError && MayGive(from, reservation.Rule, team, point))).ToList()
                    .ForEach(team => AddNew(held, givenBy, from, new Holding(team, reservation.Rule, false, from.IsUnderContract)));
            }
        }

        var reservers = reservations.Select(reservation => reservation.Giver).ToHashSet();
        AddDeciders(verdict, held, gave, gaveExceptionally, reservers);
        AddMayAlone(verdict, held, reservers);
        verdict.Held = held;
        verdict.Usable.AddRange(held.Where(holding => !holding.IsAboveTable && !IsDisplaced(holding, gaveExceptionally)).Select(holding => ChainOf(holding, givenBy)));
        verdict.Chains.AddRange(held.Where(holding => IsEnd(holding, gave, gaveExceptionally, reservers)).Select(end => ChainOf(end, givenBy)));
        return verdict;
    }

    /// <summary>The sentences of a giver that speak of a point which it holds: what it gives, be it to itself, and what it reserves.</summary>
    public List<Rule> SpokenBy(Holding holder, Point point) =>
    [
        .. rules.Where(rule => rule.Giver == holder.Who.Seats[0] && !(rule.Rule.InError && !rule.Rule.IsReservation) && rule.Covers(point))
            .Where(rule => rule.Rule.IsReservation || rule.TeamsAt(point).Exists(team => MayGive(holder, rule.Rule, team, point)))
            .Select(rule => rule.Rule),
    ];

    private static List<Holding> ChainOf(Holding end, Dictionary<Holding, Holding> givenBy)
    {
        List<Holding> chain = [end];
        while (givenBy.TryGetValue(chain[0], out Holding? from))
        {
            chain.Insert(0, from);
        }

        return chain;
    }

    private void AddDeciders(Verdict verdict, List<Holding> held, HashSet<Seat> gave, HashSet<Seat> gaveExceptionally, HashSet<Seat> reservers)
    {
        var ends = held.Where(holding => IsEnd(holding, gave, gaveExceptionally, reservers)).ToList();
        verdict.Deciders.UnionWith(ends.Select(end => end.Who));
        verdict.Exceptional.UnionWith(ends.Where(end => end.By is { IsExceptional: true }).Select(end => end.Who));
        verdict.IsUnderContract = ends.Exists(end => end.IsUnderContract);
        verdict.IsReserved = ends.TrueForAll(end => end.By is { IsReservation: true });
    }

    private bool IsEnd(Holding holding, HashSet<Seat> gave, HashSet<Seat> gaveExceptionally, HashSet<Seat> reservers)
    {
        if (holding.By is { IsReservation: true })
        {
            return !IsDisplaced(holding, gaveExceptionally);
        }

        bool gaveOn = holding.Who.IsAlone && (gave.Contains(holding.Who.Seats[0]) || reservers.Contains(holding.Who.Seats[0]));
        return holding.By is { IsExceptional: true } || (!holding.IsAboveTable && !gaveOn);
    }

    /// <summary>Whoever has an exceptional power over a reserved point decides it in the stead of the one it is kept for.</summary>
    private bool IsDisplaced(Holding holding, HashSet<Seat> gaveExceptionally) =>
        holding.By is { IsReservation: true, Giver: { } giver } && gaveExceptionally.Contains(setting.SeatOf(giver));

    private static void AddMayAlone(Verdict verdict, List<Holding> held, HashSet<Seat> reservers)
    {
        foreach (Holding holding in held.Where(holding => holding.Who.IsAlone))
        {
            Seat seat = holding.Who.Seats[0];
            if (!reservers.Contains(seat) || holding.By is { IsReservation: true } or { IsExceptional: true })
            {
                verdict.MayAlone.Add(seat);
            }
        }
    }

    private static void AddNew(List<Holding> held, Dictionary<Holding, Holding> givenBy, Holding from, Holding holding)
    {
        if (!held.Contains(holding))
        {
            held.Add(holding);
            givenBy.Add(holding, from);
        }
    }

    /// <summary>Whether a reservation takes the grant away: one by an organisation all that it and its acting body give, one by anybody else only what that very party gives.</summary>
    private static bool IsCut(PreparedRule grant, List<PreparedRule> reservations) =>
        reservations.Exists(reservation =>
            (!grant.Rule.IsExceptional || reservation.Rule.IsForbidden)
            && reservation.Giver == grant.Giver
            && (reservation.Rule.Giver!.Sort == Sort.Organisation || reservation.Rule.Giver == grant.Rule.Giver));

    /// <summary>Whether what somebody holds lets it give this sentence's authority to the team: always where it holds by law, otherwise by the power to delegate that came with it.</summary>
    private bool MayGive(Holding from, Rule rule, Team team, Point point)
    {
        if (from.By is null)
        {
            return true;
        }

        if (from.By is { Onward: null, IsOnwardRefused: false })
        {
            return setting.Law.PassesOn(from.By, rule, from.Who.Seats[0].Party, team.Seats.ConvertAll(seat => seat.Party));
        }

        return from.By.Onward is { } onward
            && (onward.To.Count == 0 || team.Seats.TrueForAll(seat => onward.To.Exists(party => setting.SeatOf(party) == seat)))
            && onward.Limit?.Allows(point) != false
            && (onward.ConsentOf is null || (rule.ApprovedBy is not null && setting.SeatOf(rule.ApprovedBy) == setting.SeatOf(onward.ConsentOf)));
    }

    internal static bool IsIn(List<Thing> places, Thing? place) =>
        places.Count == 0 || (place is not null && places.Exists(place.IsWithin));
}
