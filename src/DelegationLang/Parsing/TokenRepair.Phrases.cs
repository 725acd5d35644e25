using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Phrases that are nearly those of the language, or say in the words of paper schemes what it says otherwise.</summary>
internal sealed partial class TokenRepair
{
    private const int Reach = 300;

    /// <summary>A phrase that is nearly one of the language's: <c>with powers to delegate</c>, <c>up too £5,000</c>, <c>to Chief Executive ratifed by Board</c>.</summary>
    private bool TryMendSlip(int index)
    {
        int read = index > 0 ? window[index - 1].End : window.Start;
        for (int i = Math.Max(window.KindAt(0) is TokenKind.Name ? 1 : 0, index - 2); i <= index && i < window.Count; i++)
        {
            Lexeme lexeme = window[i];
            bool isName = lexeme.Kind == TokenKind.Name;
            bool isWord = isName || PhraseTable.WordsOf(lexeme.Kind).Length > 0;
            if (!isWord || lexeme.Has(LexemeFlags.Quoted))
            {
                continue;
            }

            // Where a full stop is missing, the words that complete the phrase may be those of the next sentence.
            Slip? slip = isName
                ? Slips.In(Content, lexeme.Start, lexeme.End, i == index, names.IsDeclared)
                : Slips.At(Content, lexeme.Start, names.IsDeclared, isCertain: true);
            if (slip is not null && slip.End <= window.End && slip.End >= read && slip.Kind != TokenKind.EndOfFile && window.TryPutPhrase(slip.Kind, slip.Start, slip.End, Content))
            {
                faults.Add(ParsingFaults.NoClause(faults.Source, slip));
                return true;
            }
        }

        return false;
    }

    /// <summary>A range as papers write it (<c>between £5,000 and £10,000</c>, <c>£5,000 - £10,000</c>), and a day after <c>to</c> that was meant as the last.</summary>
    private bool TryMendRange(int index)
    {
        if (index > 0 && window.KindAt(index) == TokenKind.Date && window.KindAt(index - 1) == TokenKind.To)
        {
            Lexeme to = window[index - 1];
            string day = ParsingFaults.Shown(faults.Source, window[index].Start, window[index].End);
            faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, to.Start, window[index].End, "`to` is followed by a day, where it names somebody") with
            {
                Help = $"the last day is said with `until`: `until {day}`",
                Fixes = [ParsingFaults.Replace(faults.Source, to.Start, to.End, "until", "Write until", isSafe: true)],
            });
            window.ChangeKind(index - 1, TokenKind.Until);
            return true;
        }

        int from = window.KindAt(index) == TokenKind.Money ? index : index - 1;
        bool isRange = from > 0 && window.KindAt(from) == TokenKind.Money && window.KindAt(from + 2) == TokenKind.Money && IsRangeWord(from + 1);
        return isRange && MendRange(from);
    }

    private bool IsRangeWord(int index)
    {
        string word = Content[window[index].Start..window[index].End];
        return window.KindAt(index) == TokenKind.To || word is "and" or "-" or "\u2013" or "\u2014";
    }

    private bool MendRange(int from)
    {
        bool hasOpening = window.KindAt(from - 1) is TokenKind.Between or TokenKind.From or TokenKind.UpTo or TokenKind.Above or TokenKind.AtLeast;
        int start = hasOpening ? window[from - 1].Start : window[from].Start;
        Lexeme low = window[from];
        Lexeme high = window[from + 2];
        string written = ParsingFaults.Shown(faults.Source, start, high.End);
        string range = $"at least {Content[low.Start..low.End]} up to {Content[high.Start..high.End]}";
        string above = TierStart.Above(Content[low.Start..low.End]) is { Length: > 0 } tier ? $"{tier} up to {Content[high.Start..high.End]}" : "";
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, start, high.End, $"`{written}` does not say whether its two figures are included") with
        {
            Help = $"write `{range}`, or `above` for a lower figure that is not included",
            Fixes = [.. ((string[])[range, above]).Where(words => words.Length > 0).Select(words => ParsingFaults.Replace(faults.Source, start, high.End, words, $"Write {words}"))],
        });
        window.ChangeKind(from + 1, TokenKind.UpTo);
        if (hasOpening)
        {
            window.ChangeKind(from - 1, TokenKind.AtLeast);
        }
        else
        {
            window.Insert(from, new Lexeme { Kind = TokenKind.AtLeast, Flags = LexemeFlags.Faulty, Start = low.Start, End = low.Start });
        }

        return true;
    }

    /// <summary>Words of paper schemes that the language says otherwise.</summary>
    private bool TryMendPhrase(int index)
    {
        // Near the fault only: what stands further off has nothing to do with it.
        int here = window[index].Start;
        int start = Math.Max(window[Math.Max(0, index - 2)].Start, here - Reach);
        int limit = Math.Min(Math.Max(window[index].End, window[Math.Min(index + 4, window.Count - 1)].End), here + Reach);
        while (true)
        {
            var phrase = Colloquial.Find(Content, start, limit, out int foundAt, out int foundEnd);
            if (phrase is null)
            {
                return false;
            }

            if (phrase.Kind is not (TokenKind.EndOfFile or TokenKind.Per) && window.TryPutPhrase(phrase.Kind, foundAt, foundEnd, Content))
            {
                faults.Add(ColloquialFaults.Of(faults.Source, phrase, foundAt, foundEnd));
                return true;
            }

            if (phrase.Kind is TokenKind.EndOfFile or TokenKind.Per && window.TryTakeOut(foundAt, foundEnd, Content))
            {
                IsExplained |= !phrase.IsReplaced;
                faults.Add(ColloquialFaults.Of(faults.Source, phrase, foundAt, foundEnd));
                return true;
            }

            start = SourceScan.SkipTrivia(Content, foundEnd);
        }
    }

    /// <summary>A sign of comparison before a figure.</summary>
    private bool TryMendSign(int index)
    {
        Lexeme sign = window[index];
        (TokenKind kind, string words) = Content[sign.Start..sign.End] switch
        {
            "<" => (TokenKind.Below, "below"),
            ">" => (TokenKind.Above, "above"),
            "<=" or "\u2264" => (TokenKind.UpTo, "up to"),
            ">=" or "\u2265" => (TokenKind.AtLeast, "at least"),
            _ => (TokenKind.EndOfFile, ""),
        };
        if (kind == TokenKind.EndOfFile || window.KindAt(index + 1) != TokenKind.Money)
        {
            return Words(sign).TrimEnd('.') == "p.a" && TryTakeOutPerAnnum(index);
        }

        window.ChangeKind(index, kind);
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, sign.Start, sign.End, $"`{Words(sign)}` is not how a limit is said here") with
        {
            Help = $"write `{words}`",
            Fixes = [ParsingFaults.Replace(faults.Source, sign.Start, sign.End, words, $"Write {words}", isSafe: true)],
        });
        return true;
    }

    private bool TryTakeOutPerAnnum(int index)
    {
        Lexeme words = window[index];
        faults.Add(ColloquialFaults.Of(faults.Source, new Colloquial("", "per year", ColloquialPlace.Anywhere, SaysTheSame: true, ""), words.Start, words.End));
        window.Remove(index);
        return true;
    }

    private void ReportSemicolon(int index, bool isInList)
    {
        Lexeme semicolon = window[index];
        if (hasSemicolon)
        {
            return;
        }

        hasSemicolon = true;
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, semicolon.Start, semicolon.End, "a semicolon has no meaning here") with
        {
            Help = "separate the items of a list by commas or write each on a line with `- `, and end a sentence with a full stop",
            Fixes = [isInList ? Comma(index) : new CodeFix("Leave it out", [Removal.Of(LocationOf(semicolon))], IsSafe: true)],
        });
    }

    // Before a verb it parts two sentences, and a comma would only make them harder to read.
    private CodeFix Comma(int index) =>
        ParsingFaults.Replace(
            faults.Source, window[index].Start, window[index].End, ",", "Write a comma", isSafe: window.KindAt(index + 2) is not (>= TokenKind.Is and <= TokenKind.Deputises));

    private SourceLocation LocationOf(Lexeme lexeme) => new(faults.Source, TextSpan.FromBounds(lexeme.Start, lexeme.End));

    // "At least two of A, B, C": nobody's name, and two are enough.
    private bool ReportAtLeast(Lexeme at)
    {
        int least = SourceScan.MatchWord(Content, SourceScan.SkipTrivia(Content, at.End), "least");
        if (least < 0)
        {
            return false;
        }

        int number = SourceScan.SkipTrivia(Content, least);
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, at.Start, least, "`at least` is said of amounts, not of people") with
        {
            Help = "leave it out: `two of A, B, C` are enough, and more may act with them",
            Fixes = [ParsingFaults.Replace(faults.Source, at.Start, number, "", "Leave out `at least`")],
        });
        return true;
    }
}
