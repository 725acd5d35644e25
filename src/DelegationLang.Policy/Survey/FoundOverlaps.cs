namespace DelegationLang.Policy.Survey;

/// <summary>Which overlaps are known, so that none is told twice.</summary>
internal sealed class FoundOverlaps
{
    private readonly List<OverlapKey> order = [];
    private readonly HashSet<OverlapKey> keys = [];

    // Where very many sentences meet in one point, each of them is known to meet each other without a key for every two.
    private readonly Dictionary<int, List<int>> meetings = [];
    private readonly HashSet<int> forgotten = [];
    private int lastMeeting;

    /// <summary>How much is known at some time.</summary>
    /// <param name="Count">How many keys.</param>
    /// <param name="Meeting">The last meeting of many.</param>
    internal sealed record Mark(int Count, int Meeting);

    /// <summary>What is known now.</summary>
    public Mark Now() => new(order.Count, lastMeeting);

    /// <summary>Forgets what was found since.</summary>
    public void BackTo(Mark mark)
    {
        for (int i = order.Count - 1; i >= mark.Count; i--)
        {
            keys.Remove(order[i]);
            order.RemoveAt(i);
        }

        for (int meeting = mark.Meeting + 1; meeting <= lastMeeting; meeting++)
        {
            forgotten.Add(meeting);
        }
    }

    /// <summary>Notes an overlap.</summary>
    public void Add(OverlapKey key)
    {
        if (keys.Add(key))
        {
            order.Add(key);
        }
    }

    /// <summary>Notes that the sentences of all these meet each other.</summary>
    public void AddTogether(List<Divergence> partings)
    {
        lastMeeting++;
        foreach (Divergence divergence in partings)
        {
            if (!divergence.Key.IsAcross)
            {
                AddTo(divergence.Key.First);
                AddTo(divergence.Key.Second);
            }
        }
    }

    /// <summary>Whether an overlap is known.</summary>
    public bool Contains(OverlapKey key) => keys.Contains(key) || (!key.IsAcross && AreTogether(key.First, key.Second));

    /// <summary>Whether that is known at which two chains part.</summary>
    public bool Contains(Divergence divergence) => Contains(divergence.Key);

    /// <summary>Forgets those across.</summary>
    public void ForgetAcross()
    {
        keys.RemoveWhere(key => key.IsAcross);
        order.RemoveAll(key => key.IsAcross);
    }

    private void AddTo(int sentence)
    {
        if (!meetings.TryGetValue(sentence, out List<int>? list))
        {
            meetings.Add(sentence, list = []);
        }

        if (list.Count == 0 || list[^1] != lastMeeting)
        {
            list.Add(lastMeeting);
        }
    }

    private bool AreTogether(int one, int other)
    {
        if (!meetings.TryGetValue(one, out List<int>? ones) || !meetings.TryGetValue(other, out List<int>? others))
        {
            return false;
        }

        // Both ascend.
        for (int i = 0, j = 0; i < ones.Count && j < others.Count;)
        {
            if (ones[i] == others[j] && !forgotten.Contains(ones[i]))
            {
                return true;
            }

            if (ones[i] <= others[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }
}
