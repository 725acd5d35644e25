using DelegationLang.Semantics;

namespace DelegationLang.Emit.Map;

/// <summary>What a line of the map says of the two parties at its ends.</summary>
internal enum MapEdgeKind
{
    /// <summary>The lower may decide what the upper gives it.</summary>
    Delegates,

    /// <summary>A provider manages as contractor; the function stays.</summary>
    Entrusts,

    /// <summary>Only the other may decide.</summary>
    Reserves,

    /// <summary>Authority for the exception, such as urgency, ratified afterwards.</summary>
    Exceptional,

    /// <summary>Organisations decide together in a joint committee.</summary>
    Joint,

    /// <summary>An agreement binds two parties.</summary>
    Agreement,

    /// <summary>One stands in for the other in its absence.</summary>
    Deputises,

    /// <summary>One reports to the other.</summary>
    Reports,

    /// <summary>One recommends to, or advises, the other: it decides nothing.</summary>
    Advises,

    /// <summary>One is consulted by the other before it decides.</summary>
    Consults,
}

/// <summary>How a party works, as far as the look of its box goes.</summary>
internal enum MapShape
{
    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A board or cabinet.</summary>
    Board,

    /// <summary>A committee of one body.</summary>
    Committee,

    /// <summary>A committee of several bodies.</summary>
    JointCommittee,

    /// <summary>A forum or partnership: it advises and decides nothing.</summary>
    Forum,

    /// <summary>A post: one person decides.</summary>
    Post,

    /// <summary>A provider that acts under a contract.</summary>
    Provider,
}

/// <summary>A party on the map.</summary>
/// <param name="Party">The party.</param>
/// <param name="Shape">How its box looks.</param>
/// <param name="Level">Which row it stands in.</param>
internal sealed record MapNode(PartySymbol Party, MapShape Shape, MapLevel Level) : OutputPart
{
    /// <summary>What it is, in a few words: <c>committee at Leeds</c>.</summary>
    public string Caption { get; init; } = "";

    /// <summary>What it holds, a line each.</summary>
    public List<string> Authority { get; } = [];

    /// <summary>What else it does and whom it answers to, a line each.</summary>
    public List<string> Duties { get; } = [];
}

/// <summary>The rows of the map, from the top.</summary>
internal enum MapLevel
{
    /// <summary>Bodies of the whole country.</summary>
    National,

    /// <summary>The organisation and those that it works with.</summary>
    Organisations,

    /// <summary>Those who act for an organisation.</summary>
    Boards,

    /// <summary>Groups that are wider than one system: of several integrated care boards, or of a region.</summary>
    Wider,

    /// <summary>Committees, forums and partnerships of the whole system.</summary>
    Committees,

    /// <summary>Committees, forums and partnerships at a place.</summary>
    Places,

    /// <summary>Providers under contract.</summary>
    Providers,

    /// <summary>Posts.</summary>
    Posts,

    /// <summary>Groups at a neighbourhood.</summary>
    Neighbourhoods,
}

/// <summary>A line of the map.</summary>
/// <param name="From">Who gives, reports, advises.</param>
/// <param name="To">Who gets, is reported to, is advised.</param>
/// <param name="Kind">What the line says.</param>
internal sealed record MapEdge(MapNode From, MapNode To, MapEdgeKind Kind) : OutputPart
{
    /// <summary>The same in words, for those who point at the line.</summary>
    public List<string> Words { get; } = [];
}

/// <summary>The parties of a scheme and what lies between them.</summary>
/// <param name="Nodes">The parties, in the order of declaration.</param>
/// <param name="Edges">The lines, each pair and kind once.</param>
/// <param name="IsAllSubjectToReservedMatters">Whether everything that is delegated is subject to reserved matters, so that it is said once.</param>
internal sealed record MapGraph(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges, bool IsAllSubjectToReservedMatters) : OutputPart;
