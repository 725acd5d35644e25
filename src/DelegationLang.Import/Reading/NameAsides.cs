using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>Words beside a name that are no part of it and give no power: <c>(formerly Transport Manager)</c>, <c>(vacant)</c>, <c>(not delegable)</c>.</summary>
internal static class NameAsides
{
    /// <summary>The name, and what stood beside it; empty for nothing.</summary>
    public static (string Name, string Aside) Take(string text) =>
        Beside.Match(text) is { Success: true } beside && beside.Index > 0 ? (text[..beside.Index] + text[(beside.Index + beside.Length)..], beside.Groups["aside"].Value.Trim()) : (text, "");

    // That a power goes no further is so of each that is not given on.
    private static readonly Regex Beside = new(@"(?:\s+(?<aside>(?:acting\s+)?on\s+behalf\s+of\s+[^()]+)|\s*[,(\[–—-]\s*(?<aside>(?:(?:formerly|previously|was|see|formally|acting|interim|temporary|vacant|vacancy|new(?:\s+post|\s+title)?|currently\s+vacant|post\s+vacant|also\s+known\s+as|known\s+as|job\s?share|part[\s-]time)\b|non-?\s?delegable|not\s+(?:further\s+)?delegable|(?:no|not|may\s+not|cannot|must\s+not|shall\s+not|without)\b[^()\[\]£]{0,30}\b(?:sub-?\s?)?delegat(?:e|ed|ion|able)\b(?!\s+(?:to|authority|powers?)\b))[^()\[\]]*)[)\]]?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
