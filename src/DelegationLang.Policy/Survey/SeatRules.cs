using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>The rules of one giver (an organisation and all who act for it count as one) by the subjects that they name.</summary>
internal sealed class SeatRules
{
    private readonly SpaceIndex index;
    private readonly Func<int, RuleBox> boxOf;
    private readonly Dictionary<int, List<RuleBox>> byNode = [];
    private readonly List<int> nodes = [];

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
        var line = new List<int>(4);
        for (int n = node; n >= 0; n = index.Subjects[n].Parent)
        {
            line.Add(n);
            foreach (RuleBox box in Naming(n))
            {
                if (!rules.Contains(box))
                {
                    rules.Add(box);
                }
            }
        }

        foreach (RuleBox box in Wide)
        {
            if (!rules.Contains(box) && (box.Rule.Scope == RuleScope.AllMatters || !index.IsNamed(Giver, [.. line])))
            {
                rules.Add(box);
            }
        }

        rules.RemoveAll(box => Carves(box.Rule, line));
        return rules;
    }

    private bool Carves(RuleDefinition rule, List<int> line)
    {
        if (rule.Except.IsEmpty && rule.KeptBack.IsEmpty)
        {
            return false;
        }

        foreach (int subject in rule.Except.AddRange(rule.KeptBack))
        {
            foreach (int node in index.Subjects.Expand(subject))
            {
                if (line.Contains(node))
                {
                    return true;
                }
            }
        }

        return false;
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
