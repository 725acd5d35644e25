using System.Text.RegularExpressions;

namespace DelegationLang.Import.Documents;

/// <summary>Numbers and bullets that somebody typed before a paragraph.</summary>
internal static class TypedNumber
{
    /// <summary>The number before a paragraph, without a closing full stop, and the rest; no number where it begins with none.</summary>
    public static (string Number, string Words) Split(string text)
    {
        Match match = Number.Match(text);
        return match.Success ? (match.Groups[1].Value.TrimEnd('.', ')'), text[match.Length..]) : ("", Bullet.Replace(text, ""));
    }

    /// <summary>Whether a bullet stands before a paragraph.</summary>
    public static bool IsBullet(string text) => Bullet.IsMatch(text);

    private static readonly Regex Number = new(@"^\(?((?:\d{1,3}(?:\.\d{1,3})+(?:\([a-z]{1,3}\))*)|(?:\d{1,3}[.)])|(?:[A-Z][.)])|(?:[A-Za-z]{1,2}\d{1,3}(?:\.\d{1,3})*\.?(?=\s))|(?:[a-z]\))|(?:[ivx]{1,4}\)))[.)]?\s+(?=\S)", RegexOptions.CultureInvariant);

    private static readonly Regex Bullet = new(@"^[•·▪●◦‣⁃–—-]\s+(?=\S)", RegexOptions.CultureInvariant);
}
