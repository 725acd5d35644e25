using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>How far apart two spellings are.</summary>
internal static class Spelling
{
    /// <summary>How many slips of the pen (a letter too many, too few, another, or two swapped) a name of this length may hold and still be recognised.</summary>
    public static int Tolerance(int length) => length switch
    {
        < 3 => 0,
        < 8 => 1,
        < 12 => 2,
        < 16 => 3,
        _ => 4,
    };

    /// <summary>
    /// The Damerau–Levenshtein distance (with swaps of neighbours, none edited twice), or more than <paramref name="limit"/> as soon as it is sure to exceed it.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        int width = b.Length + 1;
        Span<int> buffer = width * 3 <= 384 ? stackalloc int[width * 3] : new int[width * 3];
        Span<int> before = buffer[..width];
        Span<int> previous = buffer.Slice(width, width);
        Span<int> current = buffer[(2 * width)..];
        for (int j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j < width; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, before[j - 2] + 1);
                }

                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            Span<int> oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[width - 1];
    }

    /// <summary>The closest of the keys, the first of several as close; none when nothing is close.</summary>
    public static string? Closest(string name, IEnumerable<string> keys)
    {
        string key = NameKey.Of(name);
        int best = Tolerance(key.Length) + 1;
        string? closest = null;
        string? beginning = null;
        bool isOnlyBeginning = true;
        foreach (string candidate in keys)
        {
            int distance = Distance(key, candidate, best - 1);
            if (distance < best && distance > 0 && IsSlip(key, candidate))
            {
                best = distance;
                closest = candidate;
            }

            // "Audit" for "Audit Committee", as long as nothing else begins so.
            if (key.Length >= 4 && candidate.Length > key.Length && candidate.StartsWith(key, StringComparison.Ordinal))
            {
                isOnlyBeginning = beginning is null;
                beginning ??= candidate;
            }
        }

        return closest ?? (isOnlyBeginning ? beginning : null);
    }

    // "Place Committee Hull" is no slip for "Place Committee Bury": word for word, each must be like its partner.
    private static bool IsSlip(string key, string candidate)
    {
        string[] words = key.Split(' ');
        string[] others = candidate.Split(' ');
        if (!words.Where(IsNumber).SequenceEqual(others.Where(IsNumber)))
        {
            // "Band 7" is no slip for "Band 6", nor for "Band".
            return false;
        }

        if (words.Length != others.Length)
        {
            return true;
        }

        for (int i = 0; i < words.Length; i++)
        {
            int limit = Math.Max(1, words[i].Length / 3);
            if (Distance(words[i], others[i], limit) > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string word) => word.All(char.IsDigit);
}
