using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// The outer bounds of a rule, from which it can be told quickly that two rules cannot meet, or that one follows the other without a hole. Where a
/// bound cannot be told beforehand it is taken as wide as it may be.
/// </summary>
internal sealed class RuleBox
{
    private readonly SpaceDefinition definition;
    private readonly bool hasPlacedBudget;
    private string? facts;
    private string? shapeKey;

    public RuleBox(SpaceDefinition definition, int rule)
    {
        this.definition = definition;
        Index = rule;
        Rule = definition.Rules[rule];
        Days = Rule.Days.Intersect(definition.InForce).Intersect(LifeOf(definition, Rule.Holders));
        Axis = Rule.Limit is null ? "" : AxisOf(definition, Rule.Limit);
        Amounts = SpanOf(Rule.Limit);
        IsExact &= Rule.Limit?.Also is null;
        hasPlacedBudget = Rule.Subjects.Any(subject => !definition.Subjects[subject].At.IsEmpty);
        IsConfined = hasPlacedBudget || Rule.Holders.Any(group => group.Any(party => !definition.Parties[party].At.IsEmpty));
    }

    /// <summary>The number of the rule.</summary>
    public int Index { get; }

    /// <summary>The rule.</summary>
    public RuleDefinition Rule { get; }

    /// <summary>The days on which it may hold: its own, while any of its holders lives.</summary>
    public DateRange Days { get; }

    /// <summary>What its amounts count, value added tax aside; empty where it has no limit.</summary>
    public string Axis { get; }

    /// <summary>Between which amounts it may hold.</summary>
    public Interval Amounts { get; }

    /// <summary>Whether its amounts are exactly those, on every day and whatever any measure is.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>Whether some of its holders, or of the budgets that it names, are confined to a place.</summary>
    public bool IsConfined { get; }

    /// <summary>Whether a named sum has no figure between two days on which it has.</summary>
    public bool HasDaysWithoutFigure { get; private set; }

    /// <summary>Whether nothing but amounts bounds it.</summary>
    public bool IsFree =>
        Rule.At.IsEmpty && Rule.For.IsEmpty && Rule.Facts.IsEmpty && Rule.Except.IsEmpty && Rule.KeptBack.IsEmpty && !IsConfined
        && Days.Contains(definition.InForce);

    /// <summary>What it is bounded by beside amounts and days, as one text: alike for rules that are bounded alike.</summary>
    public string ShapeKey => shapeKey ??= string.Join(
        '|', Rule.IsExceptional, List(Rule.At), List(Rule.For), List(Rule.Except), List(Rule.KeptBack), Facts, IsConfined ? Index : -1);

    /// <summary>Whether both are bounded alike but for their amounts.</summary>
    public bool HasShapeOf(RuleBox other) =>
        Days == other.Days
        && AreConfinedAlike(other)
        && Rule.IsExceptional == other.Rule.IsExceptional
        && Rule.At.SequenceEqual(other.Rule.At)
        && Rule.For.SequenceEqual(other.Rule.For)
        && Rule.Except.SequenceEqual(other.Rule.Except)
        && Rule.KeptBack.SequenceEqual(other.Rule.KeptBack)
        && Facts == other.Facts;

    private static string List(ImmutableArray<int> numbers) => string.Join(',', numbers);

    private string Facts => facts ??= string.Join('\n', Wording.Facts(definition, Rule.Facts));

    // Of several holders each may be confined to a place of its own.
    private bool AreConfinedAlike(RuleBox other) =>
        (!IsConfined && !other.IsConfined)
        || (!hasPlacedBudget
            && !other.hasPlacedBudget
            && Rule.Holders is [[int party]]
            && other.Rule.Holders is [[int otherParty]]
            && definition.Parties[party].At.SequenceEqual(definition.Parties[otherParty].At));

    private static DateRange LifeOf(SpaceDefinition definition, ImmutableArray<ImmutableArray<int>> groups)
    {
        DateRange? life = null;
        foreach (ImmutableArray<int> group in groups)
        {
            DateRange days = DateRange.Always;
            foreach (int party in group)
            {
                days = days.Intersect(definition.Parties[party].Lifetime);
            }

            life = life is not DateRange known ? days : new DateRange(
                days.First < known.First ? days.First : known.First,
                days.Last > known.Last ? days.Last : known.Last);
        }

        return life ?? DateRange.Always;
    }

    /// <summary>What a limit counts, value added tax aside.</summary>
    public static string AxisOf(SpaceDefinition definition, LimitDefinition limit) => CurrencyOf(definition, limit) + "/" + limit.Basis;

    private static string CurrencyOf(SpaceDefinition definition, LimitDefinition limit)
    {
        foreach (BoundDefinition? bound in (BoundDefinition?[])[limit.Upper, limit.Lower])
        {
            foreach (BoundTerm term in bound?.LowerOf ?? [])
            {
                string currency = term.Kind switch
                {
                    BoundTermKind.Figure => term.Currency,
                    BoundTermKind.PartOfMeasure => definition.Measures[term.Index].Currency,
                    _ => definition.Amounts[term.Index].Figures is { IsEmpty: false } figures ? figures[0].Currency : "",
                };
                if (currency.Length > 0)
                {
                    return currency;
                }
            }
        }

        return "GBP";
    }

    /// <summary>Between which amounts a limit may hold.</summary>
    public Interval SpanOf(LimitDefinition? limit)
    {
        Interval span = Interval.All;
        if (limit?.Upper is BoundDefinition upper)
        {
            decimal? largest = 0;
            foreach (BoundTerm term in upper.LowerOf)
            {
                decimal? high = Extreme(term, isHighest: true);
                largest = high is decimal more && largest is decimal known ? Math.Max(known, more) : null;
                if (high is decimal end && !upper.IsHighest)
                {
                    span = span.Intersect(new Interval(0, true, end, upper.IsIncluded));
                }
            }

            if (upper.IsHighest)
            {
                IsExact &= upper.LowerOf.Length == 1;
                span = largest is decimal end ? span.Intersect(new Interval(0, true, end, upper.IsIncluded)) : span;
            }
        }

        if (limit?.Lower is BoundDefinition lower)
        {
            decimal? smallest = null;
            foreach (BoundTerm term in lower.LowerOf)
            {
                decimal low = Extreme(term, isHighest: false) ?? 0;
                smallest = smallest is decimal known && known < low ? known : low;
            }

            IsExact &= !lower.IsHighest || lower.LowerOf.Length == 1;
            span = span.Intersect(new Interval(smallest ?? 0, lower.IsIncluded || !IsExact, null, false));
        }

        return span;
    }

    private decimal? Extreme(BoundTerm term, bool isHighest)
    {
        if (term.Kind == BoundTermKind.Figure)
        {
            return term.Value;
        }

        IsExact = false;
        if (term.Kind == BoundTermKind.PartOfMeasure)
        {
            return null;
        }

        decimal? extreme = null;
        DateOnly next = DateOnly.MinValue;
        foreach (DatedFigure figure in definition.Amounts[term.Index].Figures)
        {
            decimal value = term.Value * figure.Value;
            extreme = extreme is decimal known && (isHighest ? known > value : known < value) ? known : value;
            HasDaysWithoutFigure |= next != DateOnly.MinValue && figure.Days.First != next;
            next = figure.Days.HasLast ? figure.Days.Last.AddDays(1) : DateOnly.MaxValue;
        }

        return extreme;
    }
}
