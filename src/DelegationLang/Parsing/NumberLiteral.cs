using System.Globalization;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is wrong with a number as written.</summary>
internal enum NumberFault
{
    None,

    /// <summary>Commas that do not stand before groups of three figures.</summary>
    Grouping,

    /// <summary>More than one point, or a zero that leads.</summary>
    Figures,

    /// <summary>Money with more figures after the point than it has pence.</summary>
    Pence,

    /// <summary>Letters straight after the figures that mean nothing.</summary>
    Suffix,

    /// <summary>Beyond <see cref="Limits.Amount"/>.</summary>
    TooLarge,

    /// <summary>No figure where one must stand.</summary>
    NoFigures,
}

/// <summary>A number as written: figures in groups of three, a point, and <c>k</c>, <c>m</c>, <c>bn</c>, <c>million</c> or <c>billion</c>.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Value">Its exact value; without meaning where there is a fault.</param>
/// <param name="HasMultiplier">Whether a word or letter multiplies it.</param>
/// <param name="Fault">What is wrong with it.</param>
internal readonly record struct NumberLiteral(int End, decimal Value, bool HasMultiplier, NumberFault Fault)
{
    /// <summary>Reads the number at a position; <see cref="End"/> is the position where there is none.</summary>
    public static NumberLiteral Read(string text, int start, bool isMoney)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end > start && IsDigitAt(text, end + 1))))
        {
            end++;
        }

        if (end == start)
        {
            return new NumberLiteral(start, 0, false, NumberFault.NoFigures);
        }

        ReadOnlySpan<char> figures = text.AsSpan(start, end - start);
        NumberFault fault = FaultOf(figures);
        decimal value = 0;
        if (fault == NumberFault.None && !TryParse(figures, out value))
        {
            fault = NumberFault.TooLarge;
        }

        end = ReadMultiplier(text, end, isMoney, out decimal factor, ref fault);
        if (fault == NumberFault.None && value > Limits.Amount / factor)
        {
            fault = NumberFault.TooLarge;
        }

        // £1.234 may be meant for £1,234: a guess would be wrong by a thousand.
        if (fault == NumberFault.None && isMoney && factor == 1 && decimal.Round(value, 2) != value)
        {
            fault = NumberFault.Pence;
        }

        return new NumberLiteral(end, fault == NumberFault.None ? value * factor : 0, factor != 1, fault);
    }

    private static bool TryParse(ReadOnlySpan<char> figures, out decimal value)
    {
        value = 0;
        return figures.Length <= 30 && decimal.TryParse(figures, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private static NumberFault FaultOf(ReadOnlySpan<char> figures)
    {
        int point = figures.IndexOf('.');
        if (point >= 0 && figures[(point + 1)..].IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return figures[(point + 1)..].Contains(',') ? NumberFault.Grouping : NumberFault.Figures;
        }

        ReadOnlySpan<char> whole = point < 0 ? figures : figures[..point];
        int comma = whole.IndexOf(',');
        if (comma > 3)
        {
            return NumberFault.Grouping;
        }

        if (comma >= 0)
        {
            for (int i = comma; i < whole.Length; i += 4)
            {
                if (whole[i] != ',' || i + 4 > whole.Length || whole.Slice(i + 1, 3).Contains(','))
                {
                    return NumberFault.Grouping;
                }
            }
        }

        return whole.Length > 1 && whole[0] == '0' ? NumberFault.Figures : NumberFault.None;
    }

    private static int ReadMultiplier(string text, int end, bool isMoney, out decimal factor, ref NumberFault fault)
    {
        int word = SourceScan.SkipSpace(text, end);
        int wordEnd = word;
        while (wordEnd < text.Length && char.IsAsciiLetter(text[wordEnd]))
        {
            wordEnd++;
        }

        bool isAttached = word == end;
        factor = FactorOf(text.AsSpan(word, wordEnd - word), isAttached);
        if (factor != 1 && !IsWordAt(text, wordEnd))
        {
            return wordEnd;
        }

        factor = 1;
        bool isThousand = isMoney && text.AsSpan(word, wordEnd - word) is "thousand" or "grand";
        if (isThousand || (isAttached && isMoney && wordEnd > word))
        {
            fault = fault == NumberFault.None ? NumberFault.Suffix : fault;
            return wordEnd;
        }

        return end;
    }

    // Letters count only straight after the figures, where nothing else could be meant.
    private static decimal FactorOf(ReadOnlySpan<char> word, bool isAttached) => word switch
    {
        "million" => 1_000_000m,
        "billion" => 1_000_000_000m,
        "k" or "K" when isAttached => 1_000m,
        "m" or "M" when isAttached => 1_000_000m,
        "bn" or "BN" or "Bn" when isAttached => 1_000_000_000m,
        _ => 1m,
    };

    private static bool IsDigitAt(string text, int position) => position < text.Length && char.IsAsciiDigit(text[position]);

    private static bool IsWordAt(string text, int position) => position < text.Length && char.IsLetterOrDigit(text[position]);
}
