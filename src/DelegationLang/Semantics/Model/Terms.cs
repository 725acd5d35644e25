using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>A name in a sentence and what it resolved to, with the place where it stands.</summary>
public sealed record Reference<T>(T Symbol, SourceLocation Location)
    where T : class;

/// <summary>An amount in a sentence, its names resolved.</summary>
public abstract record AmountExpression
{
    /// <summary>Nothing: the text that every record would make of all its members takes room in the native tool and is read by nobody.</summary>
    public sealed override string ToString() => "";
}

/// <summary>A figure of money, or (in the bound of a measure that is not money) a plain number, for which <see cref="Currency"/> is empty.</summary>
public sealed record FixedAmount(decimal Value, string Currency) : AmountExpression;

/// <summary>A part of a named sum: <c>10% of procurement threshold</c>; the whole when <see cref="Percent"/> is 100.</summary>
public sealed record PartOfAmount(decimal Percent, AmountSymbol Amount) : AmountExpression;

/// <summary>A part of a measure; the whole when <see cref="Percent"/> is 100.</summary>
public sealed record PartOfMeasure(decimal Percent, MeasureSymbol Measure) : AmountExpression;

/// <summary>The smallest of several, or the largest.</summary>
public sealed record LowerOf(ImmutableArray<AmountExpression> Items) : AmountExpression
{
    /// <summary>Whether the largest counts: <c>the higher of</c>.</summary>
    public bool IsHighest { get; init; }
}

/// <summary>One end of an interval of amounts.</summary>
public sealed record AmountBound(AmountExpression Amount, bool IsIncluded, SourceLocation Location);

/// <summary>The amounts that a sentence covers. At least one of the two ends is given.</summary>
public sealed record AmountLimit
{
    /// <summary>The lower end; none reaches down to nothing.</summary>
    public AmountBound? Lower { get; init; }

    /// <summary>The upper end; none is unlimited.</summary>
    public AmountBound? Upper { get; init; }

    /// <summary>What it counts: <c>decision</c> (the default), <c>contract</c>, <c>year</c>, <c>total</c>, or the name of a declared basis as declared.</summary>
    public string Basis { get; init; } = "decision";

    /// <summary>Whether the basis was written (and not the default).</summary>
    public bool IsBasisStated { get; init; }

    /// <summary>Whether value added tax is counted.</summary>
    public Vat Vat { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Another limit of the sentence, on another basis, that must be met too; none mostly.</summary>
    public AmountLimit? Also { get; init; }

    /// <summary>This limit and those that must be met too, each by itself.</summary>
    public IEnumerable<AmountLimit> Each()
    {
        for (AmountLimit? limit = this; limit is not null; limit = limit.Also)
        {
            yield return limit;
        }
    }
}

/// <summary>One fact wanted: a condition that is to be true (or false), or a measure within bounds (or not).</summary>
public sealed record Fact
{
    /// <summary>The condition or the measure.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Whether it is wanted false (<c>unless</c>).</summary>
    public bool IsNegated { get; init; }

    /// <summary>For a measure: the lower end.</summary>
    public AmountBound? Lower { get; init; }

    /// <summary>For a measure: the upper end.</summary>
    public AmountBound? Upper { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>Facts of which any one is enough. A sentence applies when each of its groups has one that is so.</summary>
public sealed record FactGroup(ImmutableArray<Fact> AnyOf);

/// <summary>Different people who act together: each place is a party; a party that stands twice means two people of it.</summary>
public sealed record ActingGroup(ImmutableArray<PartySymbol> Parties);

/// <summary>A step that must come first: who (each list is a set of alternatives of people together), and how.</summary>
public sealed record Step(StepKind Kind, ImmutableArray<ActingGroup> AnyOf, SourceLocation Location)
{
    /// <summary>Within how long, in the words of the text: <c>28 days</c>; empty when not said.</summary>
    public string Within { get; init; } = "";
}

/// <summary>Onward delegation as a sentence gives or refuses it.</summary>
public sealed record OnwardPower
{
    /// <summary>Whether it is given.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>To whom alone; empty for anybody.</summary>
    public ImmutableArray<Reference<PartySymbol>> To { get; init; } = [];

    /// <summary>The amounts it is limited to.</summary>
    public AmountLimit? Limit { get; init; }

    /// <summary>Whose consent is needed each time.</summary>
    public Reference<PartySymbol>? ConsentOf { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>An approval of a sentence: by whom and when.</summary>
public sealed record Approval(Reference<PartySymbol> By, DateOnly? On, SourceLocation Location);

/// <summary>The clauses of a deciding sentence, resolved. What <c>every delegation</c> adds is in here, marked.</summary>
public sealed record Terms
{
    /// <summary>No clauses at all.</summary>
    public static Terms None { get; } = new();

    /// <summary>The amounts.</summary>
    public AmountLimit? Limit { get; init; }

    /// <summary>Where the sentence says that there is no limit (<c>any amount</c>); none where it does not.</summary>
    public SourceLocation? Unlimited { get; init; }

    /// <summary>Where the sentence says that its limit stands for some days in place of the standing one; none where it does not.</summary>
    public SourceLocation? Temporarily { get; init; }

    /// <summary>Whether the limit was added by <c>every delegation</c>, so counts as left out.</summary>
    public bool IsLimitAdded { get; init; }

    /// <summary>Only in relation to these functions.</summary>
    public ImmutableArray<Reference<SubjectSymbol>> For { get; init; } = [];

    /// <summary>Where the sentence confines whoever gets it to its own responsibilities; none where it does not. What that comes to is in <see cref="For"/> and in the subjects.</summary>
    public SourceLocation? OwnResponsibilities { get; init; }

    /// <summary>Only in these places.</summary>
    public ImmutableArray<Reference<PlaceSymbol>> At { get; init; } = [];

    /// <summary>The first day, where said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, where said.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where the dates stand (the first clause of them).</summary>
    public SourceLocation? DatesLocation { get; init; }

    /// <summary>Whether the first day was added by <c>every delegation</c>, so counts as left out.</summary>
    public bool IsFromAdded { get; init; }

    /// <summary>Whether the last day was added by <c>every delegation</c>, so counts as left out.</summary>
    public bool IsUntilAdded { get; init; }

    /// <summary>The same on some of its days. What they narrow is said, not added.</summary>
    internal Terms During(DateRange days) => this with
    {
        From = days.HasFirst ? days.First : null,
        Until = days.HasLast ? days.Last : null,
        IsFromAdded = IsFromAdded && days.HasFirst && days.First == From,
        IsUntilAdded = IsUntilAdded && days.HasLast && days.Last == Until,
    };

    /// <summary>By which sentences somebody in it stands in the place of somebody who stood there before.</summary>
    public ImmutableArray<Succeeded> Successions { get; init; } = [];

    /// <summary>Whether all the dates there are were added by <c>every delegation</c>, so count as left out.</summary>
    public bool AreDatesAdded => (IsFromAdded || IsUntilAdded) && (From is null || IsFromAdded) && (Until is null || IsUntilAdded);

    /// <summary>The agreement (<see cref="AgreementSymbol"/>) or power (<see cref="PowerSymbol"/>) relied on.</summary>
    public Reference<Symbol>? Under { get; init; }

    /// <summary>Whether it says <c>with</c> or <c>subject to reserved matters</c>.</summary>
    public bool IsSubjectToReservedMatters { get; init; }

    /// <summary>Where it says so.</summary>
    public SourceLocation? ReservedMattersLocation { get; init; }

    /// <summary>Further matters kept back from this delegation.</summary>
    public ImmutableArray<Reference<SubjectSymbol>> KeptBack { get; init; } = [];

    /// <summary>Subjects carved out.</summary>
    public ImmutableArray<Reference<SubjectSymbol>> Except { get; init; } = [];

    /// <summary>The facts: every group must have one that is so.</summary>
    public ImmutableArray<FactGroup> Facts { get; init; } = [];

    /// <summary>What must come first.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>Whether it reaches reserved matters.</summary>
    public bool IsEvenIfReserved { get; init; }

    /// <summary>Onward delegation; none when not said, which means it is not given.</summary>
    public OnwardPower? Onward { get; init; }

    /// <summary>Who must confirm afterwards.</summary>
    public Reference<PartySymbol>? RatifiedBy { get; init; }

    /// <summary>Within how long they must confirm: <c>28 days</c>; empty when not said.</summary>
    public string RatifiedWithin { get; init; } = "";

    /// <summary>The sentence's own approval.</summary>
    public Approval? ApprovedBy { get; init; }

    /// <summary>To whom it is reported.</summary>
    public ImmutableArray<Reporting> ReportingTo { get; init; } = [];

    /// <summary>Why it is kept or given there, in the words of the text.</summary>
    public ImmutableArray<string> Because { get; init; } = [];

    /// <summary>Where decisions are recorded.</summary>
    public ImmutableArray<string> RecordedIn { get; init; } = [];

    /// <summary>When it is to be reviewed.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>References.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Notes.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
