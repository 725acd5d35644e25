using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Import.Documents;

/// <summary>Text as documents hold it, tidied: one kind of space, no marks that nobody sees.</summary>
internal static class PlainText
{
    /// <summary>The most characters that are read of one cell or paragraph.</summary>
    public const int Most = 4_000;

    /// <summary>Runs of white space as one space, ends trimmed, marks without width left out. Breaks of lines stay as <c>\n</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters that are kept.</param>
    public static string Tidy(string text, int most = Most)
    {
        var tidy = new StringBuilder(Math.Min(text.Length, most));
        foreach (char c in text)
        {
            if (tidy.Length >= most)
            {
                break;
            }

            if (c is '\n' or '\r' or '\v' or '\f' or '\u2028' or '\u2029')
            {
                while (tidy.Length > 0 && tidy[^1] == ' ')
                {
                    tidy.Length--;
                }

                if (tidy.Length > 0 && tidy[^1] != '\n')
                {
                    tidy.Append('\n');
                }
            }
            else if (Characters.IsZeroWidth(c) || Characters.IsDirectional(c) || char.IsSurrogate(c))
            {
                // Nobody sees it, or it is no letter of a name.
            }
            else if (Characters.IsSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] is not (' ' or '\n'))
                {
                    tidy.Append(' ');
                }
            }
            else if (Characters.Ligature(c) is { Length: > 0 } letters)
            {
                tidy.Append(letters);
            }
            else
            {
                tidy.Append(c is '\u00AD' ? "" : c is '\u2011' or '\u2010' ? "-" : c.ToString());
            }
        }

        return tidy.ToString().Trim(' ', '\n');
    }
}
