using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Finds who may act for somebody who is away or conflicted. Where several must act together, nobody stands in for one of them who is another of
/// them: two signatures are those of two people.
/// </summary>
internal sealed class DeputyFinder(SpaceIndex index, Inquiry inquiry)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>The deputies of those who decide.</summary>
    /// <param name="ends">The ends of the chains.</param>
    /// <param name="knowledge">What the question states.</param>
    public ImmutableArray<DeputyAnswer> Find(IReadOnlyList<Holding> ends, Knowledge knowledge)
    {
        if (!index.HasDeputies)
        {
            return [];
        }

        var found = new List<DeputyAnswer>();
        foreach ((int principal, List<List<int>> others) in PrincipalsOf(ends))
        {
            foreach (DeputyDefinition deputy in DeputiesOf(principal, knowledge))
            {
                int person = PersonOf(deputy.Deputy);
                List<List<int>> open = [.. others.Where(group => !group.Contains(person))];
                if (open.Count > 0)
                {
                    string only = open.Count < others.Count ? ", and then only " + Wording.List([.. open.Select(With).Distinct()], "or") : "";
                    found.Add(Describe(deputy, only + NotTwice(person, open, knowledge)));
                }
            }
        }

        return [.. found.Distinct()];
    }

    // Of each who has deputies, in the order of the ends, those beside whom it decides in each of its groups.
    private List<Principal> PrincipalsOf(IReadOnlyList<Holding> ends)
    {
        var principals = new List<Principal>();
        var known = new Dictionary<int, Principal>();
        foreach (Holding end in ends)
        {
            List<int> group = PeopleOf(end.Group);
            foreach (int person in group.Distinct().Where(person => index.DeputiesOf(person).Count > 0))
            {
                if (!known.TryGetValue(person, out Principal? principal))
                {
                    known.Add(person, principal = new Principal(person, []));
                    principals.Add(principal);
                }

                principal.Others.Add(Without(group, person));
            }
        }

        return principals;
    }

    /// <summary>Where a party may not decide: for whom it might, as a deputy of somebody who may, and who else must act then.</summary>
    public ImmutableArray<DeputyAnswer> FindFor(int party, Walk walk, Knowledge knowledge)
    {
        var found = new List<DeputyAnswer>();
        foreach (StandIn standIn in StandInsOf(party, walk, knowledge))
        {
            if (!standIn.Others.Contains(PersonOf(party)))
            {
                found.Add(Describe(standIn.Deputy, standIn.Others.Count > 0 ? ", " + With(standIn.Others) : ""));
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Those for whom a party is a deputy but cannot act, because it has to act beside them in its own right: it would act twice.</summary>
    public IEnumerable<string> WouldActTwice(int party, Walk walk, Knowledge knowledge) =>
        StandInsOf(party, walk, knowledge)
            .Where(standIn => standIn.Others.Contains(PersonOf(party)))
            .Select(standIn => Definition.Parties[standIn.Deputy.Principal].Name)
            .Distinct();

    /// <summary>A deputy in words: who, for whom, and when.</summary>
    public static DeputyAnswer Describe(SpaceDefinition definition, DeputyDefinition deputy)
    {
        string principal = definition.Parties[deputy.Principal].Name;
        string facts = string.Join(", ", Wording.Facts(definition, deputy.Facts));
        string except = Wording.List([.. deputy.Except.Select(subject => definition.Subjects[subject].Name)]);
        string when = $"while {principal} is away or conflicted"
            + (facts.Length > 0 ? ", " + facts : "")
            + (except.Length > 0 ? ", except " + except : "");
        return new DeputyAnswer(definition.Parties[deputy.Deputy].Name, principal, when, deputy.Source);
    }

    private DeputyAnswer Describe(DeputyDefinition deputy, string further) =>
        Describe(Definition, deputy) is var answer && further.Length > 0 ? answer with { When = answer.When + further } : answer;

    private string With(List<int> others) =>
        others.Count == 0 ? "alone" : "jointly with " + Wording.Together(others.Select(other => Definition.Parties[other].Name));

    // Whoever is the deputy of two who must act together stands in for one of them at a time.
    private string NotTwice(int person, List<List<int>> others, Knowledge knowledge)
    {
        string[] alike = [.. others.SelectMany(group => group).Distinct()
            .Where(other => DeputiesOf(other, knowledge).Any(deputy => PersonOf(deputy.Deputy) == person))
            .Select(other => Definition.Parties[other].Name)];
        return alike.Length == 0 ? "" : $", but not for {Wording.List(alike)} at the same time";
    }

    private IEnumerable<StandIn> StandInsOf(int party, Walk walk, Knowledge knowledge)
    {
        foreach (Holding holding in walk.Holdings)
        {
            if (holding.IsSuperseded || holding.IsDisplaced)
            {
                continue;
            }

            List<int> group = PeopleOf(holding.Group);
            foreach (int principal in group.Distinct())
            {
                foreach (DeputyDefinition deputy in DeputiesOf(principal, knowledge).Where(deputy => deputy.Deputy == party))
                {
                    yield return new StandIn(deputy, Without(group, principal));
                }
            }
        }
    }

    private IEnumerable<DeputyDefinition> DeputiesOf(int principal, Knowledge knowledge)
    {
        foreach (int deputyIndex in index.DeputiesOf(principal))
        {
            DeputyDefinition deputy = Definition.Deputies[deputyIndex];
            if (deputy.Days.Contains(inquiry.Day)
                && inquiry.IsAlive(deputy.Deputy)
                && !deputy.Except.Any(inquiry.IsAbout)
                && !IsKnownFalse(deputy, knowledge))
            {
                yield return deputy;
            }
        }
    }

    private int PersonOf(int party) => inquiry.ActingParty(inquiry.SeatOf(party));

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

    /// <summary>Somebody who decides and has deputies, and those beside whom it does in each of its groups.</summary>
    private sealed record Principal(int Person, List<List<int>> Others);

    /// <summary>A deputy in the place of somebody who holds the point, and those who must act with them.</summary>
    private sealed record StandIn(DeputyDefinition Deputy, List<int> Others);
}
