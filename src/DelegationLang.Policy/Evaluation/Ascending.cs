namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Lists in ascending order that hold nothing twice. A sorted set of numbers would be compiled at each start of a program, which takes longer
/// than all that is asked of it.
/// </summary>
internal static class Ascending
{
    /// <summary>Adds a value where it belongs, unless it is there.</summary>
    public static void Add<T>(List<T> list, T value)
        where T : struct, IComparable<T>
    {
        int at = list.Count;
        while (at > 0 && list[at - 1].CompareTo(value) > 0)
        {
            at--;
        }

        if (at == 0 || list[at - 1].CompareTo(value) != 0)
        {
            list.Insert(at, value);
        }
    }

    /// <summary>Adds a value to the list of a key.</summary>
    public static void AddTo<TKey>(Dictionary<TKey, List<decimal>> lists, TKey key, decimal value)
        where TKey : class
    {
        if (!lists.TryGetValue(key, out List<decimal>? list))
        {
            lists.Add(key, list = []);
        }

        Add(list, value);
    }
}
