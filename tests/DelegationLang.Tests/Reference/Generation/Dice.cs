namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Choices that a seed decides: the same seed gives the same choices on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Choices of their own for clauses that few schemes have, so that all else is chosen as it would be without them.</summary>
    public Dice Aside => field ??= new Dice(unchecked((seed * 486_187_739) + 1));

    /// <summary>Choices of their own for names that stand for one thing after another.</summary>
    public Dice Again => field ??= new Dice(unchecked((seed * 16_777_619) + 2));

    /// <summary>Choices of their own for lists, for matters of an executive or a council, and for what passes in some subjects alone.</summary>
    public Dice More => field ??= new Dice(unchecked((seed * 922_337_203) + 3));

    /// <summary>A number from 0, and less than <paramref name="count"/>.</summary>
    public int Below(int count) => random.Next(count);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>So many different items, or all when there are fewer, in a random order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        List<T> left = [.. items];
        var chosen = new List<T>();
        while (chosen.Count < count && left.Count > 0)
        {
            int index = random.Next(left.Count);
            chosen.Add(left[index]);
            left.RemoveAt(index);
        }

        return chosen;
    }
}
