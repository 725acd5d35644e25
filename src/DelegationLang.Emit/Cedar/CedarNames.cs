using System.Text;
using DelegationLang.Emit.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Cedar;

/// <summary>What requests name, as Cedar has it: matters are actions, functions and places are entities within each other.</summary>
internal sealed class CedarNames
{
    private readonly SpaceDefinition definition;

    public CedarNames(SpaceDefinition definition)
    {
        this.definition = definition;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (int subject = 0; subject < definition.Subjects.Length; subject++)
        {
            SubjectDefinition one = definition.Subjects[subject];
            bool isMatter = one.Kind == SubjectKind.Matter;
            if (!isMatter && one is { Kind: SubjectKind.Budget, Covers.IsEmpty: false })
            {
                Budgets.Add(subject);
            }
            else if (!taken.Add((isMatter ? "m" : "f") + one.Name))
            {
                Namesakes.Add(subject);
            }
            else
            {
                (isMatter ? Matters : Functions).Add(subject);
            }
        }

        Decide = "decide";
        while (taken.Contains("m" + Decide))
        {
            Decide += " it";
        }
    }

    /// <summary>The matters.</summary>
    public List<int> Matters { get; } = [];

    /// <summary>The functions, and the budgets that are asked about as such.</summary>
    public List<int> Functions { get; } = [];

    /// <summary>Subjects that are called like another of their sort, so that no request could tell them apart.</summary>
    public List<int> Namesakes { get; } = [];

    /// <summary>Budgets that are asked about as the functions that they cover.</summary>
    public List<int> Budgets { get; } = [];

    /// <summary>The action of a decision about a function that is no particular matter.</summary>
    public string Decide { get; }

    /// <summary>What is decided, in the order of the scheme.</summary>
    /// <param name="hasAllPairs">Whether matters in relation to functions are among it.</param>
    public IEnumerable<Subject> Subjects(bool hasAllPairs) =>
        Functions.Select(function => new Subject(-1, function))
            .Concat(Matters.SelectMany(matter => (hasAllPairs ? Functions.Prepend(-1) : [-1]).Select(function => new Subject(matter, function))));

    /// <summary>The action of a matter; -1 for none in particular.</summary>
    public string Action(int matter) => "Action::" + CedarText.Quote(matter < 0 ? Decide : definition.Subjects[matter].Name);

    /// <summary>The resource of a function; -1 for none in particular.</summary>
    public string Resource(int function) => function < 0 ? "Scheme::\"scheme\"" : "Function::" + CedarText.Quote(definition.Subjects[function].Name);

    /// <summary>The schema of requests.</summary>
    public string Schema()
    {
        var text = new StringBuilder("""
            // Requests about this scheme. Sums and measures are whole numbers of hundredths: pence, and hundredths of the unit of a measure.
            entity Party;
            // Places and functions that the scheme has are in Scheme::"scheme".
            entity Place in [Place, Scheme];
            entity Function in [Function, Scheme];
            // What a matter is decided for that is decided for no function in particular.
            entity Scheme;

            type Amount = {
              pence: Long,
              currency: String,
              // contract, year, decision, total or a basis of the scheme; "" where that is not said.
              basis: String,
              // excluding, including; "" where that is not said.
              vat: String,
            };

            type Request = {
              day: datetime,
              // The posts and groups of those who have signed; whoever asks is one of them.
              signedBy: Set<String>,
              // What was done first, in the words of the scheme.
              taken: Set<String>,
              place?: Place,
              amount?: Amount,
              // What is known to be so, or not to be so.
              facts: {

            """);
        foreach (string name in definition.Conditions.Select(condition => condition.Name).Distinct())
        {
            text.Append("    ").Append(CedarText.Quote(name)).Append("?: Bool,\n");
        }

        text.Append("  },\n  measures: {\n");
        foreach (string name in definition.Measures.Select(measure => measure.Name).Distinct())
        {
            text.Append("    ").Append(CedarText.Quote(name)).Append("?: Long,\n");
        }

        text.Append("  },\n};\n\naction ").AppendJoin(", ", Matters.Select(matter => CedarText.Quote(definition.Subjects[matter].Name)).Prepend(CedarText.Quote(Decide)))
            .Append(" appliesTo {\n  principal: [Party],\n  resource: [Function, Scheme],\n  context: Request,\n};\n");
        return text.ToString();
    }

    /// <summary>The entities of the scheme, for requests: what lies within what.</summary>
    public string Entities()
    {
        DataScript script = new DataScript(isShown: false).Open();
        Entity(script, "Scheme", "scheme", null);
        foreach (int function in Functions)
        {
            int parent = definition.Subjects[function].Parent;
            Entity(script.Line(), "Function", definition.Subjects[function].Name, parent >= 0 && Functions.Contains(parent) ? definition.Subjects[parent].Name : null);
        }

        foreach (PlaceDefinition place in definition.Places.DistinctBy(place => place.Name))
        {
            Entity(script.Line(), "Place", place.Name, place.Parent >= 0 ? definition.Places[place.Parent].Name : null);
        }

        return script.Close() + "\n";
    }

    private static void Entity(DataScript script, string type, string name, string? parent)
    {
        script.OpenObject().Name("uid");
        Uid(script, type, name);
        script.Name("attrs").OpenObject().CloseObject().Name("parents").Open();
        if (parent is not null)
        {
            Uid(script, type, parent);
        }

        if (type != "Scheme")
        {
            Uid(script, "Scheme", "scheme");
        }

        script.Close().CloseObject();
    }

    private static void Uid(DataScript script, string type, string name) => script.OpenObject().Name("type").Add(type).Name("id").Add(name).CloseObject();
}
