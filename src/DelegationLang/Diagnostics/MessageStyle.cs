using System.Text;

namespace DelegationLang.Diagnostics;

/// <summary>
/// The way in which findings speak, whichever phase words them: messages and help start with a capital, help ends with a full stop,
/// and what the author wrote or should write stands in quotation marks, since readers are not programmers and may read it aloud.
/// </summary>
public static class MessageStyle
{
    /// <summary>A finding as it is to be read.</summary>
    public static Diagnostic Of(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic with
        {
            Message = Capital(Quoted(diagnostic.Message)),
            Label = Quoted(diagnostic.Label),
            Help = Sentence(diagnostic.Help),
            Related = [.. diagnostic.Related.Select(related => related with { Label = Quoted(related.Label) })],
            Fixes = [.. diagnostic.Fixes.Select(fix => fix with { Title = Capital(Quoted(fix.Title)) })],
        };
    }

    /// <summary>A text as a sentence: quoted, with a capital at its start and a full stop at its end. Empty stays empty.</summary>
    public static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string words = Capital(Quoted(text));
        return words.Length == 0 || words[^1] is '.' or '?' or '!' ? words : words + ".";
    }

    // The phases mark what is quoted by a pair of `, which is easy to write in code.
    private static string Quoted(string text)
    {
        int marks = text.Count(c => c == '`');
        if (marks == 0 || marks % 2 != 0)
        {
            return text;
        }

        var words = new StringBuilder(text.Length);
        bool isOpen = false;
        foreach (char c in text)
        {
            if (c == '`')
            {
                isOpen = !isOpen;
                words.Append(isOpen ? '“' : '”');
            }
            else
            {
                words.Append(c);
            }
        }

        return words.ToString();
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
