using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Syntax;

/// <summary>
/// What makes two spellings one name: case, runs of white space, line breaks, hyphen or space, straight or curly apostrophes and a leading
/// article make no difference, nor do ligatures (<c>ﬁ</c> for <c>fi</c>) and marks without width. An article counts as one only before two or more further words, or one of two letters or more, so that a
/// body called <c>A</c> and a team called <c>A 1</c> keep theirs.
/// </summary>
public static class NameKey
{
    /// <summary>The comparison key of a name whose quotation marks are taken off. Two names are the same exactly when their keys are equal (ordinal).</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsPlain(name) ? WithoutArticle(name) : WithoutArticle(Fold(name));
    }

    /// <summary>One character of a key: lower case, every kind of hyphen and white space as a space, every apostrophe straight; <c>\0</c> for a mark without width, which a key leaves out.</summary>
    internal static char FoldCharacter(char c)
    {
        if (c < 128)
        {
            return c switch
            {
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                '-' => ' ',
                <= ' ' => ' ',
                _ => c,
            };
        }

        if (Characters.IsZeroWidth(c))
        {
            return '\0';
        }

        if (Characters.IsHyphen(c) || char.IsWhiteSpace(c))
        {
            return ' ';
        }

        return Characters.IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c);
    }

    /// <summary>Whether the text is its own key already, apart from an article: most look-ups are of names folded before.</summary>
    private static bool IsPlain(string name)
    {
        char previous = ' ';
        foreach (char c in name)
        {
            bool ordinary = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '&' or '(' or ')' or '\'' or '/' or '+' || (c == ' ' && previous != ' ');
            if (!ordinary)
            {
                return false;
            }

            previous = c;
        }

        return previous != ' ' || name.Length == 0;
    }

    private static string Fold(string name)
    {
        var key = new StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c >= '\uDB40' && i + 1 < name.Length && Characters.IsVariationSelector(c, name[i + 1]))
            {
                i++;
                continue;
            }

            if (Characters.Ligature(c) is { Length: > 0 } letters)
            {
                key.Append(letters);
                continue;
            }

            char folded = FoldCharacter(c);
            char composed = c >= '\u0300' && key.Length > 0 ? Composition.Compose(key[^1], c) : '\0';
            if (composed != '\0')
            {
                // The same letter may be stored whole or in two pieces; people cannot see the difference.
                key[^1] = composed;
                continue;
            }

            bool isSecondSpace = folded == ' ' && (key.Length == 0 || key[^1] == ' ');
            if (folded != '\0' && !isSecondSpace)
            {
                key.Append(folded);
            }
        }

        if (key.Length > 0 && key[^1] == ' ')
        {
            key.Length--;
        }

        return key.ToString();
    }

    private static string WithoutArticle(string key)
    {
        int space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space < 1 || !(key.AsSpan(0, space) is "the" or "a" or "an"))
        {
            return key;
        }

        string rest = key[(space + 1)..];
        return rest.Contains(' ', StringComparison.Ordinal) || rest.Length >= 2 ? rest : key;
    }
}
