using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>The gaps that were found, one between each two rules on a line: the first, but rather one in which a whole unit of currency lies.</summary>
internal sealed class GapList
{
    private readonly List<Gap> gaps = [];
    private readonly Dictionary<Key, int> known = [];

    /// <summary>All of them, in the order in which they were found.</summary>
    public IReadOnlyList<Gap> All => gaps;

    /// <summary>Whether a gap between two rules is known, and need not be looked for again.</summary>
    public bool Knows(int below, int above, Quantity? line) =>
        known.TryGetValue(new Key(below, above, line), out int at) && !gaps[at].IsUnderOneUnit;

    /// <summary>Adds a gap, unless it is known.</summary>
    public void Add(Gap gap)
    {
        var key = new Key(gap.Below, gap.Above, gap.Line);
        if (!known.TryGetValue(key, out int at))
        {
            known.Add(key, gaps.Count);
            gaps.Add(gap);
        }
        else if (gaps[at].IsUnderOneUnit && !gap.IsUnderOneUnit)
        {
            gaps[at] = gap;
        }
    }

    private sealed record Key(int Below, int Above, Quantity? Line);
}
