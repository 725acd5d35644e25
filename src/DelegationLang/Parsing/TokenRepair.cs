using DelegationLang.Diagnostics;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Mends the tokens of a sentence where it is plain what was meant, and reports what had to be mended: a reserved word or an odd character
/// in a name without quotation marks, a semicolon for a comma.
/// </summary>
internal sealed partial class TokenRepair(SentenceTokens window, FaultBag faults, NameTable names)
{
    private bool hasSemicolon;

    /// <summary>Whether words were found that the language says in a sentence of its own: what the rest is then cannot be said.</summary>
    public bool IsExplained { get; private set; }

    private string Content => faults.Source.Content;

    /// <summary>Mends a fault; says whether anything was changed, so that reading again is worth while.</summary>
    public bool TryMend(SyntaxFault fault)
    {
        if (fault.Index >= window.Count)
        {
            return false;
        }

        bool isHead = fault.Rule is DelegationParser.RULE_statement or DelegationParser.RULE_sentence && fault.Index <= 1;
        if (!isHead && (TryMendRange(fault.Index) || TryMendPhrase(fault.Index) || TryMendSlip(fault.Index)))
        {
            return true;
        }

        if (window.KindAt(fault.Index) == TokenKind.Unknown)
        {
            return TryMendUnknown(fault.Index);
        }

        if (window.KindAt(fault.Index + 1) is TokenKind.Unknown or TokenKind.Number && TryMendUnquoted(fault.Index + 1))
        {
            return true;
        }

        if (isHead)
        {
            return TryMendHead(fault.Index);
        }

        return TryMendName(fault.Index) || TryMendNameStart(fault);
    }

    /// <summary>Where a name is expected, a reserved word and then an unknown name: a name that starts with the word (<c>delegates at risk register to Board</c>).</summary>
    private bool TryMendNameStart(SyntaxFault fault)
    {
        int index = fault.Index;
        bool isNameExpected = fault.Rule is DelegationParser.RULE_names or DelegationParser.RULE_parties || fault.Index == fault.ClauseStart + 1;
        Lexeme word = window[index];
        bool isOneWord = word.Kind is >= TokenKind.To and <= TokenKind.Without && word.Kind != TokenKind.Or && SourceScan.WordEnd(Content, word.Start) == word.End;
        bool takesNames = fault.ClauseStart < 0 || window.KindAt(fault.ClauseStart) is not (TokenKind.From or TokenKind.Until or TokenKind.ReviewBy);
        if (!isNameExpected || !isOneWord || !takesNames || word.Kind == TokenKind.To || window.KindAt(index + 1) != TokenKind.Name || IsDeclaredAlone(index + 1))
        {
            return false;
        }

        ReportName(index, index + 2, index);
        window.MergeName(index, index + 2);
        return true;
    }

    /// <summary>Everything before the verb is the name that the sentence is about, whatever words are in it.</summary>
    private bool TryMendHead(int index)
    {
        int verb = FindVerb(index);
        if (verb <= index || window.KindAt(0) is not (TokenKind.Name or > TokenKind.EveryDelegation or TokenKind.Unknown))
        {
            return false;
        }

        for (int i = 0; i < verb; i++)
        {
            if (window.KindAt(i) is TokenKind.Colon or TokenKind.ItemBullet or TokenKind.Money or TokenKind.QuestionMark)
            {
                return false;
            }
        }

        ReportName(0, verb, index);
        window.MergeName(0, verb);
        return true;
    }

    private int FindVerb(int from)
    {
        for (int i = from; i < window.Count; i++)
        {
            if (window.KindAt(i) is >= TokenKind.Is and <= TokenKind.Deputises)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A word that starts no clause, between two names: it belongs to them.</summary>
    private bool TryMendName(int index)
    {
        TokenKind kind = window.KindAt(index);
        bool isUseless = kind is TokenKind.By or TokenKind.With or TokenKind.Without or TokenKind.Decide or TokenKind.MayNot
            or >= TokenKind.Is and <= TokenKind.May;
        bool isBetweenNames = index > 0 && window.KindAt(index - 1) == TokenKind.Name && window.KindAt(index + 1) == TokenKind.Name;
        bool isScenario = window.KindAt(0) is TokenKind.Scenario or TokenKind.WhoDecides or TokenKind.What or TokenKind.May;
        if (!isUseless || !isBetweenNames || isScenario || IsDeclaredAlone(index - 1))
        {
            return false;
        }

        ReportName(index - 1, index + 2, index);
        window.MergeName(index - 1, index + 2);
        return true;
    }

    // A declared name before it is whole without the word, which then belongs to some clause that is badly written.
    private bool IsDeclaredAlone(int index) => names.IsDeclared(NameText.Of(Content, window[index]));

    private bool TryMendUnknown(int index)
    {
        Lexeme unknown = window[index];
        if (Content[unknown.Start] == ';')
        {
            bool isInList = window.KindAt(index + 1) is TokenKind.Name or TokenKind.Money or TokenKind.Number;
            ReportSemicolon(index, isInList);
            if (isInList)
            {
                window.ChangeKind(index, TokenKind.Comma);
            }
            else
            {
                window.Remove(index);
            }

            return true;
        }

        if (TryMendUnquoted(index) || TryMendSign(index))
        {
            return true;
        }

        int first = index > 0 && window.KindAt(index - 1) == TokenKind.Name ? index - 1 : index;
        int end = window.KindAt(index + 1) == TokenKind.Name ? index + 2 : index + 1;
        bool isName = end - first > 1 || HasLetter(unknown);
        if (!isName)
        {
            return false;
        }

        faults.Add(NeedsQuotation(first, end, unknown));
        window.MergeName(first, end);
        return true;
    }

    /// <summary>What follows <c>reference</c> or <c>note</c> has lost its quotation marks: <c>reference 4.2</c>.</summary>
    private bool TryMendUnquoted(int index)
    {
        if (index == 0 || window.KindAt(index - 1) != TokenKind.Name)
        {
            return false;
        }

        Lexeme name = window[index - 1];
        string word = NameText.Of(Content, name).Split(' ')[^1];
        TokenKind kind = word switch
        {
            "reference" => TokenKind.Reference,
            "note" => TokenKind.Note,
            "supersedes" => TokenKind.Supersedes,
            _ => TokenKind.EndOfFile,
        };
        Lexeme text = window[index];
        if (kind == TokenKind.EndOfFile)
        {
            return false;
        }

        if (name.End - name.Start == word.Length)
        {
            window.ChangeKind(index - 1, kind);
        }
        else if (!window.TryPutPhrase(kind, name.End - word.Length, name.End, Content))
        {
            return false;
        }

        string written = ParsingFaults.Shown(faults.Source, text.Start, text.End);
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, text.Start, text.End, $"after `{word}` comes text in quotation marks, but `{written}` follows") with
        {
            Help = $"write `{word} \"{written}\"`",
            Fixes = [ParsingFaults.Replace(faults.Source, text.Start, text.End, $"\"{Content[text.Start..text.End]}\"", $"Write \"{written}\"", isSafe: true)],
        });
        for (int i = 0; i < window.Count; i++)
        {
            if (window[i].Start == text.Start && window.KindAt(i) is TokenKind.Unknown or TokenKind.Number)
            {
                window.ChangeKind(i, TokenKind.Quotation);
            }
        }

        return true;
    }

    private bool HasLetter(Lexeme lexeme)
    {
        foreach (char c in Content.AsSpan(lexeme.Start, lexeme.End - lexeme.Start))
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private Diagnostic NeedsQuotation(int first, int end, Lexeme unknown)
    {
        string name = NameText.Fold(Content, window[first].Start, window[end - 1].End);
        string written = ParsingFaults.Shown(faults.Source, unknown.Start, unknown.End);
        return ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, unknown.Start, unknown.End, $"`{written}` holds a character that a name may hold only in quotation marks") with
        {
            Label = $"part of the name `{name}`?",
            Help = $"put the whole name in quotation marks: \"{name}\"",
            Fixes = [Quote(first, end, name) with { IsSafe = names.IsDeclared(name) }],
        };
    }

    private void ReportName(int first, int end, int culprit)
    {
        if (window.KindAt(culprit) == TokenKind.Name || window.KindAt(culprit) == TokenKind.Comma)
        {
            culprit = FindReserved(first, end, culprit);
        }

        Lexeme word = window[culprit];
        if (word.Kind == TokenKind.At && ReportAtLeast(word))
        {
            return;
        }

        string name = NameText.Fold(Content, window[first].Start, window[end - 1].End);
        if (word.Kind == TokenKind.Comma)
        {
            faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, word.Start, word.End, $"only one name can stand before `{Words(window[end])}`") with
            {
                Help = "write a sentence for each; if the comma belongs to one name, put that name in quotation marks",
                Fixes = [Quote(first, end, name)],
            });
            return;
        }

        string reserved = Words(word);
        bool isKnown = names.IsDeclared(name);
        string known = isKnown ? ", which is declared" : "";
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.ReservedWordInName, faults.Source, word.Start, word.End, $"`{reserved}` is a reserved word; here it probably belongs to the name `{name}`{known}") with
        {
            Label = "ends the name before it",
            Help = $"put the whole name in quotation marks where it is declared: \"{name}\"",
            Fixes = [Quote(first, end, name) with { IsSafe = isKnown }],
        });
    }

    private int FindReserved(int first, int end, int otherwise)
    {
        for (int i = first; i < end; i++)
        {
            if (window.KindAt(i) is not (TokenKind.Name or TokenKind.Comma))
            {
                return i;
            }
        }

        return otherwise;
    }

    private CodeFix Quote(int first, int end, string name) =>
        ParsingFaults.Replace(faults.Source, window[first].Start, window[end - 1].End, $"\"{name}\"", $"Write \"{name}\"");

    private string Words(Lexeme lexeme) => ParsingFaults.Shown(faults.Source, lexeme.Start, lexeme.End);
}
