using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5001: a gap between amounts, values of a measure, or days that are covered.</summary>
internal sealed class GapBetweenLimits : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5001", "gap-between-limits", "A gap between amounts or days that are covered", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (SpaceGap gap in run.Space.Gaps)
        {
            // A sentence in error may have been meant to fill it; so may a line that counts something else.
            if (!IsBetweenIncomparable(run, gap) && !IsLowerForAWhile(run, gap) && !MayBeFilled(run, gap.Point.Function) && !MayBeFilled(run, gap.Point.Matter))
            {
                bool isPast = gap.Days.Last < run.Context.AsOf;
                Diagnostic finding = gap.Measure is SpaceMeasure measure ? OfMeasure(gap, measure)
                    : gap.Amount is SpaceAmount amount ? OfAmounts(gap, amount)
                    : OfDays(gap);
                bool wouldRewrite = isPast || (gap.Measure is null && gap.Amount is null && gap.Days.First < run.Context.AsOf);
                run.Report(wouldRewrite ? finding with { Fixes = [], Help = isPast ? AfterTheEvent : finding.Help } : finding);
            }
        }
    }

    // What was decided in the past was decided by those who held it then.
    private const string AfterTheEvent =
        "it lies in the past, where no sentence can give authority any more: ask whether anything was decided in it, and have that ratified";

    private static bool IsBetweenIncomparable(RuleRun run, SpaceGap gap) =>
        gap.Point.Amounts.Count > 1
        && gap.Below is DelegationStatement { Table: LimitsTable table }
        && gap.Above is DelegationStatement above
        && ReferenceEquals(above.Table, table)
        && run.IncomparableTables.Contains(table);

    // Whoever has less for some days than before and after them was given less.
    private static bool IsLowerForAWhile(RuleRun run, SpaceGap gap) =>
        gap is { Amount: null, Measure: null, Point.Amounts.Count: > 0, Below: DelegationStatement below }
        && run.Delegations.Any(other => IsOfSame(below, other) && HoldsDuring(other, gap.Days) && !run.IsInError(other));

    private static bool IsOfSame(DelegationStatement one, DelegationStatement other) =>
        ReferenceEquals(one.Delegator, other.Delegator)
        && other.Terms.Limit is AmountLimit limit && one.Terms.Limit is AmountLimit own && limit.Each().Any(counted => own.Each().Any(same => same.Basis == counted.Basis))
        && one.Subjects.All(subject => other.Subjects.Any(same => same.Scope == subject.Scope && ReferenceEquals(same.Symbol, subject.Symbol)))
        && one.Holders.All(holder => other.Holders.Any(same => same.Group.Parties.SequenceEqual(holder.Group.Parties)));

    private static bool HoldsDuring(DelegationStatement statement, DateRange days)
    {
        var own = DateRange.From(statement.Terms.From, statement.Terms.Until);
        return own.First <= days.First && days.Last <= own.Last;
    }

    private static bool MayBeFilled(RuleRun run, SubjectSymbol? subject) =>
        subject is not null && run.Judge.Authority.Faults.MayMention(subject);

    private Diagnostic OfAmounts(SpaceGap gap, SpaceAmount amount)
    {
        SourceLocation start = StartOf(gap.Above);
        SourceLocation end = EndOf(gap.Below);
        string example = PointPhrases.Subject(gap.Point) + PointPhrases.Rest(gap.Point, IsOneFigure(gap) ? amount : null);
        return new Diagnostic(
            Descriptor,
            start,
            $"between {Phrases.Quote(Phrases.Words(end))} and {Phrases.Quote(Phrases.Words(start))} there is a gap: {example} is given to nobody and stays with {Phrases.Name(gap.Keeper)}{Phrases.LocalPractice}")
        {
            Severity = gap.IsUnderOneUnit ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            Label = "begins here",
            Related = [new RelatedLocation("ends here", end)],
            Help = Meeting,
            Fixes = [.. AmountFixes(gap.Below, gap.Above)],
        };
    }

    // "Below £1,000" and "above £1,000": nothing else lies between.
    private static bool IsOneFigure(SpaceGap gap) =>
        OwnLimit(gap.Below)?.Upper?.Amount is FixedAmount end && OwnLimit(gap.Above)?.Lower?.Amount is FixedAmount start && end.Value == start.Value;

    private const string Meeting = "let the one begin where the other ends: `up to` and `at least` include their figure, `below` and `above` do not; if the gap is meant, say who decides in it";

    private Diagnostic OfMeasure(SpaceGap gap, SpaceMeasure measure)
    {
        Fact? end = FactOf(gap.Below, measure, fact => fact.Upper);
        Fact? start = FactOf(gap.Above, measure, fact => fact.Lower);
        SourceLocation ends = end?.Upper?.Location ?? HeadOf(gap.Below);
        SourceLocation starts = start?.Lower?.Location ?? HeadOf(gap.Above);
        string name = Phrases.Name(measure.Measure);
        string example = PointPhrases.Subject(gap.Point) + PointPhrases.Rest(gap.Point);
        return new Diagnostic(
            Descriptor,
            starts,
            $"between {name} {Phrases.Quote(Phrases.Words(ends))} and {Phrases.Quote(Phrases.Words(starts))} there is a gap: {example} is given to nobody and stays with {Phrases.Name(gap.Keeper)}{Phrases.LocalPractice}")
        {
            Severity = gap.IsUnderOneUnit ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            Label = "begins here",
            Related = [new RelatedLocation("ends here", ends)],
            Help = Meeting,
            Fixes = end?.Upper is { } upper && start?.Lower is { } lower ? [.. FixesBetween(upper, lower, measure.Measure.IsMoney ? "" : measure.Measure.Unit)] : [],
        };
    }

    // The bound of a measure that a sentence sets itself.
    private static Fact? FactOf(Statement statement, SpaceMeasure measure, Func<Fact, AmountBound?> end) =>
        statement.Terms.Facts.SelectMany(group => group.AnyOf)
            .FirstOrDefault(fact => fact.Symbol == measure.Measure && !fact.IsNegated && end(fact) is { } bound && ClauseLocations.IsOwn(statement, bound.Location));

    private Diagnostic OfDays(SpaceGap gap)
    {
        string before = Wording.Day(gap.Days.First.AddDays(-1));
        string after = Wording.Day(gap.Days.Last.AddDays(1));
        string days = gap.Days.First == gap.Days.Last ? "on " + Wording.Day(gap.Days.First) : Wording.Days(gap.Days);
        string example = PointPhrases.Subject(gap.Point) + PointPhrases.Rest(gap.Point, hasDay: false);
        return new Diagnostic(
            Descriptor,
            DatesOf(gap.Above, isEnd: false),
            $"{example} is given to nobody {days} and stays with {Phrases.Name(gap.Keeper)}, though it is given until {before} and again from {after}{Phrases.LocalPractice}")
        {
            Label = "again from here on",
            Related = [new RelatedLocation($"until {before} by this sentence", DatesOf(gap.Below, isEnd: true))],
            Help = "let the one begin the day after the other ends; if the gap is meant, say who decides in it",
            Fixes = [.. DayFixes(gap)],
        };
    }

    private static SourceLocation StartOf(Statement statement) => OwnLimit(statement) is AmountLimit limit
        ? (limit.Lower ?? limit.Upper)?.Location ?? limit.Location
        : HeadOf(statement);

    private static SourceLocation EndOf(Statement statement) => OwnLimit(statement) is AmountLimit limit
        ? (limit.Upper ?? limit.Lower)?.Location ?? limit.Location
        : HeadOf(statement);

    private static AmountLimit? OwnLimit(Statement statement) =>
        statement.Terms.Limit is AmountLimit limit && ClauseLocations.IsOwn(statement, limit.Location) ? limit : null;

    private static SourceLocation DatesOf(Statement statement, bool isEnd) =>
        (isEnd ? ClauseLocations.Of<UntilClauseSyntax>(statement) : ClauseLocations.Of<FromClauseSyntax>(statement)) ?? HeadOf(statement);

    private static SourceLocation HeadOf(Statement statement)
    {
        ImmutableArray<Holder> holders = statement switch
        {
            DelegationStatement delegation => delegation.Holders,
            ReservationStatement reservation => reservation.Holders,
            _ => [],
        };
        return holders.IsEmpty || !ClauseLocations.IsOwn(statement, holders[0].Location) ? statement.Location : holders[0].Location;
    }

    private static IEnumerable<CodeFix> AmountFixes(Statement below, Statement above) =>
        OwnLimit(below)?.Upper is { } upper && OwnLimit(above)?.Lower is { } lower ? FixesBetween(upper, lower, "") : [];

    // Whom the figure between two tiers belongs to is policy: each way is offered, neither is applied unasked.
    private static IEnumerable<CodeFix> FixesBetween(AmountBound upper, AmountBound lower, string unit)
    {
        if (upper.Amount is not FixedAmount end || lower.Amount is not FixedAmount start)
        {
            yield break;
        }

        string upTo = (lower.IsIncluded ? "below " : "up to ") + Figure(start, unit);
        yield return new CodeFix($"say {Phrases.Quote(upTo)} in the sentence for the smaller amounts", [new TextEdit(upper.Location, upTo)]);
        string from = (upper.IsIncluded ? "above " : "at least ") + Figure(end, unit);
        yield return new CodeFix($"say {Phrases.Quote(from)} in the sentence for the larger amounts", [new TextEdit(lower.Location, from)]);
    }

    private static string Figure(FixedAmount amount, string unit) => Wording.Amount(amount.Value, amount.Currency) + (unit.Length > 0 ? " " + unit : "");

    private static IEnumerable<CodeFix> DayFixes(SpaceGap gap)
    {
        if (ClauseLocations.Of<FromClauseSyntax>(gap.Above) is SourceLocation from)
        {
            string words = "from " + Wording.Day(gap.Days.First);
            yield return new CodeFix($"say {Phrases.Quote(words)} in the later sentence", [new TextEdit(from, words)]);
        }
    }
}
