using System.Collections.Immutable;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Finds who may act for somebody who is away or conflicted. Where several must act together, nobody stands in for one of them who is another of
/// them, and nobody who has to approve, recommend or be consulted first: two signatures are those of two people.
/// </summary>
internal sealed class DeputyFinder(SpaceIndex index, DecisionContext context, ChainBuilder chains)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>The deputies of those who decide.</summary>
    /// <param name="ends">The ends of the chains.</param>
    /// <param name="knowledge">What the question states.</param>
    public ImmutableArray<DeputyAnswer> Find(IReadOnlyList<SeatHolding> ends, Knowledge knowledge) => [.. FindApart(ends, knowledge).Select(found => found.Answer)];

    /// <summary>The deputies of those who decide, each with what of its words turns on facts about others.</summary>
    /// <param name="ends">The ends of the chains.</param>
    /// <param name="knowledge">What the question states.</param>
    public ImmutableArray<CaseDeputy> FindApart(IReadOnlyList<SeatHolding> ends, Knowledge knowledge)
    {
        if (!index.HasDeputies)
        {
            return [];
        }

        var found = new List<CaseDeputy>();
        foreach ((int principal, List<Way> ways) in PrincipalsOf(ends))
        {
            foreach (DeputyDefinition deputy in DeputiesOf(principal, knowledge))
            {
                int person = PersonOf(deputy.Deputy);
                List<List<int>> open = [.. ways.Where(way => !way.Wants(person)).Select(way => way.Others)];
                if (open.Count > 0)
                {
                    string only = open.Count < ways.Count ? ", and then only " + Wording.List([.. open.Select(With).Distinct()], "or") : "";
                    ImmutableArray<DeputyElsewhere> elsewhere = Elsewhere(person, open, knowledge);
                    string notTwice = elsewhere.IsEmpty ? "" : $", but not for {Wording.List([.. elsewhere.Select(other => other.Principal)])} at the same time";
                    found.Add(new CaseDeputy(Describe(deputy, only + notTwice), Describe(deputy, only).When, elsewhere));
                }
            }
        }

        return [.. found.DistinctBy(deputy => deputy.Answer)];
    }

    // Of each who has deputies, in the order of the ends, those beside whom it decides in each of its groups.
    private List<Principal> PrincipalsOf(IReadOnlyList<SeatHolding> ends)
    {
        var principals = new List<Principal>();
        var known = new Dictionary<int, Principal>();
        foreach (SeatHolding end in ends)
        {
            List<int> group = PeopleOf(end.Group);
            List<int> needed = NeededFor(end);
            foreach (int person in group.Distinct().Where(person => index.DeputiesOf(person).Count > 0))
            {
                if (!known.TryGetValue(person, out Principal? principal))
                {
                    known.Add(person, principal = new Principal(person, []));
                    principals.Add(principal);
                }

                principal.Ways.Add(new Way(Without(group, person), needed));
            }
        }

        return principals;
    }

    /// <summary>Where a party may not decide: for whom it might, as a deputy of somebody who may, and who else must act then.</summary>
    public ImmutableArray<DeputyAnswer> FindFor(int party, AuthorityWalk walk, Knowledge knowledge)
    {
        var found = new List<DeputyAnswer>();
        foreach (StandIn standIn in StandInsOf(party, walk, knowledge))
        {
            if (!standIn.Way.Wants(PersonOf(party)))
            {
                found.Add(Describe(standIn.Deputy, standIn.Way.Others.Count > 0 ? ", " + With(standIn.Way.Others) : ""));
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Those for whom a party is a deputy but cannot act, because it has to act beside them, or before them, in its own right: it would act twice.</summary>
    public IEnumerable<string> WouldActTwice(int party, AuthorityWalk walk, Knowledge knowledge) =>
        StandInsOf(party, walk, knowledge)
            .Where(standIn => standIn.Way.Wants(PersonOf(party)))
            .Select(standIn => Definition.Parties[standIn.Deputy.Principal].Name)
            .Distinct();

    /// <summary>A deputy in words: who, for whom, and when.</summary>
    public static DeputyAnswer Describe(SpaceDefinition definition, DeputyDefinition deputy)
    {
        string principal = definition.Parties[deputy.Principal].Name;
        string facts = string.Join(", ", Wording.Facts(definition, deputy.Facts));
        string except = Wording.List([.. deputy.Except.Select(subject => definition.Subjects[subject].Name)]);
        string when = $"while {principal} is away or conflicted"
            + (deputy.For.IsEmpty ? "" : ", for " + Wording.List([.. deputy.For.Select(subject => definition.Subjects[subject].Name)]))
            + (facts.Length > 0 ? ", " + facts : "")
            + (except.Length > 0 ? ", except " + except : "");
        return new DeputyAnswer(definition.Parties[deputy.Deputy].Name, principal, when, deputy.Source);
    }

    private DeputyAnswer Describe(DeputyDefinition deputy, string further) =>
        Describe(Definition, deputy) is var answer && further.Length > 0 ? answer with { When = answer.When + further } : answer;

    private string With(List<int> others) =>
        others.Count == 0 ? "alone" : Wording.Beside(others.Select(other => Definition.Parties[other].Name));

    // Whoever is the deputy of two who must act together stands in for one of them at a time.
    private ImmutableArray<DeputyElsewhere> Elsewhere(int person, List<List<int>> others, Knowledge knowledge) =>
    [
        .. others.SelectMany(group => group).Distinct()
            .Select(other => new DeputyElsewhere(Definition.Parties[other].Name, [.. DeputiesOf(other, knowledge).Where(deputy => PersonOf(deputy.Deputy) == person)]))
            .Where(other => !other.Deputies.IsEmpty),
    ];

    private IEnumerable<StandIn> StandInsOf(int party, AuthorityWalk walk, Knowledge knowledge)
    {
        foreach (SeatHolding holding in walk.Holdings)
        {
            if (holding.IsSuperseded || holding.IsDisplaced)
            {
                continue;
            }

            List<int> group = PeopleOf(holding.Group);
            List<int> needed = NeededFor(holding);
            foreach (int principal in group.Distinct())
            {
                foreach (DeputyDefinition deputy in DeputiesOf(principal, knowledge).Where(deputy => deputy.Deputy == party))
                {
                    yield return new StandIn(deputy, new Way(Without(group, principal), needed));
                }
            }
        }
    }

    private IEnumerable<DeputyDefinition> DeputiesOf(int principal, Knowledge knowledge)
    {
        foreach (int deputyIndex in index.DeputiesOf(principal))
        {
            DeputyDefinition deputy = Definition.Deputies[deputyIndex];
            if (deputy.Days.Contains(context.Day)
                && context.IsAlive(deputy.Deputy)
                && context.IsOpenTo(deputy)
                && !IsKnownFalse(deputy, knowledge))
            {
                yield return deputy;
            }
        }
    }

    // Those whom the steps of a chain need.
    private List<int> NeededFor(SeatHolding holding) => !holding.HasSteps ? [] : [.. chains.RulesDown(holding).SelectMany(rule => rule.Needed).Select(PersonOf)];

    private int PersonOf(int party) => context.ActingParty(context.SeatOf(party));

    private List<int> PeopleOf(ImmutableArray<int> group) => [.. group.Select(PersonOf)];

    private static List<int> Without(List<int> group, int one)
    {
        List<int> others = [.. group];
        others.Remove(one);
        return others;
    }

    // A deputy's own conditions never make an answer depend; only one that the question itself denies rules the deputy out.
    private static bool IsKnownFalse(DeputyDefinition deputy, Knowledge knowledge) =>
        deputy.Facts.Any(group => group.All(fact => knowledge.IsStatedFalse(fact)));

    /// <summary>Somebody who decides and has deputies, and the ways in which it does.</summary>
    private sealed record Principal(int Person, List<Way> Ways);

    /// <summary>A deputy in the place of somebody who holds the point, and the way in which it would act.</summary>
    private sealed record StandIn(DeputyDefinition Deputy, Way Way);

    /// <summary>How somebody decides: those who must act beside it, and those whom the steps before it need.</summary>
    private sealed record Way(List<int> Others, List<int> Needed)
    {
        public bool Wants(int person) => Others.Contains(person) || Needed.Contains(person);
    }
}
