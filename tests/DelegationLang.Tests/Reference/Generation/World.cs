namespace DelegationLang.Tests.Reference.Generation;

/// <summary>A party of a random scheme.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Said">As sentences name it: with its owner where the bare name would be ambiguous.</param>
/// <param name="Rank">Authority passes only to higher ranks, so that it never goes round in a circle.</param>
/// <param name="Organisation">The organisation it belongs to, or itself.</param>
/// <param name="At">The place to which it is confined; empty for everywhere.</param>
internal sealed record GenParty(string Name, string Said, int Rank, string Organisation, string At = "")
{
    public bool IsOrganisation => Name == Organisation;

    /// <summary>Whether several people hold the post.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether it is a member or the chair of a group, and holds no office by employment.</summary>
    public bool IsMember => Name is "Chair" or "Non-Executive Director";

    /// <summary>Whether it is a committee of two organisations, which only an agreement can give anything.</summary>
    public bool IsJointBody { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>What sort of subject a random scheme has.</summary>
internal enum GenSort
{
    Function,
    Matter,
    Budget,
}

/// <summary>A subject of a random scheme.</summary>
/// <param name="Said">As sentences name it.</param>
/// <param name="Sort">Its sort.</param>
/// <param name="Owner">The organisation, group or post that it is declared <c>of</c>.</param>
/// <param name="Parent">The subject it lies within.</param>
internal sealed record GenSubject(string Said, GenSort Sort, GenParty Owner, GenSubject? Parent = null)
{
    public bool IsExecutive { get; init; }

    /// <summary>Whether it is a council function, or lies within one: for committees and officers.</summary>
    public bool IsCouncils { get; init; }

    /// <summary>Whether no sentence may name it: only the full council decides it.</summary>
    public bool IsForCouncilAlone { get; init; }

    /// <summary>Whether its declaration reserves it.</summary>
    public bool IsReserved { get; init; }

    /// <summary>For a budget: the functions that it covers.</summary>
    public List<GenSubject> Covers { get; init; } = [];

    public bool IsWithin(GenSubject other) => this == other || Parent?.IsWithin(other) == true;
}

/// <summary>What a random scheme declares: the names that its sentences and the questions about it may use.</summary>
internal sealed class World
{
    /// <summary>The declaring sentences.</summary>
    public List<string> Sentences { get; } = [];

    public List<GenParty> Parties { get; } = [];

    public List<GenSubject> Subjects { get; } = [];

    public List<string> Places { get; } = [];

    /// <summary>The place that each place lies within, where it does.</summary>
    public Dictionary<string, string> PlaceParent { get; } = [];

    public List<string> Conditions { get; } = [];

    /// <summary>Whether <c>contract length</c>, a measure in years, is declared.</summary>
    public bool HasLength { get; set; }

    /// <summary>Whether <c>budget head</c>, a measure in pounds, is declared.</summary>
    public bool HasBudgetHead { get; set; }

    /// <summary>Whether <c>purchase threshold</c>, an amount that changes by date, is declared.</summary>
    public bool HasThreshold { get; set; }

    /// <summary>The qualifier of most amounts (<c> per contract excluding VAT</c>, or nothing), and of a few others.</summary>
    public List<string> Qualifiers { get; } = [];

    /// <summary>How most money is written, and a little: <c>£</c>, <c>EUR </c>.</summary>
    public List<string> Currencies { get; } = [];

    /// <summary>The posts of <c>senior officer</c>, a class; empty where it is not declared.</summary>
    public List<GenParty> Class { get; } = [];

    /// <summary>What posts are responsible for, by their names.</summary>
    public Dictionary<string, List<GenSubject>> ResponsibleFor { get; } = [];

    /// <summary>Designations of a post, by the post.</summary>
    public Dictionary<string, string> OtherNames { get; } = [];

    /// <summary>Agreements under which the own organisation may delegate to another, by its name.</summary>
    public Dictionary<string, string> Agreements { get; } = [];

    /// <summary>Lead provider contracts, by the name of the provider.</summary>
    public Dictionary<string, string> Contracts { get; } = [];

    /// <summary>Figures of money that some sentence uses, and days on which something begins or ends: where answers change.</summary>
    public HashSet<decimal> Figures { get; } = [];

    public HashSet<DateOnly> Days { get; } = [];

    public HashSet<decimal> Lengths { get; } = [];

    /// <summary>Whether the own organisation is a council, of which no single member holds anything.</summary>
    public bool IsCouncil { get; set; }

    public GenParty Own => Parties[0];

    public IEnumerable<GenParty> PartiesOf(string organisation) => Parties.Where(party => party.Organisation == organisation);

    /// <summary>A day as sentences write it, remembered as one on which something changes.</summary>
    public string Say(DateOnly day)
    {
        Days.Add(day);
        return day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A figure as sentences write it, remembered as one at which something changes.</summary>
    public string Say(decimal figure, string currency)
    {
        Figures.Add(figure);
        return currency + figure.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture);
    }
}
