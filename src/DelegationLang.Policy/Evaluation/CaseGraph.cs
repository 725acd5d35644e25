using System.Globalization;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Walks every case of a decision as <see cref="CaseExplorer"/> does, and keeps cells apart instead of uniting them. Equal parts are kept once:
/// splits are numbered from 0, and leaves are negative numbers that the caller gives.
/// </summary>
internal sealed class CaseGraph
{
    private readonly VariableTable variables;
    private readonly Walk walk;
    private readonly Knowledge knowledge;
    private readonly Func<Walk, Knowledge, int> leaf;
    private readonly int mostCases;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<CaseNode> splits = [];
    private int cases;

    /// <summary>The cases of a decision.</summary>
    /// <param name="index">The scheme.</param>
    /// <param name="inquiry">The decision.</param>
    /// <param name="variables">What it leaves open.</param>
    /// <param name="mostCases">How many cases are looked at.</param>
    /// <param name="leaf">The number of a finished case, less than 0 and more than <see cref="DecisionCases.Impossible"/>; equal for cases that are alike.</param>
    public CaseGraph(SpaceIndex index, Inquiry inquiry, VariableTable variables, int mostCases, Func<Walk, Knowledge, int> leaf)
    {
        this.variables = variables;
        this.mostCases = mostCases;
        this.leaf = leaf;
        knowledge = new Knowledge(index, inquiry.Decision, variables);
        walk = new Walk(index, inquiry, knowledge);
        Root = Explore();
    }

    /// <summary>Where to begin: a split or a leaf; <see cref="DecisionCases.Impossible"/> where there is no case.</summary>
    public int Root { get; }

    /// <summary>The splits.</summary>
    public IReadOnlyList<CaseNode> Splits => splits;

    /// <summary>Whether there were more cases than are looked at; some are then left out.</summary>
    public bool IsCutShort { get; private set; }

    private int Explore()
    {
        if (cases >= mostCases)
        {
            IsCutShort = true;
            return DecisionCases.Impossible;
        }

        if (knowledge.IsImpossible())
        {
            return DecisionCases.Impossible;
        }

        cases++;
        walk.Start();
        if (knowledge.Pending == Knowledge.NothingPending)
        {
            return leaf(walk, knowledge);
        }

        Variable variable = variables[knowledge.Pending];
        var cells = new int[variable.CellCount];
        Array.Fill(cells, DecisionCases.Impossible);
        for (int cell = variable.FirstCell; cell < cells.Length; cell++)
        {
            knowledge[variable.Order] = cell;
            cells[cell] = Explore();
        }

        knowledge[variable.Order] = -1;
        return Split(variable.Order, cells);
    }

    private int Split(int variable, int[] cells)
    {
        // Where every cell leads to the same, nothing is split.
        int first = Array.Find(cells, cell => cell != DecisionCases.Impossible);
        if (Array.TrueForAll(cells, cell => cell == first || cell == DecisionCases.Impossible))
        {
            return Array.Exists(cells, cell => cell != DecisionCases.Impossible) ? first : DecisionCases.Impossible;
        }

        string key = variable.ToString(CultureInfo.InvariantCulture) + ":" + string.Join(',', cells);
        if (!known.TryGetValue(key, out int node))
        {
            node = splits.Count;
            known.Add(key, node);
            splits.Add(new CaseNode(variable, [.. cells]));
        }

        return node;
    }
}
