namespace DelegationLang.Policy.Evaluation;

/// <summary>The rules of one giver that bear on a question, by what they do.</summary>
internal sealed class GiverRules
{
    private readonly Dictionary<int, int> known = [];

    public List<RuleEntry> Reservations { get; } = [];

    public List<RuleEntry> Ordinary { get; } = [];

    public List<RuleEntry> Exceptional { get; } = [];

    /// <summary>Adds a rule where it belongs. A delegation in error gives nothing, so it is left out.</summary>
    public void Add(RuleDefinition rule, RuleEntry entry)
    {
        if (rule.Kind == RuleKind.Reservation)
        {
            Add(Reservations, entry);
        }
        else if (rule.IsEffective)
        {
            Add(rule.IsExceptional ? Exceptional : Ordinary, entry);
        }
    }

    // A rule that names several subjects of the decision (a function and its budget, say) holds wherever one of them does.
    private void Add(List<RuleEntry> entries, RuleEntry entry)
    {
        if (known.TryAdd(entry.Rule, entries.Count))
        {
            entries.Add(entry);
        }
        else
        {
            int same = known[entry.Rule];
            bool isEverywhere = entries[same].Places.IsEmpty || entry.Places.IsEmpty;
            entries[same] = entry with { Places = isEverywhere ? [] : [.. entries[same].Places.Union(entry.Places)] };
        }
    }
}

/// <summary>What those who give for a seat say of a question.</summary>
/// <param name="givers">Who they are.</param>
/// <param name="rules">The rules of each.</param>
internal sealed class SeatGiving(int[] givers, GiverRules[] rules)
{
    /// <summary>Who they are.</summary>
    public int[] Givers => givers;

    /// <summary>The rules of each.</summary>
    public GiverRules[] Rules => rules;

    /// <summary>Whether none of them says anything.</summary>
    public bool IsNothing { get; } = Array.TrueForAll(rules, own => own.Reservations.Count + own.Ordinary.Count + own.Exceptional.Count == 0);
}
