using DelegationLang.Emit.Naming;
using HandlebarsDotNet;

namespace DelegationLang.Emit.Html;

/// <summary>
/// Makes text safe in elements and in quoted attributes: nothing in it can be read as markup, and hidden characters that turn the direction
/// of the text around them are shown by their number.
/// </summary>
internal sealed class HtmlTextEncoder : ITextEncoder
{
    public void Encode(string? text, TextWriter target)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        foreach (char character in VisibleText.Show(text))
        {
            switch (character)
            {
                case '&': target.Write("&amp;"); break;
                case '<': target.Write("&lt;"); break;
                case '>': target.Write("&gt;"); break;
                case '"': target.Write("&quot;"); break;
                case '\'': target.Write("&#39;"); break;
                case '`': target.Write("&#96;"); break;
                default: target.Write(character); break;
            }
        }
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
