using System.Text;
using DelegationLang.LanguageServer.Protocol.Types;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Text for people, in Markdown where the client shows it and plain where it does not.</summary>
internal sealed class MarkdownText(bool isMarkdown)
{
    private readonly StringBuilder text = new();

    public bool IsEmpty => text.Length == 0;

    /// <summary>What was written.</summary>
    public MarkupContent Content => new(isMarkdown ? "markdown" : "plaintext", text.ToString().TrimEnd('\n'));

    /// <summary>Words of the author, which may hold what would be marks.</summary>
    public string Plain(string words)
    {
        if (!isMarkdown)
        {
            return words;
        }

        var escaped = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' or '&')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Words of the author that stand out.</summary>
    public string Bold(string words) => isMarkdown ? "**" + Plain(words) + "**" : words;

    public void Paragraph(string words)
    {
        if (words.Length > 0)
        {
            text.Append(words).Append("\n\n");
        }
    }

    public void Bullets(IEnumerable<string> lines)
    {
        bool any = false;
        foreach (string line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
            any = true;
        }

        if (any)
        {
            text.Append('\n');
        }
    }

    /// <summary>Lines as they are.</summary>
    public void Verbatim(string lines)
    {
        // A fence longer than any in the text, so that nothing in it ends it.
        string fence = "```";
        while (lines.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        text.Append(isMarkdown ? fence + "text\n" + lines.TrimEnd('\n') + "\n" + fence + "\n\n" : lines + "\n");
    }
}
