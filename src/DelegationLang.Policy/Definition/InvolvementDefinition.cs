using System.Collections.Immutable;

namespace DelegationLang.Policy.Definition;

/// <summary>What somebody does about a decision without deciding anything.</summary>
public enum InvolvementKind
{
    /// <summary>Recommends what is to be decided.</summary>
    Recommends,

    /// <summary>Advises whoever decides.</summary>
    Advises,

    /// <summary>Oversees it, or a body that decides it.</summary>
    Oversees,

    /// <summary>Is consulted before it is decided.</summary>
    Consulted,
}

/// <summary>Somebody who has part in decisions without any authority over them.</summary>
public sealed record InvolvementDefinition
{
    /// <summary>What it does.</summary>
    public InvolvementKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required int Party { get; init; }

    /// <summary>To or by whom; for <see cref="InvolvementKind.Oversees"/> the bodies that are overseen.</summary>
    public ImmutableArray<int> Others { get; init; } = [];

    /// <summary>Whether it is about every subject.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>The subjects, each with all that lies within it.</summary>
    public ImmutableArray<int> Subjects { get; init; } = [];

    /// <summary>The functions in relation to which alone; empty for all.</summary>
    public ImmutableArray<int> For { get; init; } = [];

    /// <summary>Subjects in which not.</summary>
    public ImmutableArray<int> Except { get; init; } = [];

    /// <summary>The places in which alone; empty for all.</summary>
    public ImmutableArray<int> At { get; init; } = [];

    /// <summary>The days on which, both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>The amounts; none for any.</summary>
    public LimitDefinition? Limit { get; init; }

    /// <summary>The facts that must be so.</summary>
    public ImmutableArray<ImmutableArray<FactDefinition>> Facts { get; init; } = [];

    /// <summary>Where the sentence stands.</summary>
    public SourceReference Source { get; init; }
}
