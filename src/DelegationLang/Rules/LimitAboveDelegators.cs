using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3004: a limit above the delegator's own.</summary>
internal sealed class LimitAboveDelegators : IRule
{
    private const int MaximumRelated = 3;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3004", "limit-above-delegators", "A limit above the delegator’s own", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (AmountsOutside verdict in run.Verdicts<AmountsOutside>())
        {
            run.Report(verdict.Statement, Describe(verdict));
        }
    }

    private Diagnostic Describe(AmountsOutside verdict)
    {
        // Of several limits the first that reaches beyond what is held; where none is stated, what the delegator's own counts.
        bool isUnlimited = verdict.Limit is { Upper: null, Lower: null };
        AmountAxis axis = isUnlimited
            ? verdict.Held.Select(holding => holding.Grant.Statement.Terms.Limit).OfType<AmountLimit>().Select(LimitReader.AxisOf).FirstOrDefault(LimitReader.AxisOf(verdict.Limit))
            : verdict.Limit.Each().Select(LimitReader.AxisOf).FirstOrDefault(one => verdict.Uncovered.Amounts.On(one) is not null, LimitReader.AxisOf(verdict.Limit));
        (Holding Holding, AmountRange Range)[] held = [.. Comparable(verdict, axis)];
        bool isBelow = held.Length > 0 && IsBelow(verdict, axis, held);
        SourceLocation location = (isBelow ? verdict.Limit.Lower ?? verdict.Limit.Upper : verdict.Limit.Upper ?? verdict.Limit.Lower)?.Location
            ?? verdict.Limit.Location;
        AmountRange? nearest = held.Length == 0 ? null
            : isBelow ? held.Aggregate((one, other) => other.Range.Figures.StartsBefore(one.Range.Figures) ? other : one).Range
            : held.Aggregate((one, other) => other.Range.Figures.GoesBeyond(one.Range.Figures) ? other : one).Range;
        string delegator = Phrases.Delegator(verdict.Statement);
        string own = nearest is null ? "" : Phrases.Amounts(axis, nearest);
        return new Diagnostic(
            Descriptor,
            location,
            $"{Phrases.Quote(Phrases.Words(location))} is {(isBelow ? "below" : "above")} what {delegator} holds of {Phrases.Subject(verdict.Subject)}"
                + Moment(verdict) + (own.Length > 0 ? $": {own}" : ""))
        {
            Label = isBelow ? "below what the delegator holds" : "above what the delegator holds",
            Related = [.. held.Take(MaximumRelated).Select(pair => Related(delegator, axis, pair.Holding, pair.Range))],
            Help = (own.Length > 0 ? $"give {own}, or leave" : "leave") + $" the limit out: it is then that of {delegator}",
            Fixes = isBelow || nearest is null ? [] : [.. Fixes(verdict.Limit, nearest)],
        };
    }

    private static IEnumerable<(Holding Holding, AmountRange Range)> Comparable(AmountsOutside verdict, AmountAxis axis)
    {
        Holding[] there = [.. verdict.Held.Where(holding => IsThere(holding.Extent, verdict.Uncovered))];
        foreach (Holding holding in there.Length > 0 ? there : [.. verdict.Held])
        {
            if (holding.Extent.Amounts.On(axis) is AmountRange range)
            {
                yield return (holding, range);
            }
        }
    }

    private static bool IsThere(Extent held, Extent uncovered) =>
        held.Days.Overlaps(uncovered.Days) && !held.Places.Intersect(uncovered.Places).IsEmpty;

    private static bool IsBelow(AmountsOutside verdict, AmountAxis axis, (Holding Holding, AmountRange Range)[] held) =>
        verdict.Uncovered.Amounts.On(axis) is AmountRange left
        && Array.TrueForAll(held, pair => left.Figures.EndsBefore(pair.Range.Figures));

    // The day or the place is worth saying where the comparison comes out differently elsewhere.
    private static string Moment(AmountsOutside verdict)
    {
        bool isByDay = verdict.Uncovered.IsDayDependent || verdict.Held.Any(holding => holding.Extent.IsDayDependent);
        bool hasDays = verdict.Uncovered.Days.HasFirst && (isByDay || verdict.Held.Select(holding => holding.Extent.Days).Distinct().Count() > 1);
        return hasDays ? " on " + Wording.Day(verdict.Uncovered.Days.First) : "";
    }

    private static RelatedLocation Related(string delegator, AmountAxis axis, Holding holding, AmountRange range)
    {
        string amounts = Phrases.Amounts(axis, range);
        SourceLocation location = holding.Grant.Statement.Terms.Limit?.Location ?? holding.Grant.Holder.Location;
        return new RelatedLocation($"{delegator} holds {(amounts.Length > 0 ? amounts : "it")} by this sentence", location);
    }

    private static IEnumerable<CodeFix> Fixes(AmountLimit limit, AmountRange nearest)
    {
        if ((limit.Upper?.Location ?? (limit.Lower is null ? limit.Location : null)) is SourceLocation stated && nearest.UpperFrom is AmountBound own && nearest.Figures.HasEnd)
        {
            string words = Phrases.Words(own.Location);
            yield return new CodeFix($"lower the limit to {Phrases.Quote(words)}", [new TextEdit(stated, words)]);
        }
    }
}
