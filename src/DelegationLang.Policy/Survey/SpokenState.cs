using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>What one seat has said of one point that it holds.</summary>
internal sealed class SpokenState(int seat)
{
    /// <summary>The seat.</summary>
    public int Seat => seat;

    /// <summary>Its rules that cover the point, reservations and lines for itself included; empty where it says nothing.</summary>
    public List<int> Rules { get; } = [];
}

/// <summary>Finds at one point who holds it and which of their own sentences cover it.</summary>
internal sealed class SpokenStates(SpaceIndex index, DecisionContext context, Knowledge knowledge)
{
    private readonly RuleTest test = new(index, context, knowledge);

    /// <summary>The states of all seats that hold the point. Of no use where <see cref="Knowledge.Pending"/> says that something is open.</summary>
    public List<SpokenState> Find()
    {
        var walk = new AuthorityWalk(index, context, knowledge);
        walk.Start();
        var states = new List<SpokenState>();
        foreach (SeatHolding holding in walk.Holdings)
        {
            if (holding.IsTogether || holding.IsReserved || holding.IsExceptional)
            {
                continue;
            }

            SpokenState? state = states.Find(other => other.Seat == holding.Seat);
            if (state is null)
            {
                states.Add(state = new SpokenState(holding.Seat));
            }

            AddRules(state, holding, holding.Seat);
            int actor = context.ActingParty(holding.Seat);
            if (actor != holding.Seat)
            {
                AddRules(state, holding, actor);
            }
        }

        return states;
    }

    private void AddRules(SpokenState state, SeatHolding holding, int giver)
    {
        GiverRules rules = context.RulesOf(giver);
        foreach (RuleEntry entry in rules.Reservations)
        {
            RuleDefinition rule = index.Definition.Rules[entry.Rule];
            if (test.Box(rule, entry) == Truth.True && (rule.Holders.IsEmpty || rule.Holders.Any(group => test.IsInPlaceOf(group) == Truth.True)))
            {
                Add(state, entry.Rule);
            }
        }

        foreach (RuleEntry entry in rules.Ordinary)
        {
            AddIfGiven(state, holding, entry);
        }

        foreach (RuleEntry entry in rules.Exceptional)
        {
            AddIfGiven(state, holding, entry);
        }
    }

    // A line for the giver itself gives nothing, but it says who decides.
    private void AddIfGiven(SpokenState state, SeatHolding holding, RuleEntry entry)
    {
        RuleDefinition rule = index.Definition.Rules[entry.Rule];
        if (test.Box(rule, entry) != Truth.True || test.IsPermitted(holding, rule) != Truth.True)
        {
            return;
        }

        foreach (ImmutableArray<int> group in rule.Holders)
        {
            if (group.All(context.IsAlive) && test.IsOpenTo(holding, rule, group) && test.IsInPlaceOf(group) == Truth.True)
            {
                Add(state, entry.Rule);
                return;
            }
        }
    }

    private static void Add(SpokenState state, int rule)
    {
        if (!state.Rules.Contains(rule))
        {
            state.Rules.Add(rule);
        }
    }
}
