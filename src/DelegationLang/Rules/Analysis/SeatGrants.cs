using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// What a seat is given. A sentence gives every subject that it names to every holder, which may be very many pairs: they are made for a seat when it is
/// first asked about, which most seats never are.
/// </summary>
internal sealed class SeatGrants(AuthorityIndex index, PartySymbol to)
{
    private readonly List<Share> shares = [];
    private List<Grant>? all;
    private List<Grant>? wide;
    private Dictionary<SubjectSymbol, List<Grant>>? byNode;
    private Dictionary<SubjectSymbol, List<Grant>>? below;

    /// <summary>By whose sentences it is given something, each once.</summary>
    public IEnumerable<PartySymbol> Givers => shares.SelectMany(share => index.GiversOf(share.Statement)).Where(giver => !ReferenceEquals(giver, to)).Distinct();

    /// <summary>All, in the order of the text.</summary>
    public IReadOnlyList<Grant> All => all ??= [.. shares.SelectMany(share => share.Statement.Subjects.SelectMany(subject => Of(share.Statement, share.Holder, subject)))];

    /// <summary>What it is given by sentences about all (other) matters.</summary>
    public IReadOnlyList<Grant> Wide => wide ??= [.. shares.SelectMany(share => share.Statement.Subjects.Where(subject => subject.Symbol is null).SelectMany(subject => Of(share.Statement, share.Holder, subject)))];

    /// <summary>Adds what a sentence gives to holders of whom the seat is one. Sentences come in the order of the text.</summary>
    public void Add(DelegationStatement statement, Holder holder) => shares.Add(new Share(statement, holder));

    /// <summary>What it is given by sentences that name the node itself.</summary>
    public IReadOnlyList<Grant> Naming(SubjectSymbol node) => (byNode ??= FindByNode()).TryGetValue(node, out List<Grant>? found) ? found : [];

    /// <summary>What it is given by sentences that name something within the node.</summary>
    public IReadOnlyList<Grant> Below(SubjectSymbol node) => (below ??= FindBelow()).TryGetValue(node, out List<Grant>? found) ? found : [];

    private IEnumerable<Grant> Of(DelegationStatement statement, Holder holder, SubjectReference subject)
    {
        foreach (SubjectSymbol? node in index.Nodes(subject))
        {
            // One of several who act together may be the giver itself; it gets nothing that it had not.
            if (index.GiverOf(statement, node) is var giver && !ReferenceEquals(giver, to))
            {
                yield return new Grant(statement, subject, node, giver, holder, to);
            }
        }
    }

    private Dictionary<SubjectSymbol, List<Grant>> FindByNode()
    {
        var found = new Dictionary<SubjectSymbol, List<Grant>>(ReferenceEqualityComparer.Instance);
        foreach (Grant grant in All)
        {
            if (grant.Node is SubjectSymbol node)
            {
                found.AddTo(node, grant);
            }
        }

        return found;
    }

    private Dictionary<SubjectSymbol, List<Grant>> FindBelow()
    {
        var found = new Dictionary<SubjectSymbol, List<Grant>>(ReferenceEqualityComparer.Instance);
        foreach ((SubjectSymbol node, List<Grant> own) in byNode ??= FindByNode())
        {
            for (SubjectSymbol? above = node.Parent; above is not null; above = above.Parent)
            {
                foreach (Grant grant in own)
                {
                    found.AddTo(above, grant);
                }
            }
        }

        return found;
    }

    // What a sentence gives to holders of whom the seat is one.
    private sealed class Share(DelegationStatement statement, Holder holder)
    {
        public DelegationStatement Statement => statement;

        public Holder Holder => holder;
    }
}
