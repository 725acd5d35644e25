using System.Collections.Frozen;
using System.Collections.Immutable;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Loading;

/// <summary>Finds things of a loaded scheme by what they are called.</summary>
internal sealed class NameLookup
{
    private readonly SpaceDefinition definition;

    public NameLookup(SpaceDefinition definition, ImmutableArray<SchemeName> names)
    {
        this.definition = definition;
        Parties = new NameTable("party", definition.Parties.Length, i => definition.Parties[i].Name, names, ["organisation", "group", "role"]);
        Subjects = new NameTable("function, matter or budget", definition.Subjects.Length, i => definition.Subjects[i].Name, names, ["function", "matter", "budget"]);
        Places = new NameTable("place", definition.Places.Length, i => definition.Places[i].Name, names, ["place"]);
        Conditions = new NameTable("condition", definition.Conditions.Length, i => definition.Conditions[i].Name, names, ["condition"]);
        Measures = new NameTable("measure", definition.Measures.Length, i => definition.Measures[i].Name, names, ["measure"]);
    }

    public NameTable Parties { get; }

    public NameTable Subjects { get; }

    public NameTable Places { get; }

    public NameTable Conditions { get; }

    public NameTable Measures { get; }

    /// <summary>The point that a question about a subject, and a function beside it where one is named, is about.</summary>
    public DecisionPoint Point(string subject, string function)
    {
        DecisionPoint point = Point(Subjects.Find(subject), -1);
        if (function.Length == 0)
        {
            return point;
        }

        int about = Subjects.Find(function);
        return point.Matter < 0 || point.Function >= 0 || definition.Subjects[about].Kind == SubjectKind.Matter
            ? throw new ArgumentException("A question is about one function, and beside it about a matter.", nameof(function))
            : Point(about, point.Matter);
    }

    private DecisionPoint Point(int subject, int matter) => definition.Subjects[subject].Kind switch
    {
        SubjectKind.Matter => new DecisionPoint(-1, subject),
        SubjectKind.Budget => DecisionPoint.OfBudget(definition, subject, matter),
        _ => new DecisionPoint(subject, matter),
    };
}

/// <summary>The things of one sort by what they are called: as answers name them, by identifier, by name and by every alias, capitals as written.</summary>
internal sealed class NameTable
{
    private const int Several = -2;
    private const int MostListed = 24;

    // Beyond this many a table that is quicker to ask takes longer to make than it saves.
    private const int MostFrozen = 5_000;

    private readonly string what;
    private readonly Func<IEnumerable<string>> shownNames;
    private readonly Dictionary<string, int>? large;
    private readonly FrozenDictionary<string, int>? frozen;

    public NameTable(string what, int count, Func<int, string> nameOf, ImmutableArray<SchemeName> names, string[] families)
    {
        this.what = what;
        shownNames = () => Enumerable.Range(0, count).Select(nameOf);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SchemeName name in names)
        {
            if (Array.IndexOf(families, name.Family) < 0 || name.Index < 0 || name.Index >= count)
            {
                continue;
            }

            Add(found, name.Name, name.Index);
            Add(found, name.ShownAs, name.Index);
            foreach (string alias in name.Aliases)
            {
                Add(found, alias, name.Index);
            }

            if (name.Id.Length > 0)
            {
                found[name.Id] = name.Index;
            }
        }

        // The name that answers give stands for its own thing, whatever else is called so; unless another has the same.
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            if (nameOf(i) is { Length: > 0 } name)
            {
                found[name] = shown.Add(name) ? i : Several;
            }
        }

        if (found.Count > MostFrozen)
        {
            large = found;
        }
        else
        {
            frozen = found.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>The index of what is called so.</summary>
    /// <exception cref="ArgumentException">Nothing is, or several things are.</exception>
    public int Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = -1;
        bool isFound = frozen is not null ? frozen.TryGetValue(name, out index) : large is not null && large.TryGetValue(name, out index);
        return isFound && index >= 0 ? index : throw Unknown(name, isFound);
    }

    private static void Add(Dictionary<string, int> found, string name, int index)
    {
        if (name.Length > 0 && !found.TryAdd(name, index) && found[name] != index)
        {
            found[name] = Several;
        }
    }

    private ArgumentException Unknown(string name, bool isSeveral) => new(isSeveral
        ? $"The scheme has more than one {what} called “{name}”: use the name that answers give, or the identifier."
        : $"The scheme has no {what} called “{name}”{Known()}.");

    // What there is, as long as that helps: of hundreds of names the right one would not be seen.
    private string Known()
    {
        string[] names = [.. shownNames().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return names.Length switch
        {
            0 => ", nor any other",
            <= MostListed => ". It has " + Wording.List(names),
            _ => FormattableString.Invariant($". It has {names.Length}, among them {Wording.List(names[..MostListed])}"),
        };
    }
}
