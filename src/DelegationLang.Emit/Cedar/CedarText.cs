using System.Globalization;
using System.Text;

namespace DelegationLang.Emit.Cedar;

/// <summary>Texts as Cedar has them: whatever they hold, they stay texts.</summary>
internal static class CedarText
{
    /// <summary>A text between quotation marks.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append((char)rune.Value);
                    break;
                case >= ' ' and < 0x7F:
                    quoted.Append((char)rune.Value);
                    break;
                default:
                    // Letters of other scripts stay readable; what nobody sees does not stand there as it is.
                    if (Rune.IsLetterOrDigit(rune) || rune.Value is '£' or '–' or '’' or '“' or '”')
                    {
                        quoted.Append(rune.ToString());
                    }
                    else
                    {
                        quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
                    }

                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A set of texts.</summary>
    public static string Set(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";

    /// <summary>Words that stand in a comment on one line.</summary>
    public static string Comment(string text) => Quote(text)[1..^1];
}
