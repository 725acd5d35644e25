using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Two columns of which one says from what sum and one up to what sum a row goes: <c>From</c> and <c>To</c>, <c>Minimum</c> and <c>Maximum</c>, <c>Over</c> and <c>Up to</c>.</summary>
internal sealed class EndColumns
{
    private static readonly Regex LowerHead = new(@"^(?:(?<over>over|above|more\s+than|greater\s+than|exceeding)|from|at\s+least|min(?:imum)?|lower)(?:\s+(?:values?|limits?|amounts?|thresholds?))?\s*(?:\(?£\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex UpperHead = new(@"^(?:(?<below>below|under|less\s+than)|to|up\s+to(?:\s+and\s+including)?|not\s+(?:exceeding|more\s+than)|max(?:imum)?|upper)(?:\s+(?:values?|limits?|amounts?|thresholds?))?\s*(?:\(?£\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Open = new(@"^(?:|-|–|—|n/?a|no\s+(?:upper\s+)?limit|unlimited|none|any|and\s+(?:above|over)|above|over)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly bool isLowerLeftOut;
    private readonly bool isUpperLeftOut;

    private EndColumns(int lower, int upper, bool isLowerLeftOut, bool isUpperLeftOut) => (Lower, Upper, this.isLowerLeftOut, this.isUpperLeftOut) = (lower, upper, isLowerLeftOut, isUpperLeftOut);

    /// <summary>The column of lower ends.</summary>
    public int Lower { get; }

    /// <summary>The column of upper ends.</summary>
    public int Upper { get; }

    /// <summary>The two columns, if a table has them: by their heads, and by sums in them.</summary>
    public static EndColumns? Of(TableShape shape)
    {
        int lower = Find(shape, LowerHead);
        int upper = Find(shape, UpperHead);
        return lower < 0 || upper < 0 ? null
            : new EndColumns(lower, upper, LowerHead.Match(HeadOf(shape, lower)).Groups["over"].Success, UpperHead.Match(HeadOf(shape, upper)).Groups["below"].Success);
    }

    /// <summary>The sums of a row, in words that the reader of sums reads as the two columns mean them; where they mean nothing known, as they stand.</summary>
    public string Said(BodyRow row)
    {
        string from = row.Cells[Lower].Line.Trim();
        string to = row.Cells[Upper].Line.Trim();
        bool startsAtNothing = Open.IsMatch(from) || (Sum(from) is { } start && start == 0);
        bool isOpen = Open.IsMatch(to);
        if ((!startsAtNothing && Sum(from) is null) || (!isOpen && Sum(to) is null))
        {
            return $"{from} to {to}";
        }

        string lower = startsAtNothing ? "" : (isLowerLeftOut ? "above " : "at least ") + Pounds(from);
        string upper = isOpen ? "" : (isUpperLeftOut ? "below " : "up to ") + Pounds(to);
        return !startsAtNothing && !isOpen && !isLowerLeftOut && !isUpperLeftOut ? $"{Pounds(from)} to {Pounds(to)}"
            : lower.Length + upper.Length == 0 ? "any" : (lower + " " + upper).Trim();
    }

    private static int Find(TableShape shape, Regex head) =>
        Enumerable.Range(0, shape.Width).FirstOrDefault(column => head.IsMatch(HeadOf(shape, column)) && HasSums(shape, column), -1);

    private static string HeadOf(TableShape shape, int column) => shape.Heads[column].Path.IsEmpty ? "" : shape.Heads[column].Last.Trim(' ', ':', '.');

    private static bool HasSums(TableShape shape, int column)
    {
        Cell[] filled = [.. shape.Column(column).Where(cell => !Open.IsMatch(cell.Line.Trim()))];
        return filled.Length > 0 && filled.All(cell => cell.Day is null) && filled.Count(cell => Sum(cell.Line) is not null) * 2 > filled.Length;
    }

    private static decimal? Sum(string text) => BandReader.Whole(text, allowsBare: true) is { Upper: { } sum, Lower: null } ? sum : null;

    // The head has said that these are pounds.
    private static string Pounds(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) ? "£" + text : text;
}
