using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Makes the answer of one case from a finished walk.</summary>
internal sealed partial class AnswerBuilder
{
    private readonly SpaceIndex index;
    private readonly DecisionContext context;
    private readonly ChainBuilder chains;
    private readonly DeputyFinder deputies;
    private readonly Dictionary<string, string[]> namesOf = new(StringComparer.Ordinal);

    public AnswerBuilder(SpaceIndex index, DecisionContext context)
    {
        this.index = index;
        this.context = context;
        chains = new ChainBuilder(index, context);
        deputies = new DeputyFinder(index, context, chains);
    }

    private SpaceDefinition Definition => index.Definition;

    /// <summary>What finds whether those who signed may decide together.</summary>
    public SigningBuilder Signing(Signatures signatures) => new(index, context, signatures);

    /// <summary>Who decides in this case.</summary>
    public Answer WhoDecides(AuthorityWalk walk, Knowledge knowledge)
    {
        SeatHolding[] ends = [.. walk.Ends()];
        if (ends.Length == 0)
        {
            return Nobody(walk);
        }

        ImmutableArray<ImmutableArray<string>> alternatives = Alternatives(ends.Select(end => end.Group));
        Outcome outcome = ends.All(end => end.IsReserved) ? Outcome.Reserved : Outcome.Decided;
        string[] names = NamesIn(alternatives);
        return new Answer
        {
            Outcome = outcome,
            Deciders = [.. names],
            Jointly = alternatives.Length == 1 && alternatives[0].Length > 1,
            Alternatives = alternatives,
            Deputies = deputies.Find(ends, knowledge),
            Exceptional = [.. ends.Where(end => end.IsExceptional).SelectMany(end => end.Group).Select(NameOf).Distinct().Order(StringComparer.Ordinal)],
            KeepAuthority = KeepAuthority(walk, names),
            UnderContract = ends.Any(end => end.IsUnderContract),
            Steps = StepsBefore(ends),
            Duties = DutiesAfter(ends),
            Groups = alternatives.Length > 1 && Array.Exists(ends, end => end.HasSteps || end.HasDuties) ? Groups(walk) : [],
            Chain = chains.Of(ends),
            Reasons = [.. new LegalReasons(index, context).All()],
            Day = context.Day,
        };
    }

    /// <summary>The deputies of those who decide in this case.</summary>
    public ImmutableArray<CaseDeputy> Deputies(AuthorityWalk walk, Knowledge knowledge) => deputies.FindApart([.. walk.Ends()], knowledge);

    /// <summary>Whether a party may decide alone in this case.</summary>
    public Answer May(int party, AuthorityWalk walk, Knowledge knowledge)
    {
        int seat = context.SeatOf(party);
        SeatHolding[] own = Alone(seat, walk);
        if (own.Length > 0)
        {
            return Yes(party, own, walk);
        }

        SeatHolding[] together = Together(seat, walk);
        Answer who = WhoDecides(walk, knowledge);
        return new Answer
        {
            Outcome = Outcome.No,
            Alternatives = together.Length > 0 ? Alternatives(together.Select(holding => holding.Group)) : [],
            Deputies = deputies.FindFor(party, walk, knowledge),
            Chain = together.Length > 0 ? chains.Of(together) : [],
            Reasons = new RefusalReasons(index, context, knowledge).For(party, together, [.. deputies.WouldActTwice(party, walk, knowledge)], who),
            Day = context.Day,
        };
    }

    private Answer Yes(int party, SeatHolding[] own, AuthorityWalk walk)
    {
        SeatHolding best = Best(own, walk);
        return new Answer
        {
            Outcome = Outcome.Yes,
            Deciders = [Definition.Parties[party].Name],
            Alternatives = [[Definition.Parties[party].Name]],
            Exceptional = own.All(h => h.IsExceptional) ? [Definition.Parties[party].Name] : [],
            UnderContract = own.All(h => h.IsUnderContract),
            Steps = StepsOf(best),
            Duties = [.. chains.RulesDown(best).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => rule.Ratification).Distinct()],
            Chain = chains.Of([best]),
            Day = context.Day,
        };
    }

    /// <summary>Whoever may decide alone in this case, as <see cref="May"/> has it, and whoever may with others.</summary>
    public ImmutableArray<CaseStanding> Standings(AuthorityWalk walk)
    {
        var standings = new List<CaseStanding>();
        var known = new HashSet<int>();
        foreach (int seat in walk.Holdings.Where(holding => !holding.IsTogether).Select(holding => holding.Seat).Where(known.Add))
        {
            SeatHolding[] own = Alone(seat, walk);
            if (own.Length > 0)
            {
                standings.Add(new CaseStanding(PartiesOf(seat), Yes(seat, own, walk)));
            }
        }

        HashSet<int> alone = [.. standings.Select(standing => standing.Parties[0])];
        known.Clear();
        foreach (int seat in walk.Holdings.Where(holding => holding.IsTogether && !holding.IsDisplaced).SelectMany(holding => holding.Group).Select(context.SeatOf).Where(known.Add))
        {
            if (!alone.Contains(seat))
            {
                SeatHolding[] together = Together(seat, walk);
                standings.Add(new CaseStanding(PartiesOf(seat), new Answer { Outcome = Outcome.No, Alternatives = Alternatives(together.Select(holding => holding.Group)), Chain = chains.Of(together), Day = context.Day }));
            }
        }

        return [.. standings];
    }

    /// <summary>For whom each party might decide as a deputy in this case, as <see cref="May"/> has it of one that may not.</summary>
    public ImmutableArray<CaseStandIn> StandIns(AuthorityWalk walk, Knowledge knowledge) =>
    [
        .. Definition.Deputies.Select(deputy => deputy.Deputy).Distinct().Order()
            .SelectMany(party => deputies.FindFor(party, walk, knowledge).Select(found => new CaseStandIn(party, found))),
    ];

    /// <summary>Every chain by which somebody may decide in this case, alone or with others.</summary>
    public ImmutableArray<CaseWay> Ways(AuthorityWalk walk) =>
    [
        .. walk.Holdings
            .Where(holding => holding.IsTogether ? !holding.IsDisplaced : holding.IsReserved || !walk.HasReservedAway(holding.Seat))
            .Select(holding => new CaseWay(
                [.. (holding.IsTogether ? holding.Group : [holding.Seat]).Select(party => PartiesOf(context.SeatOf(party)))],
                RuleNumbersOf(holding),
                StepsOf(holding),
                chains.Of([holding], withAbove: false))),
    ];

    private static ImmutableArray<int> RuleNumbersOf(SeatHolding holding)
    {
        var rules = new List<int>();
        for (SeatHolding? link = holding; link is not null; link = link.From)
        {
            if (link.Rule >= 0)
            {
                rules.Insert(0, link.Rule);
            }
        }

        return [.. rules];
    }

    private ImmutableArray<int> PartiesOf(int seat) => context.ActingParty(seat) is var actor && actor != seat ? [seat, actor] : [seat];

    /// <summary>
    /// Where a party stands in this case: yes or no as <see cref="May"/> has it, what must come first, and as alternatives who must act beside it.
    /// </summary>
    public Answer StandingOf(int party, AuthorityWalk walk)
    {
        int seat = context.SeatOf(party);
        SeatHolding[] own = Alone(seat, walk);
        if (own.Length > 0)
        {
            return new Answer { Outcome = Outcome.Yes, Steps = StepsOf(Best(own, walk)), Day = context.Day };
        }

        SeatHolding[] together = Together(seat, walk);
        return new Answer
        {
            Outcome = Outcome.No,
            Steps = [.. together.SelectMany(holding => StepsOf(holding)).Distinct()],
            Alternatives = Alternatives(together.Select(holding => holding.Group.RemoveAt(FirstOf(holding.Group, seat)))),
            Day = context.Day,
        };
    }

    /// <summary>What two cases must have in common for a party to stand alike in both.</summary>
    public static string StandingKeyOf(Answer answer) => string.Join(
        '\n',
        answer.Outcome,
        string.Join('|', answer.Steps),
        string.Join('|', answer.Alternatives.Select(group => string.Join('&', group))));

    /// <summary>What two cases must have in common to count as one. Whether a party may decide is yes or no, however it comes about.</summary>
    public static string KeyOf(Answer answer) => answer.Outcome is Outcome.Yes or Outcome.No ? answer.Outcome.ToString() : string.Join(
        '\n',
        answer.Outcome,
        string.Join('|', answer.Alternatives.Select(group => string.Join('&', group))),
        string.Join('|', answer.Exceptional),
        answer.UnderContract);

    private string NameOf(int party) => Definition.Parties[context.ActingParty(context.SeatOf(party))].Name;

    private static SeatHolding[] Alone(int seat, AuthorityWalk walk) =>
        [.. walk.Holdings.Where(h => !h.IsTogether && h.Seat == seat && (h.IsReserved || !walk.HasReservedAway(seat)))];

    private SeatHolding[] Together(int seat, AuthorityWalk walk) =>
        [.. walk.Holdings.Where(h => h.IsTogether && !h.IsDisplaced && FirstOf(h.Group, seat) >= 0)];

    private int FirstOf(ImmutableArray<int> group, int seat)
    {
        for (int i = 0; i < group.Length; i++)
        {
            if (context.SeatOf(group[i]) == seat)
            {
                return i;
            }
        }

        return -1;
    }

    // Whoever holds something in two ways may act in either: in the one in which nothing must come first, if there is one; then as the end of a chain.
    private SeatHolding Best(SeatHolding[] own, AuthorityWalk walk)
    {
        SeatHolding[] free = [.. own.Where(holding => !holding.HasSteps)];
        SeatHolding[] ways = free.Length > 0 ? free : own;
        return ways.FirstOrDefault(walk.Ends().Contains) ?? ways[0];
    }

    private ImmutableArray<string> StepsOf(SeatHolding holding) => !holding.HasSteps ? [] : [.. chains.RulesDown(holding).SelectMany(rule => rule.Steps).Distinct()];

    private ImmutableArray<ImmutableArray<string>> Alternatives(IEnumerable<ImmutableArray<int>> holders)
    {
        // A string for each group, its names apart by line ends: what is sorted and told apart are strings, which needs no code compiled at start.
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (ImmutableArray<int> group in holders)
        {
            groups.Add(group is [int party] ? NameOf(party) : string.Join('\n', group.Select(NameOf).Order(StringComparer.Ordinal)));
        }

        string[] sorted = [.. groups];
        Array.Sort(sorted, StringComparer.Ordinal);
        var alternatives = new ImmutableArray<string>[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            alternatives[i] = NamesOf(sorted[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(alternatives);
    }

    // Sorted, as single names are already.
    private static string[] NamesIn(ImmutableArray<ImmutableArray<string>> alternatives)
    {
        if (alternatives.All(group => group.Length == 1))
        {
            return [.. alternatives.Select(group => group[0])];
        }

        return [.. alternatives.SelectMany(group => group).Distinct().Order(StringComparer.Ordinal)];
    }

    // The same groups come in case after case.
    private ImmutableArray<string> NamesOf(string group)
    {
        if (!namesOf.TryGetValue(group, out string[]? names))
        {
            namesOf.Add(group, names = group.Split('\n'));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    private ImmutableArray<string> KeepAuthority(AuthorityWalk walk, string[] deciders)
    {
        var names = new List<string>();
        var known = new HashSet<string>(deciders, StringComparer.Ordinal);
        foreach (SeatHolding holding in walk.Holdings.Where(h => !h.IsTogether && !walk.HasReservedAway(h.Seat)))
        {
            string name = NameOf(holding.Seat);
            if (known.Add(name))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }
}
