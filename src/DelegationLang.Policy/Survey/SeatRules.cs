using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>The rules of one giver (an organisation and all who act for it count as one) by the subjects that they name.</summary>
internal sealed class SeatRules
{
    private readonly SpaceIndex index;
    private readonly Func<int, RuleBox> boxOf;
    private readonly Dictionary<int, List<RuleBox>> byNode = [];
    private readonly List<int> nodes = [];
    private readonly Dictionary<int, HashSet<int>> carved = [];

    public SeatRules(SpaceIndex index, int giver, Func<int, RuleBox> boxOf)
    {
        this.index = index;
        this.boxOf = boxOf;
        Giver = giver;
    }

    /// <summary>One of those who give.</summary>
    public int Giver { get; }

    /// <summary>The subjects that rules name or carve something out by, in the order in which they first appear.</summary>
    public IReadOnlyList<int> Nodes => nodes;

    /// <summary>The rules about all (other) matters.</summary>
    public List<RuleBox> Wide { get; } = [];

    /// <summary>All rules, in the order of the text.</summary>
    public List<RuleBox> All { get; } = [];

    /// <summary>Adds a rule. Rules must come in the order of the text.</summary>
    public void Add(int rule)
    {
        RuleBox box = boxOf(rule);
        RuleDefinition definition = box.Rule;
        All.Add(box);
        if (definition.Scope != RuleScope.Named)
        {
            Wide.Add(box);
        }

        foreach (int subject in definition.Subjects)
        {
            foreach (int node in index.Subjects.Expand(subject))
            {
                List<RuleBox> list = ListOf(node);
                if (list.Count == 0 || !ReferenceEquals(list[^1], box))
                {
                    list.Add(box);
                }
            }
        }

        foreach (int subject in definition.Except)
        {
            Mention(subject);
        }

        foreach (int subject in definition.KeptBack)
        {
            Mention(subject);
        }
    }

    /// <summary>The rules that name the node itself.</summary>
    public IReadOnlyList<RuleBox> Naming(int node) => byNode.TryGetValue(node, out List<RuleBox>? list) ? list : [];

    /// <summary>The rules that reach a node: by its name, by that of something it lies within, or by all (other) matters; those that carve it out are not among them.</summary>
    public List<RuleBox> Reaching(int node)
    {
        var rules = new List<RuleBox>();
        var known = new HashSet<RuleBox>(ReferenceEqualityComparer.Instance);
        var line = new List<int>(4);
        for (int n = node; n >= 0; n = index.Subjects.NamedAbove(n))
        {
            line.Add(n);
            foreach (RuleBox box in Naming(n))
            {
                if (known.Add(box))
                {
                    rules.Add(box);
                }
            }
        }

        bool isNamed = Wide.Count > 0 && index.IsNamed(Giver, [.. line]);
        foreach (RuleBox box in Wide)
        {
            if ((box.Rule.Scope == RuleScope.AllMatters || !isNamed) && known.Add(box))
            {
                rules.Add(box);
            }
        }

        rules.RemoveAll(box => Carves(box, line));
        return rules;
    }

    /// <summary>Whether more rules than so many name a node or something it lies within. Rules that name several of these count several times.</summary>
    public bool IsReachedByMoreThan(int node, int most)
    {
        int count = 0;
        for (int n = node; n >= 0 && count <= most; n = index.Subjects.NamedAbove(n))
        {
            count += Naming(n).Count;
        }

        return count > most;
    }

    private bool Carves(RuleBox box, List<int> line)
    {
        RuleDefinition rule = box.Rule;
        if (rule.Except.IsEmpty && rule.KeptBack.IsEmpty)
        {
            return false;
        }

        if (!carved.TryGetValue(box.Index, out HashSet<int>? nodesOut))
        {
            carved.Add(box.Index, nodesOut = [.. rule.Except.AddRange(rule.KeptBack).SelectMany(index.Subjects.Expand)]);
        }

        return line.Exists(nodesOut.Contains);
    }

    private void Mention(int subject)
    {
        foreach (int node in index.Subjects.Expand(subject))
        {
            ListOf(node);
        }
    }

    private List<RuleBox> ListOf(int node)
    {
        if (!byNode.TryGetValue(node, out List<RuleBox>? list))
        {
            byNode.Add(node, list = []);
            nodes.Add(node);
        }

        return list;
    }
}
