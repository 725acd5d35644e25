namespace DelegationLang.Tests.Reference;

/// <summary>What sort of thing a name stands for.</summary>
internal enum Sort
{
    Organisation,
    Group,
    Role,
    Function,
    Matter,
    Budget,
    Place,
    Power,
    Agreement,
    Condition,
    Measure,
    Basis,
    Amount,
    Class,
}

/// <summary>Anything declared. One class for all sorts: what does not fit a sort is simply left empty.</summary>
internal sealed class Thing(string name, Sort sort, string kind)
{
    public string Name { get; } = name;

    public Sort Sort { get; } = sort;

    /// <summary>The key of its kind, such as <c>executive function</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The words after <c>of</c>, until they are looked up.</summary>
    public string OwnerText { get; set; } = "";

    public List<Thing> Owners { get; } = [];

    /// <summary>Whether a library declares it.</summary>
    public bool IsFromLibrary { get; init; }

    /// <summary>The first day of its life, included.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day of its life, included.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>For a party: where its authority is confined to. For a budget: where. Empty for everywhere.</summary>
    public List<Thing> At { get; } = [];

    public Thing? Within { get; set; }

    /// <summary>For a budget: the functions covered.</summary>
    public List<Thing> Covers { get; } = [];

    /// <summary>For a class: its members.</summary>
    public List<Thing> Members { get; } = [];

    /// <summary>For a class: the words that say who its members are, until they are looked up.</summary>
    public List<string> MemberTexts { get; } = [];

    /// <summary>For a party: what it is responsible for.</summary>
    public List<Thing> ResponsibleFor { get; } = [];

    /// <summary>For a condition: what is taken to be so where a question does not say.</summary>
    public bool? Normally { get; set; }

    /// <summary>For a measure: the ISO code where it counts money, otherwise empty.</summary>
    public string Currency { get; set; } = "";

    /// <summary>For a named amount: the figures and their days.</summary>
    public List<DatedSum> Sums { get; } = [];

    /// <summary>For a designation (<c>X is also Y</c>, this being Y): the post whose holder holds it.</summary>
    public Thing? SamePersonAs { get; set; }

    public bool IsParty => Sort is Sort.Organisation or Sort.Group or Sort.Role;

    public bool IsSubject => Sort is Sort.Function or Sort.Matter or Sort.Budget;

    public bool LivesOn(DateOnly day) => !(day < From) && !(day > Until);

    /// <summary>Whether it is the other or lies within it.</summary>
    public bool IsWithin(Thing other)
    {
        int steps = 0;
        for (Thing? thing = this; thing is not null && steps < 100; thing = thing.Within, steps++)
        {
            if (thing == other)
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => $"{Name} ({Sort})";
}

/// <summary>A figure of a named amount, and its first and last day, both included.</summary>
internal sealed record DatedSum(DateOnly? From, DateOnly? Until, decimal Value, string Currency);
