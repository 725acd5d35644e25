using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// Finds what was renamed: a name that only the earlier version has, and one that only the later has, of the same kind and with the same sentences otherwise.
/// What no sentence speaks of is told apart by its name alone, and is never taken to be renamed. A party of which
/// the sentences are the same but for their limits was renamed, and has other limits, where there is one such in each version.
/// </summary>
internal sealed class RenameFinder(SpaceDefinition before, SpaceDefinition after, NameAlignment names)
{
    private readonly Dictionary<NameFamily, HashSet<int>> openBefore = [];
    private readonly Dictionary<NameFamily, HashSet<int>> openAfter = [];

    /// <summary>Finds them, and notes them in the alignment.</summary>
    public void Find()
    {
        foreach (NameFamily family in NamesOf.Families)
        {
            HashSet<int> known = [];
            HashSet<int> open = openBefore[family] = [];
            for (int i = 0; i < NamesOf.Count(before, family); i++)
            {
                if (names.NumberOf(family, i) is >= 0 and int number)
                {
                    known.Add(number);
                }
                else
                {
                    open.Add(i);
                }
            }

            openAfter[family] = [.. Enumerable.Range(0, names.AfterCount(family)).Where(index => !known.Contains(index))];
        }

        foreach (NameFamily family in NamesOf.Families)
        {
            Match(family, RuleLimits.Told);
        }

        Match(NameFamily.Party, RuleLimits.LeftOut);
    }

    private void Match(NameFamily family, RuleLimits limits)
    {
        if (openBefore[family].Count == 0 || openAfter[family].Count == 0)
        {
            return;
        }

        ILookup<string, int> earlier = Uses(before, family, openBefore, names.NumberOf, limits);
        foreach (IGrouping<string, int> later in Uses(after, family, openAfter, (_, index) => index, limits))
        {
            int[] candidates = [.. earlier[later.Key]];
            int[] successors = [.. later];
            if (candidates.Length != successors.Length || (limits == RuleLimits.LeftOut && candidates.Length > 1))
            {
                continue;
            }

            for (int i = 0; i < candidates.Length; i++)
            {
                names.Rename(family, candidates[i], successors[i]);
                openBefore[family].Remove(candidates[i]);
                openAfter[family].Remove(successors[i]);
            }
        }
    }

    // Of each open entry all that is said of it, by which it is known under any name.
    private static ILookup<string, int> Uses(SpaceDefinition definition, NameFamily family, Dictionary<NameFamily, HashSet<int>> open, Func<NameFamily, int, int> numberOf, RuleLimits limits)
    {
        var uses = open[family].ToDictionary(index => index, _ => new List<string>());
        var all = NamesOf.Families.ToDictionary(other => other, other => NamesOf.All(definition, other));
        NameExchange[] others = NamesOf.WithLonger([.. NamesOf.Families.SelectMany(other => open[other].Select(index => new NameExchange(all[other][index], "?")))], definition);
        foreach (RuleDefinition rule in definition.Rules)
        {
            foreach (int index in Mentioned(definition, rule, family).Distinct().Where(uses.ContainsKey))
            {
                uses[index].Add(Text(index).Of(rule));
            }
        }

        foreach (DeputyDefinition deputy in definition.Deputies)
        {
            foreach (int index in Mentioned(deputy, family).Distinct().Where(uses.ContainsKey))
            {
                uses[index].Add(Text(index).Of(deputy));
            }
        }

        return uses.Where(use => use.Value.Count > 0)
            .OrderBy(use => use.Key)
            .ToLookup(use => KindOf(definition, family, use.Key) + "\n" + string.Join('\n', use.Value.Order(StringComparer.Ordinal)), use => use.Key, StringComparer.Ordinal);

        RuleText Text(int self) => new(
            definition,
            (of, index) => of == family && index == self ? "*" : open[of].Contains(index) ? "?" : FormattableString.Invariant($"{numberOf(of, index)}"),
            text => NamesOf.Replace(text, [.. others.Select(other => other.Name == all[family][self] ? new NameExchange(other.Name, "*") : other)]),
            limits: limits);
    }

    private static string KindOf(SpaceDefinition definition, NameFamily family, int index) => family switch
    {
        NameFamily.Party => $"{definition.Parties[index].Kind} {definition.Parties[index].Lifetime} {definition.Parties[index].Scheme}",
        NameFamily.Subject => $"{definition.Subjects[index].Kind} {definition.Subjects[index].IsExecutive} {definition.Subjects[index].Lifetime} {definition.Subjects[index].Scheme}",
        NameFamily.Place => $"{definition.Places[index].Lifetime}",
        NameFamily.Condition => $"{definition.Conditions[index].Normally}",
        _ => $"{definition.Measures[index].Unit} {definition.Measures[index].Currency}",
    };

    private static IEnumerable<int> Mentioned(SpaceDefinition definition, RuleDefinition rule, NameFamily family) => family switch
    {
        NameFamily.Party => [rule.Giver, rule.ApprovedBy, .. rule.Holders.SelectMany(group => group), .. rule.Needed, .. rule.Onward?.To ?? [], rule.Onward?.ConsentOf ?? -1],
        NameFamily.Subject => [.. rule.Subjects, .. rule.Within, .. rule.For, .. rule.Except, .. rule.KeptBack],
        NameFamily.Place => [.. rule.At, .. rule.Holders.SelectMany(group => group).SelectMany(party => definition.Parties[party].At)],
        NameFamily.Condition => rule.Facts.SelectMany(group => group).Select(fact => fact.Condition),
        _ => [.. rule.Facts.SelectMany(group => group).Select(fact => fact.Measure), .. Bounds(rule).SelectMany(bound => bound.LowerOf).Where(term => term.Kind == BoundTermKind.PartOfMeasure).Select(term => term.Index)],
    };

    private static IEnumerable<int> Mentioned(DeputyDefinition deputy, NameFamily family) => family switch
    {
        NameFamily.Party => [deputy.Deputy, deputy.Principal],
        NameFamily.Subject => deputy.For.Concat(deputy.Except),
        NameFamily.Condition => deputy.Facts.SelectMany(group => group).Select(fact => fact.Condition),
        _ => [],
    };

    private static IEnumerable<BoundDefinition> Bounds(RuleDefinition rule) =>
        VariableTable.LimitsOf(rule).SelectMany(limit => (BoundDefinition?[])[limit.Lower, limit.Upper]).OfType<BoundDefinition>();
}
