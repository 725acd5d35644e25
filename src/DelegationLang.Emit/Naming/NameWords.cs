using System.Text;

namespace DelegationLang.Emit.Naming;

/// <summary>The words of a name in letters and digits alone, accents taken off.</summary>
internal static class NameWords
{
    /// <summary>Splits a name at everything that is neither letter nor digit; an apostrophe vanishes. Letters of other scripts are kept.</summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char character in name)
        {
            if (Latin.IsApostrophe(character) || Latin.IsCombiningAccent(character))
            {
                continue;
            }

            if (character == '&')
            {
                Flush(words, word);
                words.Add("and");
            }
            else if (char.IsLetter(character) || char.IsAsciiDigit(character))
            {
                word.Append(Latin.Fold(character));
            }
            else
            {
                Flush(words, word);
            }
        }

        Flush(words, word);
        return words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
