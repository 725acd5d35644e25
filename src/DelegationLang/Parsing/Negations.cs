namespace DelegationLang.Parsing;

/// <summary>Words by which papers say what nobody does. The language has none: what no sentence gives, nobody is given.</summary>
internal static class Negations
{
    /// <summary>What to write instead.</summary>
    public const string Help =
        "what no sentence gives, nobody is given, so that it need not be said; what is kept against every other sentence is `A reserves SUBJECT to B`, what may not be given on is given `without power to delegate`, and what nobody at all may decide is `Nobody may decide SUBJECT`";

    /// <summary>Whether a word is one of them.</summary>
    public static bool IsOne(string word) => word is "not" or "never" or "cannot" or "can't" or "won't" or "doesn't" or "don't" or "shan't" or "mustn't";

    /// <summary>Whether one of them stands among some words.</summary>
    public static bool IsIn(string words) => words.Split(' ').Any(IsOne);
}
