using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Evaluation;

/// <summary>What a variable stands for. The order of the kinds is the order in which cases are told apart.</summary>
internal enum VariableKind
{
    Vat,
    Basis,
    Place,
    Amount,
    Measure,
    Ratio,
    Condition,
}

/// <summary>A number divided by a measure.</summary>
internal sealed record RatioKey(Quantity Quantity, int Measure);

/// <summary>A number that limits speak of: an amount on an axis, or a measure (<see cref="Measure"/> is -1 for an amount).</summary>
internal sealed record Quantity(AmountAxis Axis, int Measure)
{
    public static Quantity OfMeasure(int measure) => new(AmountAxis.None, measure);

    public bool IsMeasure => Measure >= 0;

    /// <summary>The variable of a question that it is, where a table of variables made this very object; none otherwise.</summary>
    public Variable? Variable { get; set; }

    /// <inheritdoc/>
    public bool Equals(Quantity? other) => other is not null && Measure == other.Measure && Axis == other.Axis;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Axis, Measure);

    /// <summary>Equal for equal quantities: keys of regions are made of it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Measure} {Axis.Currency} {Axis.Basis} {Axis.Vat}");

    /// <summary>Amounts before measures, each in an order that does not depend on that of the sentences.</summary>
    public static int Compare(Quantity a, Quantity b)
    {
        int order = a.Measure - b.Measure;
        return order != 0 ? order : AmountAxis.Compare(a.Axis, b.Axis);
    }
}

/// <summary>An amount, counted without value added tax and with it: the one is never more than the other.</summary>
internal sealed record VatPair(Quantity Without, Quantity With);

/// <summary>
/// Something that a question leaves open, cut into cells within which no sentence tells one value from another.
/// The cells of a number with figures b1 &lt; b2 &lt; … are: below b1, exactly b1, between b1 and b2, exactly b2, … , above the last.
/// </summary>
internal sealed class Variable
{
    public required VariableKind Kind { get; init; }

    /// <summary>The number, for amounts and measures; the numerator of a ratio.</summary>
    public Quantity Quantity { get; init; } = Quantity.OfMeasure(-1);

    /// <summary>The condition's index, or the measure's that a ratio divides by.</summary>
    public int Index { get; init; } = -1;

    /// <summary>The figures, ascending.</summary>
    public decimal[] Figures { get; set; } = [];

    /// <summary>The places, -1 for no particular one.</summary>
    public int[] Places { get; init; } = [];

    public Vat[] Vats { get; init; } = [];

    public string[] Bases { get; init; } = [];

    /// <summary>The position in the order in which cases are told apart.</summary>
    public int Order { get; set; }

    public bool IsNumber => Kind is VariableKind.Amount or VariableKind.Measure or VariableKind.Ratio;

    /// <summary>The first cell: a number is never negative, so nothing lies below a first figure of nought.</summary>
    public int FirstCell => IsNumber && Figures.Length > 0 && Figures[0] == 0 ? 1 : 0;

    public int CellCount => Kind switch
    {
        VariableKind.Vat => Vats.Length,
        VariableKind.Basis => Bases.Length,
        VariableKind.Place => Places.Length,
        VariableKind.Condition => 2,
        _ => (2 * Figures.Length) + 1,
    };

    /// <summary>Compares the numbers of a cell with a figure: negative when all are less, 0 when the cell is that figure, positive when all are more.</summary>
    public int CompareCell(int cell, decimal figure)
    {
        int position = Array.BinarySearch(Figures, figure);
        if (position < 0)
        {
            throw new InvalidOperationException("A figure was compared that no limit in play has.");
        }

        return cell.CompareTo((2 * position) + 1);
    }

    /// <summary>The ends of a number's cell; no upper end stands for without end. An end is inside only where the cell is one figure.</summary>
    public (decimal Low, decimal? High, bool IsPoint) Ends(int cell)
    {
        bool isPoint = cell % 2 == 1;
        if (isPoint)
        {
            decimal figure = Figures[cell / 2];
            return (figure, figure, true);
        }

        decimal low = cell == 0 ? 0 : Figures[(cell / 2) - 1];
        decimal? high = cell / 2 == Figures.Length ? null : Figures[cell / 2];
        return (low, high, false);
    }
}
