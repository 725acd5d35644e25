using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy.Loading;

/// <summary>Finds things of a loaded scheme by what they are called.</summary>
internal sealed class LoadedNames
{
    private readonly SpaceDefinition definition;
    private readonly NamesInTurn partiesInTurn;
    private readonly NamesInTurn subjectsInTurn;

    public LoadedNames(SpaceDefinition definition, ImmutableArray<SchemeName> names)
    {
        this.definition = definition;
        partiesInTurn = new NamesInTurn(definition.Parties.Length, i => definition.Parties[i].Name, i => definition.Parties[i].Lifetime);
        subjectsInTurn = new NamesInTurn(definition.Subjects.Length, SubjectKey, i => definition.Subjects[i].Lifetime);
        Parties = new NameIndex("party", definition.Parties.Length, i => definition.Parties[i].Name, names, ["organisation", "group", "role"], partiesInTurn);
        Subjects = new NameIndex("function, matter or budget", definition.Subjects.Length, i => definition.Subjects[i].Name, names, ["function", "matter", "budget"], subjectsInTurn);
        Places = new NameIndex("place", definition.Places.Length, i => definition.Places[i].Name, names, ["place"]);
        Conditions = new NameIndex("condition", definition.Conditions.Length, i => definition.Conditions[i].Name, names, ["condition"]);
        Measures = new NameIndex("measure", definition.Measures.Length, i => definition.Measures[i].Name, names, ["measure"]);
    }

    public NameIndex Parties { get; }

    public NameIndex Subjects { get; }

    public NameIndex Places { get; }

    public NameIndex Conditions { get; }

    public NameIndex Measures { get; }

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
    public int PartyOn(int party, DateOnly day) => partiesInTurn.On(party, day);

    /// <summary>A point about what bears the names of its subjects on a day.</summary>
    public DecisionPoint PointOn(in DecisionPoint point, DateOnly day) =>
        subjectsInTurn.IsEmpty ? point : point.About(subjectsInTurn.On(point.Function, day), subjectsInTurn.On(point.Matter, day));

    /// <summary>Signatures, and who is away, as the names stand for people on a day.</summary>
    public Signatures SignedOn(Signatures signatures, DateOnly day) => partiesInTurn.IsEmpty
        ? signatures
        : signatures with { Parties = [.. signatures.Parties.Select(party => PartyOn(party, day))], Away = [.. signatures.Away.Select(party => PartyOn(party, day))] };

    // A function, a matter and a budget of one name do not take each other's place.
    private string SubjectKey(int subject) => definition.Subjects[subject] is { Name.Length: > 0 } one ? one.Kind + " " + one.Name : "";

    private DecisionPoint Point(int subject, int matter) => definition.Subjects[subject].Kind switch
    {
        SubjectKind.Matter => new DecisionPoint(-1, subject),
        SubjectKind.Budget => DecisionPoint.OfBudget(definition, subject, matter),
        _ => new DecisionPoint(subject, matter),
    };
}
