using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// One subject as decisions know it: a function (or a budget that covers nothing), or a matter; perhaps in relation to one function alone.
/// </summary>
internal sealed record Atom(SubjectSymbol Node, SubjectSymbol? For);

/// <summary>The subjects of a scheme as decisions see them: budgets that cover functions are replaced by those functions.</summary>
internal sealed class SubjectLines
{
    private readonly Dictionary<SubjectSymbol, List<SubjectSymbol>> budgetsWithin = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, SubjectSymbol[]> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ILookup<SubjectSymbol, SubjectSymbol>> budgetsByNode;

    public SubjectLines(SchemeModel model)
    {
        foreach (SubjectSymbol subject in model.Symbols.OfType<SubjectSymbol>())
        {
            if (subject.IsBudget && subject.Parent is { IsBudget: true } parent)
            {
                if (!budgetsWithin.TryGetValue(parent, out List<SubjectSymbol>? list))
                {
                    budgetsWithin.Add(parent, list = []);
                }

                list.Add(subject);
            }
        }

        budgetsByNode = new(() => model.Symbols.OfType<SubjectSymbol>()
            .Where(subject => subject.IsBudget)
            .SelectMany(budget => Nodes(budget).Select(node => (node, budget)))
            .ToLookup(pair => pair.node, pair => pair.budget));
    }

    /// <summary>The budgets declared directly within a budget.</summary>
    public IReadOnlyList<SubjectSymbol> BudgetsWithin(SubjectSymbol budget) =>
        budgetsWithin.TryGetValue(budget, out List<SubjectSymbol>? list) ? list : [];

    /// <summary>The budgets that stand for a node, among others.</summary>
    public IEnumerable<SubjectSymbol> BudgetsOf(SubjectSymbol node) => budgetsByNode.Value[node];

    /// <summary>
    /// What a subject in a sentence stands for: itself; or, for a budget, the functions that it and the budgets within it cover,
    /// and those budgets of them that cover nothing.
    /// </summary>
    public ImmutableArray<SubjectSymbol> Nodes(SubjectSymbol subject)
    {
        if (!subject.IsBudget)
        {
            return [subject];
        }

        if (!nodes.TryGetValue(subject, out SubjectSymbol[]? found))
        {
            var all = new List<SubjectSymbol>();
            Expand(subject, all, new HashSet<SubjectSymbol>(ReferenceEqualityComparer.Instance));
            nodes.Add(subject, found = [.. all.Distinct()]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    /// <summary>The function that an atom is about: the one it is related to, itself, or the one that its matter is declared within; none otherwise.</summary>
    public static SubjectSymbol? FunctionOf(Atom atom) => atom.For ?? FunctionOf(atom.Node);

    /// <summary>The function that a subject is, or that a matter is declared within, at any depth; none otherwise.</summary>
    public static SubjectSymbol? FunctionOf(SubjectSymbol node)
    {
        for (SubjectSymbol? subject = node; subject is not null; subject = subject.Parent)
        {
            if (!subject.IsMatter)
            {
                return subject;
            }
        }

        return null;
    }

    /// <summary>Whatever a sentence may name so as to reach the atom: its matter and what that lies within, its function and what that lies within.</summary>
    public static IEnumerable<SubjectSymbol> LineOf(Atom atom)
    {
        for (SubjectSymbol? subject = atom.Node; subject is not null; subject = subject.Parent)
        {
            yield return subject;
        }

        if (atom.For is not null && !atom.Node.IsWithin(atom.For))
        {
            for (SubjectSymbol? subject = atom.For; subject is not null; subject = subject.Parent)
            {
                yield return subject;
            }
        }
    }

    /// <summary>Whether a sentence that names the subject (a budget by its functions) is about the whole atom.</summary>
    public bool IsAbout(Atom atom, SubjectSymbol subject)
    {
        SubjectSymbol? function = FunctionOf(atom);
        foreach (SubjectSymbol node in Nodes(subject))
        {
            if (node.IsMatter ? atom.Node.IsWithin(node) : function?.IsWithin(node) == true)
            {
                return true;
            }
        }

        return false;
    }

    private void Expand(SubjectSymbol budget, List<SubjectSymbol> all, HashSet<SubjectSymbol> visited)
    {
        if (!visited.Add(budget))
        {
            return;
        }

        if (budget.Covers.IsEmpty)
        {
            all.Add(budget);
        }
        else
        {
            all.AddRange(budget.Covers);
        }

        if (budgetsWithin.TryGetValue(budget, out List<SubjectSymbol>? inner))
        {
            foreach (SubjectSymbol part in inner)
            {
                Expand(part, all, visited);
            }
        }
    }
}
