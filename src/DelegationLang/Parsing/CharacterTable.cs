namespace DelegationLang.Parsing;

/// <summary>What an ASCII character is to the scanner.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Nothing that a name may hold.</summary>
    Other,

    /// <summary>White space and other characters without a picture.</summary>
    Space,

    /// <summary>Part of a word wherever it stands.</summary>
    Word,

    /// <summary>Part of a word between letters or digits.</summary>
    Joiner,
}

/// <summary>The class of every ASCII character.</summary>
internal static class CharacterTable
{
    private static readonly CharacterClass[] Classes = Build();

    /// <summary>The class of a character below 128.</summary>
    public static CharacterClass Of(char c) => Classes[c];

    private static CharacterClass[] Build()
    {
        var classes = new CharacterClass[128];
        for (int c = 0; c < classes.Length; c++)
        {
            bool isWord = char.IsAsciiLetterOrDigit((char)c) || c is '&' or '(' or ')';
            classes[c] = isWord ? CharacterClass.Word
                : c is '-' or '\'' or '/' or '+' ? CharacterClass.Joiner
                : c <= ' ' ? CharacterClass.Space
                : CharacterClass.Other;
        }

        return classes;
    }
}
