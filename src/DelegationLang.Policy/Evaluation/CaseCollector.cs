using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// Walks every case of a decision as <see cref="CaseExplorer"/> does, and keeps them apart instead of uniting them: cells that are alike may
/// differ once more is known. Equal parts are kept once.
/// </summary>
internal sealed class CaseCollector
{
    private readonly SpaceIndex index;
    private readonly Inquiry inquiry;
    private readonly VariableTable variables;
    private readonly Knowledge knowledge;
    private readonly AnswerBuilder builder;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<CaseNode> splits = [];
    private readonly List<CaseAnswer> leaves = [];
    private int cases;
    private bool isCutShort;

    public CaseCollector(SpaceIndex index, Inquiry inquiry, VariableTable variables)
    {
        this.index = index;
        this.inquiry = inquiry;
        this.variables = variables;
        knowledge = new Knowledge(index, inquiry.Decision, variables);
        builder = new AnswerBuilder(index, inquiry);
    }

    /// <summary>All cases.</summary>
    public DecisionCases Collect(int mostCases)
    {
        int root = Explore(mostCases);
        return new DecisionCases
        {
            Variables = [.. Enumerable.Range(0, variables.Count).Select(order => Describe(variables[order]))],
            Splits = [.. splits],
            Leaves = [.. leaves],
            Root = root,
            Bases = [.. variables.Bases],
            OnlyVat = variables.OnlyVat,
            IsVatUsed = variables.IsVatUsed,
            IsCutShort = isCutShort,
        };
    }

    private int Explore(int mostCases)
    {
        if (cases >= mostCases)
        {
            isCutShort = true;
            return DecisionCases.Impossible;
        }

        if (knowledge.IsImpossible())
        {
            return DecisionCases.Impossible;
        }

        cases++;
        Walk walk = Walk.From(index, inquiry, knowledge);
        if (knowledge.Pending == Knowledge.NothingPending)
        {
            return Leaf(builder.WhoDecides(walk, knowledge));
        }

        Variable variable = variables[knowledge.Pending];
        var cells = new int[variable.CellCount];
        Array.Fill(cells, DecisionCases.Impossible);
        for (int cell = variable.FirstCell; cell < cells.Length; cell++)
        {
            knowledge[variable.Order] = cell;
            cells[cell] = Explore(mostCases);
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

    private int Leaf(Answer answer)
    {
        string key = AnswerBuilder.KeyOf(answer);
        string content = key + "\n" + ContentOf(answer);
        if (!known.TryGetValue(content, out int node))
        {
            node = -1 - leaves.Count;
            known.Add(content, node);
            leaves.Add(new CaseAnswer(key, answer));
        }

        return node;
    }

    private static string ContentOf(Answer answer)
    {
        var text = new StringBuilder();
        text.AppendJoin('|', answer.Steps).Append('\n').AppendJoin('|', answer.Duties).Append('\n').AppendJoin('|', answer.KeepAuthority).Append('\n')
            .AppendJoin('|', answer.Reasons).Append('\n').AppendJoin('|', answer.Deputies.Select(deputy => deputy.Party + "\t" + deputy.When + "\t" + deputy.Source)).Append('\n')
            .AppendJoin('|', answer.Chain.Select(link => link.Party + "\t" + link.Via + "\t" + link.Source + "\t" + link.Rule.ToString(CultureInfo.InvariantCulture)));
        return text.ToString();
    }

    private static CaseVariable Describe(Variable variable) => new()
    {
        Kind = (CaseVariableKind)variable.Kind,
        Currency = variable.Quantity.Axis.Currency,
        Basis = variable.Quantity.Axis.Basis,
        Vat = variable.Quantity.Axis.Vat,
        Measure = variable.Quantity.Measure,
        Index = variable.Index,
        Figures = [.. variable.Figures],
        Places = [.. variable.Places],
        Vats = [.. variable.Vats],
    };
}
