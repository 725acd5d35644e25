using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What the token before makes of the next characters.</summary>
internal enum ScanExpectation
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>A date and nothing else.</summary>
    Date,

    /// <summary>A date, if it plainly is one; otherwise a name.</summary>
    PerhapsDate,

    /// <summary>A financial year, if it plainly is one; otherwise a name.</summary>
    PerhapsYear,

    /// <summary>An amount.</summary>
    Amount,

    /// <summary>A quotation that is not a name.</summary>
    Quotation,

    /// <summary>The number of a version.</summary>
    Version,

    /// <summary>A count.</summary>
    Count,
}

/// <summary>
/// Cuts a text into tokens, and its tokens into sentences. The words of a name become one token, a reserved phrase becomes one token; which
/// words are reserved depends on where they stand, which is why this is written by hand.
/// </summary>
internal sealed partial class Scanner
{
    private readonly string text;
    private readonly NameTable names;
    private readonly NamePlaces places;
    private readonly FaultBag faults;
    private readonly bool isQuestion;
    private readonly bool hasConflicts;
    private readonly SentenceHeadFinder heads;

    private Lexeme[] lexemes;
    private int count;
    private int position;

    private ScanExpectation expected;
    private bool startsLine = true;
    private bool afterBlankLine = true;

    // Where the current sentence starts in the lexemes, and what is known about it.
    private int sentenceStart;
    private bool hasVerb;
    private bool hasColon;
    private bool hasFact;
    private bool isInLowerOf;
    private bool hasNumbering;

    public Scanner(SourceText source, NameTable names, NamePlaces places, FaultBag faults, bool isQuestion)
    {
        text = source.Content;
        this.names = names;
        this.places = places;
        this.faults = faults;
        this.isQuestion = isQuestion;
        hasConflicts = MergeConflicts.AreIn(text);
        heads = new SentenceHeadFinder(text);
        lexemes = new Lexeme[Math.Max(16, text.Length / 8)];
    }

    /// <summary>The tokens, without the end of the file. A full stop that is missing is in them as a token without characters.</summary>
    public LexemeRun Lexemes => new(lexemes, literals, 0, count);

    /// <summary>The comments, in the order of the text.</summary>
    public List<TextSpan> Comments { get; } = new();

    private bool IsSentenceStart => count == sentenceStart;

    private TokenKind SentenceKind => count > sentenceStart ? lexemes[sentenceStart].Kind : TokenKind.EndOfFile;

    private bool IsListOfLines => SentenceKind is TokenKind.Limits or TokenKind.ListOf;

    /// <summary>Whether a name, written plainly, is cut as one name whatever stands around it.</summary>
    public static bool IsPlainName(string name)
    {
        int i = 0;
        while (i < name.Length)
        {
            int end = SourceScan.WordEnd(name, i);
            ReadOnlySpan<char> word = name.AsSpan(i, end - i);
            bool isCounting = i == 0 && (char.IsAsciiDigit(name[0]) || NumberWords.ValueOf(word) > 0 || SentenceStarts.IsStart(word));
            if (end == i || isCounting || PhraseTable.StartingWith(word).Length > 0 || word is "per" or "monthly" or "quarterly" or "annually")
            {
                return false;
            }

            i = SourceScan.SkipSpace(name, end);
        }

        return name.Length > 0;
    }

    /// <summary>Scans the whole text.</summary>
    public void ScanAll()
    {
        while (true)
        {
            SkipTrivia();
            if (position >= text.Length && !(isQuestion && SettleReadings()))
            {
                break;
            }

            if (faults.IsFull)
            {
                // What has this many faults is no scheme; the rest is kept in the tree and not looked at.
                faults.CutShort();
                Push(TokenKind.Unknown, position, text.Length, LexemeFlags.Faulty);
                break;
            }

            ScanToken();
        }

        if (!isQuestion && !IsSentenceStart)
        {
            AddMissingStop(isEndOfFile: true);
        }
    }

    private void ScanToken()
    {
        int start = position;
        char c = text[start];
        LexemeFlags flags = startsLine ? LexemeFlags.StartsLine : LexemeFlags.None;
        if (startsLine && !IsSentenceStart && !isQuestion && IsPlainSentenceStart(start, afterBlankLine))
        {
            AddMissingStop(isEndOfFile: false);
        }

        if (IsSentenceStart && (TryNumbering(start, flags) || TryStartSentence(start, flags)))
        {
            return;
        }

        if (expected != ScanExpectation.None && TryExpected(start, flags))
        {
            return;
        }

        if (startsLine && !IsSentenceStart && TryNumbering(start, flags))
        {
            return;
        }

        if (startsLine && Characters.IsBullet(c))
        {
            Push(IsListOfLines ? TokenKind.LineBullet : TokenKind.ItemBullet, start, start + 1, flags);
        }
        else if (!(c == 'a' && TryAndBound(start, flags)) && !TryPunctuation(start, c, flags))
        {
            ScanWords(start, flags);
        }
    }

    private bool TryPunctuation(int start, char c, LexemeFlags flags)
    {
        switch (c)
        {
            case ',':
                Push(isInLowerOf && IsAmountAfterComma(start + 1) ? TokenKind.AmountComma : TokenKind.Comma, start, start + 1, flags);
                return true;
            case ':':
                Push(TokenKind.Colon, start, start + 1, flags);
                return true;
            case '?' when isQuestion:
                Push(TokenKind.QuestionMark, start, start + 1, flags);
                return true;
            case '.' when SourceScan.IsFullStop(text, start):
                Push(TokenKind.FullStop, start, start + 1, flags);
                return true;
            case '.' or '?' or '!' or '\u2026':
                return TryOtherStop(start, flags);
            default:
                if (Currencies.IsSign(c))
                {
                    ScanMoney(start, flags);
                    return true;
                }

                return false;
        }
    }

    // Several dots, an ellipsis, a question or exclamation mark before white space: the sentence is over, though not in the way it should be.
    private bool TryOtherStop(int start, LexemeFlags flags)
    {
        int end = start;
        while (end < text.Length && text[end] is '.' or '?' or '!' or '\u2026')
        {
            end++;
        }

        if (end < text.Length && !Characters.IsSpace(text[end]) && !SourceScan.IsComment(text, end))
        {
            return false;
        }

        int next = SourceScan.SkipTrivia(text, end);
        int word = SourceScan.WordEnd(text, next);
        if (word > next && char.IsAsciiLetterLower(text[next]) && TryPhrase(next, word, out _, out _))
        {
            // The sentence goes on: the mark only says that its author was not sure.
            faults.Add(ParsingFaults.Ellipsis(faults.Source, start, end));
            PushHidden(start, end, flags);
            return true;
        }

        faults.Add(ParsingFaults.OddStop(faults.Source, start, end));
        Push(TokenKind.FullStop, start, end, flags | LexemeFlags.Faulty);
        return true;
    }

    private void SkipTrivia()
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (c == ' ')
            {
                position++;
            }
            else if (Characters.IsLineBreak(c))
            {
                afterBlankLine = startsLine;
                startsLine = true;
                position += c == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
            }
            else if (Characters.IsSpace(c))
            {
                position++;
            }
            else if (startsLine && hasConflicts && MergeConflicts.Skip(text, position) is var end and > 0 && end > position)
            {
                position = end;
            }
            else if (SourceScan.IsComment(text, position))
            {
                int lineEnd = SourceScan.LineEnd(text, position);
                AddComment(position, lineEnd);
                position = lineEnd;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Notes the comments that a name goes on after.</summary>
    private void AddCommentsIn(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (Characters.IsQuotationMark(text[i]))
            {
                i = Quotation.Read(text, i).End - 1;
            }
            else if (SourceScan.IsComment(text, i))
            {
                int lineEnd = SourceScan.LineEnd(text, i);
                AddComment(i, lineEnd);
                i = lineEnd;
            }
        }
    }

    private void AddComment(int start, int end)
    {
        // Reading ahead past a comment and coming back must not count it twice.
        if (Comments.Count == 0 || Comments[Comments.Count - 1].Start < start)
        {
            Comments.Add(TextSpan.FromBounds(start, end));
        }
    }
}
