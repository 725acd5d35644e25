using System.Buffers;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.Html;

/// <summary>
/// Makes text safe in elements and in quoted attributes: nothing in it can be read as markup, and hidden characters that turn the direction
/// of the text around them are shown by their number.
/// </summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`");

    /// <summary>Writes text.</summary>
    public static void Write(Utf8Output target, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        ReadOnlySpan<char> rest = VisibleText.Show(text);
        for (int next = rest.IndexOfAny(Special); next >= 0; next = rest.IndexOfAny(Special))
        {
            target.Write(rest[..next]);
            target.Write(rest[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "&#96;",
            });
            rest = rest[(next + 1)..];
        }

        target.Write(rest);
    }
}
