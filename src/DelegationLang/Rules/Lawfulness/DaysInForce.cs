using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Whether what a sentence relies on is in force on each of its days.</summary>
internal static class DaysInForce
{
    /// <summary>Of days that the sentence itself states: whether they lie within the life of the agreement. Days that it leaves out are the agreement's.</summary>
    public static NotInForce? OfAgreement(LegalCase legalCase)
    {
        Terms terms = legalCase.Statement.Terms;
        if (legalCase.Footing is not { Agreement: AgreementSymbol agreement, Location: SourceLocation location })
        {
            return null;
        }

        DateRange life = agreement.Lifetime;
        var stated = DateRange.From(terms.IsFromAdded ? null : terms.From, terms.IsUntilAdded ? null : terms.Until);
        if (stated.HasLast && stated.Last > life.Last)
        {
            DateOnly day = stated.First > life.Last ? stated.First : life.Last.AddDays(1);
            return new NotInForce(legalCase.Statement, Clause<UntilClauseSyntax>(legalCase, location), agreement, day, life, stated);
        }

        return stated.HasFirst && (stated.First < life.First || stated.First > life.Last)
            ? new NotInForce(legalCase.Statement, Clause<FromClauseSyntax>(legalCase, location), agreement, stated.First, life, stated)
            : null;
    }

    /// <summary>Whether on each day one of these powers is in force, any of which the sentence may rely on.</summary>
    /// <param name="legalCase">The sentence.</param>
    /// <param name="powers">At least one.</param>
    /// <param name="days">The days of the sentence.</param>
    /// <param name="location">What to point at when none is.</param>
    public static NotInForce? OfPowers(LegalCase legalCase, List<PowerSymbol> powers, DateRange days, SourceLocation location)
    {
        if (days.IsEmpty || FirstDayOutside(powers, days) is not DateOnly day)
        {
            return null;
        }

        // Of several the one that is nearest to that day: the last that ended before it, or else the first that begins.
        PowerSymbol nearest = powers.Where(power => power.Lifetime.Last < day).MaxBy(power => power.Lifetime.Last)
            ?? powers.MinBy(power => power.Lifetime.First)
            ?? powers[0];
        return new NotInForce(legalCase.Statement, legalCase.Footing.Location ?? location, nearest, day, nearest.Lifetime, days) { Power = nearest };
    }

    /// <summary>Whether a sum that the law sets, and that the limit of the sentence names, goes on having a figure on each day.</summary>
    public static NotInForce? OfAmounts(LegalCase legalCase, DateRange days)
    {
        if (days.IsEmpty || legalCase.Statement.Terms.Limit is not AmountLimit limit)
        {
            return null;
        }

        foreach (AmountBound? bound in (AmountBound?[])[limit.Lower, limit.Upper])
        {
            if (bound is not null && LawfulSum(bound.Amount) is AmountSymbol sum && FirstDayOutside(sum, days) is DateOnly day)
            {
                DatedAmount nearest = sum.Values.LastOrDefault(value => value.Days.Last < day) ?? sum.Values[0];
                return new NotInForce(legalCase.Statement, bound.Location, sum, day, nearest.Days, days);
            }
        }

        return null;
    }

    private static SourceLocation Clause<T>(LegalCase legalCase, SourceLocation otherwise)
        where T : ClauseSyntax =>
        ClauseLocations.Of<T>(legalCase.Statement) ?? otherwise;

    private static DateOnly? FirstDayOutside(List<PowerSymbol> powers, DateRange days)
    {
        // Where nobody says when the sentence begins, only its end can be outside.
        DateOnly day = days.HasFirst ? days.First : powers.Min(power => power.Lifetime.First);
        while (true)
        {
            DateOnly? last = null;
            foreach (PowerSymbol power in powers)
            {
                if (power.Lifetime.Contains(day) && (last is null || power.Lifetime.Last > last))
                {
                    last = power.Lifetime.Last;
                }
            }

            if (last is not DateOnly end)
            {
                return day;
            }

            if (end >= days.Last)
            {
                return null;
            }

            day = end.AddDays(1);
        }
    }

    private static DateOnly? FirstDayOutside(AmountSymbol sum, DateRange days)
    {
        if (sum.Values.IsEmpty)
        {
            return null;
        }

        // That the library knows no earlier figure is its gap and not the law's.
        DateOnly earliest = sum.Values.Min(value => value.Days.First);
        DateOnly day = days.First > earliest ? days.First : earliest;
        while (sum.Values.FirstOrDefault(value => value.Days.Contains(day)) is DatedAmount value)
        {
            if (value.Days.Last >= days.Last || days.Last < day)
            {
                return null;
            }

            day = value.Days.Last.AddDays(1);
        }

        return day;
    }

    private static AmountSymbol? LawfulSum(AmountExpression expression) => expression switch
    {
        PartOfAmount { Amount: { IsFromLibrary: true } sum } => sum,
        LowerOf lower => lower.Items.Select(LawfulSum).FirstOrDefault(sum => sum is not null),
        _ => null,
    };
}
