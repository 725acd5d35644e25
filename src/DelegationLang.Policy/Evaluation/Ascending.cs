namespace DelegationLang.Policy.Evaluation;

/// <summary>Lists in ascending order that hold nothing twice: short ones, which are quicker than trees.</summary>
internal static class Ascending
{
    /// <summary>Adds a value where it belongs, unless it is there.</summary>
    public static void Add(List<int> list, int value)
    {
        int at = list.Count > 0 && list[^1] < value ? ~list.Count : list.BinarySearch(value);
        if (at < 0)
        {
            list.Insert(~at, value);
        }
    }

    /// <summary>All numbers of the lists of several keys.</summary>
    public static List<int> Union(IEnumerable<int> keys, Func<int, IReadOnlyList<int>> listOf)
    {
        var all = new List<int>();
        foreach (int key in keys)
        {
            all.AddRange(listOf(key));
        }

        all.Sort();
        int kept = 0;
        for (int index = 0; index < all.Count; index++)
        {
            if (kept == 0 || all[kept - 1] != all[index])
            {
                all[kept++] = all[index];
            }
        }

        all.RemoveRange(kept, all.Count - kept);
        return all;
    }
}
