using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>The messages about characters: numbers, dates, quotations, stops, sizes.</summary>
internal static class ParsingFaults
{
    public static Diagnostic MissingStop(SourceText source, int end) =>
        Make(ParsingDiagnostics.UnreadableSentence, source, LastCharacter(end), end, "this sentence has no full stop at its end") with
        {
            Label = "a full stop is missing here",
            Help = "end every sentence with a full stop",
            Fixes = [Stop(source, end)],
        };

    // A semicolon was meant as the stop; after a comma something is still to come.
    private static CodeFix Stop(SourceText source, int end) => source.Content[end - 1] switch
    {
        ';' => Replace(source, end - 1, end, ".", "Write a full stop", isSafe: true),
        var last => Insert(source, end, ".", "Add a full stop", isSafe: last != ','),
    };

    public static Diagnostic UnfinishedFile(SourceText source, int end) =>
        Make(ParsingDiagnostics.Unfinished, source, LastCharacter(end), end, "the file ends in the middle of a sentence") with
        {
            Label = "no full stop after this",
            Help = "end the last sentence with a full stop; if the end of the file was lost, put it back",
            Fixes = [Insert(source, end, ".", "Add a full stop")],
        };

    public static Diagnostic OddStop(SourceText source, int start, int end) =>
        Make(ParsingDiagnostics.UnreadableSentence, source, start, end, $"a sentence cannot end with `{source.Content[start..end]}`") with
        {
            Help = "end it with one full stop",
            Fixes = [Replace(source, start, end, ".", "Write one full stop", isSafe: true)],
        };

    public static Diagnostic OpenQuotation(SourceText source, int start, int end) =>
        Make(ParsingDiagnostics.Unfinished, source, start, end, "this quotation has no closing quotation mark") with
        {
            Label = "it opens here and does not close on its line",
            Help = "a quotation ends on the line on which it starts: add the closing mark, or join the lines",
            // A name in quotation marks ends somewhere on its line, a text at the end of it.
            Fixes = IsText(source.Content, start) ? [Insert(source, end, "\"", "Close the quotation")] : [],
        };

    private static bool IsText(string content, int quotation)
    {
        int end = quotation;
        while (end > 0 && Characters.IsSpace(content[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && char.IsAsciiLetter(content[start - 1]))
        {
            start--;
        }

        return content[start..end] is "note" or "reference" or "supersedes" or "in";
    }

    public static Diagnostic TitleLikeSentence(SourceText source, int start, int nameEnd)
    {
        string name = NameText.Fold(source.Content, start, nameEnd);
        string word = source.Content[start..SourceScan.WordEnd(source.Content, start)];
        return Make(ParsingDiagnostics.ReservedWordInName, source, start, nameEnd, $"a line that starts with `{word}` is a title, but this one reads like a sentence") with
        {
            Label = "a name, or a title?",
            Help = $"if `{name}` is a name, put it in quotation marks; if this is a title, word it without `is a`, `delegates` or `reserves`",
            Fixes = [Replace(source, start, nameEnd, $"\"{name}\"", $"Write \"{name}\"")],
        };
    }

    public static Diagnostic ClauseInTitle(SourceText source, int start, int end) =>
        Make(ParsingDiagnostics.ClauseInTitle, source, start, end, $"`{NameText.Fold(source.Content, start, end)}` stands in the line of the title, and so is a part of it: it is no clause, and without effect") with
        {
            Label = "a part of the title",
            Help = "the title ends with its line: begin a new line here",
            Fixes = [Insert(source, start, "\n  ", "Begin a new line")],
        };

    public static Diagnostic BadMoney(SourceText source, int start, MoneyLiteral money)
    {
        string written = source.Content[start..money.End];
        if (money.Fault == NumberFault.None)
        {
            int figure = SourceScan.SkipSpace(source.Content, start + 1);
            string coded = $"{money.Currency} {source.Content[figure..money.End]}";
            return Make(ParsingDiagnostics.BadNumber, source, start, money.End, $"`{written}` uses a sign that stands for no single currency here") with
            {
                Help = $"write the currency's code before the figure, as in `{coded}`",
                Fixes = [Replace(source, start, money.End, coded, $"Write {coded}")],
            };
        }

        string[] meant = money.Fault == NumberFault.TooLarge ? [] : MoneyReading.Of(written);
        return Make(ParsingDiagnostics.BadNumber, source, start, money.End, $"`{written}` is not money as it is written here: {Reason(money.Fault)}") with
        {
            Help = money.Fault == NumberFault.TooLarge ? "check the figure" : MoneyHelp(meant),
            Fixes = [.. meant.Select(one => Replace(source, start, money.End, one, $"Write {one}"))],
        };
    }

    public static Diagnostic SignAfterFigure(SourceText source, int start, int sign, int end)
    {
        string figure = source.Content[start..sign].TrimEnd();
        string mended = source.Content[sign] == '£' ? "£" + figure : $"{Currencies.CodeOf(source.Content[sign])} {figure}";
        bool isCertain = source.Content[sign] is '£' or '€' && figure.All(c => char.IsAsciiDigit(c) || c is ',' or '.');
        return Make(ParsingDiagnostics.BadNumber, source, start, end, $"`{Shown(source, start, end)}` has its sign after the figure") with
        {
            Help = $"write `{mended}`",
            Fixes = [Replace(source, start, end, mended, $"Write {mended}", isCertain)],
        };
    }

    public static Diagnostic Numbering(SourceText source, int start, int end, bool isInList)
    {
        string number = source.Content[start..end];
        return Make(ParsingDiagnostics.UnreadableSentence, source, start, end, $"a number or letter such as `{number}` cannot start a {(isInList ? "line" : "sentence")}") with
        {
            Help = isInList ? "start each line of a list with `- `" : $"leave it out, and if it is needed give it as `reference \"{number.Trim('(', ')', '.')}\"` at the end",
            Fixes = [isInList ? Replace(source, start, end, "-", "Write a hyphen") : Replace(source, start, SourceScan.SkipSpace(source.Content, end), "", "Leave the number out")],
        };
    }

    public static Diagnostic Ellipsis(SourceText source, int start, int end) =>
        Make(ParsingDiagnostics.UnreadableSentence, source, start, end, $"`{source.Content[start..end]}` is no part of a sentence") with
        {
            Help = "leave it out; if something was left out here, write it",
            Fixes = [Replace(source, start, end, "", "Leave it out")],
        };

    public static Diagnostic BadNumber(SourceText source, int start, NumberLiteral number)
    {
        string written = source.Content[start..number.End];
        return Make(ParsingDiagnostics.BadNumber, source, start, number.End, $"`{written}` is not a number as it is written here: {Reason(number.Fault)}") with
        {
            Help = "write it like `5`, `2.5` or `1,000`",
        };
    }

    public static Diagnostic BadDate(SourceText source, int start, DateLiteral date)
    {
        string written = Shown(source, start, date.End);
        bool isImpossible = date.Fault == DateFault.Impossible;
        Diagnostic fault = Make(
            ParsingDiagnostics.ImpossibleDate,
            source,
            start,
            date.End,
            isImpossible ? $"there is no such day as {written}" : $"`{written}` is no date, or one that could be read in two ways");
        if (date.Suggestion.Length == 0)
        {
            return fault with { Help = "write the day, the month in full and the year, as in `1 April 2026`" };
        }

        string help = isImpossible
            ? $"did you mean `{date.Suggestion}`?"
            : $"write the day, the month in full and the year: if it is {date.Suggestion}, `{date.Suggestion}`";
        return fault with { Help = help, Fixes = [Replace(source, start, date.End, date.Suggestion, $"Write {date.Suggestion}", isSafe: date.IsCertain && !isImpossible)] };
    }

    public static Diagnostic BadFinancialYear(SourceText source, int start, FinancialYearLiteral year)
    {
        string written = source.Content[start..year.End];
        string suggestion = string.Create(CultureInfo.InvariantCulture, $"{year.StartYear:0000}/{(year.StartYear + 1) % 100:00}");
        return Make(ParsingDiagnostics.ImpossibleDate, source, start, year.End, $"there is no such financial year as {written}") with
        {
            Help = $"a financial year is one year and the next: did you mean `{suggestion}`?",
            Fixes = [Replace(source, start, year.End, suggestion, $"Write {suggestion}")],
        };
    }

    public static Diagnostic TooLarge(SourceText source, int start, int end, string what, int limit, string unit) =>
        Make(ParsingDiagnostics.BeyondLimits, source, start, end, $"{what} is longer than {limit.ToString("N0", CultureInfo.InvariantCulture)} {unit}") with
        {
            Help = "no real scheme needs this much: look for a missing full stop or quotation mark, or for a file that is no scheme",
        };

    public static Diagnostic TooManyFaults(SourceText source) =>
        Make(ParsingDiagnostics.BeyondLimits, source, source.Length, source.Length, $"more than {Limits.Faults} faults: the rest are not listed") with
        {
            Help = "mend these first; if nearly every line is listed, the file is probably no scheme",
        };

    public static Diagnostic NotText(SourceText source) =>
        Make(ParsingDiagnostics.Unfinished, source, 0, 0, "the file is not a text in UTF-8") with
        {
            Help = "save it as plain text in UTF-8; in a word processor, choose the encoding Unicode (UTF-8)",
        };

    public static Diagnostic Undecodable(SourceText source, int start, int end, int count) =>
        Make(
            ParsingDiagnostics.Unfinished,
            source,
            start,
            end,
            count == 1 ? "the file holds a character that cannot be decoded" : $"the file holds {count} characters that cannot be decoded; this is the first") with
        {
            Help = "save the file as UTF-8 text",
        };

    public static Diagnostic Make(DiagnosticDescriptor descriptor, SourceText source, int start, int end, string message) =>
        new(descriptor, new SourceLocation(source, TextSpan.FromBounds(start, end)), message);

    public static CodeFix Replace(SourceText source, int start, int end, string text, string title, bool isSafe = false) =>
        new(title, [new TextEdit(new SourceLocation(source, TextSpan.FromBounds(start, end)), text)], isSafe);

    public static CodeFix Insert(SourceText source, int at, string text, string title, bool isSafe = false) => Replace(source, at, at, text, title, isSafe);

    /// <summary>Words that are nearly a phrase of the language.</summary>
    public static Diagnostic NoClause(SourceText source, Slip slip) => NoClause(source, slip.Start, slip.End, slip.Words, !slip.IsDoubtful);

    /// <summary>Words instead of which others were probably meant.</summary>
    public static Diagnostic NoClause(SourceText source, int start, int end, string meant, bool isSafe) =>
        Make(ParsingDiagnostics.UnreadableSentence, source, start, end, $"`{Shown(source, start, end)}` is not a clause") with
        {
            Help = $"did you mean `{meant}`?",
            Fixes = [Replace(source, start, end, meant, $"Write {meant}", isSafe)],
        };

    /// <summary>What the author wrote, folded to one line and shortened.</summary>
    public static string Shown(SourceText source, int start, int end)
    {
        // Only the start of something long is ever shown.
        string words = string.Join(' ', source.Content[start..Math.Min(end, start + 300)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 80 ? words : words[..77] + "…";
    }

    private static int LastCharacter(int end) => Math.Max(0, end - 1);

    private static string Reason(NumberFault fault) => fault switch
    {
        NumberFault.Grouping => "its commas do not part it into groups of three figures",
        NumberFault.Figures => "it has more than one point, or a nought in front",
        NumberFault.Pence => "it has more than two figures after the point",
        NumberFault.Suffix => "only `k`, `m`, `bn`, `million` and `billion` may follow the figures",
        NumberFault.TooLarge => "it is larger than a thousand million million",
        _ => "there is no figure",
    };

    private static string MoneyHelp(string[] meant) => meant.Length switch
    {
        0 => "write it like `£400,000`, `£400k`, `£1.5 million` or `EUR 1,000`",
        1 => $"if it is `{meant[0]}`, write that",
        _ => $"write `{meant[0]}` or `{meant[1]}`, whichever is meant",
    };
}
