using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Where sentences start and end, and what is remembered about the one being read.</summary>
internal sealed partial class Scanner
{
    private void Push(TokenKind kind, int start, int end, LexemeFlags flags)
    {
        if (kind == TokenKind.FullStop && !isQuestion && SettleReadings())
        {
            return;
        }

        hasJoined |= (flags & LexemeFlags.Joined) != 0;
        SettleComma(kind);
        if (!isQuestion && hasVerb && IsHeadVerb(kind, end))
        {
            SplitAtVerb();
        }

        Append(new Lexeme { Kind = kind, Flags = flags, Start = start, End = end });
        position = end;
        startsLine = false;
        afterBlankLine = false;
        Remember(kind, start, end);
    }

    /// <summary>Puts characters into the tree that the parser does not see.</summary>
    private void PushHidden(int start, int end, LexemeFlags flags)
    {
        bool isFirst = IsSentenceStart;
        Append(new Lexeme { Kind = TokenKind.Unknown, Flags = flags | LexemeFlags.Hidden | LexemeFlags.Faulty, Start = start, End = end });
        position = end;
        startsLine = false;
        if (isFirst)
        {
            // What follows is still the first that counts.
            sentenceStart = count;
        }
    }

    private void Append(Lexeme lexeme)
    {
        if (count == lexemes.Length)
        {
            var larger = new Lexeme[count * 2];
            Array.Copy(lexemes, larger, count);
            lexemes = larger;
        }

        lexemes[count++] = lexeme;
    }

    /// <summary>A comma is one of a list only if something of a list follows; otherwise it sets off a clause and means nothing.</summary>
    private void SettleComma(TokenKind next)
    {
        if (count == 0 || count == sentenceStart || lexemes[count - 1].Kind is not (TokenKind.Comma or TokenKind.AmountComma))
        {
            return;
        }

        bool isOfList = next is TokenKind.Name or TokenKind.Money or TokenKind.Number or TokenKind.PercentOf
            or TokenKind.FullStop or TokenKind.Comma or TokenKind.AmountComma or TokenKind.Unknown or TokenKind.Quotation;
        if (!isOfList)
        {
            lexemes[count - 1].Flags |= LexemeFlags.Hidden;
        }
    }

    private void Remember(TokenKind kind, int start, int end)
    {
        expected = ExpectedAfter(kind, start, end);
        if (kind is TokenKind.Name or TokenKind.Comma or TokenKind.AmountComma)
        {
            return;
        }

        switch (kind)
        {
            case TokenKind.FullStop:
                StartSentence();
                break;
            case TokenKind.Colon:
                hasColon = true;
                break;
            case TokenKind.When or TokenKind.Unless:
                hasFact = true;
                isInLowerOf = false;
                break;
            case TokenKind.LowerOf:
                isInLowerOf = true;
                break;
            case TokenKind.Money or TokenKind.Number or TokenKind.PercentOf:
                break;
            default:
                isInLowerOf = false;
                hasVerb |= IsHeadVerb(kind, end) || kind is >= TokenKind.Scheme and <= TokenKind.EveryDelegation;
                break;
        }
    }

    private void StartSentence()
    {
        sentenceStart = count;
        hasVerb = hasColon = hasFact = isInLowerOf = hasNumbering = hasJoined = false;
        expected = ScanExpectation.None;
    }

    private ScanExpectation ExpectedAfter(TokenKind kind, int start, int end)
    {
        switch (kind)
        {
            case TokenKind.From or TokenKind.Until or TokenKind.ReviewBy or TokenKind.ProposedFrom:
                return ScanExpectation.Date;
            case TokenKind.On or TokenKind.To:
                return ScanExpectation.PerhapsDate;
            case TokenKind.For:
                return ScanExpectation.PerhapsYear;
            case TokenKind.UpTo or TokenKind.Above or TokenKind.Below or TokenKind.AtLeast or TokenKind.Worth:
            case TokenKind.LowerOf or TokenKind.PercentOf or TokenKind.AmountComma:
                return ScanExpectation.Amount;
            case TokenKind.Is:
                return hasFact ? ScanExpectation.Amount : ScanExpectation.None;
            case TokenKind.Scenario:
                return ScanExpectation.Quotation;
            case TokenKind.Version:
                return ScanExpectation.Version;
            case TokenKind.WithQuorum or TokenKind.WithinDays or TokenKind.WithPopulation:
                return ScanExpectation.Count;
            default:
                return ClauseTable.IsQuoted(kind) ? ScanExpectation.Quotation : ScanExpectation.None;
        }
    }

    private bool IsHeadVerb(TokenKind kind, int end) => kind == TokenKind.Is
        ? !hasFact || SentenceStarts.IsArticleNext(text, end, text.Length)
        : kind is >= TokenKind.Delegates and <= TokenKind.Deputises;

    /// <summary>
    /// A second verb in one sentence: no sentence has two, so if the name before it starts on a line of its own, the sentence above lacks
    /// its full stop. Without this, one forgotten full stop would hide the sentence after it.
    /// </summary>
    private void SplitAtVerb()
    {
        if (count == sentenceStart || lexemes[count - 1].Kind != TokenKind.Name)
        {
            return;
        }

        Lexeme name = lexemes[count - 1];
        if (name.Has(LexemeFlags.StartsLine) && count - 1 > sentenceStart && !name.Has(LexemeFlags.BreaksLine))
        {
            count--;
            AddMissingStop(isEndOfFile: false);
            Append(name);
            return;
        }

        int lineBreak = name.Has(LexemeFlags.BreaksLine) ? text.AsSpan(name.Start, name.End - name.Start).LastIndexOfAny('\n', '\r') : -1;
        if (lineBreak >= 0 && count - 1 > sentenceStart)
        {
            SplitName(name, name.Start + lineBreak);
        }
    }

    private void SplitName(Lexeme name, int lineBreak)
    {
        // What stands last before the break, comments left out.
        int end = name.Start;
        for (int i = name.Start; i < lineBreak;)
        {
            int next = Characters.IsQuotationMark(text[i]) ? Quotation.Read(text, i).End : SourceScan.IsComment(text, i) ? -1 : i + 1;
            end = next > 0 && !Characters.IsSpace(text[i]) ? next : end;
            i = next > 0 ? next : SourceScan.LineEnd(text, i);
        }

        Lexeme first = name;
        first.End = end;
        first.Flags = (name.Flags & ~LexemeFlags.BreaksLine) | LexemeFlags.Folded;
        Lexeme second = name;
        second.Start = SourceScan.SkipSpace(text, lineBreak);
        second.Flags = (name.Flags & ~LexemeFlags.BreaksLine) | LexemeFlags.Folded | LexemeFlags.StartsLine;
        lexemes[count - 1] = first;
        AddMissingStop(isEndOfFile: false);
        Append(second);
    }

    private void AddMissingStop(bool isEndOfFile)
    {
        int end = lexemes[count - 1].End;
        faults.Add(isEndOfFile ? ParsingFaults.UnfinishedFile(faults.Source, end) : ParsingFaults.MissingStop(faults.Source, end));
        SettleComma(TokenKind.FullStop);
        Append(new Lexeme { Kind = TokenKind.FullStop, Flags = LexemeFlags.Synthetic | LexemeFlags.Faulty, Start = end, End = end });
        StartSentence();
    }
}
