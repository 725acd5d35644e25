namespace DelegationLang.Emit.Naming;

/// <summary>
/// Latin letters without their accents. A table of our own, because what the platform's normalisation gives depends on whether the program
/// runs with the culture data of the machine, and identifiers must be the same everywhere.
/// </summary>
internal static class Latin
{
    // U+00C0 to U+017F in order; a question mark stands for "keep as it is".
    private const string Folded =
        "AAAAAA?CEEEEIIIIDNOOOOO?OUUUUY??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y" +
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>The letters that stand for a character in ASCII; the character itself where there are none.</summary>
    public static string Fold(char character)
    {
        switch (character)
        {
            case 'Æ': return "AE";
            case 'æ': return "ae";
            case 'Œ': return "OE";
            case 'œ': return "oe";
            case 'Þ': return "Th";
            case 'þ': return "th";
            case 'ß': return "ss";
            case 'ẞ': return "SS";
            case 'Ĳ': return "IJ";
            case 'ĳ': return "ij";
        }

        if (character is >= '\u00C0' and <= '\u017F')
        {
            char folded = Folded[character - '\u00C0'];
            return folded == '?' ? character.ToString() : folded.ToString();
        }

        return character.ToString();
    }

    /// <summary>Whether the character is an accent that stands behind its letter, as some keyboards and word processors make them.</summary>
    public static bool IsCombiningAccent(char character) => character is >= '\u0300' and <= '\u036F';

    /// <summary>Whether the character is an apostrophe: left out of names, so that <c>O'Brien</c> is one word.</summary>
    public static bool IsApostrophe(char character) => character is '\'' or '\u2018' or '\u2019' or '\u02BC';
}
