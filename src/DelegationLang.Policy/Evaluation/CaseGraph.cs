using System.Globalization;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Walks every case of a decision as <see cref="CaseExplorer"/> does, and keeps cells apart instead of uniting them. Equal parts are kept once:
/// splits are numbered from 0, and leaves are negative numbers that the caller gives. Several schemes can be walked side by side: a case is then
/// finished where nothing stands in the way in any of them.
/// </summary>
internal sealed class CaseGraph
{
    /// <summary>How many sentences are looked at: what is found here is found once for very many questions, so more than for one.</summary>
    public const long MostLooked = 2 * CaseBudget.MostLooked;

    private readonly long mostLooked;
    private readonly VariableTable variables;
    private readonly IReadOnlyList<CaseWalk> walks;
    private readonly Func<int> leaf;
    private readonly int mostCases;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<CaseNode> splits = [];
    private int cases;

    /// <summary>The cases of a decision.</summary>
    /// <param name="index">The scheme.</param>
    /// <param name="context">The decision.</param>
    /// <param name="variables">What it leaves open.</param>
    /// <param name="mostCases">How many cases are looked at.</param>
    /// <param name="leaf">The number of a finished case, less than 0 and more than <see cref="DecisionCases.Impossible"/>; equal for cases that are alike.</param>
    /// <param name="mostLooked">How many sentences may be looked at in all cases together.</param>
    public CaseGraph(SpaceIndex index, DecisionContext context, VariableTable variables, int mostCases, Func<AuthorityWalk, Knowledge, int> leaf, long mostLooked = MostLooked)
        : this(variables, mostCases, CaseWalk.Of(index, context, variables), leaf, mostLooked)
    {
    }

    /// <summary>The cases of a decision in several schemes side by side.</summary>
    /// <param name="variables">What the decision leaves open in any of them.</param>
    /// <param name="mostCases">How many cases are looked at.</param>
    /// <param name="walks">The decision in each scheme; at least one.</param>
    /// <param name="leaf">The number of a finished case, of which the walks then hold the ends.</param>
    /// <param name="mostLooked">How many sentences may be looked at in all cases together.</param>
    public CaseGraph(VariableTable variables, int mostCases, IReadOnlyList<CaseWalk> walks, Func<int> leaf, long mostLooked = MostLooked)
    {
        this.mostLooked = mostLooked;
        this.variables = variables;
        this.mostCases = mostCases;
        this.leaf = leaf;
        this.walks = walks;
        Root = Explore();
    }

    private CaseGraph(VariableTable variables, int mostCases, CaseWalk only, Func<AuthorityWalk, Knowledge, int> leaf, long mostLooked)
        : this(variables, mostCases, [only], () => leaf(only.Walk, only.Knowledge), mostLooked)
    {
    }

    /// <summary>Where to begin: a split or a leaf; <see cref="DecisionCases.Impossible"/> where there is no case.</summary>
    public int Root { get; }

    /// <summary>The splits.</summary>
    public IReadOnlyList<CaseNode> Splits => splits;

    /// <summary>Whether there were more cases than are looked at; some are then left out.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>How many sentences were looked at in all cases together.</summary>
    public long Looked
    {
        get
        {
            long looked = 0;
            foreach (CaseWalk one in walks)
            {
                looked += one.Walk.Looked;
            }

            return looked;
        }
    }

    /// <summary>What it took: sentences looked at, and three for each case that was gone through.</summary>
    public long Work => Looked + (3L * cases);

    private int Explore()
    {
        if (cases >= mostCases || Looked >= mostLooked)
        {
            IsCutShort = true;
            return DecisionCases.Impossible;
        }

        if (walks[0].Knowledge.IsImpossible())
        {
            return DecisionCases.Impossible;
        }

        cases++;
        int pending = Knowledge.NothingPending;
        foreach (CaseWalk one in walks)
        {
            one.Walk.Start();
            pending = Math.Min(pending, one.Knowledge.Pending);
        }

        if (pending == Knowledge.NothingPending)
        {
            return leaf();
        }

        Variable variable = variables[pending];
        int[] cells = new int[variable.CellCount];
        Array.Fill(cells, DecisionCases.Impossible);
        for (int cell = variable.FirstCell; cell < cells.Length; cell++)
        {
            Choose(variable, cell);
            cells[cell] = Explore();
        }

        Choose(variable, -1);
        return Split(variable.Order, cells);
    }

    private void Choose(Variable variable, int cell)
    {
        foreach (CaseWalk one in walks)
        {
            one.Knowledge[variable.Order] = cell;
        }
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

/// <summary>A decision as one scheme has it, case by case.</summary>
/// <param name="Walk">The walk from whoever holds it by law.</param>
/// <param name="Knowledge">What is known in the case at hand.</param>
internal sealed record CaseWalk(AuthorityWalk Walk, Knowledge Knowledge)
{
    /// <summary>The walk of a decision that somebody holds by law that day.</summary>
    public static CaseWalk Of(SpaceIndex index, DecisionContext context, VariableTable variables)
    {
        var knowledge = new Knowledge(index, context.Decision, variables);
        return new CaseWalk(new AuthorityWalk(index, context, knowledge), knowledge);
    }
}
