using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Follows authority down from whoever holds the subject by law, in one case of a question. Where something open stands in the way,
/// it goes on as if it might be so, and <see cref="Knowledge.Pending"/> says what to settle first; the holdings are then of no use.
/// </summary>
internal sealed class Walk
{
    private readonly SpaceIndex index;
    private readonly Inquiry inquiry;
    private readonly RuleTest test;
    private readonly HashSet<long> reached = [];
    private readonly HashSet<int> givers = [];
    private readonly HashSet<int> exceptionalGivers = [];
    private readonly HashSet<int> reservers = [];
    private readonly List<Holding> holdings = [];

    private Walk(SpaceIndex index, Inquiry inquiry, Knowledge knowledge)
    {
        this.index = index;
        this.inquiry = inquiry;
        test = new RuleTest(index, inquiry, knowledge);
    }

    /// <summary>Everyone who holds the point, in the order in which authority reaches them.</summary>
    public IReadOnlyList<Holding> Holdings => holdings;

    /// <summary>Whether a reservation keeps the point from being given on at some seat.</summary>
    public bool IsReservedSomewhere => reservers.Count > 0;

    public static Walk From(SpaceIndex index, Inquiry inquiry, Knowledge knowledge)
    {
        var walk = new Walk(index, inquiry, knowledge);
        knowledge.ResetPending();
        int seat = inquiry.SeatOf(inquiry.Holder);
        walk.holdings.Add(new Holding { Seat = seat, Group = [seat] });
        for (int i = 0; i < walk.holdings.Count; i++)
        {
            if (!walk.holdings[i].IsTogether)
            {
                walk.GiveOn(walk.holdings[i]);
            }
        }

        return walk;
    }

    /// <summary>
    /// The ends of the chains: holders who have given the point to nobody else, are not kept above an earlier line of a table,
    /// and in whose stead no exceptional power decides.
    /// </summary>
    public IEnumerable<Holding> Ends() => holdings.Where(IsEnd);

    /// <summary>Whether a seat reserves the point for another, so that it may not decide itself.</summary>
    public bool HasReservedAway(int seat) =>
        reservers.Contains(seat) && !holdings.Exists(h => h.IsReserved && h.Seat == seat);

    private bool IsEnd(Holding holding) =>
        !holding.IsSuperseded
        && !holding.IsDisplaced
        && (holding.IsTogether
            || holding.IsReserved
            || (holding.IsExceptional && !exceptionalGivers.Contains(holding.Seat))
            || (!holding.IsExceptional && !givers.Contains(holding.Seat) && !reservers.Contains(holding.Seat)));

    // Who gives on what it holds ordinarily keeps its exceptional power, which decides beside those who decide anyway.
    private HashSet<int> GiversOf(Holding from) => from.IsExceptional ? exceptionalGivers : givers;

    private IEnumerable<int> SeatParties(int seat)
    {
        yield return seat;
        int actor = inquiry.ActingParty(seat);
        if (actor != seat)
        {
            yield return actor;
        }
    }

    private void GiveOn(Holding from)
    {
        if (from.IsReserved)
        {
            return;
        }

        // What the organisation reserves is out of everything its seat gives; what anybody else reserves, out of their own sentences.
        bool isSeatCut = false;
        Truth reserved = Truth.False;
        var free = new List<int>(2);
        foreach (int giver in SeatParties(from.Seat))
        {
            Truth reservedByGiver = Reserve(from, giver);
            reserved = TruthLogic.Or(reserved, reservedByGiver);
            isSeatCut |= reservedByGiver == Truth.True && giver == from.Seat;
            if (reservedByGiver != Truth.True && !isSeatCut)
            {
                free.Add(giver);
            }
        }

        foreach (int giver in SeatParties(from.Seat))
        {
            GiveExceptionally(from, giver, reserved);
        }

        foreach (int giver in free)
        {
            GiveOrdinarily(from, giver);
        }
    }

    private Truth Reserve(Holding from, int giver)
    {
        Truth any = Truth.False;
        foreach (RuleEntry entry in inquiry.RulesOf(giver).Reservations)
        {
            RuleDefinition rule = index.Definition.Rules[entry.Rule];
            Truth box = test.Box(rule, entry);
            if (rule.Holders.IsEmpty)
            {
                any = TruthLogic.Or(any, box);
                continue;
            }

            for (int g = 0; g < rule.Holders.Length; g++)
            {
                Truth status = TruthLogic.And(box, test.IsInPlaceOf(rule.Holders[g]));
                any = TruthLogic.Or(any, status);
                if (status == Truth.True && rule.Holders[g].All(inquiry.IsAlive))
                {
                    AddNew(g, Hold(from, entry.Rule, rule.Holders[g], isReserved: true));
                }
            }
        }

        if (any == Truth.True)
        {
            reservers.Add(from.Seat);
        }

        return any;
    }

    private void GiveExceptionally(Holding from, int giver, Truth reserved)
    {
        foreach (Grant grant in Grants(from, giver, exceptional: true))
        {
            if (Spread(from, grant.Entry.Rule, grant.Status, superseded: false, above: HoldingsAbove.None) && grant.Status == Truth.True && reserved == Truth.True)
            {
                Displace(from.Seat);
            }
        }
    }

    // At a reserved point the exceptional power of the same seat decides in the stead of whoever it is reserved for.
    private void Displace(int seat)
    {
        foreach (Holding holding in holdings)
        {
            if (holding.IsReserved && holding.From?.Seat == seat)
            {
                holding.IsDisplaced = true;
            }
        }
    }

    private void GiveOrdinarily(Holding from, int giver)
    {
        var lines = new List<Grant>();
        foreach (Grant grant in Grants(from, giver, exceptional: false))
        {
            if (index.Definition.Rules[grant.Entry.Rule].Table >= 0)
            {
                lines.Add(grant);
            }
            else if (Spread(from, grant.Entry.Rule, grant.Status, superseded: false, above: HoldingsAbove.None))
            {
                GiversOf(from).Add(from.Seat);
            }
        }

        int TableOf(Grant grant) => index.Definition.Rules[grant.Entry.Rule].Table;
        lines.Sort((a, b) => TableOf(a) != TableOf(b) ? TableOf(a).CompareTo(TableOf(b)) : a.Entry.Rule.CompareTo(b.Entry.Rule));
        int start = 0;
        for (int i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || TableOf(lines[i]) != TableOf(lines[start]))
            {
                GiveByTable(from, lines.GetRange(start, i - start));
                start = i;
            }
        }
    }

    // Of the lines that apply the first decides; those after it keep authority above it, as in a chain. They are therefore taken last to first.
    private void GiveByTable(Holding from, List<Grant> lines)
    {
        int first = lines.FindIndex(line => line.Status == Truth.True && Applies(from, index.Definition.Rules[line.Entry.Rule]));
        var above = new List<Holding>();
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            Grant line = lines[i];
            int before = holdings.Count;
            bool gives = Spread(from, line.Entry.Rule, line.Status, superseded: first >= 0 && i > first, above: new HoldingsAbove(above, above.Count));
            if (gives && i == first)
            {
                GiversOf(from).Add(from.Seat);
            }

            if (line.Status == Truth.True)
            {
                above.AddRange(holdings.Skip(before).Reverse());
            }
        }
    }

    private bool Applies(Holding from, RuleDefinition rule)
    {
        for (int g = 0; g < rule.Holders.Length; g++)
        {
            if (rule.Holders[g].All(inquiry.IsAlive) && test.IsOpenTo(from, rule.Holders[g]) && test.IsInPlaceOf(rule.Holders[g]) == Truth.True)
            {
                return true;
            }
        }

        return false;
    }

    private List<Grant> Grants(Holding from, int giver, bool exceptional)
    {
        var grants = new List<Grant>();
        GiverRules rules = inquiry.RulesOf(giver);
        foreach (RuleEntry entry in exceptional ? rules.Exceptional : rules.Ordinary)
        {
            RuleDefinition rule = index.Definition.Rules[entry.Rule];
            Truth status = test.Box(rule, entry);
            status = status == Truth.False ? status : TruthLogic.And(status, test.IsPermitted(from, rule));
            if (status != Truth.False)
            {
                grants.Add(new Grant(entry, status));
            }
        }

        return grants;
    }

    /// <summary>Gives the point to each group of a rule; whether it went to anybody but the giver's own seat.</summary>
    private bool Spread(Holding from, int ruleIndex, Truth status, bool superseded, HoldingsAbove above)
    {
        RuleDefinition rule = index.Definition.Rules[ruleIndex];
        bool gives = false;
        for (int g = 0; g < rule.Holders.Length; g++)
        {
            ImmutableArray<int> group = rule.Holders[g];
            if (!group.All(inquiry.IsAlive)
                || !test.IsOpenTo(from, group)
                || TruthLogic.And(status, test.IsInPlaceOf(group)) == Truth.False
                || (group.Length == 1 && from.IsFrom(inquiry.SeatOf(group[0]))))
            {
                continue;
            }

            gives = true;
            AddNew(g, Hold(from, ruleIndex, group, isReserved: false, superseded, above));
        }

        return gives;
    }

    // The same sentence may reach a group along several chains. They count apart only where they give a different standing.
    private void AddNew(int group, Holding holding)
    {
        if (reached.Add(holding.KeyOf(group)))
        {
            holdings.Add(holding);
        }
    }

    private Holding Hold(
        Holding from,
        int rule,
        ImmutableArray<int> group,
        bool isReserved,
        bool superseded = false,
        HoldingsAbove? above = null) => new()
        {
            Seat = group.Length == 1 ? inquiry.SeatOf(group[0]) : -1,
            Group = group,
            Rule = rule,
            From = from,
            IsReserved = isReserved,
            IsExceptional = from.IsExceptional || (index.Definition.Rules[rule].IsExceptional && !isReserved),
            IsUnderContract = from.IsUnderContract || index.Definition.Rules[rule].Kind == RuleKind.Entrustment,
            IsSuperseded = superseded,
            Above = above ?? HoldingsAbove.None,
        };
}
