namespace DelegationLang.Tests.Reference;

/// <summary>How a sentence names its subjects.</summary>
internal enum Scope
{
    Named,
    AllMatters,
    AllOtherMatters,
}

/// <summary>The terms of onward delegation that a sentence gives.</summary>
internal sealed record Onward(List<Thing> To, Limit? Limit, Thing? ConsentOf);

/// <summary>One deciding sentence, table line or reserved list line, its names looked up and nothing else done to it.</summary>
internal sealed class Rule
{
    public bool IsReservation { get; init; }

    public bool IsEntrusted { get; init; }

    /// <summary>The sentence is in error: it gives nobody authority, but still takes away what it can.</summary>
    public bool InError { get; set; }

    /// <summary>Who delegates or reserves; none when nobody declared it.</summary>
    public Thing? Giver { get; init; }

    public Scope Scope { get; set; }

    public List<Thing> Subjects { get; } = [];

    public List<Thing> For { get; } = [];

    /// <summary>What the <c>except</c> carves out.</summary>
    public List<Thing> Except { get; } = [];

    /// <summary>The further matters kept back after <c>with reserved matters:</c>.</summary>
    public List<Thing> KeptBack { get; } = [];

    public List<Thing> At { get; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public Limit? Limit { get; set; }

    /// <summary>Of each list at least one must be so.</summary>
    public List<List<Fact>> Facts { get; } = [];

    public Thing? Agreement { get; set; }

    /// <summary>Groups that may each act without the others; somebody who stands twice means two people.</summary>
    public List<List<Thing>> Alternatives { get; set; } = [];

    public Onward? Onward { get; set; }

    /// <summary>Whether it says that there is no power to delegate: then the law gives none either.</summary>
    public bool IsOnwardRefused { get; set; }

    public Thing? ApprovedBy { get; set; }

    /// <summary>Those without whom a step cannot be met: who approves, or alone recommends or is consulted.</summary>
    public List<Thing> Needed { get; } = [];

    public bool IsExceptional { get; set; }

    public Thing? RatifiedBy { get; set; }

    /// <summary>The table that it is a line of (lines stand in order); none for a sentence.</summary>
    public object? Table { get; init; }

    /// <summary>The line on which it starts, from 1; 0 where a library says it.</summary>
    public int Line { get; set; }

    /// <summary>Where it stands, for messages.</summary>
    public string Source { get; init; } = "";

    public override string ToString() => Source;
}

/// <summary><c>X deputises for Y</c>.</summary>
internal sealed record Deputy(Thing Stands, List<Thing> For, List<Thing> Except, List<List<Fact>> Facts, DateOnly? From, DateOnly? Until);
