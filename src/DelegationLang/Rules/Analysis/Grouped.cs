using System.Runtime.InteropServices;

namespace DelegationLang.Rules.Analysis;

/// <summary>Values by a key, those of one key in the order in which they came, all in one array: a list for each key would take several times the room.</summary>
internal sealed class Grouped<TKey, TValue>
    where TKey : struct
{
    private readonly Dictionary<TKey, (int Start, int Count)> ranges;
    private readonly TValue[] values;

    /// <summary>Groups values.</summary>
    /// <param name="all">The values.</param>
    /// <param name="keyOf">The key of each.</param>
    public Grouped(IReadOnlyList<TValue> all, Func<TValue, TKey> keyOf)
    {
        ranges = new(all.Count);
        foreach (TValue value in all)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(ranges, keyOf(value), out _).Count++;
        }

        int next = 0;
        foreach (TKey key in ranges.Keys)
        {
            ref (int Start, int Count) range = ref CollectionsMarshal.GetValueRefOrNullRef(ranges, key);
            range.Start = next;
            next += range.Count;
            range.Count = 0;
        }

        values = new TValue[next];
        foreach (TValue value in all)
        {
            ref (int Start, int Count) range = ref CollectionsMarshal.GetValueRefOrNullRef(ranges, keyOf(value));
            values[range.Start + range.Count++] = value;
        }
    }

    /// <summary>The keys.</summary>
    public IEnumerable<TKey> Keys => ranges.Keys;

    /// <summary>The values of a key; none where it has none.</summary>
    public ArraySegment<TValue> this[TKey key] => ranges.TryGetValue(key, out (int Start, int Count) range) ? new ArraySegment<TValue>(values, range.Start, range.Count) : ArraySegment<TValue>.Empty;
}
