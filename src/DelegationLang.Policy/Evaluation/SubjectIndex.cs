using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The subjects as a decision sees them: two trees, one of functions (with the budgets that cover nothing, which stand for themselves)
/// and one of matters. Budgets that cover functions are replaced by those functions.
/// </summary>
internal sealed class SubjectIndex
{
    private readonly ImmutableArray<SubjectDefinition> subjects;
    private readonly Dictionary<int, List<int>> budgetsWithin = [];
    private readonly ConcurrentDictionary<int, int[]> expanded = new();

    public SubjectIndex(ImmutableArray<SubjectDefinition> subjects)
    {
        this.subjects = subjects;
        for (int i = 0; i < subjects.Length; i++)
        {
            if (subjects[i].Kind == SubjectKind.Budget && subjects[i].Parent >= 0)
            {
                if (!budgetsWithin.TryGetValue(subjects[i].Parent, out List<int>? list))
                {
                    budgetsWithin.Add(subjects[i].Parent, list = []);
                }

                list.Add(i);
            }
        }
    }

    public SubjectDefinition this[int subject] => subjects[subject];

    public bool IsMatter(int subject) => subjects[subject].Kind == SubjectKind.Matter;

    /// <summary>The function that a matter is declared within, at any depth; -1 for none.</summary>
    public int FunctionOf(int matter)
    {
        for (int s = subjects[matter].Parent; s >= 0; s = subjects[s].Parent)
        {
            if (!IsMatter(s))
            {
                return s;
            }
        }

        return -1;
    }

    /// <summary>The subject and what it lies within, nearest first, on its own side only: a matter's line ends where it reaches a function.</summary>
    public int[] SelfAndAncestors(int subject)
    {
        if (subject < 0)
        {
            return [];
        }

        var line = new List<int>(4);
        bool isMatter = IsMatter(subject);
        for (int s = subject; s >= 0 && IsMatter(s) == isMatter; s = subjects[s].Parent)
        {
            line.Add(s);
        }

        return [.. line];
    }

    /// <summary>
    /// The nearest that a subject lies within, as far as a sentence may name that and not the subject: whatever names a budget names those within it that
    /// cover nothing.
    /// </summary>
    public int NamedAbove(int subject)
    {
        int above = subjects[subject].Parent;
        while (above >= 0 && subjects[above].Kind == SubjectKind.Budget && subjects[subject] is { Kind: SubjectKind.Budget, Covers.IsEmpty: true })
        {
            above = subjects[above].Parent;
        }

        return above;
    }

    /// <summary>The subject and what it lies within on its own side, without what cannot be named alone.</summary>
    public IEnumerable<int> SelfAndNamedAbove(int subject)
    {
        for (int s = subject; s >= 0 && IsMatter(s) == IsMatter(subject); s = NamedAbove(s))
        {
            yield return s;
        }
    }

    /// <summary>
    /// What a subject in a sentence stands for: itself; or, for a budget, the functions that it and the budgets within it cover,
    /// and those budgets of them that cover nothing.
    /// </summary>
    public IReadOnlyList<int> Expand(int subject)
    {
        SubjectDefinition definition = subjects[subject];
        if (definition.Kind != SubjectKind.Budget)
        {
            return [subject];
        }

        return expanded.GetOrAdd(subject, static (budget, own) =>
        {
            var nodes = new List<int>();
            own.Expand(budget, nodes);
            return nodes.ToArray();
        }, this);
    }

    private void Expand(int subject, List<int> nodes)
    {
        SubjectDefinition definition = subjects[subject];
        if (definition.Kind != SubjectKind.Budget || definition.Covers.IsEmpty)
        {
            nodes.Add(subject);
        }
        else
        {
            nodes.AddRange(definition.Covers);
        }

        if (definition.Kind == SubjectKind.Budget && budgetsWithin.TryGetValue(subject, out List<int>? inner))
        {
            foreach (int budget in inner)
            {
                Expand(budget, nodes);
            }
        }
    }
}
