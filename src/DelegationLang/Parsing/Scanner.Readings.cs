using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Declared names with joining words where they are used: where one may start, and which reading of a sentence is meant.</summary>
internal sealed partial class Scanner
{
    private static readonly TokenKindSet Complete = new(
        TokenKind.Name, TokenKind.Date, TokenKind.Money, TokenKind.Number, TokenKind.FinancialYear, TokenKind.Quotation, TokenKind.Title, TokenKind.WithPower,
        TokenKind.WithoutPower, TokenKind.EvenIfReserved, TokenKind.WithReservedMatters, TokenKind.InTotal, TokenKind.ExcludingVat, TokenKind.IncludingVat,
        TokenKind.Per, TokenKind.NormallyTrue, TokenKind.NormallyFalse, TokenKind.InForce);

    private static readonly TokenKindSet OfFacts = new(
        TokenKind.Name, TokenKind.Comma, TokenKind.Or, TokenKind.UpTo, TokenKind.Below, TokenKind.Above, TokenKind.AtLeast, TokenKind.Money, TokenKind.Number,
        TokenKind.PercentOf, TokenKind.Is, TokenKind.LowerOf, TokenKind.AmountComma);

    private bool hasJoined;

    // Where the words start that are being joined to a name.
    private int wordsStart;

    /// <summary>Where a declared name that plain scanning would cut ends, if it starts here and may start here; otherwise -1.</summary>
    /// <param name="next">The word.</param>
    /// <param name="start">Where the token starts.</param>
    /// <param name="before">Where the word before starts; the start of the token for its first.</param>
    private int MatchDeclared(int next, int start, int before)
    {
        int end = names.Cut.Match(text, next);
        if (end < 0)
        {
            return end;
        }

        return (next == start ? MayNameStart(next, end) : MayNameGoOn(next, end, start, before)) ? end : -1;
    }

    // Straight after a name, an amount or a date a reserved word starts a clause, whatever name begins with it. After a comma it goes on with a list of conditions, or of names of its own sort.
    private bool MayNameStart(int start, int end)
    {
        bool isReserved = char.IsAsciiLetterLower(text[start]) && TryPhrase(start, SourceScan.WordEnd(text, start), out _, out _);
        if (!isReserved || IsSentenceStart)
        {
            return true;
        }

        TokenKind previous = lexemes[count - 1].Kind;
        return previous == TokenKind.Comma ? IsInFacts() || GoesOnList(start, end) : !Complete.Contains(previous);
    }

    private bool IsInFacts()
    {
        int i = count - 1;
        while (i > sentenceStart && OfFacts.Contains(lexemes[i].Kind))
        {
            i--;
        }

        return lexemes[i].Kind is TokenKind.When or TokenKind.Unless;
    }

    private bool GoesOnList(int start, int end)
    {
        Lexeme before = lexemes[Math.Max(sentenceStart, count - 2)];
        return before.Kind == TokenKind.Name
            && IsAlike(names.Declared.Find(NameKey.Of(NameText.Of(text, before))), names.Declared.Find(NameKey.Of(NameText.Fold(text, start, end))));
    }

    private bool MayNameGoOn(int next, int end, int start, int before)
    {
        int wordEnd = SourceScan.WordEnd(text, before);
        switch (text.AsSpan(before, wordEnd - before))
        {
            case "a" or "an" or "the" or "A" or "An" or "The":
                // After `is a` stands a kind.
                return before > start || IsSentenceStart || lexemes[count - 1].Kind != TokenKind.Is;
            case "and" or "also" or "each" or "any" or "either" or "both":
                return true;
            case "of":
                const NameSort Owners = NameSort.Party | NameSort.Class | NameSort.Unknown;
                return (names.Declared.Find(NameKey.Of(NameText.Fold(text, next, end))) & Owners) != 0;
            default:
                return false;
        }
    }

    /// <summary>
    /// Settles which reading of the sentence is meant where a declared name holds a joining word: the longest, unless the verb then lacks its word
    /// and a shorter name supplies it. Says yes where scanning was set back to read the rest of the sentence anew.
    /// </summary>
    private bool SettleReadings()
    {
        if (!hasJoined || faults.IsFull)
        {
            return false;
        }

        int verb = FindVerb();
        TokenKind lacking = LackingWord(verb);
        if (lacking != TokenKind.EndOfFile)
        {
            List<NameSplit> splits = SplitsFor(verb, lacking);
            if (splits.Count == 1)
            {
                SetBack(splits[0]);
                return true;
            }

            if (splits.Count > 1)
            {
                faults.Add(NamePlaceFaults.ManyReadings(faults.Source, lexemes[splits[0].Index], splits));
                return false;
            }
        }

        for (int i = Math.Max(verb + 1, sentenceStart); i < count; i++)
        {
            if (lexemes[i].Has(LexemeFlags.Joined))
            {
                ReportTwoReadings(i, verb);
            }
        }

        return false;
    }

    private int FindVerb()
    {
        for (int i = sentenceStart; i < count; i++)
        {
            if (lexemes[i].Kind is >= TokenKind.Is and <= TokenKind.Deputises)
            {
                return i;
            }

            if (lexemes[i].Kind == TokenKind.Colon)
            {
                break;
            }
        }

        return -1;
    }

    private TokenKind LackingWord(int verb)
    {
        TokenKind wanted = verb < 0 ? TokenKind.EndOfFile : lexemes[verb].Kind switch
        {
            TokenKind.Delegates or TokenKind.Reserves or TokenKind.Entrusts or TokenKind.Recommends => TokenKind.To,
            TokenKind.Advises => TokenKind.On,
            TokenKind.Consults => TokenKind.Before,
            _ => TokenKind.EndOfFile,
        };
        bool isOnward = false;
        for (int i = verb + 1; i < count && wanted != TokenKind.EndOfFile; i++)
        {
            TokenKind kind = lexemes[i].Kind;
            if (kind == wanted && !(kind == TokenKind.To && isOnward))
            {
                return TokenKind.EndOfFile;
            }

            // The first `to` after the onward power says to whom authority may be passed on.
            isOnward = kind is TokenKind.WithPower || (isOnward && kind is not (> TokenKind.EveryDelegation and < TokenKind.UpTo));
        }

        return wanted;
    }

    private List<NameSplit> SplitsFor(int verb, TokenKind word)
    {
        var found = new List<NameSplit>();
        for (int i = verb + 1; i < count; i++)
        {
            if (lexemes[i].Has(LexemeFlags.Joined))
            {
                foreach (NameSplit split in SplitsOf(i))
                {
                    if (split.Word == word)
                    {
                        found.Add(split);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The joining words in a name before which another declared name ends.</summary>
    private List<NameSplit> SplitsOf(int index)
    {
        Lexeme name = lexemes[index];
        var splits = new List<NameSplit>();
        int end = name.Start;
        for (int i = name.Start; i < name.End;)
        {
            int wordEnd = Math.Max(i + 1, SourceScan.WordEnd(text, i));
            bool isWord = i > name.Start && wordEnd < name.End && char.IsAsciiLetterLower(text[i]);
            if (isWord && TryPhrase(i, wordEnd, out TokenKind kind, out int phraseEnd) && LineClauses.IsJoining(kind))
            {
                NameSort left = names.Declared.FindOwned(NameKey.Of(NameText.Fold(text, name.Start, end)));
                if (left != NameSort.None)
                {
                    splits.Add(new NameSplit(index, kind, left, end, i, phraseEnd));
                }
            }

            end = wordEnd;
            i = SourceScan.SkipTrivia(text, wordEnd);
        }

        return splits;
    }

    private void SetBack(NameSplit split)
    {
        bool wasNumbered = hasNumbering;
        Lexeme left = lexemes[split.Index] with { End = split.LeftEnd, Flags = lexemes[split.Index].Flags & ~LexemeFlags.Joined };
        lexemes[split.Index] = left;
        faults.ForgetFrom(split.WordStart);
        count = sentenceStart;
        StartSentence();
        while (count <= split.Index)
        {
            Lexeme kept = lexemes[count++];
            hasJoined |= kept.Has(LexemeFlags.Joined);
            Remember(kept.Kind, kept.Start, kept.End);
        }

        hasNumbering = wasNumbered;
        position = split.LeftEnd;
        startsLine = afterBlankLine = false;
    }

    /// <summary>Whether a name can be read in two ways: as one, or as a shorter name and a clause that this sentence may have.</summary>
    private void ReportTwoReadings(int index, int verb)
    {
        Lexeme name = lexemes[index];
        NameSort whole = names.Declared.FindOwned(NameKey.Of(NameText.Fold(text, name.Start, name.End)));
        foreach (NameSplit split in SplitsOf(index))
        {
            NameSort wanted = ClauseObject(split.Word, verb);
            NameSort right = names.Declared.FindOwned(NameKey.Of(NameText.Fold(text, SourceScan.SkipTrivia(text, split.WordEnd), name.End)));
            if ((right & wanted) != 0 && IsAlike(whole, split.Left))
            {
                faults.Add(NamePlaceFaults.TwoReadings(faults.Source, name, split));
                return;
            }
        }
    }

    private static bool IsAlike(NameSort one, NameSort other) =>
        ((one & NameSort.Party) != 0 && (other & NameSort.Party) != 0) || ((one & NameSort.Subject) != 0 && (other & NameSort.Subject) != 0) || (one & other) != 0;

    /// <summary>What a clause that starts with this word names in this sentence; none where it can have no such clause, or has one already.</summary>
    private NameSort ClauseObject(TokenKind word, int verb)
    {
        TokenKind head = verb < 0 ? SentenceKind : lexemes[verb].Kind;
        bool isDeclaration = head is TokenKind.Is or TokenKind.ListOf;
        return word switch
        {
            TokenKind.For when !isDeclaration && head != TokenKind.Deputises => NameSort.Function,
            TokenKind.At => NameSort.Place,
            TokenKind.Under when !isQuestion && !HasToken(word) => NameSort.Power | NameSort.Agreement,
            TokenKind.Within when isDeclaration && !HasToken(word) => NameSort.Subject | NameSort.Place,
            _ => NameSort.None,
        };
    }

    private bool HasToken(TokenKind kind)
    {
        for (int i = sentenceStart; i < count; i++)
        {
            if (lexemes[i].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A joining word in a name, before which another declared name ends.</summary>
/// <param name="Index">The name among the tokens.</param>
/// <param name="Word">The joining word.</param>
/// <param name="Left">What the shorter name is declared as.</param>
/// <param name="LeftEnd">Where the shorter name ends.</param>
/// <param name="WordStart">Where the word starts.</param>
/// <param name="WordEnd">Where it ends.</param>
internal readonly record struct NameSplit(int Index, TokenKind Word, NameSort Left, int LeftEnd, int WordStart, int WordEnd);
