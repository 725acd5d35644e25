namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// For one answer: of the rules by which a party holds something that it may give on, those that another rule may rest on,
/// found by subject, since a party may hold hundreds.
/// </summary>
internal sealed class GivingRules(SpaceIndex index)
{
    private readonly Dictionary<string, BySubject> byParties = [];

    /// <summary>The rules by which one of the parties holds, alone and with power to delegate, something of what a rule gives.</summary>
    public IEnumerable<int> Beneath(IReadOnlyList<int> parties, RuleDefinition rule)
    {
        string key = string.Join(',', parties);
        if (!byParties.TryGetValue(key, out BySubject? rules))
        {
            rules = new BySubject(index, Ascending.Union(parties, index.RulesOfHolder).Where(r => Gives(index.Definition.Rules[r], parties)));
            byParties.Add(key, rules);
        }

        return rules.Overlapping(rule).Order();
    }

    private static bool Gives(RuleDefinition rule, IReadOnlyList<int> parties) =>
        rule.IsEffective && rule.Kind != RuleKind.Reservation && rule.Giver >= 0 && rule.Onward is not null
        && rule.Holders.Any(group => group.Length == 1 && parties.Contains(group[0]));

    private sealed class BySubject
    {
        private readonly SpaceIndex index;
        private readonly Dictionary<int, List<int>> naming = [];
        private readonly Dictionary<int, List<int>> below = [];
        private readonly List<int> all = [];
        private readonly List<int> wide = [];

        public BySubject(SpaceIndex index, IEnumerable<int> rules)
        {
            this.index = index;
            foreach (int ruleIndex in rules)
            {
                RuleDefinition rule = index.Definition.Rules[ruleIndex];
                all.Add(ruleIndex);
                if (rule.Scope != RuleScope.Named)
                {
                    wide.Add(ruleIndex);
                }

                foreach (int node in rule.Subjects.SelectMany(index.Subjects.Expand))
                {
                    naming.AddTo(node, ruleIndex);
                    foreach (int upper in index.Subjects.SelfAndAncestors(node))
                    {
                        below.AddTo(upper, ruleIndex);
                    }
                }
            }
        }

        /// <summary>The rules that name a subject of the other rule, something above it, or something within it.</summary>
        public HashSet<int> Overlapping(RuleDefinition rule)
        {
            if (rule.Scope != RuleScope.Named)
            {
                return [.. all];
            }

            var found = new HashSet<int>(wide);
            foreach (int node in rule.Subjects.SelectMany(index.Subjects.Expand))
            {
                found.UnionWith(below.GetValueOrDefault(node) ?? []);
                foreach (int upper in index.Subjects.SelfAndAncestors(node))
                {
                    found.UnionWith(naming.GetValueOrDefault(upper) ?? []);
                }
            }

            return found;
        }
    }
}
