using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>A subject to search: a function, a matter, or a matter in relation to a function; -1 for no particular one.</summary>
internal sealed record Atom(int Function, int Matter)
{
    /// <summary>The subject that a node is by itself.</summary>
    public static Atom Of(SpaceIndex index, int node) => index.Subjects.IsMatter(node) ? new Atom(-1, node) : new Atom(node, -1);

    /// <summary>
    /// The subjects at which rules that reach a node may differ: the node itself, and in relation to each function that one of them is only for, or
    /// each function or matter that one of them carves out.
    /// </summary>
    public static List<Atom> Of(SpaceIndex index, int node, List<RuleBox> rules)
    {
        var atoms = new List<Atom> { Of(index, node) };
        var known = new HashSet<Atom>(atoms);
        bool isMatter = index.Subjects.IsMatter(node);
        foreach (RuleBox box in rules)
        {
            foreach (int subject in box.Rule.For)
            {
                foreach (int function in index.Subjects.Expand(subject))
                {
                    Add(index, atoms, known, isMatter ? new Atom(function, node) : new Atom(function, -1));
                }
            }

            if (box.Rule.Except.IsEmpty && box.Rule.KeptBack.IsEmpty)
            {
                continue;
            }

            foreach (int subject in box.Rule.Except.AddRange(box.Rule.KeptBack))
            {
                foreach (int carved in index.Subjects.Expand(subject))
                {
                    if (index.Subjects.IsMatter(carved) != isMatter)
                    {
                        Add(index, atoms, known, isMatter ? new Atom(carved, node) : new Atom(node, carved));
                    }
                }
            }
        }

        return atoms;
    }

    /// <summary>Adds a matter in relation to a function, unless it is known. A matter that is declared within a function is about that one, or a part of it, and about no other.</summary>
    public static void Add(SpaceIndex index, List<Atom> atoms, HashSet<Atom> known, Atom atom)
    {
        int own = atom.Matter < 0 ? -1 : index.Subjects.FunctionOf(atom.Matter);
        bool isApart = own >= 0 && Array.IndexOf(index.Subjects.SelfAndAncestors(atom.Function), own) < 0;
        if (!isApart && known.Add(atom))
        {
            atoms.Add(atom);
        }
    }
}
