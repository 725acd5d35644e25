using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>A clause of a declaration that names one or more things.</summary>
public sealed record NamesClauseSyntax : ClauseSyntax
{
    /// <summary>Which clause.</summary>
    public required NamesClauseKind Kind { get; init; }

    /// <summary>The names, at least one.</summary>
    public required ImmutableArray<NameSyntax> Names { get; init; }
}

/// <summary>The clauses that are a list of names and nothing else.</summary>
public enum NamesClauseKind
{
    /// <summary><c>known as</c>.</summary>
    KnownAs,

    /// <summary><c>also searched as "foot care"</c>.</summary>
    SearchedAs,

    /// <summary><c>within PARENT</c>.</summary>
    Within,

    /// <summary><c>covering F, G</c>.</summary>
    Covering,

    /// <summary><c>between A, B</c>.</summary>
    Between,

    /// <summary><c>chaired by ROLE</c>.</summary>
    ChairedBy,

    /// <summary><c>hosted by ORGANISATION</c>.</summary>
    HostedBy,

    /// <summary><c>judged by PARTY</c>.</summary>
    JudgedBy,

    /// <summary><c>interpreted by PARTY</c>.</summary>
    InterpretedBy,

    /// <summary><c>stating aims, payments, …</c>.</summary>
    Stating,

    /// <summary><c>to delegate to KIND, KIND</c> of a power.</summary>
    ToDelegateTo,

    /// <summary><c>responsible for F, G</c> of a post or a group.</summary>
    ResponsibleFor,

    /// <summary><c>with casting vote of ROLE</c> of a group.</summary>
    CastingVote,

    /// <summary><c>contracts held by ORGANISATION</c> of a group.</summary>
    ContractsHeldBy,

    /// <summary><c>accountable to A, B</c> of a party.</summary>
    AccountableTo,

    /// <summary><c>seconded to A, B</c> of a post.</summary>
    SecondedTo,

    /// <summary><c>with boundary of ORGANISATION</c> of a place.</summary>
    Boundary,
}

/// <summary><c>with members A, two of B, …</c>.</summary>
public sealed record MembersClauseSyntax : ClauseSyntax
{
    /// <summary>The members.</summary>
    public required PartyListSyntax Members { get; init; }
}

/// <summary><c>with quorum 5</c>.</summary>
public sealed record QuorumClauseSyntax : ClauseSyntax
{
    /// <summary>How many members must be present.</summary>
    public required NumberSyntax Quorum { get; init; }

    /// <summary>Of whom one must be present (none or one item).</summary>
    public ImmutableArray<PartyListSyntax> Including { get; init; } = [];
}

/// <summary><c>attended by C, D</c>: who takes part without a vote.</summary>
public sealed record AttendanceClauseSyntax : ClauseSyntax
{
    /// <summary>Who attends.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary><c>deciding by majority</c>, <c>by consensus</c> or <c>by two thirds</c>.</summary>
public sealed record VotingClauseSyntax : ClauseSyntax
{
    /// <summary>The words after <c>by</c>.</summary>
    public required NameSyntax Manner { get; init; }
}

/// <summary><c>meeting in public monthly</c>: whether others may attend, and how often it meets.</summary>
public sealed record MeetingClauseSyntax : ClauseSyntax
{
    /// <summary>The words after <c>in</c>.</summary>
    public required NameSyntax Manner { get; init; }
}

/// <summary><c>with population 812,000</c> of a place.</summary>
public sealed record PopulationClauseSyntax : ClauseSyntax
{
    /// <summary>How many people.</summary>
    public required NumberSyntax Number { get; init; }
}

/// <summary><c>if not agreed, to Y</c>: who decides where a group comes to no decision.</summary>
public sealed record IfNotAgreedClauseSyntax : ClauseSyntax
{
    /// <summary>Who then decides.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary><c>held by several people</c>: more than one person holds the post at a time.</summary>
public sealed record HeldBySeveralClauseSyntax : ClauseSyntax;

/// <summary><c>worth £420 million [for 2026/27]</c>; in a question, the amount asked about.</summary>
public sealed record WorthClauseSyntax : ClauseSyntax
{
    /// <summary>How much.</summary>
    public required AmountSyntax Amount { get; init; }

    /// <summary>What it counts; an empty qualifier when not said.</summary>
    public required AmountQualifierSyntax Qualifier { get; init; }
}

/// <summary><c>normally true</c> or <c>normally false</c>.</summary>
public sealed record NormallyClauseSyntax : ClauseSyntax
{
    /// <summary>The value assumed when a question does not say.</summary>
    public required bool Value { get; init; }
}
