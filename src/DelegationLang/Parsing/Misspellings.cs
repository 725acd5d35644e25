using DelegationLang.Text;

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
        ["sub-delegates"] = "delegates",
        ["subdelegates"] = "delegates",
        ["sub-delegate"] = "delegates",
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
        ["deputies"] = "deputises for",
    };

    /// <summary>Whether a word says what somebody ought to do or is allowed to: papers are full of such sentences, this language has none.</summary>
    public static bool IsModal(string word) => word is "shall" or "must" or "will" or "should" or "can" or "may" or "has" or "have" or "authority" or "authorised" or "responsible";

    /// <summary>Whether a word before <c>to</c> is nearly <c>reporting</c>, or says the same as it.</summary>
    public static bool IsReporting(string word) => word is "reports" or "reported" or "report" or "accountable" or "answerable" or "responsible" || EditDistance.Of(word, "reporting", 2) <= 2;

    /// <summary>The verb that a word is nearly, or says the same as; empty for none.</summary>
    public static string OfVerb(string word)
    {
        if (OtherWords.TryGetValue(word, out string? verb))
        {
            return verb;
        }

        foreach (string candidate in Verbs)
        {
            if (word.Length > 4 && EditDistance.Of(word.ToLowerInvariant(), candidate, 2) <= 2)
            {
                return candidate;
            }
        }

        return "";
    }

    /// <summary>Whether a word is a verb of the language with a slip of the pen or another ending, and not another word that says much the same.</summary>
    public static bool IsSlip(string word, string verb) => EditDistance.Of(word.ToLowerInvariant(), verb, 2) <= 2;
}
