namespace DelegationLang.Policy.Evaluation;

/// <summary>Tells apart the cases of a question that leaves something open, splitting only on what stands in the way.</summary>
internal sealed class CaseExplorer
{
    /// <summary>How many cases are looked at before the answer says that there are too many to tell apart.</summary>
    public const int MostCases = 20_000;

    private readonly VariableTable variables;
    private readonly AuthorityWalk walk;
    private readonly Knowledge knowledge;
    private readonly Func<AuthorityWalk, Knowledge, Answer> answer;
    private readonly Func<Answer, string> keyOf;
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);
    private readonly int mostCases;
    private int cases;
    private long told;

    /// <param name="index">The scheme.</param>
    /// <param name="context">What is asked.</param>
    /// <param name="variables">What it leaves open.</param>
    /// <param name="answer">Makes the answer of a finished case.</param>
    /// <param name="keyOf">What two cases must have in common to count as one.</param>
    public CaseExplorer(SpaceIndex index, DecisionContext context, VariableTable variables, Func<AuthorityWalk, Knowledge, Answer> answer, Func<Answer, string> keyOf)
    {
        this.variables = variables;
        this.answer = answer;
        this.keyOf = keyOf;
        knowledge = new Knowledge(index, context.Decision, variables);
        walk = new AuthorityWalk(index, context, knowledge);
        mostCases = CaseBudget.Of(variables, MostCases);
    }

    /// <summary>Whether there were more cases than are looked at; the tree then leaves some out.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The tree of all cases; none when the cells chosen so far contradict each other.</summary>
    public CaseTree? Explore()
    {
        ToldCase? root = Tell();
        var settling = new Settling(knowledge, IsCutShort);
        CaseTree? tree = root?.Settle(settling);
        IsCutShort |= settling.IsTooLong;
        return tree;
    }

    private ToldCase? Tell()
    {
        if (cases >= mostCases || walk.Looked >= CaseBudget.MostLooked || told >= CaseBudget.MostTold)
        {
            IsCutShort = true;
            return ToldCase.Unseen;
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
            told += CaseBudget.Told(leaf);
            return new ToldCase.ToldLeaf(knowledge.Chosen(), NumberOf(keyOf(leaf)), leaf, cases);
        }

        Variable variable = variables[knowledge.Pending];
        var cells = new ToldCase?[variable.CellCount];
        bool isAny = false;
        for (int cell = variable.FirstCell; cell < cells.Length; cell++)
        {
            knowledge[variable.Order] = cell;
            isAny |= (cells[cell] = Tell()) is not null;
        }

        knowledge[variable.Order] = -1;
        return isAny ? new ToldCase.ToldSplit(knowledge.Chosen(), variable, cells) : null;
    }

    private int NumberOf(string key)
    {
        if (!keys.TryGetValue(key, out int number))
        {
            keys.Add(key, number = keys.Count);
        }

        return number;
    }
}
