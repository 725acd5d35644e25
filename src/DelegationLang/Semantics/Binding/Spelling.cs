using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Names that are nearly another.</summary>
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
            int distance = EditDistance.Of(key, candidate, best - 1);
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
            if (EditDistance.Of(words[i], others[i], limit) > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string word) => word.All(char.IsDigit);
}
