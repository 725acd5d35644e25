using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// The tokens of the one sentence that is being read, commas that mean nothing left out. A repair (words of a name that lacked its quotation
/// marks, put together) changes the window only; the tokens of the file stay as they are.
/// </summary>
internal sealed class SentenceWindow
{
    private Lexeme[] items = new Lexeme[64];

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>A token; past the end, an empty one at the end of the sentence.</summary>
    public Lexeme this[int index] => index < Count ? items[index] : new Lexeme { Kind = TokenKind.EndOfFile, Start = End, End = End };

    /// <summary>Where the sentence starts.</summary>
    public int Start => Count == 0 ? 0 : items[0].Start;

    /// <summary>Where the sentence ends.</summary>
    public int End => Count == 0 ? 0 : items[Count - 1].End;

    /// <summary>The kind of a token; past the end, the end of the file.</summary>
    public TokenKind KindAt(int index) => (uint)index < (uint)Count ? items[index].Kind : TokenKind.EndOfFile;

    /// <summary>Takes in the tokens of a sentence.</summary>
    public void Load(ReadOnlySpan<Lexeme> sentence)
    {
        if (items.Length < sentence.Length)
        {
            items = new Lexeme[Math.Max(sentence.Length, items.Length * 2)];
        }

        int count = 0;
        foreach (ref readonly Lexeme lexeme in sentence)
        {
            if ((lexeme.Flags & LexemeFlags.Hidden) == 0)
            {
                items[count++] = lexeme;
            }
        }

        Count = count;
    }

    /// <summary>Makes one name of the tokens from <paramref name="first"/> up to but without <paramref name="end"/>.</summary>
    public void MergeName(int first, int end)
    {
        LexemeFlags flags = LexemeFlags.Folded | LexemeFlags.Faulty | LexemeFlags.StartsDeclared;
        for (int i = first; i < end; i++)
        {
            flags |= items[i].Flags & (LexemeFlags.Quoted | LexemeFlags.BreaksLine);
        }

        items[first] = new Lexeme { Kind = TokenKind.Name, Flags = flags, Start = items[first].Start, End = items[end - 1].End };
        Array.Copy(items, end, items, first + 1, Count - end);
        Count -= end - first - 1;
    }

    /// <summary>Takes a token for one of another kind.</summary>
    public void ChangeKind(int index, TokenKind kind)
    {
        items[index].Kind = kind;
        items[index].Flags |= LexemeFlags.Faulty;
    }
}
