using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>A question that two versions answer differently, as each of them numbers things; none where a version lacks what it is about.</summary>
/// <param name="Before">The question to the earlier version.</param>
/// <param name="After">The question to the later version.</param>
/// <param name="Then">What the earlier version answers, as it numbers things.</param>
/// <param name="Now">What the later version answers, as it numbers things.</param>
internal sealed record Witness(Decision? Before, Decision? After, Answer Then, Answer Now);

/// <summary>Makes of a point of a change a question that can be asked, and makes sure that both versions answer it differently.</summary>
internal sealed class WitnessFinder(JointScheme scheme, DecisionSpace before, DecisionSpace after)
{
    private static readonly Answer Unreadable = new() { Outcome = Outcome.Error };

    /// <summary>
    /// A question; one whose answers differ by what they say themselves, if there is one, and not only in a case of what they depend on. None where both
    /// versions answer every question alike.
    /// </summary>
    public Witness? Find(Atom subject, SurveyPoint point, AuthorityTerms terms, DateRange days)
    {
        Witness? second = null;
        foreach (Decision decision in Questions(subject, point, terms, days))
        {
            Decision? asked = scheme.Names.InBefore(decision);
            Decision? other = scheme.Names.InAfter(decision);
            Answer then = asked is null ? Unreadable : before.WhoDecides(asked);
            Answer now = other is null ? Unreadable : after.WhoDecides(other);
            var witness = new Witness(asked, other, then, now);
            then = Modern(then);
            if (!AnswerLikeness.LookAlike(then, now))
            {
                return witness;
            }

            second ??= AnswerLikeness.AreAlike(then, now) ? null : witness;
        }

        return second;
    }

    /// <summary>An answer of the earlier version with the names of the later one.</summary>
    public Answer Modern(Answer answer) => scheme.Names.IsSame ? answer : answer with
    {
        Deciders = [.. answer.Deciders.Select(scheme.Names.Modernise).Order(StringComparer.Ordinal)],
        Alternatives = [.. answer.Alternatives.Select(Modern).OrderBy(group => string.Join('\n', group), StringComparer.Ordinal)],
        Exceptional = [.. answer.Exceptional.Select(scheme.Names.Modernise)],
        KeepAuthority = [.. answer.KeepAuthority.Select(scheme.Names.Modernise)],
        Steps = [.. answer.Steps.Select(scheme.Names.Modernise)],
        Duties = [.. answer.Duties.Select(scheme.Names.Modernise)],
        Deputies = [.. answer.Deputies.Select(deputy => deputy with { Party = scheme.Names.Modernise(deputy.Party), For = scheme.Names.Modernise(deputy.For), When = scheme.Names.Modernise(deputy.When) })],
        Cases = [.. answer.Cases.Select(one => one with { When = [.. one.When.Select(scheme.Names.Modernise)], Answer = Modern(one.Answer) })],
        ForFunctions = [.. answer.ForFunctions.Select(one => one with { When = [.. one.When.Select(scheme.Names.Modernise)], Answer = Modern(one.Answer) })],
    };

    // Answers give those who act together in the order of their names.
    private ImmutableArray<string> Modern(ImmutableArray<string> group) => [.. group.Select(scheme.Names.Modernise).Order(StringComparer.Ordinal)];

    private IEnumerable<Decision> Questions(Atom subject, SurveyPoint point, AuthorityTerms terms, DateRange days)
    {
        var open = new Decision
        {
            Function = subject.Function,
            Matter = subject.Matter,
            Day = days.First,
            Conditions = terms.Conditions.Except(terms.Unless).ToDictionary(condition => condition.Condition, condition => condition.IsSo),
            Measures = point.Measures.DistinctBy(measure => measure.Measure).ToDictionary(measure => measure.Measure, measure => measure.Value),
        };
        foreach (DateOnly day in Days(days))
        {
            foreach (int place in Places(point, terms))
            {
                foreach (PointAmount amount in point.Amounts)
                {
                    yield return open with { Day = day, Place = place, Amount = new AskedAmount(amount.Value, amount.Axis.Currency, amount.Axis.Basis, amount.Axis.Vat == Vat.Unstated ? terms.GivenVat : amount.Axis.Vat) };
                }

                if (point.Amounts.Count == 0 && terms.GivenVat != Vat.Unstated)
                {
                    yield return open with { Day = day, Place = place, Amount = new AskedAmount(1, "GBP", "decision", terms.GivenVat) };
                }

                yield return open with { Day = day, Place = place };
            }
        }
    }

    // The first day on which both are in force shows best what changes; otherwise the first on which the later one is.
    private IEnumerable<DateOnly> Days(DateRange days)
    {
        DateRange both = days.Intersect(before.Definition.InForce).Intersect(after.Definition.InForce);
        return ((DateOnly?[])[Day(both), Day(days)]).OfType<DateOnly>().Distinct();
    }

    // A day that can be written: what has always been so is asked of the last day, or of one that nothing tells from the others.
    private static DateOnly? Day(DateRange days) => days.IsEmpty ? null : days.HasFirst ? days.First : days.HasLast ? days.Last : new DateOnly(2026, 4, 1);

    private IEnumerable<int> Places(SurveyPoint point, AuthorityTerms terms)
    {
        if (point.Place == SurveyPoint.AnyPlace)
        {
            return [-1];
        }

        if (point.Place >= 0)
        {
            return [point.Place];
        }

        // Anywhere else: a place of which no sentence speaks.
        var region = new ChangedRegion(null, terms, DateRange.Always);
        return Enumerable.Range(0, scheme.Definition.Places.Length)
            .Where(place => scheme.Names.BeforeIndexOf(NameFamily.Place, place) >= 0 && scheme.Names.AfterIndexOf(NameFamily.Place, place) >= 0 && region.IsAt(scheme.Definition, place))
            .Take(1)
            .Append(-1);
    }
}
