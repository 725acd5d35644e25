namespace DelegationLang.Text;

/// <summary>What characters are for: the marks that people and word processors write for one and the same thing.</summary>
internal static class Characters
{
    /// <summary>A mark that takes no room: zero-width space and joiners, byte order mark, soft hyphen, marks of direction, selectors of variants. It counts for nothing.</summary>
    public static bool IsZeroWidth(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>Whether two units are a selector of a variant from beyond the first plane, which counts for nothing as the others do.</summary>
    public static bool IsVariationSelector(char high, char low) => high == '\uDB40' && low is >= '\uDD00' and <= '\uDDEF';

    /// <summary>The letters that a ligature of Latin letters stands for, as texts copied from a PDF hold them; empty for any other character.</summary>
    public static string Ligature(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => "",
    };

    /// <summary>A mark that turns the direction of the text around it, so that it may read as something that it does not say.</summary>
    public static bool IsDirectional(char c) => IsDirectionMark(c) || IsDirectionControl(c);

    /// <summary>A mark of direction that only settles which way its neighbours run.</summary>
    public static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or '\u061C';

    /// <summary>A mark of direction that embeds, isolates or overrides what follows.</summary>
    public static bool IsDirectionControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

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
