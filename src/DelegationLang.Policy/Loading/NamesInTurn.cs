namespace DelegationLang.Policy.Loading;

/// <summary>The names that stand for one thing after another, never for two on one day.</summary>
internal sealed class NamesInTurn
{
    /// <summary>No such names.</summary>
    public static readonly NamesInTurn None = new(0, _ => "", _ => DateRange.Always);

    private readonly Dictionary<int, (int Index, DateRange Days)[]> bearers = [];

    /// <summary>Finds those of a list.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="nameOf">What tells their names apart; empty for a thing without one.</param>
    /// <param name="lifeOf">The days of each.</param>
    public NamesInTurn(int count, Func<int, string> nameOf, Func<int, DateRange> lifeOf)
    {
        HashSet<string> dated = [.. Enumerable.Range(0, count).Where(i => lifeOf(i) != DateRange.Always).Select(nameOf).Where(name => name.Length > 0)];
        foreach (IGrouping<string, int> named in Enumerable.Range(0, dated.Count == 0 ? 0 : count).Where(i => dated.Contains(nameOf(i))).GroupBy(nameOf, StringComparer.Ordinal))
        {
            (int Index, DateRange Days)[] inOrder = [.. named.Select(i => (Index: i, Days: lifeOf(i))).OrderBy(one => one.Days.First)];
            if (inOrder.Length > 1 && inOrder.Skip(1).Zip(inOrder).All(pair => !pair.First.Days.Overlaps(pair.Second.Days)))
            {
                Array.ForEach(inOrder, one => bearers.Add(one.Index, inOrder));
            }
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => bearers.Count == 0;

    /// <summary>Whatever bears the name of a thing on a day; the thing itself where nothing does, or where the name is its own alone.</summary>
    public int On(int index, DateOnly day)
    {
        if (bearers.TryGetValue(index, out (int Index, DateRange Days)[]? named))
        {
            foreach ((int other, DateRange days) in named)
            {
                if (days.Contains(day))
                {
                    return other;
                }
            }
        }

        return index;
    }

    /// <summary>Whether two things bear one name in turn.</summary>
    public bool Share(int one, int other) => bearers.TryGetValue(one, out (int Index, DateRange Days)[]? named) && Array.Exists(named, bearer => bearer.Index == other);
}
