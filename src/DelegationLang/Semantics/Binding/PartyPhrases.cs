using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Words where a party is wanted that name nobody: <c>in A's absence B</c>, <c>nominee</c>, <c>their deputy</c>, <c>at least two of …</c>,
/// <c>each director</c>. Nothing is ever declared by such a name: what is meant is said in another way.
/// </summary>
internal static class PartyPhrases
{
    private static readonly HashSet<string> Counting = new(StringComparer.OrdinalIgnoreCase)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "any", "all", "each", "every", "either", "neither", "both", "or", "most", "some", "several", "another", "other", "more", "at", "no", "not",
        "jointly", "together",
    };

    // What says before a list how its parties stand to each other.
    private static readonly string[] Manners = ["either of ", "both of ", "each of ", "all of ", "any of ", "jointly by ", "either ", "both ", "each ", "all ", "any ", "jointly ", "together "];

    // "A majority of A, B, C", "a minimum of two of A, B, C".
    private static readonly HashSet<string> Shares = new(StringComparer.OrdinalIgnoreCase) { "majority", "minimum", "maximum", "quorum", "number", "combination", "pair", "half" };

    private static readonly HashSet<string> StandingIn = new(StringComparer.OrdinalIgnoreCase)
    {
        "deputy", "deputies", "designee", "deputising", "substitute", "alternate", "representative", "successor",
    };

    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase) { "their", "his", "her", "its", "a", "an", "the", "other", "any", "named", "in" };

    /// <summary>The finding about such words; none where they may be somebody's name.</summary>
    /// <param name="name">Words that nobody declared.</param>
    /// <param name="isMisspelling">Whether they are nearly the name of somebody who is declared.</param>
    public static Diagnostic? Find(NamePart name, bool isMisspelling)
    {
        string[] words = name.Text.Split([' ', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || isMisspelling)
        {
            return null;
        }

        if (StandsIn(words))
        {
            return new Diagnostic(
                SemanticDiagnostics.DeputyInList, name.Location, $"{MessageWords.Quote(name.Text)} acts only in somebody's place, and is not one of those who decide")
            {
                Label = "a deputy?",
                Help = "name here whoever decides, and say in a sentence of its own who acts for them while they are away: `DEPUTY deputises for PARTY.`",
            };
        }

        return Counts(words) || words.Contains("or", StringComparer.OrdinalIgnoreCase)
            ? new Diagnostic(SemanticDiagnostics.UndeclaredName, name.Location, $"{MessageWords.Quote(name.Text)} is nobody's name")
            {
                Label = "who is meant?",
                Help = "name each party: `A or B` for either alone, `A jointly with B` for both together, `two of A, B, C` for any two of them, "
                    + "`two of POST` for two people who hold one post; for everybody of a sort declare a class (`chief officer is a class of A, B, C.`) and write `each chief officer`",
            }
            : null;
    }

    /// <summary>The first party of a list, without a word before it such as <c>both</c> that belongs to the list and not to its name.</summary>
    public static NamePart WithoutManner(NamePart first, Func<NamePart, bool> isDeclared) => isDeclared(first) ? first : Manners
        .Where(manner => first.Text.StartsWith(manner, StringComparison.OrdinalIgnoreCase))
        .Select(manner => first.Slice(manner.Length, first.Text.Length))
        .FirstOrDefault(isDeclared, first);

    // "nominee", "their deputy", "in A's absence B", "designated officer"; "Deputy Chief Executive" is a post.
    private static bool StandsIn(string[] words)
    {
        if (words.Any(word => word.StartsWith("absen", StringComparison.OrdinalIgnoreCase) || word.StartsWith("nomin", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("designat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("unavailab", StringComparison.OrdinalIgnoreCase)
            || word.Equals("delegate", StringComparison.OrdinalIgnoreCase) || word.Equals("delegates", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        bool isPossessed = Pronouns.Contains(words[0]) || words.Length == 1;
        return isPossessed && words.Any(StandingIn.Contains);
    }

    /// <summary>Whether words say how many of a list, and name nobody.</summary>
    public static bool Counts(IReadOnlyList<string> words)
    {
        int first = words.Count > 1 && words[0].ToLowerInvariant() is "a" or "an" or "the" ? 1 : 0;
        return words.Count > 0 && (Counting.Contains(words[0]) || (words.Count > first + 1 && IsOf(words[first + 1]) && (Shares.Contains(words[first]) || (first == 0 && words[0].All(char.IsAsciiDigit)))));
    }

    private static bool IsOf(string word) => word is "of" or "from" or "or";
}
