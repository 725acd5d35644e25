using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>That a seat, or several parties together, hold the point asked about: by law, or by one sentence from another holding.</summary>
internal sealed class SeatHolding
{
    /// <summary>The seat; -1 for several parties together.</summary>
    public required int Seat { get; init; }

    /// <summary>The parties as the sentence names them.</summary>
    public required ImmutableArray<int> Group { get; init; }

    /// <summary>The rule by which it is held; -1 by law.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>From whom; none by law.</summary>
    public SeatHolding? From { get; init; }

    /// <summary>Whether it is held because it is reserved to the holder.</summary>
    public bool IsReserved { get; init; }

    /// <summary>Whether it is held by an exceptional power, here or further up.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether it is held under a contract, here or further up.</summary>
    public bool IsUnderContract { get; init; }

    /// <summary>Whether an earlier line of the same table decides instead: the holder keeps authority above it.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Whether an exceptional power decides in the stead of the party for which it is reserved.</summary>
    public bool IsDisplaced { get; set; }

    /// <summary>Whether a sentence by which it is held, here or further up, asks for something to come first.</summary>
    public bool HasSteps { get; init; }

    /// <summary>Whether a sentence by which it is held, here or further up, asks for something to come afterwards.</summary>
    public bool HasDuties { get; init; }

    /// <summary>Which sentences, here and further up, ask for something to come first or afterwards: one number for each set of them, 0 for none.</summary>
    public ulong Terms { get; init; }

    /// <summary>The lines of the same table that keep authority above this one.</summary>
    public HoldingsAbove Above { get; init; } = HoldingsAbove.None;

    /// <summary>A number for the chain down to it, where chains are numbered; less than nought before.</summary>
    public int ChainNumber { get; set; } = -1;

    public bool IsTogether => Seat < 0;

    /// <summary>What tells the standing that a group has by this holding from any other, but for <see cref="Terms"/>, as one number.</summary>
    public long KeyOf(int group) =>
        ((long)Rule << 32) + ((long)group << 3) + (IsExceptional ? 4 : 0) + (IsUnderContract ? 2 : 0) + (IsSuperseded ? 1 : 0);

    /// <summary>Whether a seat holds it, or somebody from whom it came.</summary>
    public bool IsFrom(int seat)
    {
        for (SeatHolding? holding = this; holding is not null; holding = holding.From)
        {
            if (holding.Seat == seat)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Lines of a table that keep authority above another, the farthest first: so many of a list that all lines of the table share and that only grows.</summary>
internal sealed class HoldingsAbove(List<SeatHolding> shared, int count)
{
    /// <summary>None.</summary>
    public static HoldingsAbove None { get; } = new([], 0);

    /// <summary>How many.</summary>
    public int Count => count;

    /// <summary>One of them; the first is the farthest.</summary>
    public SeatHolding this[int position] => shared[position];
}
