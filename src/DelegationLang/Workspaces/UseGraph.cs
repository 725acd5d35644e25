namespace DelegationLang.Workspaces;

/// <summary>A text that a scheme is made of: a file by its path in the project folder, or a library by its name.</summary>
internal readonly record struct SourceKey(string Name, bool IsLibrary);

/// <summary>The texts that a project is made of, in the order of reading: each before those that it uses, none twice.</summary>
internal sealed class UseGraph
{
    private readonly HashSet<SourceKey> seen = [];

    private UseGraph()
    {
    }

    /// <summary>All texts, the files of the project in the order of reading and then the libraries in the order of first use.</summary>
    public IEnumerable<SourceKey> All => Files.Concat(Libraries);

    /// <summary>The files of the project.</summary>
    public List<SourceKey> Files { get; } = [];

    /// <summary>The libraries.</summary>
    public List<SourceKey> Libraries { get; } = [];

    /// <summary>Follows the uses of some files.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="usesOf">The texts that a text uses, those that can be read alone.</param>
    public static UseGraph Of(IEnumerable<SourceKey> roots, Func<SourceKey, IEnumerable<SourceKey>> usesOf)
    {
        var graph = new UseGraph();
        foreach (SourceKey root in roots)
        {
            graph.Walk(root, usesOf);
        }

        return graph;
    }

    /// <summary>Whether another graph is made of the same texts, in whatever order.</summary>
    public bool HasSameTexts(UseGraph other) => seen.SetEquals(other.seen);

    // A stack of our own: a chain of files may be longer than the machine's.
    private void Walk(SourceKey root, Func<SourceKey, IEnumerable<SourceKey>> usesOf)
    {
        var open = new Stack<SourceKey>([root]);
        while (open.TryPop(out SourceKey key))
        {
            if (!seen.Add(key))
            {
                continue;
            }

            (key.IsLibrary ? Libraries : Files).Add(key);
            foreach (SourceKey used in usesOf(key).Reverse())
            {
                open.Push(used);
            }
        }
    }
}
