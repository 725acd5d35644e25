using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Comparison;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Tests.Comparison;

/// <summary>
/// A question that leaves something open is about many points at once. Its answer leaves out what differs between them without mattering (who else keeps
/// authority, for one), and its cases may be cut where nothing is otherwise; so two versions are compared at the points themselves.
/// </summary>
internal sealed class OpenQuestion
{
    private const int MostPoints = 40_000;

    private readonly DecisionSpace before;
    private readonly DecisionSpace after;
    private readonly Func<Decision, Answer?> askBefore;
    private readonly Func<Decision, bool> isCovered;

    /// <summary>A question about two versions.</summary>
    public OpenQuestion(DecisionSpace before, DecisionSpace after, SpaceComparison comparison)
    {
        this.before = before;
        this.after = after;
        askBefore = point => comparison.InBefore(point) is { } earlier ? comparison.InLaterNames(before.WhoDecides(earlier)) : null;
        isCovered = point => comparison.ChangeOfAfter(point) is not null;
    }

    /// <summary>A question about a day and the day before it.</summary>
    public OpenQuestion(DecisionSpace space, DayByDay days)
    {
        before = after = space;
        askBefore = point => space.WhoDecides(point with { Day = point.Day.AddDays(-1) });
        isCovered = point => days.ChangeOf(point) is not null;
    }

    /// <summary>What is said of the versions where something is wrong.</summary>
    public Func<string> About { get; init; } = () => "";

    private SpaceDefinition Definition => after.Definition;

    /// <summary>Whether a question leaves something open that answers may turn on.</summary>
    public static bool IsOpen(Decision decision, SpaceDefinition definition) =>
        decision.Amount is not { Basis.Length: > 0, Vat: not Vat.Unstated } amount || definition.Rules.SelectMany(LimitsOf).Any(limit => CountsOtherwise(limit, amount)) || (decision.Place < 0 && definition.Places.Length > 0)
        || decision.Conditions.Count < definition.Conditions.Length || decision.Measures.Count < definition.Measures.Length
        || definition.Deputies.Any(deputy => deputy.Facts.Any(group => group.Any(fact => fact.Measure >= 0)));

    /// <summary>
    /// Whether the versions answer differently at a point that the question is about. At each of them it is also made sure that a change covers it exactly
    /// where they do.
    /// </summary>
    /// <returns>None where that cannot be told: an amount that counts one thing is no one amount of another, so that some answers depend on it still.</returns>
    public bool? DiffersSomewhere(Decision decision)
    {
        bool differs = false;

        // Measures on which deputies stand in are not told apart.
        bool mayDiffer = new[] { before, after }.SelectMany(space => space.Definition.Deputies).SelectMany(deputy => deputy.Facts).SelectMany(group => group).Any(fact => fact.Measure >= 0);
        bool hasDeputyMeasures = mayDiffer;

        // What an amount comes to in what it does not count cannot be asked in one question.
        mayDiffer |= decision.Amount is { } asked && Limits().Any(limit => CountsOtherwise(limit, asked));
        foreach (Decision point in Points(decision).Take(MostPoints))
        {
            if (askBefore(point) is not { } earlier)
            {
                continue;
            }

            Answer later = after.WhoDecides(point);
            if (earlier.Outcome == Outcome.Depends || later.Outcome == Outcome.Depends)
            {
                mayDiffer |= !AnswerLikeness.AreAlike(earlier, later);
                continue;
            }

            bool isDifferent = !AnswerLikeness.LookAlike(earlier, later);
            if (IsWhole(point) && !hasDeputyMeasures)
            {
                Assert.True(isDifferent == isCovered(point), $"{(isDifferent ? "missed" : "invented")} at {QuestionText.Of(Definition, point, isQuoted: false)}\nthen: {earlier}\nnow: {later}\n{About()}");
            }

            differs |= isDifferent;
        }

        return differs ? true : mayDiffer ? null : false;
    }

    // Whether a limit counts something else than an amount does.
    private static bool CountsOtherwise(LimitDefinition? limit, AskedAmount amount) => limit is not null && (limit.Basis != amount.Basis || amount.Currency != "GBP" || (limit.Vat != Vat.Unstated && limit.Vat != amount.Vat));

    // What an amount that counts one thing comes to where another is counted stays open.
    private bool IsWhole(Decision point) => point.Measures.Count == Definition.Measures.Length
        && point.Amount is { } amount && Limits().All(limit => !CountsOtherwise(limit, amount));

    private IEnumerable<LimitDefinition> Limits() => new[] { before, after }.SelectMany(space => space.Definition.Rules).SelectMany(LimitsOf);

    private static IEnumerable<LimitDefinition> LimitsOf(RuleDefinition rule)
    {
        foreach (LimitDefinition? first in new[] { rule.Limit, rule.Onward?.Limit })
        {
            for (LimitDefinition? limit = first; limit is not null; limit = limit.Also)
            {
                yield return limit;
            }
        }
    }

    private IEnumerable<Decision> Points(Decision decision) =>
        from placed in Placed(decision)
        from stated in Stated(placed, 0)
        from measured in Measured(stated, 0)
        from counted in Counted(measured)
        select counted;

    private IEnumerable<Decision> Placed(Decision decision) => decision.Place >= 0 || Definition.Places.IsEmpty
        ? [decision]
        : Enumerable.Range(0, Definition.Places.Length).Select(place => decision with { Place = place });

    // What is normally so or not is taken to be as it normally is.
    private IEnumerable<Decision> Stated(Decision decision, int condition) => condition == Definition.Conditions.Length ? [decision]
        : decision.Conditions.ContainsKey(condition) || Definition.Conditions[condition].Normally is not null ? Stated(decision, condition + 1)
        : new[] { true, false }.SelectMany(value => Stated(decision with { Conditions = new Dictionary<int, bool>(decision.Conditions) { [condition] = value } }, condition + 1));

    private IEnumerable<Decision> Measured(Decision decision, int measure)
    {
        if (measure == Definition.Measures.Length)
        {
            return [decision];
        }

        return decision.Measures.ContainsKey(measure)
            ? Measured(decision, measure + 1)
            : Figures().Select(value => decision with { Measures = new Dictionary<int, decimal>(decision.Measures) { [measure] = value } }).SelectMany(one => Measured(one, measure + 1));
    }

    // Around each figure that limits and facts of either version are made of.
    private IEnumerable<decimal> Figures() => new[] { 0m }
        .Concat(new[] { before, after }.SelectMany(space => space.Definition.Rules.SelectMany(rule => rule.Facts).Concat(space.Definition.Deputies.SelectMany(deputy => deputy.Facts)))
            .SelectMany(group => group)
            .SelectMany(fact => new[] { fact.Lower, fact.Upper }.OfType<BoundDefinition>())
            .SelectMany(bound => bound.LowerOf)
            .SelectMany(term => new[] { term.Value - 1, term.Value, term.Value + 1 }))
        .Where(value => value >= 0)
        .Distinct();

    private IEnumerable<Decision> Counted(Decision decision)
    {
        IEnumerable<Decision> amounts = decision.Amount is { } amount
            ? amount.Basis.Length > 0 ? [decision] : Bases().Select(basis => decision with { Amount = amount with { Basis = basis } })
            : Bases().SelectMany(basis => Sums(decision).Select(sum => decision with { Amount = new AskedAmount(sum, "GBP", basis, Vat.Unstated) }));
        return amounts.SelectMany(one => one.Amount is { Vat: Vat.Unstated } open
            ? new[] { Vat.Excluding, Vat.Including }.Select(vat => one with { Amount = open with { Vat = vat } })
            : [one]);
    }

    private IEnumerable<string> Bases() => Limits().Select(limit => limit.Basis).Where(basis => basis.Length > 0).Append("decision").Distinct();

    // Around each figure, and each share of what the question says.
    private IEnumerable<decimal> Sums(Decision decision) => new[] { 1m }
        .Concat(Limits().SelectMany(limit => new[] { limit.Lower, limit.Upper }).OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf)
            .SelectMany(term => term.Kind == BoundTermKind.PartOfMeasure ? decision.Measures.Values.Select(whole => term.Value * whole) : [term.Value])
            .SelectMany(value => new[] { value - 0.01m, value, value + 0.01m }))
        .Where(value => value > 0)
        .Distinct();
}
