namespace DelegationLang;

/// <summary>Lists by key: what several things have in common with a key is kept under it, in the order in which it came.</summary>
internal static class ListsByKey
{
    /// <summary>Adds a value to the list of a key, which need not have one yet.</summary>
    public static void AddTo<TKey, TValue>(this Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<TValue>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
