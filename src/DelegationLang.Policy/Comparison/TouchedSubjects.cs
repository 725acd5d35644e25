using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// The subjects on which two versions may differ: those of which a changed sentence speaks, or one by or to a changed party, and those that have changed
/// themselves. Of all others both versions say the same, and nothing is worked out.
/// </summary>
internal sealed class TouchedSubjects
{
    private readonly JointScheme scheme;
    private readonly HashSet<int> nodes = [];
    private bool isAll;

    /// <summary>Finds them.</summary>
    /// <param name="scheme">Both versions.</param>
    /// <param name="isChanged">Whether a rule says what no rule of the other version does.</param>
    public TouchedSubjects(JointScheme scheme, Func<int, bool> isChanged)
    {
        this.scheme = scheme;
        isAll = scheme.Moved is not null;
        HashSet<int> parties = ChangedParties();
        for (int rule = 0; rule < scheme.ContentOf.Length; rule++)
        {
            SpaceIndex own = rule < scheme.AfterRules ? scheme.After : scheme.Before;
            RuleDefinition definition = own.Definition.Rules[rule];
            if (isChanged(rule) || parties.Contains(definition.Giver) || definition.Holders.Any(group => group.Any(parties.Contains)) || definition.Needed.Any(parties.Contains))
            {
                Note(own, definition);
            }
        }

        NoteTables();
        foreach (KeptByLaw kept in scheme.Before.Definition.Kept.Except(scheme.After.Definition.Kept).Concat(scheme.After.Definition.Kept.Except(scheme.Before.Definition.Kept)))
        {
            nodes.UnionWith(scheme.After.Subjects.Expand(kept.Subject));
        }

        for (int subject = 0; subject < scheme.Definition.Subjects.Length; subject++)
        {
            SubjectDefinition then = scheme.Before.Definition.Subjects[subject];
            SubjectDefinition now = scheme.After.Definition.Subjects[subject];
            if (!AreAlike(then, now) || parties.Contains(then.Owner) || parties.Contains(now.Owner))
            {
                nodes.Add(subject);
            }
        }
    }

    /// <summary>Whether the versions may differ on a subject.</summary>
    public bool Contains(int subject) => !IsElsewhere(subject) && (isAll || IsOnLine(scheme.Before, subject) || IsOnLine(scheme.After, subject));

    // What only a joined scheme has is for that to tell of.
    private bool IsElsewhere(int subject) => scheme.Before.Subjects[subject].Scheme.Length > 0 && scheme.After.Subjects[subject].Scheme.Length > 0;

    private bool IsOnLine(SpaceIndex index, int subject)
    {
        for (int node = subject; node >= 0; node = index.Subjects[node].Parent)
        {
            if (nodes.Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    private void Note(SpaceIndex index, RuleDefinition rule)
    {
        isAll |= rule.Scope != RuleScope.Named;
        foreach (int subject in rule.Subjects.Concat(rule.Within).Concat(rule.For).Concat(rule.Except).Concat(rule.KeptBack))
        {
            nodes.UnionWith(index.Subjects.Expand(subject));
        }
    }

    // Of a table the order of the lines counts too.
    private void NoteTables()
    {
        var lines = Tables(scheme.Before).GroupBy(table => table.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var others = Tables(scheme.After).GroupBy(table => table.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach ((SpaceIndex index, var own, var other) in new[] { (scheme.Before, lines, others), (scheme.After, others, lines) })
        {
            foreach ((string key, RuleDefinition[] rules) in Tables(index).Where(table => own[table.Key] != other.GetValueOrDefault(table.Key)))
            {
                Array.ForEach(rules, rule => Note(index, rule));
            }
        }
    }

    private IEnumerable<(string Key, RuleDefinition[] Rules)> Tables(SpaceIndex index) => Enumerable.Range(0, scheme.ContentOf.Length)
        .Where(rule => rule < index.Definition.Rules.Length && index.Definition.Rules[rule].Table >= 0)
        .GroupBy(rule => index.Definition.Rules[rule].Table)
        .Select(table => (string.Join(',', table.Select(rule => scheme.ContentOf[rule])), table.Select(rule => index.Definition.Rules[rule]).ToArray()));

    private HashSet<int> ChangedParties()
    {
        var changed = new HashSet<int>();
        for (int party = 0; party < scheme.Definition.Parties.Length; party++)
        {
            PartyDefinition then = scheme.Before.Definition.Parties[party];
            PartyDefinition now = scheme.After.Definition.Parties[party];
            if (!AreAlike(then, now))
            {
                changed.Add(party);

                // What an organisation holds may be anything.
                isAll |= then.Kind == PartyKind.Organisation || scheme.Before.OrganisationOf(party) >= 0 || scheme.After.OrganisationOf(party) >= 0;
            }
        }

        ILookup<int, int> before = Deputies(scheme.Before, scheme.DeputiesBefore);
        ILookup<int, int> after = Deputies(scheme.After, scheme.DeputiesAfter);
        int[] otherwise =
        [
            .. before.Concat(after).Select(group => group.Key).Distinct().Where(principal => !before[principal].Order().SequenceEqual(after[principal].Order())),

            // Whoever stands in has to be there.
            .. scheme.Before.Definition.Deputies.Concat(scheme.After.Definition.Deputies).Where(deputy => changed.Contains(deputy.Deputy)).Select(deputy => deputy.Principal),
        ];
        foreach (int principal in otherwise)
        {
            changed.Add(principal);
            isAll |= scheme.Before.OrganisationOf(principal) >= 0 || scheme.After.OrganisationOf(principal) >= 0;
        }

        return changed;
    }

    private static ILookup<int, int> Deputies(SpaceIndex index, int[] contents) =>
        index.Definition.Deputies.Zip(contents).ToLookup(pair => pair.First.Principal, pair => pair.Second);

    private static bool AreAlike(PartyDefinition then, PartyDefinition now) => then.Kind == now.Kind && then.Lifetime == now.Lifetime
        && then.At.SequenceEqual(now.At) && then.Boards.SequenceEqual(now.Boards) && then.Cabinets.SequenceEqual(now.Cabinets) && then.Leaders.SequenceEqual(now.Leaders);

    private static bool AreAlike(SubjectDefinition then, SubjectDefinition now) => then.Kind == now.Kind && then.Parent == now.Parent && then.Owner == now.Owner
        && then.IsExecutive == now.IsExecutive && then.Lifetime == now.Lifetime && then.Covers.SequenceEqual(now.Covers) && then.At.SequenceEqual(now.At);
}
