namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// What it takes to put cases together: which cells can be with each other, and how much is compared. Of very many cases that hardly differ that would be
/// without end; then those that were not compared stay apart, which is as right and only longer.
/// </summary>
/// <param name="knowledge">Tells which cells contradict each other.</param>
/// <param name="isCutShort">Whether some cases were not looked at: then it is not asked which cells can be with each other, since the answer is not whole anyway.</param>
internal sealed class Settling(Knowledge knowledge, bool isCutShort)
{
    private const int MostWork = 2_000_000;

    // Of so many ways to come to a case any cell can be with one.
    private const int MostWays = 1_000;

    private readonly int weight = 10 * knowledge.Contradictions;
    private int work;
    private long told;

    /// <summary>Whether the answers have more names, reasons and links of chains than anybody reads: what came after those is left out.</summary>
    public bool IsTooLong => told >= CaseBudget.MostTold;

    /// <summary>The end of a branch; none where there is no answer, or where there is too much to be told already.</summary>
    public CaseLeaf? Leaf(Answer? answer)
    {
        if (answer is null || IsTooLong)
        {
            return null;
        }

        told += CaseBudget.Told(answer);
        return new CaseLeaf { Answer = answer };
    }

    /// <summary>Counts a comparison; whether there may be more.</summary>
    public bool CanGoOn() => ++work <= MostWork;

    /// <summary>What was chosen before either of two; none where all may be with them.</summary>
    public ChosenCells Both(ChosenCells a, ChosenCells b) =>
        isCutShort || a.IsEmpty || b.IsEmpty || a.Count + b.Count > MostWays ? ChosenCells.None : ChosenCells.OfBoth(a, b);

    /// <summary>Whether a cell of a variable can be with cells that were chosen.</summary>
    public bool IsPossible(int[] chosen, int order, int cell)
    {
        if (isCutShort)
        {
            return true;
        }

        work += weight;
        return knowledge.IsPossible(chosen, order, cell);
    }
}
