using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>How messages put things into English.</summary>
internal static class Wording
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

    /// <summary>A kind as it follows <c>is</c>: an organisation has one board, and several of everything else.</summary>
    public static string Declared(KindSymbol kind) =>
        kind.Location is null && kind.Has(KindTraits.ActsAsOrganisation) ? "the " + kind.Name : WithArticle(kind.Name);

    /// <summary>What a thing is, with its article: <c>a committee</c>.</summary>
    public static string KindOf(Symbol symbol) => WithArticle(symbol.Kind.Name);

    /// <summary>A day as people write it: <c>1 April 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>A, B and C</c>.</summary>
    public static string List(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + conjunction + " " + items[^1],
    };

    /// <summary>A figure of money: <c>£5,000</c>, <c>EUR 5,000</c>; a plain number when the currency is empty.</summary>
    public static string Amount(decimal value, string currency)
    {
        string figure = value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00########", CultureInfo.InvariantCulture);
        return currency switch
        {
            "" => figure,
            "GBP" => "£" + figure,
            _ => currency + " " + figure,
        };
    }

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
        days is [{ IsMissing: false, IsInvalid: false } number] ? $"{Amount(number.Value, "")} {number.Unit}".Trim() : "";
}
