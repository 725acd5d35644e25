using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>A clause of a declaration that names one or more things.</summary>
/// <param name="Kind">Which clause.</param>
public sealed record NamesClauseSyntax(ClauseKind Kind) : ClauseSyntax(Kind)
{
    /// <summary>The names, at least one.</summary>
    public required ImmutableArray<NameSyntax> Names { get; init; }
}

/// <summary><c>with members A, two of B, …</c>.</summary>
public sealed record MembersClauseSyntax() : ClauseSyntax(ClauseKind.Members)
{
    /// <summary>The members.</summary>
    public required PartyListSyntax Members { get; init; }
}

/// <summary><c>with quorum 5</c>.</summary>
public sealed record QuorumClauseSyntax() : ClauseSyntax(ClauseKind.Quorum)
{
    /// <summary>How many members must be present.</summary>
    public required NumberSyntax Quorum { get; init; }

    /// <summary>Of whom one must be present (none or one item).</summary>
    public ImmutableArray<PartyListSyntax> Including { get; init; } = [];
}

/// <summary><c>attended by C, D</c>: who takes part without a vote.</summary>
public sealed record AttendanceClauseSyntax() : ClauseSyntax(ClauseKind.Attendance)
{
    /// <summary>Who attends.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary><c>deciding by majority</c>, <c>by consensus</c> or <c>by two thirds</c>.</summary>
public sealed record VotingClauseSyntax() : ClauseSyntax(ClauseKind.Voting)
{
    /// <summary>The words after <c>by</c>.</summary>
    public required NameSyntax Manner { get; init; }
}

/// <summary><c>meeting in public monthly</c>: whether others may attend, and how often it meets.</summary>
public sealed record MeetingClauseSyntax() : ClauseSyntax(ClauseKind.Meeting)
{
    /// <summary>The words after <c>in</c>.</summary>
    public required NameSyntax Manner { get; init; }
}

/// <summary><c>with population 812,000</c> of a place.</summary>
public sealed record PopulationClauseSyntax() : ClauseSyntax(ClauseKind.Population)
{
    /// <summary>How many people.</summary>
    public required NumberSyntax Number { get; init; }
}

/// <summary><c>if not agreed, to Y</c>: who decides where a group comes to no decision.</summary>
public sealed record IfNotAgreedClauseSyntax() : ClauseSyntax(ClauseKind.IfNotAgreed)
{
    /// <summary>Who then decides.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary><c>held by several people</c>: more than one person holds the post at a time.</summary>
public sealed record HeldBySeveralClauseSyntax() : ClauseSyntax(ClauseKind.HeldBySeveral);

/// <summary><c>worth £420 million [for 2026/27]</c>; in a question, the amount asked about.</summary>
public sealed record WorthClauseSyntax() : ClauseSyntax(ClauseKind.Worth)
{
    /// <summary>How much.</summary>
    public required AmountSyntax Amount { get; init; }

    /// <summary>What it counts; an empty qualifier when not said.</summary>
    public required AmountQualifierSyntax Qualifier { get; init; }
}

/// <summary><c>normally true</c> or <c>normally false</c>.</summary>
public sealed record NormallyClauseSyntax() : ClauseSyntax(ClauseKind.Normally)
{
    /// <summary>The value assumed when a question does not say.</summary>
    public required bool Value { get; init; }
}
