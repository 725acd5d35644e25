using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Loading;

/// <summary>Finds things of a loaded scheme by what they are called.</summary>
internal sealed class NameLookup
{
    private readonly SpaceDefinition definition;
    private readonly Dictionary<int, int[]> partiesInTurn;
    private readonly Dictionary<int, int[]> subjectsInTurn;

    public NameLookup(SpaceDefinition definition, ImmutableArray<SchemeName> names)
    {
        this.definition = definition;
        Parties = new NameTable("party", definition.Parties.Length, i => definition.Parties[i].Name, names, ["organisation", "group", "role"], i => definition.Parties[i].Lifetime);
        Subjects = new NameTable("function, matter or budget", definition.Subjects.Length, i => definition.Subjects[i].Name, names, ["function", "matter", "budget"], i => definition.Subjects[i].Lifetime);
        partiesInTurn = InTurn(definition.Parties.Length, i => definition.Parties[i].Name, i => definition.Parties[i].Lifetime);
        subjectsInTurn = InTurn(definition.Subjects.Length, i => definition.Subjects[i].Name, i => definition.Subjects[i].Lifetime);
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

    /// <summary>A party, or on that day whatever else bears its name then.</summary>
    public int PartyOn(int party, DateOnly day) => On(partiesInTurn, party, i => definition.Parties[i].Lifetime, day);

    /// <summary>A point about what bears the names of its subjects on a day.</summary>
    public DecisionPoint PointOn(in DecisionPoint point, DateOnly day) => subjectsInTurn.Count == 0
        ? point
        : point.About(On(subjectsInTurn, point.Function, i => definition.Subjects[i].Lifetime, day), On(subjectsInTurn, point.Matter, i => definition.Subjects[i].Lifetime, day));

    /// <summary>Signatures, and who is away, as the names stand for people on a day.</summary>
    public Signatures SignedOn(Signatures signatures, DateOnly day) => partiesInTurn.Count == 0
        ? signatures
        : signatures with { Parties = [.. signatures.Parties.Select(party => PartyOn(party, day))], Away = [.. signatures.Away.Select(party => PartyOn(party, day))] };

    private static int On(Dictionary<int, int[]> inTurn, int index, Func<int, DateRange> lifeOf, DateOnly day)
    {
        if (!inTurn.TryGetValue(index, out int[]? others))
        {
            return index;
        }

        int now = Array.Find(others, other => lifeOf(other).Contains(day));
        return lifeOf(now).Contains(day) ? now : index;
    }

    // Those that share the name that answers give them with others, each with all of that name.
    private static Dictionary<int, int[]> InTurn(int count, Func<int, string> nameOf, Func<int, DateRange> lifeOf)
    {
        var inTurn = new Dictionary<int, int[]>();
        foreach (IGrouping<string, int> named in Enumerable.Range(0, count).Where(i => lifeOf(i) != DateRange.Always && nameOf(i).Length > 0).GroupBy(nameOf, StringComparer.Ordinal))
        {
            int[] inOrder = [.. named.OrderBy(i => lifeOf(i).First)];
            if (inOrder.Length > 1 && inOrder.Skip(1).Zip(inOrder).All(pair => !lifeOf(pair.First).Overlaps(lifeOf(pair.Second))))
            {
                Array.ForEach(inOrder, i => inTurn.Add(i, inOrder));
            }
        }

        return inTurn;
    }

    private DecisionPoint Point(int subject, int matter) => definition.Subjects[subject].Kind switch
    {
        SubjectKind.Matter => new DecisionPoint(-1, subject),
        SubjectKind.Budget => DecisionPoint.OfBudget(definition, subject, matter),
        _ => new DecisionPoint(subject, matter),
    };
}
