using System.Globalization;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is wrong with a date as written.</summary>
internal enum DateFault
{
    None,

    /// <summary>Written as dates are, but no day of the calendar.</summary>
    Impossible,

    /// <summary>Plainly meant as a date, but in a form that is read differently in different places, or without its year.</summary>
    Form,
}

/// <summary>A date as written.</summary>
/// <param name="End">Where it ends; where it would start, when there is none.</param>
/// <param name="Value">The day; without meaning where there is a fault.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Suggestion">How it may have been meant; empty where nobody can tell.</param>
internal readonly record struct DateLiteral(int End, DateOnly Value, DateFault Fault, string Suggestion)
{
    /// <summary>Whether the suggestion is the only day that the words can mean: only their form is wrong.</summary>
    public bool IsCertain { get; init; }

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>A day as the language writes it.</summary>
    public static string Format(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads a date at a position.</summary>
    public static DateLiteral Read(string text, int start)
    {
        if (start >= text.Length)
        {
            return None(start);
        }

        return char.IsAsciiDigit(text[start]) ? ReadFigures(text, start) : ReadMonthFirst(text, start);
    }

    private static DateLiteral None(int start) => new(start, default, DateFault.None, "");

    private static DateLiteral ReadFigures(string text, int start)
    {
        int end = Digits(text, start, out int first);
        if (end < text.Length && (Characters.IsHyphen(text[end]) || text[end] is '/' or '.'))
        {
            return ReadSeparated(text, start, end, first);
        }

        if (end - start > 2)
        {
            return None(start);
        }

        int ordinalEnd = OrdinalEnd(text, end);
        int month = MonthAt(text, SourceScan.SkipSpace(text, ordinalEnd), out int monthEnd, out bool isFull);
        if (month == 0)
        {
            return None(start);
        }

        int yearStart = SourceScan.SkipSpace(text, monthEnd);
        int yearEnd = Digits(text, yearStart, out int year);
        if (yearEnd == yearStart || IsWord(text, yearEnd))
        {
            return new DateLiteral(monthEnd, default, DateFault.Form, "");
        }

        bool isExact = yearEnd - yearStart == 4 && isFull && ordinalEnd == end;
        return Make(yearEnd, yearEnd - yearStart == 2 ? 2000 + year : year, month, first, isExact) with { IsCertain = yearEnd - yearStart == 4 };
    }

    // 2026-04-01, or a form that is read one way in London and another in New York.
    private static DateLiteral ReadSeparated(string text, int start, int firstEnd, int first)
    {
        char separator = text[firstEnd];
        int secondEnd = Digits(text, firstEnd + 1, out int second);
        if (secondEnd == firstEnd + 1 || secondEnd >= text.Length || text[secondEnd] != separator)
        {
            return None(start);
        }

        int thirdEnd = Digits(text, secondEnd + 1, out int third);
        if (thirdEnd == secondEnd + 1 || IsWord(text, thirdEnd))
        {
            return None(start);
        }

        if (firstEnd - start == 4)
        {
            bool isIso = Characters.IsHyphen(separator) && secondEnd - firstEnd == 3 && thirdEnd - secondEnd == 3;
            return Make(thirdEnd, first, second, third, isIso) with { IsCertain = true };
        }

        int year = thirdEnd - secondEnd == 3 ? 2000 + third : third;
        // 25/12/2026 is one day everywhere, 04/05/2026 is not.
        return Make(thirdEnd, year, second, first, isExact: false) with { IsCertain = thirdEnd - secondEnd == 5 && first > 12 };
    }

    private static DateLiteral ReadMonthFirst(string text, int start)
    {
        int month = MonthAt(text, start, out int monthEnd, out _);
        if (month == 0)
        {
            return None(start);
        }

        int dayStart = SourceScan.SkipSpace(text, monthEnd);
        int dayEnd = Digits(text, dayStart, out int day);
        if (dayEnd == dayStart)
        {
            return None(start);
        }

        if (dayEnd - dayStart == 4)
        {
            return new DateLiteral(dayEnd, default, DateFault.Form, "");
        }

        int afterDay = OrdinalEnd(text, dayEnd);
        int yearStart = SourceScan.SkipSpace(text, afterDay < text.Length && text[afterDay] == ',' ? afterDay + 1 : afterDay);
        int yearEnd = Digits(text, yearStart, out int year);
        return yearEnd - yearStart == 4
            ? Make(yearEnd, year, month, day, isExact: false) with { IsCertain = true }
            : new DateLiteral(afterDay, default, DateFault.Form, "");
    }

    private static DateLiteral Make(int end, int year, int month, int day, bool isExact)
    {
        bool hasMonth = year is >= 1 and <= 9999 && month is >= 1 and <= 12;
        int last = hasMonth ? DateTime.DaysInMonth(year, month) : 0;
        if (hasMonth && day >= 1 && day <= last)
        {
            var value = new DateOnly(year, month, day);
            return isExact ? new DateLiteral(end, value, DateFault.None, "") : new DateLiteral(end, value, DateFault.Form, Format(value));
        }

        string suggestion = hasMonth && day > last ? Format(new DateOnly(year, month, last)) : "";
        return new DateLiteral(end, default, DateFault.Impossible, suggestion);
    }

    private static int Digits(string text, int start, out int value)
    {
        int end = start;
        value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            // Longer than any year: keep it out of range rather than let it wrap.
            value = end - start < 6 ? (value * 10) + (text[end] - '0') : int.MaxValue;
            end++;
        }

        return end;
    }

    private static int OrdinalEnd(string text, int position)
    {
        if (position + 2 > text.Length || IsWord(text, position + 2))
        {
            return position;
        }

        return text.AsSpan(position, 2) is "st" or "nd" or "rd" or "th" ? position + 2 : position;
    }

    private static int MonthAt(string text, int start, out int end, out bool isFull)
    {
        end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        isFull = false;
        if (end - start < 3 || IsWord(text, end))
        {
            return 0;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        for (int i = 0; i < Months.Length; i++)
        {
            if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase))
            {
                isFull = true;
                return i + 1;
            }

            bool isShort = word.Length == 3 || (i == 8 && word.Length == 4);
            if (isShort && Months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool IsWord(string text, int position) => position < text.Length && char.IsLetterOrDigit(text[position]);
}
