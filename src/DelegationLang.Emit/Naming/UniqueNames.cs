using System.Collections.Immutable;

namespace DelegationLang.Emit.Naming;

/// <summary>
/// Makes names unique without regard to their order. Where several things would have one name, <em>each</em> of them gets a few digits of
/// the fingerprint of its key: so that one more sentence elsewhere can take a name away, but never hand it silently to something else.
/// </summary>
internal static class UniqueNames
{
    /// <summary>The names, in the order of the items.</summary>
    /// <param name="items">For each thing the name wanted, and a key that tells it from the others of that name.</param>
    /// <param name="separator">What stands before the digits.</param>
    /// <param name="taken">Names that none may have.</param>
    public static ImmutableArray<string> Make(
        IReadOnlyList<(string Wanted, string Key)> items,
        string separator,
        IEnumerable<string>? taken = null)
    {
        var used = new HashSet<string>(taken ?? [], StringComparer.Ordinal);
        var wanted = items
            .GroupBy(item => item.Wanted, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

        var names = new string[items.Count];
        for (int i = 0; i < items.Count; i++)
        {
            // Names that nobody else wants go first: a fingerprint must not push them out.
            if (wanted[items[i].Wanted] == 1 && used.Add(items[i].Wanted))
            {
                names[i] = items[i].Wanted;
            }
        }

        for (int i = 0; i < items.Count; i++)
        {
            names[i] ??= AddUnique(used, items[i].Wanted + separator + Fingerprint.Short(items[i].Key), separator);
        }

        return [.. names];
    }

    private static string AddUnique(HashSet<string> used, string name, string separator)
    {
        string candidate = name;
        for (int number = 2; !used.Add(candidate); number++)
        {
            candidate = FormattableString.Invariant($"{name}{separator}{number}");
        }

        return candidate;
    }
}
