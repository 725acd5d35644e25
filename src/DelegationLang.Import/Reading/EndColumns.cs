using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Two columns of which one says from what sum and one up to what sum a row goes: <c>From</c> and <c>To</c>, <c>Minimum</c> and <c>Maximum</c>, <c>Over</c> and <c>Up to</c>.</summary>
internal sealed class EndColumns
{
    private static readonly Regex LowerHead = new(@"^(?:(?<over>over|above|more\s+than|greater\s+than|exceeding)|from|at\s+least|min(?:imum)?|lower)(?:\s+(?:values?|limits?|amounts?|thresholds?))?\s*(?:\(?£\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex UpperHead = new(@"^(?:(?<below>below|under|less\s+than)|to|up\s+to(?:\s+and\s+including)?|not\s+(?:exceeding|more\s+than)|max(?:imum)?|upper)(?:\s+(?:values?|limits?|amounts?|thresholds?))?\s*(?:\(?£\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // What is still to be settled is nothing that is not there.
    private static readonly Regex Nothing = new(@"^(?:|[-–—−]+|n/?a|(?:and\s+)?(?:above|over))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly bool isLowerLeftOut;
    private readonly bool isUpperLeftOut;

    private EndColumns(int lower, int upper, bool isLowerLeftOut, bool isUpperLeftOut) => (Lower, Upper, this.isLowerLeftOut, this.isUpperLeftOut) = (lower, upper, isLowerLeftOut, isUpperLeftOut);

    /// <summary>Those that there are.</summary>
    public int[] Columns => [.. ((int[])[Lower, Upper]).Where(column => column >= 0)];

    /// <summary>The column of lower ends; -1 where there is none.</summary>
    private int Lower { get; }

    /// <summary>The column of upper ends; -1 where there is none.</summary>
    private int Upper { get; }

    /// <summary>The two columns, if a table has them: by their heads, and by sums in them. One alone counts where its head could be that of a day, too.</summary>
    public static EndColumns? Of(TableShape shape)
    {
        int lower = Find(shape, LowerHead);
        int upper = Find(shape, UpperHead);
        return (lower < 0 && !IsLikeDay(shape, upper)) || (upper < 0 && !IsLikeDay(shape, lower)) ? null
            : new EndColumns(lower, upper, LowerHead.Match(HeadOf(shape, lower)).Groups["over"].Success, UpperHead.Match(HeadOf(shape, upper)).Groups["below"].Success);
    }

    private static bool IsLikeDay(TableShape shape, int column) => ColumnHeads.RoleOf(HeadOf(shape, column)) is ColumnRole.From or ColumnRole.Until;

    /// <summary>The sums of a row, in words that the reader of sums reads as the two columns mean them; where they mean nothing certain, as they stand.</summary>
    public string Said(BodyRow row)
    {
        string from = Lower < 0 ? "" : row.Cells[Lower].Line.Trim();
        string to = Upper < 0 ? "" : row.Cells[Upper].Line.Trim();
        decimal? start = Sum(from);
        decimal? end = Sum(to);

        // A blank beside a sum is an end that is not there. Two blanks may say that there is no power at all.
        bool hasStart = start > 0;
        bool isOpen = BandReader.IsNoLimit(to) || (IsBlank(to) && hasStart);
        if ((start is null && !IsBlank(from)) || (end is null && !isOpen))
        {
            return (from.Length + to.Length == 0 ? "" : $"{from} to {to}").Trim();
        }

        if (hasStart && !isOpen && !isLowerLeftOut && !isUpperLeftOut)
        {
            return $"{Pounds(from)} to {Pounds(to)}";
        }

        string lower = hasStart ? (isLowerLeftOut ? "above " : "at least ") + Pounds(from) : "";
        string upper = isOpen ? "" : (isUpperLeftOut ? "below " : "up to ") + Pounds(to);
        return lower.Length + upper.Length == 0 ? "any" : (lower + " " + upper).Trim();
    }

    private static int Find(TableShape shape, Regex head) =>
        Enumerable.Range(0, shape.Width).FirstOrDefault(column => head.IsMatch(HeadOf(shape, column)) && HasSums(shape, column), -1);

    private static string HeadOf(TableShape shape, int column) => column < 0 || shape.Heads[column].Path.IsEmpty ? "" : shape.Heads[column].Last.Trim(' ', ':', '.');

    private static bool HasSums(TableShape shape, int column)
    {
        Cell[] cells = [.. shape.Column(column)];

        // "From 2026" is a year.
        bool MayBeYear(Cell cell) => IsLikeDay(shape, column) && BandReader.Whole(cell.Line, allowsBare: false) is null && Sum(cell.Line) is > 1900 and < 2100;
        return cells.All(cell => cell.Day is null) && cells.Any(cell => Sum(cell.Line) is not null && !MayBeYear(cell));
    }

    private static decimal? Sum(string text) => BandReader.Whole(text, allowsBare: true) is { Upper: { } sum, Lower: null } ? sum : null;

    private static bool IsBlank(string text) => Nothing.IsMatch(text.Trim());

    // The head has said that these are pounds.
    private static string Pounds(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) ? "£" + text : text;
}
