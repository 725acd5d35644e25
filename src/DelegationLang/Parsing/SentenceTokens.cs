using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// The tokens of the one sentence that is being read, commas that mean nothing left out. A repair (words of a name that lacked its quotation
/// marks, put together) changes the window only; the tokens of the file stay as they are.
/// </summary>
internal sealed class SentenceTokens
{
    private Lexeme[] items = new Lexeme[64];
    private List<SyntaxNode> literals = [];

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>A token; past the end, an empty one at the end of the sentence.</summary>
    public Lexeme this[int index] => index < Count ? items[index] : new Lexeme { Kind = TokenKind.EndOfFile, Start = End, End = End };

    /// <summary>Where the sentence starts.</summary>
    public int Start => Count == 0 ? 0 : items[0].Start;

    /// <summary>Where the sentence starts, with what stands before it that the parser does not see (a paragraph number).</summary>
    public int FullStart { get; private set; }

    /// <summary>Where the sentence ends.</summary>
    public int End => Count == 0 ? 0 : items[Count - 1].End;

    /// <summary>The kind of a token; past the end, the end of the file.</summary>
    public TokenKind KindAt(int index) => (uint)index < (uint)Count ? items[index].Kind : TokenKind.EndOfFile;

    /// <summary>The value of a token, where it has one of this kind; none otherwise.</summary>
    public T? Literal<T>(int index)
        where T : SyntaxNode => (uint)index < (uint)Count && items[index].Literal > 0 ? literals[items[index].Literal - 1] as T : null;

    /// <summary>Takes in the tokens of a sentence.</summary>
    public void Load(LexemeRun sentence)
    {
        if (items.Length < sentence.Length)
        {
            items = new Lexeme[Math.Max(sentence.Length, items.Length * 2)];
        }

        int count = 0;
        literals = sentence.Literals;
        FullStart = sentence.Length == 0 ? 0 : sentence[0].Start;
        for (int i = 0; i < sentence.Length; i++)
        {
            ref readonly Lexeme lexeme = ref sentence[i];
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

    /// <summary>
    /// Puts one phrase where some characters stand, whatever tokens they were part of. Names that they cut keep what is left of them.
    /// Says no where they cut anything else.
    /// </summary>
    public bool TryPutPhrase(TokenKind kind, int start, int end, string text)
    {
        int first = 0;
        while (first < Count && items[first].End <= start)
        {
            first++;
        }

        int after = first;
        while (after < Count && items[after].Start < end)
        {
            after++;
        }

        bool isThere = first + 1 == after && items[first].Kind == kind && items[first].Start == start && items[first].End == end;
        if (first == after || isThere)
        {
            return false;
        }

        Lexeme head = items[first];
        Lexeme tail = items[after - 1];
        bool cutsHead = head.Start < start;
        bool cutsTail = tail.End > end;
        if ((cutsHead && head.Kind != TokenKind.Name) || (cutsTail && tail.Kind != TokenKind.Name))
        {
            return false;
        }

        var parts = new List<Lexeme>();
        if (cutsHead)
        {
            parts.Add(head with { End = SourceScan.TrimEnd(text, head.Start, start), Flags = head.Flags | LexemeFlags.Folded });
        }

        parts.Add(new Lexeme { Kind = kind, Flags = LexemeFlags.Faulty, Start = start, End = end });
        if (cutsTail)
        {
            parts.Add(tail with { Start = SourceScan.SkipTrivia(text, end), Flags = tail.Flags | LexemeFlags.Folded });
        }

        Replace(first, after, parts);
        return true;
    }

    /// <summary>Takes out the words between two positions, whole tokens or the ends of names. Says no where they are part of anything else.</summary>
    public bool TryTakeOut(int start, int end, string text)
    {
        if (!TryPutPhrase(TokenKind.Unknown, start, end, text))
        {
            int index = 0;
            while (index < Count && items[index].Start < start)
            {
                index++;
            }

            if (index >= Count || items[index].Start != start || items[index].End != end || items[index].Kind == TokenKind.Unknown)
            {
                return false;
            }

            Remove(index);
            return true;
        }

        for (int i = 0; i < Count; i++)
        {
            if (items[i].Kind == TokenKind.Unknown && items[i].Start == start)
            {
                Remove(i);
                break;
            }
        }

        return true;
    }

    /// <summary>Puts a token in.</summary>
    public void Insert(int index, Lexeme lexeme) => Replace(index, index, Of(lexeme));

    /// <summary>Takes a token out.</summary>
    public void Remove(int index) => Replace(index, index + 1, new List<Lexeme>());

    private static List<Lexeme> Of(Lexeme lexeme)
    {
        var one = new List<Lexeme>();
        one.Add(lexeme);
        return one;
    }

    private void Replace(int first, int end, List<Lexeme> parts)
    {
        int shift = parts.Count - (end - first);
        if (Count + shift > items.Length)
        {
            Array.Resize(ref items, (Count + shift) * 2);
        }

        Array.Copy(items, end, items, end + shift, Count - end);
        for (int i = 0; i < parts.Count; i++)
        {
            items[first + i] = parts[i];
        }

        Count += shift;
    }

    /// <summary>Takes a token for one of another kind.</summary>
    public void ChangeKind(int index, TokenKind kind)
    {
        items[index].Kind = kind;
        items[index].Flags |= LexemeFlags.Faulty;
    }
}
