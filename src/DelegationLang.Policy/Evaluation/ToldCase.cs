namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Cases as they were told apart, cell by cell. Cells whose cases agree are put together only when all of them are known: what cannot be with one cell,
/// since numbers contradict each other, may be with another, and is no reason to tell the two apart.
/// </summary>
internal abstract class ToldCase
{
    /// <summary>The cases that were too many to be looked at. They agree with none.</summary>
    public static ToldCase Unseen { get; } = new ToldLeaf(ChosenCells.None, -1);

    /// <summary>The lowest order of a variable that this turns on.</summary>
    protected abstract int Least { get; }

    /// <summary>The cells that were chosen before this, once for each of those that were put together; none where no cells can contradict each other.</summary>
    protected abstract ChosenCells Before { get; }

    /// <summary>The tree in which cells that agree stand together, and what makes no difference does not appear; none where there is no case.</summary>
    /// <param name="settling">Tells which cells contradict each other.</param>
    public abstract CaseTree? Settle(Settling settling);

    /// <summary>Whether both have one answer wherever both have any.</summary>
    private static bool Agree(ToldCase? a, ToldCase? b, Settling settling)
    {
        if (a is null || b is null || ReferenceEquals(a, b))
        {
            return true;
        }

        if (a is ToldLeaf one && b is ToldLeaf other)
        {
            return one.Key == other.Key && one.Key >= 0;
        }

        if (!settling.CanGoOn() || FirstOf(a, b) is not { } variable)
        {
            return false;
        }

        for (int cell = 0; cell < variable.CellCount; cell++)
        {
            if (!Agree(a.At(variable, cell, settling), b.At(variable, cell, settling), settling))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Both in one; they agree.</summary>
    private static ToldCase? Meet(ToldCase? a, ToldCase? b, Settling settling)
    {
        if (a is null || b is null || ReferenceEquals(a, b))
        {
            return a ?? b;
        }

        if (a is ToldLeaf one && b is ToldLeaf other)
        {
            return new ToldLeaf(one, other, settling);
        }

        if (FirstOf(a, b) is not { } variable)
        {
            throw new InvalidOperationException("Cases were put together that do not agree.");
        }

        var cells = new ToldCase?[variable.CellCount];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = Meet(a.At(variable, cell, settling), b.At(variable, cell, settling), settling);
        }

        return new ToldSplit(settling.Both(a.Before, b.Before), variable, cells);
    }

    // The variable that both are told apart by. Of two of which one does not turn on it, it is beside each of the other's cells that it can be with. None where
    // that cannot be said.
    private static Variable? FirstOf(ToldCase a, ToldCase b)
    {
        var first = a as ToldSplit;
        var second = b as ToldSplit;
        return first is not null && (first.Variable == second?.Variable || first.Variable.Order < b.Least) ? first.Variable
            : second is not null && second.Variable.Order < a.Least ? second.Variable
            : null;
    }

    private ToldCase? At(Variable variable, int cell, Settling settling) =>
        this is ToldSplit split && split.Variable == variable ? split[cell]
        : Before.IsEmpty || Before.CanBeWith(variable.Order, cell, settling) ? this
        : null;

    /// <summary>A finished case, or several that agree.</summary>
    internal sealed class ToldLeaf : ToldCase
    {
        private readonly Answer? answer;
        private readonly int turn;
        private readonly (ToldLeaf A, ToldLeaf B)? both;

        /// <param name="before">The cells that were chosen; none where no cells can contradict each other.</param>
        /// <param name="key">Equal for cases that count as one; less than nought for none that was looked at.</param>
        /// <param name="answer">The answer.</param>
        /// <param name="turn">At which turn the case was looked at.</param>
        public ToldLeaf(ChosenCells before, int key, Answer? answer = null, int turn = 0)
        {
            Before = before;
            Key = key;
            this.answer = answer;
            this.turn = turn;
        }

        public ToldLeaf(ToldLeaf a, ToldLeaf b, Settling settling)
        {
            Before = settling.Both(a.Before, b.Before);
            Key = a.Key;
            both = (a, b);
        }

        public int Key { get; }

        /// <inheritdoc/>
        protected override int Least => int.MaxValue;

        /// <inheritdoc/>
        protected override ChosenCells Before { get; }

        /// <inheritdoc/>
        public override CaseTree? Settle(Settling settling)
        {
            if (both is null)
            {
                return settling.Leaf(answer);
            }

            if (settling.IsTooLong)
            {
                return null;
            }

            // In the order in which the cases were told apart, however they were put together.
            List<ToldLeaf> all = All();
            all.Sort((a, b) => a.turn - b.turn);
            var answers = new List<Answer>(all.Count);
            foreach (ToldLeaf leaf in all)
            {
                if (leaf.answer is not null)
                {
                    answers.Add(leaf.answer);
                }
            }

            return answers.Count == 0 ? null : settling.Leaf(CaseLeaf.Combine(answers));
        }

        // They may be put together very many deep, and one of them with others in many ways.
        private List<ToldLeaf> All()
        {
            var all = new List<ToldLeaf>();
            var seen = new HashSet<ToldLeaf>(ReferenceEqualityComparer.Instance);
            var open = new Stack<ToldLeaf>([this]);
            while (open.TryPop(out ToldLeaf? leaf))
            {
                if (!seen.Add(leaf))
                {
                    continue;
                }

                if (leaf.both is { } pair)
                {
                    open.Push(pair.A);
                    open.Push(pair.B);
                }
                else
                {
                    all.Add(leaf);
                }
            }

            return all;
        }
    }

    /// <summary>What follows in each cell of a variable; none where the cell contradicts others that were chosen.</summary>
    internal sealed class ToldSplit : ToldCase
    {
        private readonly ToldCase?[] cells;
        private readonly int least;

        public ToldSplit(ChosenCells before, Variable variable, ToldCase?[] cells)
        {
            Before = before;
            Variable = variable;
            this.cells = cells;
            least = variable.Order;
            foreach (ToldCase? cell in cells)
            {
                least = Math.Min(least, cell?.Least ?? int.MaxValue);
            }
        }

        public Variable Variable { get; }

        /// <inheritdoc/>
        protected override int Least => least;

        /// <inheritdoc/>
        protected override ChosenCells Before { get; }

        public ToldCase? this[int cell] => cells[cell];

        /// <inheritdoc/>
        public override CaseTree? Settle(Settling settling)
        {
            var alike = new List<(List<int> Cells, ToldCase Case)>();
            for (int cell = 0; cell < cells.Length; cell++)
            {
                if (cells[cell] is { } own)
                {
                    Add(alike, cell, own, settling);
                }
            }

            var branches = new List<CaseBranch>(alike.Count);
            foreach ((List<int> some, ToldCase told) in alike)
            {
                if (told.Settle(settling) is { } tree)
                {
                    branches.Add(new CaseBranch([.. some], tree));
                }
            }

            return branches.Count switch
            {
                0 => null,
                1 => branches[0].Tree,
                _ => new CaseSplit { Variable = Variable, Branches = [.. branches] },
            };
        }

        private void Add(List<(List<int> Cells, ToldCase Case)> alike, int cell, ToldCase own, Settling settling)
        {
            // Numbers stay in runs, so that a case can be said as an interval.
            for (int i = Variable.IsNumber ? Math.Max(0, alike.Count - 1) : 0; i < alike.Count; i++)
            {
                if (Agree(alike[i].Case, own, settling) && Meet(alike[i].Case, own, settling) is { } both)
                {
                    alike[i].Cells.Add(cell);
                    alike[i] = (alike[i].Cells, both);
                    return;
                }
            }

            alike.Add(([cell], own));
        }
    }
}
