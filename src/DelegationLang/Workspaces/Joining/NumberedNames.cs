using System.Collections.Immutable;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The things of a family by what tells them apart, each with its number.</summary>
internal sealed class NumberedNames(int known)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private int count = known;

    /// <summary>Notes what has a number. What stands there first counts.</summary>
    public void Know(int number, IEnumerable<string> keys)
    {
        if (number >= 0)
        {
            foreach (var key in keys)
            {
                numbers.TryAdd(key, number);
            }
        }
    }

    /// <summary>The number of what the first known of the keys tells; -1 where none is known.</summary>
    public int Find(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (numbers.TryGetValue(key, out var found))
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>Gives what has no number yet the next ones, in the order of the list.</summary>
    public ImmutableArray<int> Fill(int[] given)
    {
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] < 0)
            {
                given[i] = count++;
            }
        }

        return [.. given];
    }
}
