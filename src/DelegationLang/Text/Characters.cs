namespace DelegationLang.Text;

/// <summary>What characters are for: the marks that people and word processors write for one and the same thing.</summary>
internal static class Characters
{
    /// <summary>A mark that takes no room: zero-width space and joiners, byte order mark, soft hyphen, marks of direction. It counts for nothing.</summary>
    public static bool IsZeroWidth(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';

    /// <summary>A hyphen, or a dash that stands for one between letters: hyphen-minus, Unicode hyphen, no-break hyphen, figure dash, en dash, minus.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212';

    /// <summary>A straight or curly apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC';

    /// <summary>A straight or curly quotation mark, opening or closing.</summary>
    public static bool IsQuotationMark(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F';

    /// <summary>White space of any kind (line breaks, tabs, no-break spaces), or a mark without width.</summary>
    public static bool IsSpace(char c) => c <= ' ' || (c >= 128 && (char.IsWhiteSpace(c) || IsZeroWidth(c)));

    /// <summary>A character that ends a line.</summary>
    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    /// <summary>A mark with which a line of a list may begin.</summary>
    public static bool IsBullet(char c) => c is '-' or '\u2013' or '\u2014' or '\u2012' or '\u2212' or '\u2010' or '\u2022' or '\u00B7' or '\u25AA' or '\u25CF' or '\u25E6' or '\u2023' or '\u2043';
}
