using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A place where the name may end: the word that might start a clause, and what might be its object.</summary>
/// <param name="Index">The word among the tokens of the sentence.</param>
/// <param name="Wanted">What must follow for it to start a clause.</param>
/// <param name="Objects">The keys of what follows: up to the next word of that sort, and up to those after.</param>
/// <param name="ObjectEnd">Where the first of them ends in the text.</param>
internal sealed record NameCut(int Index, NameSort Wanted, string[] Objects, int ObjectEnd);

/// <summary>A name that is declared in a line of a list, after <c>known as</c> or by <c>is also</c>, where it does not show at once where it ends.</summary>
internal sealed class NameLine
{
    private const int MostObjects = 6;

    private readonly LexemeRun tokens;
    private readonly int first;
    private readonly int start;

    /// <summary>Finds out where the name may end.</summary>
    /// <param name="source">The text.</param>
    /// <param name="tokens">The tokens of the sentence, as cut without knowing any name.</param>
    /// <param name="first">The first token of the name.</param>
    /// <param name="end">The first token that is no part of the line.</param>
    /// <param name="start">Where the name starts in the text: in the midst of its first token after <c>also</c>.</param>
    /// <param name="sort">What the line declares.</param>
    /// <param name="isReserved">Whether the head of the list reserves the lines, so that the clauses of a reservation may follow the name.</param>
    public NameLine(SourceText source, LexemeRun tokens, int first, int end, int start, NameSort sort, bool isReserved)
    {
        Source = source;
        this.tokens = tokens;
        this.first = first;
        this.start = start;
        Sort = sort;
        Last = FindCuts(end, isReserved);
        IsPlain = Cuts.Count == 0 && Last == first + 1 && HardWord < 0;
    }

    /// <summary>The text it stands in.</summary>
    public SourceText Source { get; }

    /// <summary>Whose it is, by the head of its list; empty outside lists.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What it declares.</summary>
    public NameSort Sort { get; }

    /// <summary>The places where it may end, from left to right.</summary>
    public List<NameCut> Cuts { get; } = new();

    /// <summary>The token after the name if none of the places ends it.</summary>
    public int Last { get; }

    /// <summary>Whether the name is one token and nothing after it could be part of it.</summary>
    public bool IsPlain { get; }

    /// <summary>The first of its tokens that no name may hold without quotation marks; -1 for none.</summary>
    public int HardWord { get; private set; } = -1;

    /// <summary>The first of the places that is not settled yet.</summary>
    public int Next { get; set; }

    /// <summary>Whether the name is quoted as a whole.</summary>
    public bool IsQuoted => tokens[first].Has(LexemeFlags.Quoted);

    /// <summary>The name if it ends before this token.</summary>
    public string NameUpTo(int index) => NameText.Fold(Source.Content, start, tokens[index - 1].End);

    /// <summary>The name's place if it ends before this token.</summary>
    public NamePlace PlaceUpTo(int index) => new(start, tokens[index - 1].End);

    /// <summary>A token of the sentence.</summary>
    public Lexeme Token(int index) => tokens[index];

    private int FindCuts(int end, bool isReserved)
    {
        for (int i = first + 1; i < end; i++)
        {
            TokenKind kind = tokens[i].Kind;
            TokenKind next = i + 1 < end ? tokens[i + 1].Kind : TokenKind.EndOfFile;
            if (kind is TokenKind.Comma or TokenKind.Unknown or TokenKind.Colon || LineClauses.CutsByForm(kind, next, Sort, isReserved))
            {
                return i;
            }

            NameSort wanted = next == TokenKind.EndOfFile ? NameSort.None : LineClauses.ObjectOf(kind, Sort, isReserved);
            if (wanted != NameSort.None && (IsQuoted || tokens[i + 1].Has(LexemeFlags.StartsDeclared)))
            {
                // A name in quotation marks is whole, and so is what stands in them after such a word.
                return i;
            }

            if (wanted != NameSort.None)
            {
                Cuts.Add(CutAt(i, end, wanted));
            }
            else if (HardWord < 0 && LineClauses.IsHard(kind))
            {
                HardWord = i;
            }
        }

        return end;
    }

    private NameCut CutAt(int index, int end, NameSort wanted)
    {
        var objects = new List<string>();
        int objectStart = tokens[index + 1].Start;
        int objectEnd = 0;
        for (int i = index + 2; i <= end && objects.Count < MostObjects; i++)
        {
            bool isEnd = i == end || tokens[i].Kind == TokenKind.Comma;
            if (!isEnd && tokens[i].Kind == TokenKind.Name)
            {
                continue;
            }

            string key = NameKey.Of(NameText.Fold(Source.Content, objectStart, tokens[i - 1].End));
            int and = (wanted & NameSort.Organisation) != 0 ? key.IndexOf(" and ", StringComparison.Ordinal) : -1;
            objects.Add(and > 0 ? key[..and] : key);
            objectEnd = objectEnd == 0 ? tokens[i - 1].End : objectEnd;
            if (isEnd)
            {
                break;
            }
        }

        return new NameCut(index, wanted, objects.ToArray(), objectEnd);
    }
}
