using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Follows authority down from whoever holds the subject by law, in one case of a question. Where something open stands in the way,
/// it goes on as if it might be so, and <see cref="Knowledge.Pending"/> says what to settle first; the holdings are then of no use.
/// One is made for a question, and walks its cases one after the other.
/// </summary>
internal sealed partial class AuthorityWalk
{
    private readonly SpaceIndex index;
    private readonly DecisionContext context;
    private readonly Knowledge knowledge;
    private readonly RuleTest test;
    // In so many ways, of which each asks for something else first or afterwards, a group comes to the same by one sentence; nobody writes as many.
    private const int MostWays = 64;

    private readonly HashSet<(long Key, ulong Terms)> reached = [];
    private readonly Dictionary<long, int> ways = [];
    private readonly HashSet<int> givers = [];
    private readonly HashSet<int> exceptionalGivers = [];
    private readonly HashSet<int> reservers = [];
    private readonly List<SeatHolding> holdings = [];

    // The seats of the holdings: only from one of these can anything have come.
    private readonly HashSet<int> seats = [];
    private readonly List<int> forbidding = [];
    private Truth forbidden;

    // Whether the sentences of joined schemes are followed, and not the scheme's own.
    private bool isJoined;

    public AuthorityWalk(SpaceIndex index, DecisionContext context, Knowledge knowledge)
    {
        this.index = index;
        this.context = context;
        this.knowledge = knowledge;
        test = new RuleTest(index, context, knowledge);
    }

    /// <summary>Everyone who holds the point, in the order in which authority reaches them.</summary>
    public IReadOnlyList<SeatHolding> Holdings => holdings;

    /// <summary>The sentences by which nobody may decide the point.</summary>
    public IReadOnlyList<int> Forbidding => forbidding;

    /// <summary>Whether a reservation keeps the point from being given on at some seat.</summary>
    public bool IsReservedSomewhere => reservers.Count > 0;

    /// <summary>Whether a sentence with an error, which gives nobody anything, reserves the point for somebody.</summary>
    public bool IsReservedInError { get; private set; }

    /// <summary>How many sentences were looked at in all cases so far, each as often as it was.</summary>
    public long Looked { get; private set; }

    /// <summary>Walks the case that the knowledge now holds. What came of the one before is gone.</summary>
    public void Start()
    {
        reached.Clear();
        ways.Clear();
        givers.Clear();
        exceptionalGivers.Clear();
        reservers.Clear();
        holdings.Clear();
        seats.Clear();
        forbidding.Clear();
        IsReservedInError = false;
        knowledge.BeginCase();
        int seat = context.SeatOf(context.Holder);
        holdings.Add(new SeatHolding { Seat = seat, Group = [seat] });
        seats.Add(seat);
        for (int i = 0; i < holdings.Count; i++)
        {
            if (!holdings[i].IsTogether)
            {
                GiveOn(holdings[i]);
            }
        }

        if (index.HasJoined && knowledge.Pending == Knowledge.NothingPending)
        {
            GoOn();
        }
    }

    /// <summary>
    /// The ends of the chains: holders who have given the point to nobody else, are not kept above an earlier line of a table,
    /// and in whose stead no exceptional power decides.
    /// </summary>
    public IEnumerable<SeatHolding> Ends() => holdings.Where(IsEnd);

    /// <summary>Whether a seat reserves the point for another, so that it may not decide itself.</summary>
    public bool HasReservedAway(int seat) =>
        reservers.Contains(seat) && !holdings.Exists(h => h.IsReserved && h.Seat == seat);

    /// <summary>Whether a holding is the end of a chain.</summary>
    public bool IsEnd(SeatHolding holding) =>
        !holding.IsSuperseded
        && !holding.IsDisplaced
        && (holding.IsTogether
            || holding.IsReserved
            || (holding.IsExceptional && !exceptionalGivers.Contains(holding.Seat))
            || (!holding.IsExceptional && !givers.Contains(holding.Seat) && !reservers.Contains(holding.Seat)));

    // Who gives on what it holds ordinarily keeps its exceptional power, which decides beside those who decide anyway.
    private HashSet<int> GiversOf(SeatHolding from) => from.IsExceptional ? exceptionalGivers : givers;

    private void GiveOn(SeatHolding from)
    {
        SeatGiving giving = context.GivingOf(from.Seat);
        if (from.IsReserved || giving.IsNothing)
        {
            return;
        }

        // What the organisation reserves is out of everything its seat gives; what anybody else reserves, out of their own sentences.
        bool isSeatCut = false;
        int first = holdings.Count;
        forbidden = Truth.False;
        Truth reserved = Truth.False;
        var free = new List<GiverRules>(2);
        for (int i = 0; i < giving.Givers.Length; i++)
        {
            Truth reservedByGiver = Reserve(from, giving.Rules[i]);
            reserved = TruthLogic.Or(reserved, reservedByGiver);
            isSeatCut |= reservedByGiver == Truth.True && giving.Givers[i] == from.Seat;
            if (reservedByGiver != Truth.True && !isSeatCut)
            {
                free.Add(giving.Rules[i]);
            }
        }

        // What nobody may decide is reserved for nobody either.
        if (forbidden == Truth.True)
        {
            holdings.RemoveRange(first, holdings.Count - first);
        }

        foreach (GiverRules rules in forbidden == Truth.True ? [] : giving.Rules)
        {
            GiveExceptionally(from, rules, reserved);
        }

        foreach (GiverRules rules in free)
        {
            GiveOrdinarily(from, rules);
        }
    }

    private Truth Reserve(SeatHolding from, GiverRules rules)
    {
        Truth any = Truth.False;
        foreach (RuleEntry entry in rules.Reservations)
        {
            RuleDefinition rule = index.Definition.Rules[entry.Rule];
            Looked++;
            if (!IsFollowed(rule))
            {
                continue;
            }

            Truth box = test.Box(rule, entry);
            if (rule.Holders.IsEmpty)
            {
                any = TruthLogic.Or(any, box);
                if (rule.IsForbidden)
                {
                    forbidden = TruthLogic.Or(forbidden, box);
                    if (box == Truth.True && !forbidding.Contains(entry.Rule))
                    {
                        forbidding.Add(entry.Rule);
                    }
                }

                continue;
            }

            for (int g = 0; g < rule.Holders.Length; g++)
            {
                Truth status = TruthLogic.And(box, test.IsInPlaceOf(rule.Holders[g]));
                any = TruthLogic.Or(any, status);
                if (status == Truth.True && context.AreAlive(rule.Holders[g]) && MayKeepFor(from, rule, rule.Holders[g]))
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

    // Whoever holds it anyway is given nothing by a sentence that keeps it there; to keep it for somebody else is to give it on.
    private bool MayKeepFor(SeatHolding from, RuleDefinition rule, ImmutableArray<int> group)
    {
        if (group.Length == 1 && context.SeatOf(group[0]) == from.Seat)
        {
            return true;
        }

        IsReservedInError |= !rule.IsEffective;
        return rule.IsEffective && test.IsOpenTo(from, rule, group) && test.IsPermitted(from, rule) == Truth.True;
    }

    private void GiveExceptionally(SeatHolding from, GiverRules rules, Truth reserved)
    {
        bool gives = false;
        foreach (RuleEntry entry in rules.Exceptional)
        {
            Truth status = StatusOf(from, index.Definition.Rules[entry.Rule], entry);
            gives |= status != Truth.False && Spread(from, entry.Rule, status, superseded: false, above: HoldingsAbove.None) && status == Truth.True;
        }

        if (gives && reserved == Truth.True)
        {
            Displace(from.Seat);
        }
    }

    // At a reserved point the exceptional power of the same seat decides in the stead of whoever it is reserved for.
    private void Displace(int seat)
    {
        foreach (SeatHolding holding in holdings)
        {
            if (holding.IsReserved && holding.From?.Seat == seat)
            {
                holding.IsDisplaced = true;
            }
        }
    }

    private void GiveOrdinarily(SeatHolding from, GiverRules rules)
    {
        List<TableGrant>? lines = null;
        foreach (RuleEntry entry in rules.Ordinary)
        {
            RuleDefinition rule = index.Definition.Rules[entry.Rule];
            Truth status = StatusOf(from, rule, entry);
            if (status == Truth.False)
            {
                continue;
            }

            if (rule.Table >= 0)
            {
                lines ??= [];
                lines.Add(new TableGrant(entry, status));
            }
            else if (Spread(from, entry.Rule, status, superseded: false, above: HoldingsAbove.None))
            {
                GiversOf(from).Add(from.Seat);
            }
        }

        if (lines is not null)
        {
            GiveByTables(from, lines);
        }
    }

    private Truth StatusOf(SeatHolding from, RuleDefinition rule, RuleEntry entry)
    {
        Looked++;
        Truth status = IsFollowed(rule) ? test.Box(rule, entry) : Truth.False;
        return status == Truth.False ? status : TruthLogic.And(status, test.IsPermitted(from, rule));
    }

    /// <summary>Gives the point to each group of a rule; whether it went to anybody but the giver's own seat.</summary>
    private bool Spread(SeatHolding from, int ruleIndex, Truth status, bool superseded, HoldingsAbove above)
    {
        RuleDefinition rule = index.Definition.Rules[ruleIndex];
        bool gives = false;
        Looked += rule.Holders.Length;
        for (int g = 0; g < rule.Holders.Length; g++)
        {
            ImmutableArray<int> group = rule.Holders[g];
            if (!context.AreAlive(group)
                || !test.IsOpenTo(from, rule, group)
                || TruthLogic.And(status, test.IsInPlaceOf(group)) == Truth.False
                || (group.Length == 1 && context.SeatOf(group[0]) is var seat && seats.Contains(seat) && from.IsFrom(seat)))
            {
                continue;
            }

            gives = true;
            AddNew(g, Hold(from, ruleIndex, group, isReserved: false, superseded, above));
        }

        return gives;
    }
}
