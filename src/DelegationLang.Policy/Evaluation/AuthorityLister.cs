using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Lists what a party holds on a day: by law, by what is reserved to it, and by each chain of sentences that ends in it.</summary>
internal sealed class AuthorityLister(SpaceIndex index, DateOnly day)
{
    // A party that holds one thing by more chains than this has a scheme in which no list would help; the first ones are enough.
    private const int MostChains = 64;

    private readonly GivingRules giving = new(index);
    private readonly AuthorityComposer composer = new(index);

    private SpaceDefinition Definition => index.Definition;

    /// <summary>The answer to <c>what may X decide</c>: yes with what it holds, or no with the reason.</summary>
    public Answer Of(int party)
    {
        PartyDefinition definition = Definition.Parties[party];
        if (!Definition.InForce.Contains(day))
        {
            return No($"the scheme does not cover {Wording.Day(day)}: it is in force {Wording.Days(Definition.InForce)}");
        }

        if (!definition.Lifetime.Contains(day))
        {
            return No($"{definition.Name} does not exist on {Wording.Day(day)}: it exists {Wording.Days(definition.Lifetime)}");
        }

        var authorities = new List<Authority>();
        authorities.AddRange(ByLaw(party));
        foreach (int rule in Ascending.Union(SeatParties(party), index.RulesOfHolder))
        {
            authorities.AddRange(ByRule(party, rule));
        }

        return authorities.Count == 0
            ? No($"no sentence in force on {Wording.Day(day)} gives {definition.Name} anything to decide") with { Deputies = StandingInFor(party) }
            : new Answer { Outcome = Outcome.Yes, Deciders = [definition.Name], Authorities = [.. authorities], Deputies = StandingInFor(party), Day = day };

        Answer No(string reason) => new() { Outcome = Outcome.No, Reasons = [reason], Day = day };
    }

    private ImmutableArray<DeputyAnswer> StandingInFor(int party) =>
    [
        .. Definition.Deputies
            .Where(deputy => deputy.Deputy == party && deputy.Days.Contains(day))
            .Select(deputy => DeputyFinder.Describe(Definition, deputy)),
    ];

    private IEnumerable<int> SeatParties(int party)
    {
        yield return party;
        PartyDefinition definition = Definition.Parties[party];
        int organisation = index.OrganisationOf(party);
        IEnumerable<int> others = organisation >= 0 ? [organisation] : definition.Boards.Concat(definition.Cabinets);
        foreach (int other in others.Where(p => Definition.Parties[p].Lifetime.Contains(day)))
        {
            yield return other;
        }
    }

    private IEnumerable<Authority> ByLaw(int party)
    {
        int organisation = index.OrganisationOf(party) >= 0 ? index.OrganisationOf(party) : party;
        PartyDefinition holder = Definition.Parties[organisation];
        SubjectDefinition[] own = [.. Definition.Subjects.Where(s => s.Owner == organisation && s.Lifetime.Contains(day))];
        if (own.Length == 0)
        {
            yield break;
        }

        var chain = new List<ChainLink> { new(holder.Name, holder.Source, "holds its functions and matters by law") };
        if (holder.Kind != PartyKind.Organisation)
        {
            yield return new Authority { Subject = Wording.List([.. own.Select(s => s.Name)]), Chain = [.. chain] };
            yield break;
        }

        bool isCabinet = holder.Cabinets.Contains(party);
        bool hasCabinet = holder.Cabinets.Any(c => Definition.Parties[c].Lifetime.Contains(day));
        if (party != organisation)
        {
            chain.Add(new ChainLink(Definition.Parties[party].Name, Definition.Parties[party].Source, "acts for " + holder.Name));
        }

        string what = isCabinet ? $"every executive function of {holder.Name}"
            : hasCabinet && party != organisation && own.Any(s => s.IsExecutive) ? $"every function and matter of {holder.Name} but its executive functions"
            : $"every function and matter of {holder.Name}";
        yield return new Authority { Subject = what, MayDelegate = true, Chain = [.. chain] };
    }

    private IEnumerable<Authority> ByRule(int party, int ruleIndex)
    {
        RuleDefinition rule = Definition.Rules[ruleIndex];
        if ((!rule.IsEffective && rule.Kind != RuleKind.Reservation) || rule.Giver < 0)
        {
            yield break;
        }

        foreach (ImmutableArray<int> group in rule.Holders.Where(g => g.Contains(party) && g.All(p => Definition.Parties[p].Lifetime.Contains(day))))
        {
            foreach (ImmutableArray<int> path in PathsTo(ruleIndex, []).Take(MostChains))
            {
                if (Compose(party, group, path) is { } authority)
                {
                    yield return authority;
                }
            }
        }
    }

    /// <summary>The chains of rules that end in a rule, from the top down; the giver of the first holds by law.</summary>
    private IEnumerable<ImmutableArray<int>> PathsTo(int ruleIndex, ImmutableArray<int> below)
    {
        RuleDefinition rule = Definition.Rules[ruleIndex];
        if (!rule.Days.Contains(day) || below.Contains(ruleIndex) || !Definition.Parties[rule.Giver].Lifetime.Contains(day))
        {
            yield break;
        }

        ImmutableArray<int> path = below.Insert(0, ruleIndex);
        if (HoldsByLaw(rule))
        {
            yield return path;
        }

        foreach (int upper in giving.Beneath([.. SeatParties(rule.Giver)], rule))
        {
            foreach (ImmutableArray<int> whole in PathsTo(upper, path))
            {
                yield return whole;
            }
        }
    }

    private bool HoldsByLaw(RuleDefinition rule)
    {
        int organisation = index.OrganisationOf(rule.Giver) >= 0 ? index.OrganisationOf(rule.Giver) : rule.Giver;
        return rule.Scope == RuleScope.Named
            ? rule.Subjects.Any(s => Definition.Subjects[s].Owner == organisation)
            : Definition.Parties[organisation].Kind == PartyKind.Organisation;
    }

    private Authority? Compose(int party, ImmutableArray<int> group, ImmutableArray<int> path)
    {
        RuleDefinition[] rules = [.. path.Select(r => Definition.Rules[r])];
        DateRange days = rules.Aggregate(Definition.InForce, (range, rule) => range.Intersect(rule.Days)).Intersect(Definition.Parties[party].Lifetime);
        if (!days.Contains(day))
        {
            return null;
        }

        return composer.Of(group, party, rules, days, [.. Links(path, group)]);
    }

    private IEnumerable<ChainLink> Links(ImmutableArray<int> path, ImmutableArray<int> last)
    {
        RuleDefinition first = Definition.Rules[path[0]];
        PartyDefinition top = Definition.Parties[first.Giver];
        yield return new ChainLink(top.Name, top.Source, "holds it by law");
        for (int i = 0; i < path.Length; i++)
        {
            // A sentence may give to several: the chain names those through whom it goes.
            RuleDefinition rule = Definition.Rules[path[i]];
            ImmutableArray<int> group = i == path.Length - 1 ? last : GroupOf(rule, Definition.Rules[path[i + 1]].Giver);
            string name = Wording.Together(group.Select(p => Definition.Parties[p].Name));
            yield return new ChainLink(name, rule.Source, ChainBuilder.Via(Definition, rule), rule.Reference, path[i]);
        }
    }

    private ImmutableArray<int> GroupOf(RuleDefinition rule, int giver) =>
        rule.Holders.First(group => group.Length == 1 && SeatParties(giver).Contains(group[0]));
}
