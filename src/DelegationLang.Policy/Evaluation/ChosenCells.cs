namespace DelegationLang.Policy.Evaluation;

/// <summary>The cells that were chosen on each of several ways to a case. Two of them are put together without being written out.</summary>
internal sealed class ChosenCells
{
    private readonly int[]? one;
    private readonly (ChosenCells A, ChosenCells B)? both;

    private ChosenCells(int[]? one, (ChosenCells A, ChosenCells B)? both, int count)
    {
        this.one = one;
        this.both = both;
        Count = count;
    }

    /// <summary>None: no cells can contradict each other.</summary>
    public static ChosenCells None { get; } = new(null, null, 0);

    /// <summary>How many ways.</summary>
    public int Count { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Those of one way.</summary>
    public static ChosenCells Of(int[] cells) => new(cells, null, 1);

    /// <summary>Those of both; neither is empty.</summary>
    public static ChosenCells OfBoth(ChosenCells a, ChosenCells b) => new(null, (a, b), a.Count + b.Count);

    /// <summary>Whether a cell of a variable can be with one of them.</summary>
    public bool CanBeWith(int order, int cell, Settling settling)
    {
        var open = new Stack<ChosenCells>([this]);
        while (open.TryPop(out ChosenCells? some))
        {
            if (some.both is { } pair)
            {
                open.Push(pair.B);
                open.Push(pair.A);
            }
            else if (some.one is not null && settling.IsPossible(some.one, order, cell))
            {
                return true;
            }
        }

        return false;
    }
}
