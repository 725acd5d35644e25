using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>Finds things of a scheme by the names that answers give them, capitals aside. Emitted code gives these names in its scheme.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Find<TScheme>
    where TScheme : struct, IPolicyScheme
{
    private static readonly Lazy<Dictionary<string, int>> Parties = new(() => Table(TScheme.Space.Definition.Parties.Length, i => TScheme.Space.Definition.Parties[i].Name));
    private static readonly Lazy<Dictionary<string, int>> Functions = new(() => Subjects(SubjectKind.Function));
    private static readonly Lazy<Dictionary<string, int>> Matters = new(() => Subjects(SubjectKind.Matter));
    private static readonly Lazy<Dictionary<string, int>> Budgets = new(() => Subjects(SubjectKind.Budget));
    private static readonly Lazy<Dictionary<string, int>> Places = new(() => Table(TScheme.Space.Definition.Places.Length, i => TScheme.Space.Definition.Places[i].Name));
    private static readonly Lazy<Dictionary<string, int>> Conditions = new(() => Table(TScheme.Space.Definition.Conditions.Length, i => TScheme.Space.Definition.Conditions[i].Name));
    private static readonly Lazy<Dictionary<string, int>> Measures = new(() => Table(TScheme.Space.Definition.Measures.Length, i => TScheme.Space.Definition.Measures[i].Name));

    /// <summary>The party of a name; none when there is none.</summary>
    public static Party<TScheme>? Party(string name) => Parties.Value.TryGetValue(name, out int index) ? new Party<TScheme>(index) : null;

    /// <summary>The function of a name; none when there is none.</summary>
    public static Function<TScheme>? Function(string name) => Functions.Value.TryGetValue(name, out int index) ? new Function<TScheme>(index) : null;

    /// <summary>The matter of a name; none when there is none.</summary>
    public static Matter<TScheme>? Matter(string name) => Matters.Value.TryGetValue(name, out int index) ? new Matter<TScheme>(index) : null;

    /// <summary>The budget of a name; none when there is none.</summary>
    public static Budget<TScheme>? Budget(string name) => Budgets.Value.TryGetValue(name, out int index) ? new Budget<TScheme>(index) : null;

    /// <summary>The place of a name; none when there is none.</summary>
    public static Place<TScheme>? Place(string name) => Places.Value.TryGetValue(name, out int index) ? new Place<TScheme>(index) : null;

    /// <summary>The condition of a name; none when there is none.</summary>
    public static Condition<TScheme>? Condition(string name) => Conditions.Value.TryGetValue(name, out int index) ? new Condition<TScheme>(index) : null;

    /// <summary>The measure of a name; none when there is none.</summary>
    public static Measure<TScheme>? Measure(string name) => Measures.Value.TryGetValue(name, out int index) ? new Measure<TScheme>(index) : null;

    private static Dictionary<string, int> Subjects(SubjectKind kind)
    {
        SpaceDefinition definition = TScheme.Space.Definition;
        return Table(definition.Subjects.Length, i => definition.Subjects[i].Kind == kind ? definition.Subjects[i].Name : "");
    }

    private static Dictionary<string, int> Table(int count, Func<int, string> nameOf)
    {
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < count; i++)
        {
            if (nameOf(i) is { Length: > 0 } name)
            {
                table.TryAdd(name, i);
            }
        }

        return table;
    }
}
