using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Reads the files of a project, those that they use, and the libraries, each once, and parses them all.</summary>
internal sealed class SourceLoader(SourceStore store)
{
    /// <summary>How often a text may turn out to use something that was not guessed. Real texts need one round.</summary>
    private const int MostRounds = 8;

    /// <summary>The number of characters from which on the files are read side by side. The smaller schemes are read before a second thread has started.</summary>
    private const int FewestForSideBySide = 200_000;

    /// <summary>Loads a project.</summary>
    /// <param name="roots">The files that belong to it by themselves, in the order of reading.</param>
    /// <param name="leavesOutSuperseded">Whether a file that another of the roots supersedes is no part of the project.</param>
    public LoadedSources Load(IEnumerable<string> roots, bool leavesOutSuperseded)
    {
        var keys = roots.Select(root => new SourceKey(root, IsLibrary: false)).ToList();
        var unreadable = keys.Where(key => store.Text(key) is null).Select(key => new UnreadableFile(key.Name, store.Fault(key))).ToImmutableArray();
        var graph = UseGraph.Of(keys, key => Follow(key, Guesses(key)));
        for (var round = 1; ; round++)
        {
            (NameTable? names, Dictionary<SourceKey, SyntaxTree>? trees) = Parse(graph);
            if (leavesOutSuperseded)
            {
                keys = Current(keys, trees);
                leavesOutSuperseded = false;
            }

            var real = UseGraph.Of(keys, key => Follow(key, Uses(trees, key)));
            if (real.HasSameTexts(graph) || round == MostRounds)
            {
                List<SyntaxTree> own = [.. real.Files.Where(trees.ContainsKey).Select(key => trees[key])];
                List<SyntaxTree> libraries = [.. real.Libraries.Where(trees.ContainsKey).Select(key => trees[key])];
                libraries.AddRange(real.Libraries.SelectMany(key => LawCatalogue.Of(key.Name).NamedIn(own, names)));
                return new LoadedSources(
                    [.. own],
                    [.. libraries],
                    names,
                    new UseCheck(store, trees).Run(real),
                    unreadable);
            }

            graph = real;
        }
    }

    private (NameTable Names, Dictionary<SourceKey, SyntaxTree> Trees) Parse(UseGraph graph)
    {
        var keys = new List<SourceKey>();
        var texts = new List<SourceText>();
        foreach (SourceKey key in graph.All)
        {
            if (store.Text(key) is { } text)
            {
                keys.Add(key);
                texts.Add(text);
            }
        }

        var names = NameTable.Collect(texts);
        var read = new SyntaxTree[texts.Count];
        if (SideBySide.IsPossible && texts.Count > 1 && texts.Sum(text => (long)text.Length) >= FewestForSideBySide)
        {
            Parallel.For(0, read.Length, Read);
        }
        else
        {
            for (var i = 0; i < read.Length; i++)
            {
                Read(i);
            }
        }

        var trees = Enumerable.Range(0, read.Length).ToDictionary(i => keys[i], i => read[i]);
        return (names, trees);

        void Read(int i) => read[i] = Parser.Parse(texts[i], names);
    }

    private List<UseTarget> Guesses(SourceKey key) => store.Text(key) is { } text ? UseScan.Guess(text) : [];

    private static IEnumerable<UseTarget> Uses(Dictionary<SourceKey, SyntaxTree> trees, SourceKey key) =>
        trees.TryGetValue(key, out SyntaxTree? tree) ? tree.Sentences.OfType<UseSyntax>().Select(UseTarget.Of) : [];

    private IEnumerable<SourceKey> Follow(SourceKey from, IEnumerable<UseTarget> targets) =>
        targets.Select(target => store.Resolve(from, target).Key).OfType<SourceKey>();

    /// <summary>
    /// The files that none of the others supersedes or joins, by themselves or with the folder that they lie in: the version before lies in the same folder for
    /// comparison, and is not a second scheme. Where everything supersedes everything, all stay, so that the fault shows.
    /// </summary>
    private static List<SourceKey> Current(List<SourceKey> keys, Dictionary<SourceKey, SyntaxTree> trees)
    {
        var superseded = new HashSet<string>(StringComparer.Ordinal);
        foreach (SourceKey key in keys.Where(trees.ContainsKey))
        {
            IEnumerable<TextClauseSyntax> clauses = trees[key].Sentences.OfType<SchemeSyntax>().SelectMany(scheme => scheme.Clauses).OfType<TextClauseSyntax>();
            foreach (TextClauseSyntax? clause in clauses.Where(clause => clause.Kind == ClauseKind.Supersedes))
            {
                if (ProjectPath.Resolve(key.Name, clause.Text.Text) is { } path && path != key.Name && !SupersededSources.IsWithin(key.Name, path))
                {
                    superseded.Add(path);
                }
            }
        }

        // So is a scheme that is joined.
        foreach (SourceKey key in keys.Where(trees.ContainsKey))
        {
            foreach (UseSchemeSyntax use in trees[key].Sentences.OfType<UseSchemeSyntax>())
            {
                if (ProjectPath.Resolve(key.Name, use.Target.Text) is { Length: > 0 } path && path != key.Name && !SupersededSources.IsWithin(key.Name, path))
                {
                    superseded.Add(path);
                }
            }
        }

        var current = keys.Where(key => !superseded.Contains(key.Name) && !superseded.Any(folder => SupersededSources.IsWithin(key.Name, folder))).ToList();
        return current.Count == 0 ? keys : current;
    }
}
