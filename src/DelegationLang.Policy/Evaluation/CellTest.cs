namespace DelegationLang.Policy.Evaluation;

/// <summary>What is asked of one variable: that its cell lies from the first to the last, or that it does not.</summary>
/// <param name="order">The variable, by its order.</param>
/// <param name="first">The first cell.</param>
/// <param name="last">The last cell.</param>
/// <param name="isNegated">Whether it is asked that its cell does not lie there.</param>
internal sealed class CellRange(int order, int first, int last, bool isNegated)
{
    /// <summary>The variable, by its order.</summary>
    public int Order => order;

    /// <summary>Whether it is so in a cell.</summary>
    public bool Holds(int cell) => (cell >= first && cell <= last) != isNegated;
}

/// <summary>
/// What a limit, or the facts of a sentence, ask of the variables of one question. Case after case asks the same: so it is found once which cells will do.
/// </summary>
/// <param name="all">What must be so, by the order of the variables.</param>
/// <param name="any">Of each of these something must be so.</param>
/// <param name="isNever">Whether it is so in no case.</param>
internal sealed class CellTest(CellRange[] all, CellRange[][] any, bool isNever)
{
    /// <summary>What must be so, by the order of the variables.</summary>
    public CellRange[] All => all;

    /// <summary>Of each of these something must be so.</summary>
    public CellRange[][] Any => any;

    /// <summary>Whether it is so in no case.</summary>
    public bool IsNever => isNever;

    /// <summary>The test that groups of alternatives come to.</summary>
    public static CellTest Of(List<CellRange[]> groups, bool isNever)
    {
        CellRange[] all = [.. groups.Where(group => group.Length == 1).Select(group => group[0])];
        Array.Sort(all, (a, b) => a.Order - b.Order);
        return new CellTest(all, [.. groups.Where(group => group.Length > 1)], isNever);
    }
}
