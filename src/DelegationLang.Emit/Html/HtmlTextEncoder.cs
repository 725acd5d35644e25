using System.Buffers;
using DelegationLang.Emit.Naming;
using HandlebarsDotNet;

namespace DelegationLang.Emit.Html;

/// <summary>
/// Makes text safe in elements and in quoted attributes: nothing in it can be read as markup, and hidden characters that turn the direction
/// of the text around them are shown by their number.
/// </summary>
internal sealed class HtmlTextEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`");

    public void Encode(string? text, TextWriter target)
    {
        if (string.IsNullOrEmpty(text))
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

    public void Encode(System.Text.StringBuilder? text, TextWriter target) => Encode(text?.ToString() ?? "", target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new System.Text.StringBuilder();
        while (text is not null && text.MoveNext())
        {
            all.Append(text.Current);
        }

        Encode(all.ToString(), target);
    }
}
