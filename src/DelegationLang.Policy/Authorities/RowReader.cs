using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Authorities;

/// <summary>
/// Reads the regions of each party out of the cases of a decision. Cells that are alike for the party stand together, however they differ for others,
/// and what makes no difference to it is not told.
/// </summary>
internal sealed class RowReader
{
    // A party whose authority over one subject falls into more regions than this is told of it without the facts on which each of them turns.
    private const int MostRegionsTold = 200;

    // What a case comes to in which the party does not stand to the decision at all.
    private const int None = DecisionCases.Impossible + 1;

    private readonly SpaceDefinition definition;
    private readonly VariableTable variables;
    private readonly IReadOnlyList<CaseNode> splits;
    private readonly CaseLeaves leaves;
    private readonly IReadOnlyList<AuthorityTerms> known;

    private readonly Dictionary<int, int> reduced = [];
    private readonly List<CaseNode> nodes = [];
    private readonly Dictionary<int, int> regions = [];
    private readonly Dictionary<string, int> nodeNumbers = new(StringComparer.Ordinal);
    private readonly Stack<RegionCut> cuts = new();
    private readonly List<UnboundedRegion> found = [];
    private readonly int mostRegions;
    private bool isTooMany;

    private RowReader(SpaceDefinition definition, VariableTable variables, CaseGraph graph, CaseLeaves leaves, IReadOnlyList<AuthorityTerms> known, int mostRegions)
    {
        this.definition = definition;
        this.mostRegions = mostRegions;
        this.variables = variables;
        splits = graph.Splits;
        this.leaves = leaves;
        this.known = known;
    }

    /// <summary>The terms of everybody who stands in some way to the decision, party by party as they first come up.</summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="variables">What the decision may turn on.</param>
    /// <param name="graph">Its cases.</param>
    /// <param name="leaves">For each leaf of the cases (-1 for the first), who stands how: numbers of <paramref name="known"/>.</param>
    /// <param name="known">The terms without their bounds.</param>
    public static IEnumerable<AuthorityTerms> Read(SpaceDefinition definition, VariableTable variables, CaseGraph graph, CaseLeaves leaves, IReadOnlyList<AuthorityTerms> known)
    {
        return Regions(definition, variables, graph, leaves, known, MostRegionsTold).Select(region => region.Terms);
    }

    /// <summary>The same as <see cref="Read"/>, with the cells of each region; none for what is told without the facts on which it turns.</summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="variables">What the decision may turn on.</param>
    /// <param name="graph">Its cases.</param>
    /// <param name="leaves">For each leaf of the cases (-1 for the first), who stands how: numbers of <paramref name="known"/>.</param>
    /// <param name="known">The terms without their bounds.</param>
    /// <param name="mostRegions">How many regions of one claimant are told apart.</param>
    public static IEnumerable<Region> Regions(
        SpaceDefinition definition,
        VariableTable variables,
        CaseGraph graph,
        CaseLeaves leaves,
        IReadOnlyList<AuthorityTerms> known,
        int mostRegions)
    {
        foreach (Claimant standing in leaves.Claimants)
        {
            var reader = new RowReader(definition, variables, graph, leaves, known, mostRegions);
            foreach (Region region in reader.Of(standing, graph.Root))
            {
                yield return region;
            }
        }
    }

    private IEnumerable<Region> Of(Claimant standing, int root)
    {
        int start = Reduce(standing, root);
        isTooMany = RegionsFrom(start) > mostRegions;
        ReadFrom(start);
        return isTooMany ? Simplified(start).Select(terms => new Region(terms, [])) : RegionMerger.Merge(found).Select(Bounded).OfType<Region>();
    }

    private int Reduce(Claimant standing, int node)
    {
        if (node == DecisionCases.Impossible)
        {
            return node;
        }

        if (node < 0)
        {
            return leaves.TermsOf(standing, -1 - node) is int number ? -1 - number : None;
        }

        if (!reduced.TryGetValue(node, out int result))
        {
            CaseNode split = splits[node];
            result = Join(split.Variable, [.. split.Cells.Select(cell => Reduce(standing, cell))]);
            reduced.Add(node, result);
        }

        return result;
    }

    private int Join(int variable, ImmutableArray<int> cells)
    {
        int first = cells.FirstOrDefault(cell => cell != DecisionCases.Impossible, DecisionCases.Impossible);
        if (cells.All(cell => cell == first || cell == DecisionCases.Impossible))
        {
            return first;
        }

        string key = variable.ToString(CultureInfo.InvariantCulture) + ":" + string.Join(',', cells);
        if (!nodeNumbers.TryGetValue(key, out int number))
        {
            number = nodes.Count;
            nodeNumbers.Add(key, number);
            nodes.Add(new CaseNode(variable, cells));
        }

        return number;
    }

    private void ReadFrom(int node)
    {
        if (node is DecisionCases.Impossible or None || isTooMany)
        {
            return;
        }

        if (node < 0)
        {
            found.Add(new UnboundedRegion(-1 - node, [.. cuts.Reverse()]));
            return;
        }

        CaseNode split = nodes[node];
        foreach (List<int> cells in PartsOf(split))
        {
            cuts.Push(new RegionCut(definition, variables[split.Variable], cells));
            ReadFrom(split.Cells[cells[0]]);
            cuts.Pop();
        }
    }

    // How many regions there are; of more than are told it makes no difference how many more.
    private int RegionsFrom(int node)
    {
        if (node < 0)
        {
            return node is DecisionCases.Impossible or None ? 0 : 1;
        }

        if (!regions.TryGetValue(node, out int count))
        {
            foreach (List<int> cells in PartsOf(nodes[node]))
            {
                count = Math.Min(count + RegionsFrom(nodes[node].Cells[cells[0]]), mostRegions + 1);
            }

            regions.Add(node, count);
        }

        return count;
    }

    private IEnumerable<List<int>> PartsOf(CaseNode split) => variables[split.Variable].IsNumber ? Runs(split.Cells) : Alike(split.Cells);

    // Neighbouring cells that lead to the same; what cannot be is taken in between.
    private static IEnumerable<List<int>> Runs(ImmutableArray<int> cells)
    {
        List<int>? run = null;
        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] == DecisionCases.Impossible)
            {
                continue;
            }

            if (run is not null && cells[run[0]] == cells[cell])
            {
                run.Add(cell);
                continue;
            }

            if (run is not null)
            {
                yield return run;
            }

            run = [cell];
        }

        if (run is not null)
        {
            yield return run;
        }
    }

    private static IEnumerable<List<int>> Alike(ImmutableArray<int> cells)
    {
        var groups = new List<List<int>>();
        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] == DecisionCases.Impossible)
            {
                continue;
            }

            if (groups.Find(group => cells[group[0]] == cells[cell]) is { } known)
            {
                known.Add(cell);
            }
            else
            {
                groups.Add([cell]);
            }
        }

        return groups;
    }

    private Region? Bounded(UnboundedRegion region)
    {
        AuthorityTerms terms = RegionCut.Narrow(known[region.Standing], region.Cuts);
        return VatBounds.Tighten(terms) is { } row ? new Region(row, [.. region.Cuts.Reverse()]) : null;
    }

    // Where there are too many, only that it is so in some cases.
    private IEnumerable<AuthorityTerms> Simplified(int start) => StandingsFrom(start)
        .Select(number => known[number] with { IsInSomeCasesOnly = true, Key = known[number].Key + " in some cases" });

    private List<int> StandingsFrom(int start)
    {
        var standings = new List<int>();
        var seen = new HashSet<int> { DecisionCases.Impossible, None };
        var waiting = new Stack<int>([start]);
        while (waiting.TryPop(out int node))
        {
            if (seen.Add(node) && node < 0)
            {
                standings.Add(-1 - node);
            }
            else if (node >= 0)
            {
                foreach (int cell in nodes[node].Cells.Reverse().Where(cell => !seen.Contains(cell)))
                {
                    waiting.Push(cell);
                }
            }
        }

        return standings;
    }
}

/// <summary>A region of the decision space in which something is so.</summary>
/// <param name="Terms">Its bounds, with what is so in it.</param>
/// <param name="Cuts">The cells in which it lies, the last variable first.</param>
internal sealed record Region(AuthorityTerms Terms, ImmutableArray<RegionCut> Cuts);
