using DelegationLang.Diagnostics;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Words a fault of grammar: what stands there, as the author wrote it, and what to write instead.</summary>
internal sealed partial class SyntaxMessages(SentenceTokens window, FaultBag faults, NameTable names)
{
    private string Content => faults.Source.Content;

    /// <summary>The finding for a fault.</summary>
    public Diagnostic Describe(SyntaxFault fault)
    {
        TokenKind kind = window.KindAt(fault.Index);
        if (fault.ClauseStart >= 0)
        {
            return DescribeClause(fault, kind);
        }

        return fault.Rule switch
        {
            DelegationParser.RULE_statement or DelegationParser.RULE_sentence when fault.Index <= 1 => DescribeHead(fault, kind),
            DelegationParser.RULE_names or DelegationParser.RULE_parties => DescribeMissingName(fault, kind),
            _ when window.KindAt(0) == TokenKind.Scenario => DescribeScenario(fault, kind),
            _ when window.KindAt(0) == TokenKind.ListOf && IsAfterInlineName(fault.Index) => DescribeInlineItem(fault, kind),
            DelegationParser.RULE_clauses or DelegationParser.RULE_sentence or DelegationParser.RULE_statement => DescribeStray(fault, kind),
            _ => DescribeSpecial(fault, kind),
        };
    }

    private Diagnostic DescribeHead(SyntaxFault fault, TokenKind kind)
    {
        if (kind == TokenKind.FullStop && fault.Index == 0)
        {
            return At(fault.Index, "there is no sentence before this full stop") with { Help = "leave the full stop out" };
        }

        if (window.KindAt(0) != TokenKind.Name)
        {
            return At(0, $"a sentence cannot start with `{Written(0)}`") with
            {
                Help = "start with the name that the sentence is about, as in `ICB delegates …`, or with `use`, `section`, `limits for` or `scenario`",
            };
        }

        return DescribeNoVerb(kind);
    }

    private Diagnostic DescribeNoVerb(TokenKind kind)
    {
        Lexeme name = window[0];
        if (Slips.AtSentenceStart(Content, name.Start) is { } head)
        {
            return Make(head.Start, head.End, $"no sentence begins with `{ParsingFaults.Shown(faults.Source, head.Start, head.End)}`") with
            {
                Help = $"did you mean `{head.Words}`?",
                Fixes = [ParsingFaults.Replace(faults.Source, head.Start, head.End, head.Words, $"Write {head.Words}", isSafe: true)],
            };
        }

        if (DescribeNegation(name) is { } negation)
        {
            return negation;
        }

        bool isModal = kind is TokenKind.May or TokenKind.MayNot;
        bool isDenied = kind == TokenKind.MayNot || (isModal && SourceScan.MatchWord(Content, SourceScan.SkipTrivia(Content, window[1].End), "not") >= 0);
        for (int start = name.Start; start < name.End;)
        {
            int end = Math.Max(SourceScan.WordEnd(Content, start), start + 1);
            string word = Content[start..Math.Min(end, name.End)];
            isModal |= Misspellings.IsModal(word);
            string verb = start > name.Start && !isModal ? Misspellings.OfVerb(word) : "";
            if (verb.Length > 0)
            {
                return Make(start, end, $"`{word}` is not one of the language's verbs") with
                {
                    Help = $"did you mean `{verb}`?",
                    Fixes = [Verb(start, end, verb)],
                };
            }

            start = SourceScan.SkipTrivia(Content, end);
        }

        return isModal
            ? Make(name.Start, name.End, $"`{Written(0)} …` gives nobody authority that can be read") with
            {
                Label = "no sentence of the language",
                Help = isDenied ? Negations.Help : "say who gives what to whom: `ORGANISATION delegates SUBJECT to PARTY up to £5,000`; what is only explained goes into a `note \"…\"` or a `// comment`",
            }
            : Make(name.Start, name.End, $"nothing says what `{Written(0)}` is or does") with
            {
                Label = "no verb that is known here",
                Help = "a sentence about it goes on with `is a …`, `delegates …`, `reserves …`, `entrusts …`, `recommends …`, `advises …`, `oversees …`, `consults …` or `deputises for …`",
            };
    }

    private CodeFix Verb(int start, int end, string verb)
    {
        // "deputises for", where "for" may be there already.
        string[] words = verb.Split(' ');
        bool isFollowed = words.Length > 1 && SourceScan.MatchWord(Content, SourceScan.SkipSpace(Content, end), words[1]) >= 0;
        string written = isFollowed ? words[0] : verb;
        return ParsingFaults.Replace(faults.Source, start, end, written, $"Write {written}", Misspellings.IsSlip(Content[start..end], written));
    }

    private Diagnostic DescribeMissingName(SyntaxFault fault, TokenKind kind)
    {
        string before = fault.Index > 0 ? Written(fault.Index - 1) : "";
        if (kind == TokenKind.To && fault.Index == 2)
        {
            return At(fault.Index, $"`{before}` is not followed by what it is about") with { Help = $"name it before `to`, as in `{Written(0)} {before} SUBJECT to PARTY`" };
        }

        if (kind == TokenKind.Comma && before.Equals("or", StringComparison.OrdinalIgnoreCase) && IsAbsence(SourceScan.SkipTrivia(Content, window[fault.Index].End)))
        {
            return At(fault.Index, "whoever acts in somebody's absence is not one of those who decide") with
            {
                Help = "name whoever decides, and say in a sentence of its own who acts for them while they are away: `DEPUTY deputises for PARTY.`",
            };
        }

        return kind == TokenKind.FullStop
            ? At(fault.Index, $"the sentence ends after `{before}`, where a name is expected") with { Help = $"write the name after `{before}`" }
            : At(fault.Index, $"`{Written(fault.Index)}` stands where a name is expected, after `{before}`") with { Help = Quoting(kind, fault.Index) };
    }

    // "Any two from A, B, C".
    private static bool IsNumberOf(string words) => words.Split(' ')[^1].ToLowerInvariant() is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten";

    // "… or, in their absence, B".
    private bool IsAbsence(int start)
    {
        int end = Content.IndexOfAny([',', '\n', '.'], start);
        return SourceScan.MatchWord(Content, start, "in") >= 0 && Content[start..(end < 0 ? Content.Length : end)].Contains("absence", StringComparison.OrdinalIgnoreCase);
    }

    private Diagnostic DescribeClause(SyntaxFault fault, TokenKind kind)
    {
        string clause = Written(fault.ClauseStart);
        TokenKind clauseKind = window.KindAt(fault.ClauseStart);
        if (fault.Index != fault.ClauseStart + 1)
        {
            return DescribeMissingName(fault, kind);
        }

        string expected = ExpectedAfter(clauseKind);
        string found = kind == TokenKind.FullStop ? "the sentence ends" : $"`{Written(fault.Index)}` follows";
        Diagnostic finding = At(fault.Index, $"after `{clause}` comes {expected}, but {found}");
        if (clauseKind == TokenKind.To && kind == TokenKind.Date)
        {
            return finding with
            {
                Help = $"the last day is said with `until`: `until {Written(fault.Index)}`",
                Fixes = [ParsingFaults.Replace(faults.Source, window[fault.ClauseStart].Start, window[fault.ClauseStart].End, "until", "Write until", isSafe: true)],
            };
        }

        if (clauseKind == TokenKind.From && fault.ClauseStart > 0 && window.KindAt(fault.ClauseStart - 1) == TokenKind.Name && IsNumberOf(Written(fault.ClauseStart - 1)))
        {
            return finding with
            {
                Help = $"write `{Written(fault.ClauseStart - 1)} of` before the list",
                Fixes = [ParsingFaults.Replace(faults.Source, window[fault.ClauseStart].Start, window[fault.ClauseStart].End, "of", "Write of", isSafe: true)],
            };
        }

        if (clauseKind == TokenKind.From && kind == TokenKind.Money && DescribeLowerEnd(finding, fault.ClauseStart, fault.Index) is { } lower)
        {
            return lower;
        }

        return finding with { Help = $"write {expected} after `{clause}`, or leave `{clause}` out" };
    }

    private static string ExpectedAfter(TokenKind clause) => clause switch
    {
        TokenKind.From or TokenKind.Until or TokenKind.ReviewBy or TokenKind.ProposedFrom => "a date such as `1 April 2026`",
        TokenKind.UpTo or TokenKind.Above or TokenKind.Below or TokenKind.AtLeast or TokenKind.Worth => "an amount such as `£5,000`",
        TokenKind.On => "a date, or what is advised on",
        TokenKind.For => "a name, or a financial year such as `2026/27`",
        TokenKind.WithQuorum or TokenKind.WithPopulation => "a number",
        TokenKind.MeetingIn => "`public` or `private`, and how often",
        TokenKind.DecidingBy => "`majority`, `consensus` or `two thirds`",
        TokenKind.IfNotAgreed => "`to` and who then decides",
        TokenKind.When or TokenKind.Unless => "a condition or a measure",
        _ => ClauseTable.IsQuoted(clause) ? "text in quotation marks" : "a name",
    };

    private Diagnostic DescribeStray(SyntaxFault fault, TokenKind kind)
    {
        string written = Written(fault.Index);
        if (kind == TokenKind.Name)
        {
            return DescribeStrayWords(fault.Index);
        }

        return kind switch
        {
            TokenKind.Money when DescribeFigureThenWords(fault.Index) is { } finding => finding,
            TokenKind.Money or TokenKind.Number => At(fault.Index, $"nothing says what `{written}` limits") with
            {
                Help = $"write `up to {written}`, `below {written}`, `above {written}` or `at least {written}`",
            },
            TokenKind.With or TokenKind.Without => At(fault.Index, $"`{written}` starts no clause here") with
            {
                Help = "the clauses are `with reserved matters`, `with power to delegate`, `without power to delegate`, `with members`, `with quorum`, `with code`, `with papers at`, `with population` and `with boundary of`; if the word belongs to a name, put the name in quotation marks",
            },
            TokenKind.SubjectTo => At(fault.Index, "`subject to` is followed by `reserved matters` and nothing else") with
            {
                Help = "a step before the decision is `after approval of PARTY` or `after consulting PARTY`, and a condition is `when CONDITION`",
            },
            TokenKind.FullStop => At(fault.Index, $"the sentence ends too early, after `{Written(fault.Index - 1)}`") with { Help = "say the rest of the sentence before its full stop" },
            TokenKind.Comma => At(fault.Index, "nothing that a list could hold stands before or after this comma") with { Help = "leave the comma out, or write what is missing" },
            TokenKind.Colon => At(fault.Index, "a colon cannot stand here") with
            {
                Help = "a colon opens the lines of `limits for …`, `matters of …` and their like, the matters after `with reserved matters`, and a scenario",
            },
            _ => At(fault.Index, $"`{written}` cannot stand here") with { Help = Quoting(kind, fault.Index) },
        };
    }

    // "£5,000 and above", "£5,000 or less".
    private Diagnostic? DescribeFigureThenWords(int index)
    {
        Lexeme figure = window[index];
        int word = SourceScan.SkipTrivia(Content, figure.End);
        int second = SourceScan.SkipTrivia(Content, SourceScan.WordEnd(Content, word));
        int end = SourceScan.WordEnd(Content, second);
        string bound = Content[word..SourceScan.WordEnd(Content, word)] is not ("or" or "and") ? "" : Content[second..end] switch
        {
            "above" or "more" or "over" or "upwards" or "greater" => "at least",
            "below" or "less" or "under" or "lower" or "fewer" => "up to",
            _ => "",
        };
        if (bound.Length == 0)
        {
            return null;
        }

        string instead = $"{bound} {Written(index)}";
        return Make(figure.Start, end, $"`{ParsingFaults.Shown(faults.Source, figure.Start, end)}` is not how a limit is said here") with
        {
            Help = $"write `{instead}`",
            Fixes = [ParsingFaults.Replace(faults.Source, figure.Start, end, instead, $"Write {instead}", isSafe: true)],
        };
    }

    private Diagnostic DescribeStrayWords(int index)
    {
        string written = Written(index);
        string keyword = written.Split(' ')[0];
        if (keyword is "note" or "reference" or "supersedes" || written.StartsWith("recorded in ", StringComparison.Ordinal))
        {
            return At(index, $"after `{keyword}` comes text in quotation marks") with { Help = $"write `{keyword} \"…\"`" };
        }

        if (keyword == "version")
        {
            return At(index, "after `version` comes a number") with { Help = "write `version 1`, or the version in quotation marks" };
        }

        string before = index > 0 ? Written(index - 1) : "";
        return At(index, $"`{written}` cannot stand after `{before}`") with
        {
            Help = "a clause starts with a word such as `to`, `up to`, `for`, `at`, `from`, `when` or `reporting to`; names in a list are separated by commas",
        };
    }

    private string Quoting(TokenKind kind, int index) => PhraseTable.WordsOf(kind).Length > 0
        ? $"`{Written(index)}` is a reserved word: if it belongs to a name, put the whole name in quotation marks"
        : names.IsDeclared(Written(index)) ? "names in a list are separated by commas" : "if it belongs to a name, put the whole name in quotation marks";

    private string Written(int index)
    {
        Lexeme lexeme = window[index];
        return ParsingFaults.Shown(faults.Source, lexeme.Start, lexeme.End);
    }

    private Diagnostic At(int index, string message) => Make(window[index].Start, window[index].End, message);

    private Diagnostic Make(int start, int end, string message) =>
        ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, start, end, message);
}
