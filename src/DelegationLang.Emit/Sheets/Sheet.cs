using System.Globalization;
using DelegationLang.Emit.Naming;

namespace DelegationLang.Emit.Sheets;

/// <summary>A table of values for programs that calculate: a column each for names, sums and days, a row each for what there is. Its rows are made as they are read.</summary>
/// <param name="Name">What it is called, in at most 31 characters.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a cell for each column.</param>
internal sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<SheetCell>> Rows) : OutputPart;

/// <summary>A column.</summary>
/// <param name="Heading">Its heading, which no other column of the sheet has.</param>
/// <param name="Width">How wide it is where that can be said, in characters.</param>
/// <param name="Meaning">What stands in it; empty where the heading says it.</param>
internal sealed record SheetColumn(string Heading, int Width = 14, string Meaning = "") : OutputPart;

/// <summary>What stands in a cell: a text, a number, a day or nothing. A text is a text whatever it begins with.</summary>
internal sealed record SheetCell : OutputPart
{
    /// <summary>Nothing.</summary>
    public static SheetCell Empty { get; } = new();

    /// <summary>The text; empty for a number or a day. Characters that nobody sees are shown by their number.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The number.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The day.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>A text on one line.</summary>
    public static SheetCell Of(string text) => text.Length == 0 ? Empty : new SheetCell { Text = VisibleText.OnOneLine(text) };

    /// <summary>A text of several lines; nothing for none.</summary>
    public static SheetCell OfLines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(VisibleText.OnOneLine).Where(line => line.Length > 0)) is { Length: > 0 } text ? new SheetCell { Text = text } : Empty;

    /// <summary>A number; nothing for none.</summary>
    public static SheetCell Of(decimal? number) => number is null ? Empty : new SheetCell { Number = number };

    /// <summary>A day; nothing for none.</summary>
    public static SheetCell Of(DateOnly? day) => day is null ? Empty : new SheetCell { Day = day };

    /// <summary>Whether a program that calculates would take the text for a formula, if it did not know that it is a text.</summary>
    public bool LooksLikeFormula => Text.Length > 0 && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".Contains(Text.AsSpan().TrimStart() is [var first, ..] ? first : ' ', StringComparison.Ordinal);

    /// <summary>The number as programs read it; empty for none.</summary>
    public string Figure => Number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
