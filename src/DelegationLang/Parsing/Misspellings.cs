namespace DelegationLang.Parsing;

/// <summary>Words that are nearly one of the language's own.</summary>
internal static class Misspellings
{
    private static readonly string[] Verbs =
        ["is", "delegates", "reserves", "entrusts", "recommends", "advises", "oversees", "consults", "deputises for"];

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["are"] = "is",
        ["gives"] = "delegates",
        ["grants"] = "delegates",
        ["assigns"] = "delegates",
        ["authorises"] = "delegates",
        ["delegate"] = "delegates",
        ["delegated"] = "delegates",
        ["retains"] = "reserves",
        ["keeps"] = "reserves",
        ["reserve"] = "reserves",
        ["reserved"] = "reserves",
        ["entrust"] = "entrusts",
        ["recommend"] = "recommends",
        ["advise"] = "advises",
        ["oversee"] = "oversees",
        ["consult"] = "consults",
        ["deputizes"] = "deputises for",
        ["deputise"] = "deputises for",
    };

    /// <summary>Whether a word says what somebody ought to do or is allowed to: papers are full of such sentences, this language has none.</summary>
    public static bool IsModal(string word) => word is "shall" or "must" or "will" or "should" or "can" or "may" or "has" or "have" or "authority" or "authorised" or "responsible";

    /// <summary>Whether a word before <c>to</c> is nearly <c>reporting</c>, or says the same as it.</summary>
    public static bool IsReporting(string word) => word is "reports" or "report" or "accountable" or "answerable" or "responsible" || Distance(word, "reporting") <= 2;

    /// <summary>The verb that a word is nearly, or says the same as; empty for none.</summary>
    public static string OfVerb(string word)
    {
        if (OtherWords.TryGetValue(word, out string? verb))
        {
            return verb;
        }

        foreach (string candidate in Verbs)
        {
            if (word.Length > 4 && Distance(word.ToLowerInvariant(), candidate) is 0 or 1 or 2)
            {
                return candidate;
            }
        }

        return "";
    }

    /// <summary>Whether a word is a verb of the language with a slip of the pen or another ending, and not another word that says much the same.</summary>
    public static bool IsSlip(string word, string verb) => Distance(word.ToLowerInvariant(), verb) <= 2;

    /// <summary>The phrase of several words that the words from here on are nearly, the first of them exactly; null for none.</summary>
    public static Phrase? NearPhrase(string text, int start, out int end)
    {
        end = start;
        foreach (Phrase phrase in PhraseTable.StartingWith(text.AsSpan(start, SourceScan.WordEnd(text, start) - start)))
        {
            end = SourceScan.WordEnd(text, start);
            bool isNear = phrase.Rest.Length > 0;
            foreach (string wanted in phrase.Rest)
            {
                int word = SourceScan.SkipSpace(text, end);
                end = SourceScan.WordEnd(text, word);
                isNear = isNear && IsNear(text[word..end], wanted);
            }

            if (isNear)
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>The phrase that starts with a word that is nearly the one at a place, the words after it exactly; null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="end">Where the phrase ends.</param>
    public static Phrase? MistypedPhrase(string text, int start, out int end)
    {
        end = SourceScan.WordEnd(text, start);
        string word = text[start..end];
        if (word.Length is < 3 or > 20 || !char.IsAsciiLetterLower(word[0]))
        {
            return null;
        }

        Phrase? best = null;
        int least = int.MaxValue, wordEnd = end;
        foreach (Phrase phrase in PhraseTable.All)
        {
            int distance = phrase.First.Length < 4 ? int.MaxValue : Distance(word, phrase.First);
            if (distance is 0 or > 2 || (distance == 2 && phrase.First.Length < 6))
            {
                continue;
            }

            int after = wordEnd;
            foreach (string wanted in phrase.Rest)
            {
                after = after < 0 ? after : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, after), wanted);
            }

            if (after >= 0 && (distance < least || (distance == least && after > end)))
            {
                best = phrase;
                least = distance;
                end = after;
            }
        }

        return best;
    }

    private static bool IsNear(string word, string wanted) =>
        wanted.Length < 4 ? word == wanted : word.Length <= 40 && Distance(word.ToLowerInvariant(), wanted) <= (wanted.Length < 6 ? 1 : 2);

    /// <summary>How many letters must be put in, left out or changed to make one word of the other.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3)
        {
            return int.MaxValue;
        }

        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
