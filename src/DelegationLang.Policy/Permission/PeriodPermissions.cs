using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Permission;

/// <summary>
/// What is remembered about one subject on a run of days between which nothing begins or ends: the figures and conditions that can tell questions
/// apart, and the outcomes found so far.
/// </summary>
internal sealed class PeriodPermissions
{
    // A key: party, place, what the amount counts, where it lies between the figures, conditions stated; then the verdict.
    private const int VerdictBits = 3;
    private const int ConditionBits = 10;
    private const int CellBits = 12;
    private const int AxisBits = 5;
    private const int PlaceBits = 14;
    private const int PartyBits = 19;
    private const int MostConditions = 6;

    private readonly bool isUsable;
    private readonly FigureScale scale;
    private readonly int[] conditions;
    private readonly object adding = new();

    private AmountAxis[] axes = [];

    // The whole standing, where there is more to say than the verdict. Made when it is needed: thousands of them would push the verdicts out of the caches.
    private ConcurrentDictionary<long, Standing>? standings;
    private long[] slots = new long[8];
    private int count;

    private PeriodPermissions(int first, int last, FigureScale scale, int[] conditions, bool isUsable)
    {
        First = first;
        Last = last;
        this.scale = scale;
        this.conditions = conditions;
        this.isUsable = isUsable;
    }

    /// <summary>The number of the first day.</summary>
    public int First { get; }

    /// <summary>The number of the last day, included.</summary>
    public int Last { get; }

    /// <summary>Looks through the rules that can bear on the subject.</summary>
    public static PeriodPermissions Of(DecisionSpace space, int function, int matter, DateOnly day, int first, int last)
    {
        SpaceDefinition definition = space.Definition;
        var literals = new Literals(definition, day);
        var context = new DecisionContext(space.Index, new Decision { Function = function, Matter = matter, Day = day });
        if (context.Holder >= 0)
        {
            foreach (RuleEntry entry in context.RulesInPlay)
            {
                literals.Add(definition.Rules[entry.Rule]);
            }
        }

        bool isSmall = definition.Parties.Length < 1 << PartyBits && definition.Places.Length < (1 << PlaceBits) - 1
            && literals.Figures.Count < 1 << (CellBits - 2) && literals.Conditions.Count <= MostConditions;
        return new PeriodPermissions(first, last, new FigureScale([.. literals.Figures]), [.. literals.Conditions], isSmall && !literals.HasParts);
    }

    /// <summary>The key of a question; none where the table cannot tell it from others, so that the evaluator is asked each time.</summary>
    public bool TryKey(int party, in DecisionPoint point, out long key)
    {
        int axis = point.Axis is null ? 0 : NumberOf(point.Axis);
        int state = point.Facts is null ? 0 : StateOf(point.Facts);
        if (!isUsable || axis < 0 || state < 0)
        {
            key = 0;
            return false;
        }

        long cell = axis == 0 ? 0 : scale.CellOf(point.Figure);
        key = ((((((((long)party << PlaceBits) + point.Place + 1) << AxisBits) + axis) << CellBits) + cell) << ConditionBits) + state;
        return true;
    }

    /// <summary>The standing by which a verdict was remembered.</summary>
    public Standing StandingOf(long key, RememberedAnswer verdict) => verdict switch
    {
        RememberedAnswer.Allowed => Standing.Allowed,
        RememberedAnswer.Refused => Standing.No,
        _ => standings is { } whole ? whole[key] : Standing.No,
    };

    /// <summary>The verdict, where it is known; <see cref="RememberedAnswer.None"/> otherwise.</summary>
    public RememberedAnswer Find(long key)
    {
        long[] table = Volatile.Read(ref slots);
        for (int at = PlaceOf(key, table.Length); ; at = (at + 1) & (table.Length - 1))
        {
            long slot = Volatile.Read(ref table[at]);
            if (slot >> VerdictBits == key && slot != 0)
            {
                return (RememberedAnswer)(slot & ((1 << VerdictBits) - 1));
            }

            if (slot == 0)
            {
                return RememberedAnswer.None;
            }
        }
    }

    /// <summary>Remembers a verdict, and the standing that goes with it.</summary>
    public void Add(long key, RememberedAnswer verdict, Standing standing)
    {
        lock (adding)
        {
            if (Find(key) != RememberedAnswer.None)
            {
                return;
            }

            if (verdict is not (RememberedAnswer.Allowed or RememberedAnswer.Refused))
            {
                (standings ??= [])[key] = standing;
            }

            if ((count + 1) * 2 > slots.Length)
            {
                long[] larger = new long[slots.Length * 2];
                foreach (long slot in slots)
                {
                    if (slot != 0)
                    {
                        Put(larger, slot);
                    }
                }

                Volatile.Write(ref slots, larger);
            }

            Put(slots, (key << VerdictBits) + (int)verdict);
            count++;
        }
    }

    private static void Put(long[] table, long slot)
    {
        int at = PlaceOf(slot >> VerdictBits, table.Length);
        while (table[at] != 0)
        {
            at = (at + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[at], slot);
    }

    // The upper half of the product: it depends on every bit of the key.
    private static int PlaceOf(long key, int length) => unchecked((int)((ulong)(key * -7046029254386353131L) >> 32)) & (length - 1);

    private int NumberOf(AmountAxis axis)
    {
        AmountAxis[] known = Volatile.Read(ref axes);
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].Means(axis))
            {
                return i + 1;
            }
        }

        return AddAxis(axis);
    }

    private int AddAxis(AmountAxis axis)
    {
        lock (adding)
        {
            int at = Array.FindIndex(axes, known => known.Means(axis));
            if (at < 0 && axes.Length < (1 << AxisBits) - 1)
            {
                at = axes.Length;
                Volatile.Write(ref axes, [.. axes, axis]);
            }

            return at < 0 ? -1 : at + 1;
        }
    }

    // Each condition that a rule asks about: not said, so, not so.
    private int StateOf(StatedFacts facts)
    {
        if (facts.Measures.Count > 0)
        {
            return -1;
        }

        int state = 0;
        foreach (int condition in conditions)
        {
            state = (state * 3) + (facts.Conditions.TryGetValue(condition, out bool value) ? value ? 1 : 2 : 0);
        }

        return state;
    }

    /// <summary>What the rules in play ask of a question.</summary>
    private sealed class Literals(SpaceDefinition definition, DateOnly day)
    {
        public SortedSet<decimal> Figures { get; } = [];

        public SortedSet<int> Conditions { get; } = [];

        /// <summary>Whether a bound is a part of a measure: it is another figure for each value of that.</summary>
        public bool HasParts { get; private set; }

        public void Add(RuleDefinition rule)
        {
            Add(rule.Limit);
            Add(rule.Onward?.Limit);
            foreach (ImmutableArray<FactDefinition> group in rule.Facts)
            {
                foreach (FactDefinition fact in group)
                {
                    if (fact.Condition >= 0)
                    {
                        Conditions.Add(fact.Condition);
                    }

                    Add(fact.Lower);
                    Add(fact.Upper);
                }
            }
        }

        private void Add(LimitDefinition? limit)
        {
            if (limit is null)
            {
                return;
            }

            Add(limit.Lower);
            Add(limit.Upper);
            Add(limit.Also);
        }

        private void Add(BoundDefinition? bound)
        {
            if (bound is null)
            {
                return;
            }

            foreach (BoundTerm term in bound.LowerOf)
            {
                HasParts |= term.Kind == BoundTermKind.PartOfMeasure;
                if (Evaluation.Figures.Of(definition, term, day) is decimal figure)
                {
                    Figures.Add(figure);
                }
            }
        }
    }
}
