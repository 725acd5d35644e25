using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Names by what they are declared as. Looked up as the binder does: with <c>of OWNER</c> after them or without.</summary>
internal sealed class DeclaredNames
{
    // Looking for slips compares each name: past this many comparisons a text is not worth more.
    private const int MostComparisons = 1_000_000;

    private readonly Dictionary<string, NameSort> sorts = new(StringComparer.Ordinal);
    private int comparisons;

    /// <summary>Adds a name by its key.</summary>
    public void Add(string key, NameSort sort) => sorts[key] = sorts.GetValueOrDefault(key) | sort;

    /// <summary>Adds all of another table.</summary>
    public void AddAll(DeclaredNames other)
    {
        foreach ((string key, NameSort sort) in other.sorts)
        {
            Add(key, sort);
        }
    }

    /// <summary>What a name is declared as, by itself or with <c>of OWNER</c> after it; none for a name that nothing declares.</summary>
    public NameSort Find(string key)
    {
        foreach (string form in Forms(key))
        {
            if (sorts.TryGetValue(form, out NameSort sort))
            {
                return sort;
            }
        }

        return NameSort.None;
    }

    /// <summary>Like <see cref="Find"/>, but what follows <c>of</c> must be declared as a party: <c>award of contracts</c> is no <c>award</c>.</summary>
    public NameSort FindOwned(string key)
    {
        foreach (string form in Forms(key))
        {
            if (sorts.TryGetValue(form, out NameSort sort) && (form.Length == key.Length || (Find(key[(form.Length + " of ".Length)..]) & NameSort.Party) != 0))
            {
                return sort;
            }
        }

        return NameSort.None;
    }

    /// <summary>The keys under which a name may be declared: itself, and without <c>of OWNER</c>.</summary>
    public static IEnumerable<string> Forms(string key)
    {
        yield return key;
        for (int of = key.LastIndexOf(" of ", StringComparison.Ordinal); of > 0; of = key.LastIndexOf(" of ", of - 1, StringComparison.Ordinal))
        {
            yield return key[..of];
        }
    }

    /// <summary>A declared name of this sort that has one slip of the pen; empty where there is none.</summary>
    public string Near(string key, NameSort wanted)
    {
        // A short word is near to too many others.
        if (key.Length < 4 || comparisons > MostComparisons)
        {
            return "";
        }

        comparisons += sorts.Count;
        foreach ((string name, NameSort sort) in sorts)
        {
            if ((sort & wanted) != 0 && Math.Abs(name.Length - key.Length) <= 1 && name[0] == key[0] && EditDistance.Of(key, name, 1) == 1)
            {
                return name;
            }
        }

        return "";
    }
}
