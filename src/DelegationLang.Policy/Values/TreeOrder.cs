namespace DelegationLang.Policy.Values;

/// <summary>Numbers the things of a forest so that a thing and all that lies within it are the numbers of one interval: of two things one lies within the other, or their intervals do not meet.</summary>
internal sealed class TreeOrder
{
    private readonly int[] first;
    private readonly int[] last;

    /// <summary>Numbers them. What lies within itself, through others or not, stands alone.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="parentOf">What each lies within; -1 for none.</param>
    public TreeOrder(int count, Func<int, int> parentOf)
    {
        first = new int[count];
        last = new int[count];
        var parts = new List<int>?[count];
        var waiting = new Stack<int>();
        for (int thing = count - 1; thing >= 0; thing--)
        {
            int parent = parentOf(thing);
            if (parent >= 0)
            {
                (parts[parent] ??= []).Add(thing);
            }
            else
            {
                waiting.Push(thing);
            }
        }

        Array.Fill(first, -1);
        int next = 0;
        while (waiting.TryPop(out int thing))
        {
            if (thing < 0)
            {
                last[~thing] = next - 1;
                continue;
            }

            first[thing] = next++;
            waiting.Push(~thing);
            foreach (int part in parts[thing] ?? [])
            {
                waiting.Push(part);
            }
        }

        for (int thing = 0; thing < count; thing++)
        {
            if (first[thing] < 0)
            {
                first[thing] = last[thing] = next++;
            }
        }
    }

    /// <summary>Whether a thing is another or lies within it.</summary>
    public bool IsWithin(int thing, int whole) => first[whole] <= first[thing] && first[thing] <= last[whole];

    /// <summary>The numbers of a thing and of all that lies within it.</summary>
    public Interval Of(int thing) => new(first[thing], true, last[thing], true);
}
