using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>How messages put things into English.</summary>
internal static class MessageWords
{
    /// <summary>A name or words of the author, set off from the message.</summary>
    public static string Quote(string text) => $"`{text}`";

    /// <summary>
    /// A declared name as it may be written in a sentence. A name quoted where it is declared may stand without quotation marks, unless it
    /// holds what ends a sentence or an item of a list.
    /// </summary>
    public static string Writable(string name) =>
        name.AsSpan().IndexOfAny(",:?") >= 0 || name.Contains(". ", StringComparison.Ordinal) || name.EndsWith('.') ? $"\"{name}\"" : name;

    /// <summary><c>a committee</c>, <c>an NHS trust</c>.</summary>
    public static string WithArticle(string noun) => (StartsWithVowelSound(noun) ? "an " : "a ") + noun;

    /// <summary>What a thing is, with its article: <c>a committee</c>.</summary>
    public static string KindOf(Symbol symbol) => WithArticle(symbol.Kind.Name);

    /// <summary>A family with its article, for what may stand in a place.</summary>
    public static string Family(SymbolFamily family) => family switch
    {
        SymbolFamily.Organisation => "an organisation",
        SymbolFamily.Group => "a group",
        SymbolFamily.Role => "a post",
        SymbolFamily.Function => "a function",
        SymbolFamily.Matter => "a matter",
        SymbolFamily.Budget => "a budget",
        SymbolFamily.Place => "a place",
        SymbolFamily.Power => "a power",
        SymbolFamily.Agreement => "an agreement",
        SymbolFamily.Condition => "a condition",
        SymbolFamily.Measure => "a measure",
        SymbolFamily.Basis => "a basis",
        SymbolFamily.Class => "a class",
        _ => "an amount",
    };

    private static bool StartsWithVowelSound(string noun)
    {
        if (noun.Length == 0)
        {
            return false;
        }

        int wordEnd = noun.IndexOf(' ', StringComparison.Ordinal);
        string word = wordEnd < 0 ? noun : noun[..wordEnd];
        if (word.Length > 1 && word.All(char.IsUpper))
        {
            // Letters that are spoken one by one: an NHS trust, a UK body.
            return "AEFHILMNORSX".Contains(word[0], StringComparison.Ordinal);
        }

        return "aeiouAEIOU".Contains(word[0], StringComparison.Ordinal)
            && !word.StartsWith("uni", StringComparison.OrdinalIgnoreCase)
            && !word.StartsWith("eu", StringComparison.OrdinalIgnoreCase)
            && !word.StartsWith("one", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A time limit in words: <c>28 days</c>; empty for none.</summary>
    public static string Within(ImmutableArray<NumberSyntax> days) =>
        days is [{ IsMissing: false, IsInvalid: false } number] ? $"{Wording.Amount(number.Value, "")} {number.Unit}".Trim() : "";
}
