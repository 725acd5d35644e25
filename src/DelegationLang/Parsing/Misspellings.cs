using DelegationLang.Syntax;

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

    private static readonly string[] WithPhrases =
        ["with reserved matters", "with power to delegate", "with members", "with quorum", "with code"];

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

    /// <summary>The phrase that starts with this reserved word and that the words after it are nearly; empty for none.</summary>
    public static string OfPhrase(string content, Lexeme keyword, Lexeme next)
    {
        if (keyword.Kind is not (TokenKind.With or TokenKind.Without or TokenKind.SubjectTo) || next.Kind != TokenKind.Name)
        {
            return "";
        }

        string after = NameText.Of(content, next).ToLowerInvariant();
        if (keyword.Kind == TokenKind.Without)
        {
            return after.StartsWith("power", StringComparison.Ordinal) ? "without power to delegate" : "";
        }

        foreach (string phrase in WithPhrases)
        {
            string rest = phrase["with ".Length..];
            string first = rest.Split(' ')[0];
            string firstAfter = after.Split(' ')[0];
            if (firstAfter.Length > 3 && Distance(firstAfter, first) <= 2)
            {
                return keyword.Kind == TokenKind.SubjectTo ? "subject to reserved matters" : phrase;
            }
        }

        return "";
    }

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
