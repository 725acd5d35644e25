using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Tells apart the cases of a question that leaves something open, splitting only on what stands in the way.</summary>
internal sealed class CaseExplorer
{
    /// <summary>How many cases are looked at before the answer says that there are too many to tell apart.</summary>
    public const int MostCases = 20_000;

    private readonly VariableTable variables;
    private readonly Walk walk;
    private readonly Knowledge knowledge;
    private readonly Func<Walk, Knowledge, Answer> answer;
    private readonly Func<Answer, string> keyOf;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly int mostCases;
    private int cases;

    /// <param name="index">The scheme.</param>
    /// <param name="inquiry">What is asked.</param>
    /// <param name="variables">What it leaves open.</param>
    /// <param name="answer">Makes the answer of a finished case.</param>
    /// <param name="keyOf">What two cases must have in common to count as one.</param>
    public CaseExplorer(SpaceIndex index, Inquiry inquiry, VariableTable variables, Func<Walk, Knowledge, Answer> answer, Func<Answer, string> keyOf)
    {
        this.variables = variables;
        this.answer = answer;
        this.keyOf = keyOf;
        knowledge = new Knowledge(index, inquiry.Decision, variables);
        walk = new Walk(index, inquiry, knowledge);
        mostCases = CaseBudget.Of(variables, MostCases);
    }

    /// <summary>Whether there were more cases than are looked at; the tree then leaves some out.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The tree of all cases; none when the cells chosen so far contradict each other.</summary>
    public CaseTree? Explore()
    {
        if (cases >= mostCases)
        {
            IsCutShort = true;
            return null;
        }

        if (knowledge.IsImpossible())
        {
            return null;
        }

        cases++;
        walk.Start();
        if (knowledge.Pending == Knowledge.NothingPending)
        {
            Answer leaf = answer(walk, knowledge);
            return new CaseLeaf { Key = NumberOf(keyOf(leaf)), Answer = leaf };
        }

        Variable variable = variables[knowledge.Pending];
        var branches = new List<CaseBranch>();
        for (int cell = variable.FirstCell; cell < variable.CellCount; cell++)
        {
            knowledge[variable.Order] = cell;
            if (Explore() is { } tree)
            {
                AddBranch(variable, branches, cell, tree);
            }
        }

        knowledge[variable.Order] = -1;
        return Join(variable, branches, NumberOf);
    }

    // Short keys, since those of splits are made of them.
    private string NumberOf(string key)
    {
        if (!keys.TryGetValue(key, out string? number))
        {
            keys.Add(key, number = keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return number;
    }

    private static void AddBranch(Variable variable, List<CaseBranch> branches, int cell, CaseTree tree)
    {
        // Numbers stay in runs, so that a case can be said as an interval.
        int alike = variable.IsNumber
            ? (branches.Count > 0 && branches[^1].Tree.Key == tree.Key ? branches.Count - 1 : -1)
            : branches.FindIndex(branch => branch.Tree.Key == tree.Key);
        if (alike >= 0)
        {
            branches[alike] = new CaseBranch(branches[alike].Cells.Add(cell), branches[alike].Tree.Combine(tree));
        }
        else
        {
            branches.Add(new CaseBranch([cell], tree));
        }
    }

    private static CaseTree? Join(Variable variable, List<CaseBranch> branches, Func<string, string> numberOf)
    {
        if (branches.Count <= 1)
        {
            return branches.Count == 0 ? null : branches[0].Tree;
        }

        string key = variable.Order + "(" + string.Join(
            ';',
            branches.Select(branch => string.Join(',', branch.Cells) + ":" + branch.Tree.Key)) + ")";
        return new CaseSplit
        {
            Key = numberOf(key),
            Variable = variable,
            Branches = [.. branches],
        };
    }
}
