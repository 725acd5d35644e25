using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Names, reserved words and phrases.</summary>
internal sealed partial class Scanner
{
    /// <summary>Scans a name, or the reserved phrase that starts here; characters that are neither become one unknown token.</summary>
    private void ScanWords(int start, LexemeFlags flags)
    {
        wordsStart = start;
        int end = start;
        int next = start;
        int before = start;
        LexemeFlags between = LexemeFlags.None;
        ScanExpectation after = ScanExpectation.None;
        while (true)
        {
            bool isFirst = next == start;
            int partEnd = ScanDeclaredPart(next, start, before, out LexemeFlags part);
            if (partEnd < 0 && isFirst && TryVatAbbreviation(start, flags))
            {
                return;
            }

            if (partEnd < 0)
            {
                partEnd = SourceScan.WordEnd(text, next);
                if (partEnd == next || EndsName(next, partEnd, isFirst, flags, out bool isPushed))
                {
                    break;
                }

                if (isPushed)
                {
                    return;
                }

                if (IsCurrencyOfSum(next, partEnd))
                {
                    after = ScanExpectation.Amount;
                    break;
                }
            }

            end = partEnd;
            flags |= part | between;
            if ((part & LexemeFlags.Declaring) != 0)
            {
                break;
            }

            before = next;
            next = SkipBetweenWords(end, out between);
            if (next >= text.Length || !GoesOnAt(next, between))
            {
                break;
            }
        }

        if (end == start)
        {
            ScanUnknown(start, flags);
            return;
        }

        if ((flags & LexemeFlags.Folded) != 0)
        {
            AddCommentsIn(start, end);
        }

        Push(TokenKind.Name, start, end, flags);
        expected = after == ScanExpectation.None ? expected : after;
    }

    /// <summary>A name where it is declared, a quotation, or a declared name that reserved words would cut; -1 for none of them.</summary>
    private int ScanDeclaredPart(int start, int tokenStart, int before, out LexemeFlags flags)
    {
        flags = LexemeFlags.None;
        bool isFirst = start == tokenStart;
        int end = places.EndAt(start);
        if (end >= 0)
        {
            flags = LexemeFlags.Folded | LexemeFlags.Declaring;
        }
        else if (Characters.IsQuotationMark(text[start]))
        {
            Quotation quotation = ReadQuotation(start);
            flags = quotation.IsClosed ? LexemeFlags.Quoted : LexemeFlags.Quoted | LexemeFlags.Faulty;
            end = quotation.End;
        }
        else
        {
            end = MatchDeclared(start, tokenStart, before);
            flags = end < 0 ? LexemeFlags.None : LexemeFlags.Folded | LexemeFlags.Joined;
        }

        if (end >= 0 && isFirst)
        {
            flags |= LexemeFlags.StartsDeclared;
        }

        return end;
    }

    /// <summary>Whether a word cannot be part of the name. At the start of a token a reserved phrase is pushed instead.</summary>
    private bool EndsName(int start, int wordEnd, bool isFirst, LexemeFlags flags, out bool isPushed)
    {
        isPushed = false;
        if (IsOddAt(wordEnd))
        {
            return true;
        }

        // `up to tender threshold and up to …`: the name is that of an amount, after which another limit follows.
        if (!isFirst && text[start] == 'a' && count > sentenceStart && lexemes[count - 1].Kind is TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast or TokenKind.PercentOf
            && text.AsSpan(start, wordEnd - start) is "and" && IsBoundNext(wordEnd))
        {
            return true;
        }

        if (!char.IsAsciiLetterLower(text[start]) || !TryPhrase(start, wordEnd, out TokenKind kind, out int phraseEnd))
        {
            return false;
        }

        if (!isFirst)
        {
            return true;
        }

        Push(kind, start, phraseEnd, flags);
        isPushed = true;
        return false;
    }

    private bool TryPhrase(int start, int wordEnd, out TokenKind kind, out int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, wordEnd - start);
        foreach (Phrase phrase in PhraseTable.StartingWith(word))
        {
            end = wordEnd;
            foreach (string rest in phrase.Rest)
            {
                end = end < 0 ? end : SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), rest);
            }

            if (end >= 0 && Holds(phrase.Condition, start, end))
            {
                kind = phrase.Kind;
                return true;
            }
        }

        kind = TokenKind.EndOfFile;
        end = wordEnd;
        if (word is "per")
        {
            kind = TokenKind.Per;
            end = BasisEnd(start, wordEnd);
            return end >= 0;
        }

        if (isInLowerOf && word is "and" && IsAmountStart(SourceScan.SkipSpace(text, wordEnd)))
        {
            kind = TokenKind.AmountComma;
            return true;
        }

        return false;
    }

    private bool Holds(PhraseCondition condition, int start, int end)
    {
        int next = SourceScan.SkipSpace(text, end);
        return condition switch
        {
            PhraseCondition.Amount => IsAmountStart(next),
            PhraseCondition.Quotation => next < text.Length && Characters.IsQuotationMark(text[next]),
            PhraseCondition.Version => next < text.Length && (char.IsAsciiDigit(text[next]) || Characters.IsQuotationMark(text[next])),
            PhraseCondition.ListHead => !hasColon && SentenceKind is TokenKind.ListOf,
            PhraseCondition.Decide => SourceScan.MatchWord(text, next, "decide") >= 0,
            PhraseCondition.AfterPart => IsAfterPart(start, next),
            PhraseCondition.AfterSubject => IsAfterSubject(start),
            PhraseCondition.AfterQuorum => count >= sentenceStart + 2 && lexemes[count - 1].Kind == TokenKind.Number && lexemes[count - 2].Kind == TokenKind.WithQuorum,
            PhraseCondition.OfScheme => SentenceKind is TokenKind.Scheme,
            PhraseCondition.Days => IsDaysNext(next),
            _ => true,
        };
    }

    /// <summary>Where the basis after <c>per</c> ends: a declared one; straight after a figure any words, so that one not declared is reported by its name.</summary>
    private int BasisEnd(int start, int wordEnd)
    {
        int next = SourceScan.SkipSpace(text, wordEnd);
        int end = names.Bases.Match(text, next);
        if (end >= 0 || count == sentenceStart || start < lexemes[count - 1].End)
        {
            return end;
        }

        bool isAfterFigure = lexemes[count - 1].Kind is TokenKind.Money or TokenKind.Number;
        while (isAfterFigure && next < text.Length)
        {
            int basisEnd = SourceScan.WordEnd(text, next);
            if (basisEnd == next || IsOddAt(basisEnd) || (char.IsAsciiLetterLower(text[next]) && TryPhrase(next, basisEnd, out _, out _)))
            {
                break;
            }

            end = basisEnd;
            next = SkipBetweenWords(end, out LexemeFlags between);
            if (between != LexemeFlags.None)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The start of the next word of a name, with what stands between: line breaks and comments are no end of a name.</summary>
    private int SkipBetweenWords(int end, out LexemeFlags between)
    {
        between = LexemeFlags.None;
        if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] > ' ' && text[end + 1] is not '/' and < (char)128)
        {
            return end + 1;
        }

        int next = SourceScan.SkipTrivia(text, end);
        if (next == end + 1 && text[end] == ' ')
        {
            return next;
        }

        between = next == end ? LexemeFlags.None : LexemeFlags.Folded;
        if (text.AsSpan(end, next - end).IndexOfAny('\n', '\r') >= 0)
        {
            between |= LexemeFlags.BreaksLine;
        }

        return next;
    }

    private bool GoesOnAt(int next, LexemeFlags between)
    {
        if ((between & LexemeFlags.BreaksLine) == 0 || isQuestion)
        {
            return true;
        }

        return !Characters.IsBullet(text[next]) && !(hasNumbering && Numbering.Read(text, next) > next) && !IsPlainSentenceStart(next, HasBlankLineBefore(next));
    }

    private bool HasBlankLineBefore(int next)
    {
        int breaks = 0;
        for (int i = next - 1; i >= 0 && Characters.IsSpace(text[i]); i--)
        {
            breaks += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1 : 0;
        }

        return breaks >= 2;
    }

    // In `an amount of EUR 1,000` the code belongs to the sum.
    private bool IsCurrencyOfSum(int start, int end) =>
        end - start == 3 && !IsSentenceStart && lexemes[count - 1].Kind == TokenKind.Is && Currencies.IsMoneyAt(text, start, out _);
}
