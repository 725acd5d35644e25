using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Where sentences start and end, and what is remembered about the one being read.</summary>
internal sealed partial class Scanner
{
    private void Push(TokenKind kind, int start, int end, LexemeFlags flags)
    {
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

    private void Append(Lexeme lexeme)
    {
        if (count == lexemes.Length)
        {
            Array.Resize(ref lexemes, lexemes.Length * 2);
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
        hasVerb = hasColon = hasFact = isInLowerOf = false;
        expected = Expectation.None;
    }

    private Expectation ExpectedAfter(TokenKind kind, int start, int end)
    {
        switch (kind)
        {
            case TokenKind.From or TokenKind.Until or TokenKind.ReviewBy:
                return Expectation.Date;
            case TokenKind.On or TokenKind.To:
                return Expectation.PerhapsDate;
            case TokenKind.For:
                return Expectation.PerhapsYear;
            case TokenKind.UpTo or TokenKind.Above or TokenKind.Below or TokenKind.AtLeast or TokenKind.Worth:
            case TokenKind.LowerOf or TokenKind.PercentOf or TokenKind.AmountComma:
                return Expectation.Amount;
            case TokenKind.Is:
                return hasFact ? Expectation.Amount : Expectation.None;
            case TokenKind.Reference or TokenKind.Note or TokenKind.RecordedIn or TokenKind.Supersedes or TokenKind.Scenario:
                return Expectation.Quotation;
            case TokenKind.Version:
                return Expectation.Version;
            case TokenKind.WithQuorum:
                return Expectation.Count;
            default:
                return Expectation.None;
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
        int end = lineBreak;
        while (end > name.Start && Characters.IsSpace(text[end - 1]))
        {
            end--;
        }

        // A comment may stand before the break: then the name ends before it, at a place that only scanning it again would find.
        int comment = text.AsSpan(name.Start, end - name.Start).LastIndexOf("//", StringComparison.Ordinal);
        if (comment >= 0)
        {
            return;
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

    private bool TryStartSentence(int start, LexemeFlags flags)
    {
        if (isQuestion)
        {
            return TryStartQuestion(start, flags);
        }

        TokenKind kind = SentenceStarts.Read(text, start, out int end);
        if (kind == TokenKind.EndOfFile)
        {
            return false;
        }

        int declared = names.Quoted.Match(text, start);
        if (declared >= 0 && heads.Find(declared) == SentenceHead.Verb)
        {
            return false;
        }

        if (kind is TokenKind.Scheme or TokenKind.Section)
        {
            return ScanTitle(kind, start, end, flags);
        }

        if (heads.Find(end) == SentenceHead.Verb)
        {
            return false;
        }

        Push(kind, start, end, flags);
        return true;
    }

    private bool ScanTitle(TokenKind kind, int start, int end, LexemeFlags flags)
    {
        int lineEnd = SourceScan.LineEnd(text, end);
        int comment = text.AsSpan(end, lineEnd - end).IndexOf("//", StringComparison.Ordinal);
        int titleEnd = comment >= 0 ? end + comment : lineEnd;
        if (SentenceStarts.IsSentenceLike(text, start, titleEnd, out int nameEnd))
        {
            faults.Add(ParsingFaults.TitleLikeSentence(faults.Source, start, nameEnd));
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
        }

        if (kind == TokenKind.Section && !SourceScan.IsFullStop(text, SourceScan.SkipSpace(text, position) is var next && next < lineEnd ? next : text.Length))
        {
            Append(new Lexeme { Kind = TokenKind.FullStop, Flags = LexemeFlags.Synthetic, Start = position, End = position });
            StartSentence();
        }

        return true;
    }

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
        if (text[start] is not ('s' or 'S' or 'u' or 'U' or 'l' or 'L' or 'f' or 'F' or 'p' or 'P' or 'm' or 'M' or 'e' or 'E'))
        {
            return false;
        }

        TokenKind kind = SentenceStarts.Read(text, start, out int end);
        if (kind == TokenKind.EndOfFile || names.Quoted.Match(text, start) >= 0)
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
            case TokenKind.Limits:
                return SourceScan.MatchWord(text, next, "for") >= 0 && heads.Find(next) == SentenceHead.Colon;
            case TokenKind.FunctionsOf or TokenKind.PlacesOf or TokenKind.MattersOf or TokenKind.EveryDelegation:
                return heads.Find(next) == SentenceHead.Colon;
            default:
                return false;
        }
    }
}
