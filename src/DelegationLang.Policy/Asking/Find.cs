using System.ComponentModel;
using DelegationLang.Policy.Asking;

namespace DelegationLang.Policy;

/// <summary>
/// Finds things of a scheme by the names that answers give them, or their other names; capitals are passed over where that leaves no doubt. Emitted code gives these names in
/// its scheme.
/// </summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Find<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private static readonly Lazy<ShownNames> Parties = new(() => new(Definition.Parties.Select(party => party.Name), Aliases("Party")));
    private static readonly Lazy<ShownNames> Functions = new(() => Subjects(SubjectKind.Function));
    private static readonly Lazy<ShownNames> Matters = new(() => Subjects(SubjectKind.Matter));
    private static readonly Lazy<ShownNames> Budgets = new(() => Subjects(SubjectKind.Budget));
    private static readonly Lazy<ShownNames> Places = new(() => new(Definition.Places.Select(place => place.Name), Aliases("Place")));
    private static readonly Lazy<ShownNames> Conditions = new(() => new(Definition.Conditions.Select(condition => condition.Name), Aliases("Condition")));
    private static readonly Lazy<ShownNames> Measures = new(() => new(Definition.Measures.Select(measure => measure.Name), Aliases("Measure")));

    private static SpaceDefinition Definition => TScheme.Space.Definition;

    /// <summary>The party of a name; none when there is none.</summary>
    public static Party<TScheme>? Party(string name) => Parties.Value.IndexOf(name) is int index ? new Party<TScheme>(index) : null;

    /// <summary>The function of a name; none when there is none.</summary>
    public static Function<TScheme>? Function(string name) => Functions.Value.IndexOf(name) is int index ? new Function<TScheme>(index) : null;

    /// <summary>The matter of a name; none when there is none.</summary>
    public static Matter<TScheme>? Matter(string name) => Matters.Value.IndexOf(name) is int index ? new Matter<TScheme>(index) : null;

    /// <summary>The budget of a name; none when there is none.</summary>
    public static Budget<TScheme>? Budget(string name) => Budgets.Value.IndexOf(name) is int index ? new Budget<TScheme>(index) : null;

    /// <summary>The place of a name; none when there is none.</summary>
    public static Place<TScheme>? Place(string name) => Places.Value.IndexOf(name) is int index ? new Place<TScheme>(index) : null;

    /// <summary>The condition of a name; none when there is none.</summary>
    public static Condition<TScheme>? Condition(string name) => Conditions.Value.IndexOf(name) is int index ? new Condition<TScheme>(index) : null;

    /// <summary>The measure of a name; none when there is none.</summary>
    public static Measure<TScheme>? Measure(string name) => Measures.Value.IndexOf(name) is int index ? new Measure<TScheme>(index) : null;

    private static ShownNames Subjects(SubjectKind kind) =>
        new(Definition.Subjects.Select(subject => subject.Kind == kind ? subject.Name : ""), Aliases(kind.ToString()));

    private static IEnumerable<SchemeAlias> Aliases(string kind) => TScheme.Aliases.Where(alias => alias.Kind == kind);
}

/// <summary>Names by which things are found: as written, or with other capitals where only one thing is called so.</summary>
internal sealed class ShownNames
{
    private const int Several = -1;

    private readonly Dictionary<string, int> asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> inAnyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="names">The names in the order of their indexes; empty for what has none.</param>
    /// <param name="aliases">Other names. One that is something else's own name stands for that.</param>
    public ShownNames(IEnumerable<string> names, IEnumerable<SchemeAlias> aliases)
    {
        int index = 0;
        foreach (string name in names)
        {
            if (name.Length > 0)
            {
                Add(asWritten, name, index);
                Add(inAnyCase, name, index);
            }

            index++;
        }

        HashSet<string> shown = [.. asWritten.Keys];
        foreach (SchemeAlias alias in aliases.Where(alias => !shown.Contains(alias.Name)))
        {
            Add(asWritten, alias.Name, alias.Index);
            Add(inAnyCase, alias.Name, alias.Index);
        }
    }

    /// <summary>The index of what is called so; none where nothing is, or several things.</summary>
    public int? IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool isFound = asWritten.TryGetValue(name, out int index) || inAnyCase.TryGetValue(name, out index);
        return isFound && index != Several ? index : null;
    }

    private static void Add(Dictionary<string, int> table, string name, int index)
    {
        if (!table.TryAdd(name, index) && table[name] != index)
        {
            table[name] = Several;
        }
    }
}
