using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>One clause of a sentence. The grammar has one flat list of them; which sentences may have which stands in one table.</summary>
/// <param name="Kind">Which clause.</param>
public abstract record ClauseSyntax(ClauseKind Kind) : SyntaxNode
{
    /// <summary>The words that open the clause, as people would quote them: <c>up to</c>, <c>with power to delegate</c>.</summary>
    public required string Keyword { get; init; }
}

/// <summary>The amounts that the sentence covers (<c>up to £5 million per contract</c>, <c>above £50,000 up to £250,000</c>).</summary>
public sealed record LimitClauseSyntax() : ClauseSyntax(ClauseKind.Limit)
{
    /// <summary>The amounts.</summary>
    public required AmountRangeSyntax Range { get; init; }
}

/// <summary>A qualifier that stands away from any bound (<c>per contract</c> later in the sentence); the builder attaches it to the sentence's bounds where it can.</summary>
public sealed record QualifierClauseSyntax() : ClauseSyntax(ClauseKind.Qualifier)
{
    /// <summary>What the amounts count.</summary>
    public required AmountQualifierSyntax Qualifier { get; init; }
}

/// <summary><c>any amount</c>, <c>no limit</c> or <c>unlimited</c>: the sentence states that it has no limit.</summary>
public sealed record UnlimitedClauseSyntax() : ClauseSyntax(ClauseKind.Unlimited);

/// <summary><c>temporarily</c>: the limit of the sentence stands in place of the standing one on its days.</summary>
public sealed record TemporarilyClauseSyntax() : ClauseSyntax(ClauseKind.Temporarily);

/// <summary><c>which goes to Y</c>: who decides what somebody takes no part in.</summary>
public sealed record GoesToClauseSyntax() : ClauseSyntax(ClauseKind.GoesTo)
{
    /// <summary>The parties.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary><c>for F, G</c>: in relation to these functions; in a power's declaration, the kinds that may delegate.</summary>
public sealed record ForClauseSyntax() : ClauseSyntax(ClauseKind.For)
{
    /// <summary>The names, at least one.</summary>
    public required ImmutableArray<NameSyntax> Names { get; init; }
}

/// <summary><c>for 2026/27</c>.</summary>
public sealed record ForYearClauseSyntax() : ClauseSyntax(ClauseKind.ForYear)
{
    /// <summary>The financial year.</summary>
    public required FinancialYearSyntax Year { get; init; }
}

/// <summary><c>at P, Q</c>.</summary>
public sealed record AtClauseSyntax() : ClauseSyntax(ClauseKind.At)
{
    /// <summary>The places, at least one.</summary>
    public required ImmutableArray<NameSyntax> Places { get; init; }
}

/// <summary><c>from D</c>: the first day, included.</summary>
public sealed record FromClauseSyntax() : ClauseSyntax(ClauseKind.From)
{
    /// <summary>The day.</summary>
    public required DateSyntax Date { get; init; }
}

/// <summary><c>until D</c>: the last day, included.</summary>
public sealed record UntilClauseSyntax() : ClauseSyntax(ClauseKind.Until)
{
    /// <summary>The day.</summary>
    public required DateSyntax Date { get; init; }
}

/// <summary><c>on D</c> in a question, a scenario, or after <c>approved by X</c> where it stands apart.</summary>
public sealed record OnClauseSyntax() : ClauseSyntax(ClauseKind.On)
{
    /// <summary>The day.</summary>
    public required DateSyntax Date { get; init; }
}

/// <summary><c>under A</c>: an agreement or a power.</summary>
public sealed record UnderClauseSyntax() : ClauseSyntax(ClauseKind.Under)
{
    /// <summary>The agreement or the power.</summary>
    public required NameSyntax Name { get; init; }
}

/// <summary><c>with reserved matters</c> or <c>subject to reserved matters</c>, with further matters kept back after a colon.</summary>
public sealed record ReservedMattersClauseSyntax() : ClauseSyntax(ClauseKind.ReservedMatters)
{
    /// <summary>The further matters kept back; empty for none.</summary>
    public ImmutableArray<NameSyntax> Further { get; init; } = [];
}

/// <summary><c>except S, T</c>.</summary>
public sealed record ExceptClauseSyntax() : ClauseSyntax(ClauseKind.Except)
{
    /// <summary>The subjects carved out, at least one.</summary>
    public required ImmutableArray<NameSyntax> Subjects { get; init; }
}

/// <summary>One fact in a <c>when</c> or <c>unless</c>: a condition, a measure with bounds, or (in questions) a measure with its value.</summary>
public sealed record FactSyntax : SyntaxNode
{
    /// <summary>The condition or measure.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>The bounds straight after a measure; none for a condition.</summary>
    public ImmutableArray<BoundSyntax> Bounds { get; init; } = [];

    /// <summary>In a question: the value after <c>is</c>; none otherwise (empty or one item).</summary>
    public ImmutableArray<AmountSyntax> Value { get; init; } = [];

    /// <summary>Whether it says of a party that it cannot act: <c>Chair is away</c>, <c>Chair is conflicted</c>.</summary>
    public bool IsAbsence => Value is [NamedAmountSyntax { Name.Text: "away" or "conflicted" }];
}

/// <summary><c>when C, D</c> (all true) or <c>when C or D</c> (any true).</summary>
public sealed record WhenClauseSyntax() : ClauseSyntax(ClauseKind.When)
{
    /// <summary>The facts, at least one.</summary>
    public required ImmutableArray<FactSyntax> Facts { get; init; }

    /// <summary>Whether they are joined by <c>or</c>.</summary>
    public bool IsAny { get; init; }
}

/// <summary><c>unless C, D</c>: all false.</summary>
public sealed record UnlessClauseSyntax() : ClauseSyntax(ClauseKind.Unless)
{
    /// <summary>The facts, at least one.</summary>
    public required ImmutableArray<FactSyntax> Facts { get; init; }
}

/// <summary><c>jointly with C</c>.</summary>
public sealed record JointlyClauseSyntax() : ClauseSyntax(ClauseKind.Jointly)
{
    /// <summary>The parties.</summary>
    public required PartyListSyntax Parties { get; init; }
}

/// <summary>What must come before a decision.</summary>
public enum StepKind
{
    /// <summary><c>after consulting</c>.</summary>
    Consulting,

    /// <summary><c>after recommendation of</c>.</summary>
    Recommendation,

    /// <summary><c>after approval of</c>.</summary>
    Approval,
}

/// <summary><c>after consulting X</c> and its like: a step, never a decider.</summary>
public sealed record StepClauseSyntax() : ClauseSyntax(ClauseKind.Step)
{
    /// <summary>Which step.</summary>
    public required StepKind Step { get; init; }

    /// <summary>Who is consulted, recommends or approves.</summary>
    public required PartyListSyntax Parties { get; init; }

    /// <summary>Within how many days (none or one item).</summary>
    public ImmutableArray<NumberSyntax> WithinDays { get; init; } = [];
}

/// <summary><c>even if reserved</c>.</summary>
public sealed record EvenIfReservedClauseSyntax() : ClauseSyntax(ClauseKind.EvenIfReserved);

/// <summary><c>with power to delegate [to X, …] [up to £Y] [by consent of Z]</c>, or <c>without power to delegate</c>.</summary>
public sealed record OnwardClauseSyntax() : ClauseSyntax(ClauseKind.Onward)
{
    /// <summary>Whether the power is given.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>To whom alone; empty for anybody.</summary>
    public ImmutableArray<NameSyntax> To { get; init; } = [];

    /// <summary>The amounts it is limited to (none or one item).</summary>
    public ImmutableArray<AmountRangeSyntax> Limit { get; init; } = [];

    /// <summary>Whose consent is needed each time (none or one item).</summary>
    public ImmutableArray<NameSyntax> ConsentOf { get; init; } = [];
}

/// <summary><c>ratified by G</c>.</summary>
public sealed record RatifiedByClauseSyntax() : ClauseSyntax(ClauseKind.RatifiedBy)
{
    /// <summary>The party.</summary>
    public required NameSyntax Party { get; init; }

    /// <summary>Within how many days (none or one item).</summary>
    public ImmutableArray<NumberSyntax> WithinDays { get; init; } = [];
}

/// <summary><c>approved by X [on D]</c>.</summary>
public sealed record ApprovedByClauseSyntax() : ClauseSyntax(ClauseKind.ApprovedBy)
{
    /// <summary>Who approved.</summary>
    public required NameSyntax Party { get; init; }

    /// <summary>When (none or one item).</summary>
    public ImmutableArray<DateSyntax> Date { get; init; } = [];
}

/// <summary><c>reporting to G [monthly | quarterly | annually]</c>.</summary>
public sealed record ReportingToClauseSyntax() : ClauseSyntax(ClauseKind.ReportingTo)
{
    /// <summary>To whom; more than one where a joint body reports to each parent.</summary>
    public required ImmutableArray<NameSyntax> Parties { get; init; }

    /// <summary>The words of frequency as written, such as <c>quarterly</c> or <c>quarterly and annually</c>; empty when not said.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>Within how many days (none or one item).</summary>
    public ImmutableArray<NumberSyntax> WithinDays { get; init; } = [];
}

/// <summary>A clause that is a quotation: <c>reference</c>, <c>note</c>, <c>recorded in</c>, <c>supersedes</c>, <c>with code</c> where quoted.</summary>
/// <param name="Kind">Which clause.</param>
public sealed record TextClauseSyntax(ClauseKind Kind) : ClauseSyntax(Kind)
{
    /// <summary>The quotation (or the word or number, for <c>with code</c> and <c>version</c>).</summary>
    public required QuotedTextSyntax Text { get; init; }
}

/// <summary><c>review by D</c>.</summary>
public sealed record ReviewByClauseSyntax() : ClauseSyntax(ClauseKind.ReviewBy)
{
    /// <summary>The day.</summary>
    public required DateSyntax Date { get; init; }
}

/// <summary><c>in force from D [until E]</c> of the scheme sentence, at least one of the two; or <c>proposed from D [until E]</c>.</summary>
public sealed record InForceClauseSyntax() : ClauseSyntax(ClauseKind.InForce)
{
    /// <summary>Whether the scheme is only proposed.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The first day (none or one item).</summary>
    public ImmutableArray<DateSyntax> From { get; init; } = [];

    /// <summary>The last day (none or one item).</summary>
    public ImmutableArray<DateSyntax> Until { get; init; } = [];
}

/// <summary>A clause whose words could not be used (already reported); kept so that nothing is lost.</summary>
public sealed record UnreadableClauseSyntax() : ClauseSyntax(ClauseKind.None);

/// <summary><c>on S</c> after <c>advises</c>, or <c>before S</c> after <c>consults</c>. It stands in a tree only where the sentence is no such one (already reported).</summary>
public sealed record SubjectClauseSyntax() : ClauseSyntax(ClauseKind.None)
{
    /// <summary>The subjects, at least one.</summary>
    public required ImmutableArray<NameSyntax> Names { get; init; }
}
