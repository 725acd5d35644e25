using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Puts a chain of rules into words: what is held by it, how much, where, when and on what conditions.</summary>
internal sealed class AuthorityComposer(SpaceIndex index)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>What a party holds by a chain of rules.</summary>
    /// <param name="group">Those who hold it by the last rule, of whom the party is one.</param>
    /// <param name="party">The party.</param>
    /// <param name="rules">The rules from the top down; at least one.</param>
    /// <param name="days">The days on which all of it holds, both ends included.</param>
    /// <param name="chain">The chain in words.</param>
    public Authority Of(ImmutableArray<int> group, int party, RuleDefinition[] rules, DateRange days, ImmutableArray<ChainLink> chain)
    {
        RuleDefinition last = rules[^1];
        var others = group.ToList();
        others.Remove(party);
        return new Authority
        {
            Subject = SubjectWords(rules),
            Limit = string.Join(", and ", Limits(rules)),
            Place = PlaceWords(rules, party),
            Days = days,
            Conditions = [.. rules.SelectMany(rule => Wording.Facts(Definition, rule.Facts)).Distinct()],
            Except = [.. Exceptions(rules)],
            JointlyWith = [.. others.Select(p => Definition.Parties[p].Name)],
            Steps = [.. rules.SelectMany(rule => rule.Steps).Distinct()],
            IsReserved = last.Kind == RuleKind.Reservation,
            IsExceptional = rules.Any(rule => rule.IsExceptional && rule.Kind != RuleKind.Reservation),
            IsUnderContract = rules.Any(rule => rule.Kind == RuleKind.Entrustment),
            MayDelegate = last.Onward is not null && others.Count == 0,
            Chain = chain,
        };
    }

    private string SubjectWords(RuleDefinition[] rules)
    {
        // The narrowest sentence says what it is about: the last one that names its subjects.
        RuleDefinition? named = Array.FindLast(rules, rule => rule.Scope == RuleScope.Named);
        RuleDefinition last = rules[^1];
        if (named is null)
        {
            string owner = Definition.Parties[last.Giver].Name;
            return (last.Scope == RuleScope.AllMatters ? "all matters of " : "all other matters of ") + owner;
        }

        string words = Wording.List([.. named.Subjects.Select(s => Definition.Subjects[s].Name)]);
        RuleDefinition? narrowed = Array.FindLast(rules, rule => !rule.For.IsEmpty);
        return narrowed is null ? words : words + " for " + Wording.List([.. narrowed.For.Select(s => Definition.Subjects[s].Name)]);
    }

    /// <summary>The limits of a chain; where two have figures on one basis only the lower is said.</summary>
    private IEnumerable<string> Limits(RuleDefinition[] rules)
    {
        var kept = new List<LimitDefinition>();
        foreach (LimitDefinition limit in rules.Select(rule => rule.Limit).OfType<LimitDefinition>())
        {
            int same = kept.FindIndex(k => k.Basis == limit.Basis && k.Vat == limit.Vat && Ceiling(k) is not null && Ceiling(limit) is not null);
            if (same < 0)
            {
                kept.Add(limit);
            }
            else if (Ceiling(limit) < Ceiling(kept[same]) || limit.Lower is not null)
            {
                kept[same] = limit;
            }
        }

        return kept.Select(limit => Wording.Limit(Definition, limit)).Distinct();
    }

    private static decimal? Ceiling(LimitDefinition limit) =>
        limit.Upper is { LowerOf: [{ Kind: BoundTermKind.Figure } term] } ? term.Value : null;

    private string PlaceWords(RuleDefinition[] rules, int party)
    {
        ImmutableArray<int> places = Definition.Parties[party].At;
        for (int i = rules.Length - 1; i >= 0 && places.IsEmpty; i--)
        {
            places = rules[i].At.IsEmpty ? Definition.Parties[rules[i].Giver].At : rules[i].At;
        }

        return places.IsEmpty ? "" : "at " + Wording.List([.. places.Select(p => Definition.Places[p].Name)]);
    }

    private IEnumerable<string> Exceptions(RuleDefinition[] rules)
    {
        foreach (string name in rules.SelectMany(rule => rule.Except.Concat(rule.KeptBack)).Distinct().Select(s => Definition.Subjects[s].Name))
        {
            yield return name;
        }

        if (rules[^1].Kind == RuleKind.Reservation || rules[^1].IsExceptional)
        {
            yield break;
        }

        foreach (int giver in rules.Select(rule => index.OrganisationOf(rule.Giver) >= 0 ? index.OrganisationOf(rule.Giver) : rule.Giver).Distinct())
        {
            if (index.Reserves(giver))
            {
                yield return "what " + Definition.Parties[giver].Name + " reserves";
            }
        }
    }
}
