using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is special only where a sentence or a question starts.</summary>
internal sealed partial class Scanner
{
    private bool TryStartSentence(int start, LexemeFlags flags)
    {
        if (isQuestion)
        {
            return TryStartQuestion(start, flags);
        }

        TokenKind kind = SentenceStarts.Read(text, start, names.Kinds.Plurals, out int end);
        if (kind == TokenKind.EndOfFile)
        {
            return false;
        }

        int declared = Math.Max(places.EndAt(start), names.Cut.Match(text, start));
        if (declared >= 0 && heads.Find(declared) == SentenceHead.Verb)
        {
            return false;
        }

        if (kind is TokenKind.Scheme or TokenKind.Section)
        {
            return ScanTitle(kind, start, end, flags);
        }

        int next = SourceScan.SkipSpace(text, end);
        if (kind == TokenKind.Use && SchemeUsed(next) is var used and >= 0)
        {
            Push(TokenKind.UseScheme, start, used, flags);
            return true;
        }

        bool isTitled = kind == TokenKind.Scenario && next < text.Length && Characters.IsQuotationMark(text[next]);
        if (!isTitled && kind != TokenKind.NobodyMayDecide && !(kind == TokenKind.Use && IsUseLine(next)) && IsNoStart(kind, start, heads.Find(end)))
        {
            return false;
        }

        Push(kind, start, end, flags);
        return true;
    }

    // `members of Board` opens a list only with a colon. Of the oldest three a colon that is missing is reported.
    private bool IsNoStart(TokenKind kind, int start, SentenceHead head) =>
        head == SentenceHead.Verb || (kind == TokenKind.ListOf && head != SentenceHead.Colon && !SentenceStarts.IsOldList(text, start));

    /// <summary>The end of the word <c>scheme</c> where it follows with a quotation behind it: the scheme of another body. -1 where that is not so.</summary>
    private int SchemeUsed(int next)
    {
        int end = SourceScan.MatchWord(text, next, "scheme");
        return end >= 0 && SourceScan.SkipSpace(text, end) is var quotation && quotation < text.Length && Characters.IsQuotationMark(text[quotation]) ? end : -1;
    }

    /// <summary>Whether one word or one quotation follows and then the line ends: a sentence with <c>use</c> that lacks its full stop, rather than a name that starts with the word.</summary>
    private bool IsUseLine(int next)
    {
        int end = next < text.Length && Characters.IsQuotationMark(text[next]) ? Quotation.Read(text, next).End : SourceScan.WordEnd(text, next);
        int rest = end;
        while (rest < text.Length && !Characters.IsLineBreak(text[rest]) && Characters.IsSpace(text[rest]))
        {
            rest++;
        }

        return end > next && rest < text.Length && Characters.IsLineBreak(text[rest]) && SourceScan.MatchWord(text, next, "of") < 0;
    }

    private bool ScanTitle(TokenKind kind, int start, int end, LexemeFlags flags)
    {
        int lineEnd = SourceScan.LineEnd(text, end);
        int comment = text.AsSpan(end, lineEnd - end).IndexOf("//", StringComparison.Ordinal);
        int titleEnd = comment >= 0 ? end + comment : lineEnd;
        TitleReading reading = SentenceStarts.ReadTitle(text, start, titleEnd, out int nameEnd);
        if (reading == TitleReading.Unclear)
        {
            faults.Add(ParsingFaults.TitleLikeSentence(faults.Source, start, nameEnd));
        }

        if (reading != TitleReading.Title)
        {
            return false;
        }

        while (titleEnd > end && Characters.IsSpace(text[titleEnd - 1]))
        {
            titleEnd--;
        }

        if (titleEnd > end && text[titleEnd - 1] == '.')
        {
            titleEnd--;
        }

        Push(kind, start, end, flags);
        int titleStart = Math.Min(titleEnd, SourceScan.SkipSpace(text, end));
        if (titleStart < titleEnd)
        {
            Push(TokenKind.Title, titleStart, titleEnd, LexemeFlags.None);
            if (kind == TokenKind.Scheme && SentenceStarts.ClauseInTitle(text, titleStart, titleEnd) is var clause and >= 0)
            {
                faults.Add(ParsingFaults.ClauseInTitle(faults.Source, clause, titleEnd));
            }
        }

        if (kind == TokenKind.Section && !SourceScan.IsFullStop(text, SourceScan.SkipSpace(text, position) is var next && next < lineEnd ? next : text.Length))
        {
            Append(new Lexeme { Kind = TokenKind.FullStop, Flags = LexemeFlags.Synthetic, Start = position, End = position });
            StartSentence();
        }

        return true;
    }

    /// <summary>A paragraph number or letter as word processors put them before lines: reported, and taken for a dash in a list or for nothing.</summary>
    private bool TryNumbering(int start, LexemeFlags flags)
    {
        int end = isQuestion ? start : Numbering.Read(text, start);
        if (end == start || (!IsSentenceStart && !IsListPlace()))
        {
            return false;
        }

        if (!hasNumbering)
        {
            faults.Add(ParsingFaults.Numbering(faults.Source, start, end, isInList: !IsSentenceStart));
        }

        if (IsSentenceStart)
        {
            PushHidden(start, end, flags);
            return true;
        }

        Push(IsListOfLines ? TokenKind.LineBullet : TokenKind.ItemBullet, start, end, flags | LexemeFlags.Faulty);
        hasNumbering = true;
        return true;
    }

    private bool IsListPlace() => IsListOfLines
        ? hasColon
        : lexemes[count - 1].Kind is TokenKind.To or TokenKind.Colon or TokenKind.Except or TokenKind.For or TokenKind.Covering || hasNumbering;

    private bool TryStartQuestion(int start, LexemeFlags flags)
    {
        int end = SourceScan.WordEnd(text, start);
        switch (text.AsSpan(start, end - start))
        {
            case "who" or "Who":
                int decides = SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "decides");
                if (decides < 0)
                {
                    return false;
                }

                Push(TokenKind.WhoDecides, start, decides, flags);
                return true;
            case "what" or "What":
                Push(TokenKind.What, start, end, flags);
                return true;
            case "may" or "May":
                Push(TokenKind.May, start, end, flags);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether a line in the middle of a sentence plainly starts another, so that the one above lacks its full stop. Only what no
    /// sentence could hold counts.
    /// </summary>
    private bool IsPlainSentenceStart(int start, bool isAfterBlankLine)
    {
        TokenKind kind = SentenceStarts.Read(text, start, names.Kinds.Plurals, out int end);
        if (kind == TokenKind.EndOfFile || names.Cut.Match(text, start) >= 0)
        {
            return false;
        }

        int next = SourceScan.SkipSpace(text, end);
        switch (kind)
        {
            case TokenKind.Scenario:
                return next < text.Length && Characters.IsQuotationMark(text[next]);
            case TokenKind.Use:
                int wordEnd = next < text.Length && Characters.IsQuotationMark(text[next]) ? Quotation.Read(text, next).End : SourceScan.WordEnd(text, next);
                return isAfterBlankLine && wordEnd > next && SourceScan.IsFullStop(text, wordEnd);
            case TokenKind.Section:
                return isAfterBlankLine;
            case TokenKind.NobodyMayDecide:
                return true;
            case TokenKind.Limits:
                return SourceScan.MatchWord(text, next, "for") >= 0 && heads.Find(next) == SentenceHead.Colon;
            case TokenKind.ListOf when !SentenceStarts.IsOldList(text, start):
                // `limits for contracts of Trust:` may be broken before the plural of a kind.
                return isAfterBlankLine && SentenceKind != TokenKind.Limits && heads.Find(next) == SentenceHead.Colon;
            case TokenKind.ListOf or TokenKind.EveryDelegation:
                return heads.Find(next) == SentenceHead.Colon;
            default:
                return false;
        }
    }
}
