using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Authorities;

/// <summary>
/// The subjects of the table of authority: each function and each matter by itself, and a matter in relation to a function wherever a sentence tells
/// the two together apart from either (<c>award of contract for podiatry</c>, or a function given except for a matter).
/// </summary>
internal sealed class TableSubjects
{
    private readonly SpaceIndex index;
    private readonly Dictionary<int, List<int>> functionsOf = [];
    private readonly List<int> functionsOfAll = [];

    public TableSubjects(SpaceIndex index)
    {
        this.index = index;
        foreach (RuleDefinition rule in index.Definition.Rules)
        {
            Note(rule);
        }
    }

    /// <summary>The subjects that speak of a function or a matter: itself first; of a budget, what it stands for.</summary>
    public IReadOnlyList<Atom> Of(int subject)
    {
        var atoms = new List<Atom>();
        var known = new HashSet<Atom>();
        foreach (int node in index.Subjects.Expand(subject))
        {
            var own = Atom.Of(index, node);
            if (known.Add(own))
            {
                atoms.Add(own);
            }

            if (index.Subjects.IsMatter(node))
            {
                AddFunctions(atoms, known, node);
            }
        }

        return atoms;
    }

    private void AddFunctions(List<Atom> atoms, HashSet<Atom> known, int matter)
    {
        foreach (int upper in index.Subjects.SelfAndAncestors(matter))
        {
            foreach (int function in functionsOf.TryGetValue(upper, out List<int>? functions) ? functions : [])
            {
                Atom.Add(index, atoms, known, new Atom(function, matter));
            }
        }

        foreach (int function in functionsOfAll)
        {
            Atom.Add(index, atoms, known, new Atom(function, matter));
        }
    }

    private void Note(RuleDefinition rule)
    {
        int[] functions = [.. rule.For.SelectMany(index.Subjects.Expand).Where(node => !index.Subjects.IsMatter(node))];
        if (rule.Scope != RuleScope.Named)
        {
            functionsOfAll.AddRange(functions.Except(functionsOfAll));
        }

        int[] named = [.. rule.Subjects.SelectMany(index.Subjects.Expand)];
        int[] carved = [.. rule.Except.Concat(rule.KeptBack).SelectMany(index.Subjects.Expand)];
        Cross(named, functions);
        Cross(named, carved);
        Cross(carved, named);
    }

    private void Cross(int[] matters, int[] functions)
    {
        foreach (int matter in matters.Where(index.Subjects.IsMatter))
        {
            foreach (int function in functions.Where(node => !index.Subjects.IsMatter(node)))
            {
                if (!functionsOf.TryGetValue(matter, out List<int>? known))
                {
                    functionsOf.Add(matter, known = []);
                }

                if (!known.Contains(function))
                {
                    known.Add(function);
                }
            }
        }
    }
}
