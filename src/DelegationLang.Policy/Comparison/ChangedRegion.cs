using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>The region of a change, by numbers, to look points up in.</summary>
/// <param name="Subjects">
/// The functions, matters, and matters in relation to functions, each with what limits that bear on it count: an amount that does not say what it counts is
/// tried on each. None for all subjects there are.
/// </param>
/// <param name="Terms">The amounts, places and facts.</param>
/// <param name="Days">The days.</param>
internal sealed record ChangedRegion(ImmutableDictionary<Atom, ImmutableArray<string>>? Subjects, AuthorityTerms Terms, DateRange Days)
{
    /// <summary>No point at all.</summary>
    public static ChangedRegion Nowhere { get; } = new(ImmutableDictionary<Atom, ImmutableArray<string>>.Empty, new AuthorityTerms { Party = -1, Claim = AuthorityClaim.Nobody }, DateRange.Always);

    /// <summary>Further regions, of other subjects, in which the same is otherwise.</summary>
    public ImmutableArray<ChangedRegion> Parts { get; init; } = [];

    /// <summary>Whether a point lies in it; where the point leaves something open, whether it might.</summary>
    /// <param name="definition">Both versions together.</param>
    /// <param name="subject">The subject, as it is told apart.</param>
    /// <param name="point">The point, but for its subject.</param>
    public bool MayHold(SpaceDefinition definition, Atom subject, Decision point) =>
        IsIn(definition, subject, point) || Parts.Any(part => part.IsIn(definition, subject, point));

    private bool IsIn(SpaceDefinition definition, Atom subject, Decision point) =>
        Days.Contains(point.Day) && IsOf(subject, out ImmutableArray<string> bases) && IsAt(definition, point.Place) && AreSo(definition, point)
        && Terms.Measures.All(measure => !point.Measures.TryGetValue(measure.Measure, out decimal value) || IsWithin(value, measure.From, measure.IsFromIncluded, measure.To, measure.IsToIncluded))
        && IsCounted(point.Amount) && MayBeWithin(point.Amount, bases) && Terms.Shares.All(share => IsWithin(point, share) && MayBeBoth(point, share));

    /// <summary>Whether it is so at a place; -1, for no particular one, might be any.</summary>
    public bool IsAt(SpaceDefinition definition, int place)
    {
        for (int at = place; at >= 0; at = definition.Places[at].Parent)
        {
            if (Terms.Places.Contains(at))
            {
                return true;
            }

            if (Terms.NotAt.Contains(at))
            {
                return false;
            }
        }

        return place < 0 || Terms.IsElsewhere;
    }

    private bool AreSo(SpaceDefinition definition, Decision point)
    {
        if (Terms.Unless.Any(value => point.Conditions.TryGetValue(value.Condition, out bool isSo) && isSo == value.IsSo))
        {
            return false;
        }

        foreach (ConditionValue condition in Terms.Conditions)
        {
            bool? value = point.Conditions.TryGetValue(condition.Condition, out bool stated) ? stated : definition.Conditions[condition.Condition].Normally;
            if (value is bool known && known != condition.IsSo)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsCounted(AskedAmount? amount) => Terms.GivenVat == Vat.Unstated || amount is null || amount.Vat == Vat.Unstated || amount.Vat == Terms.GivenVat;

    private bool IsOf(Atom subject, out ImmutableArray<string> bases)
    {
        bases = [];
        return Subjects is null || Subjects.TryGetValue(subject, out bases);
    }

    private bool MayBeWithin(AskedAmount? asked, ImmutableArray<string> bases) => asked is { Basis.Length: 0 } && bases is { IsDefaultOrEmpty: false }
        ? bases.Any(basis => Terms.Amounts.All(amount => IsWithin(asked with { Basis = basis }, amount)))
        : Terms.Amounts.All(amount => IsWithin(asked, amount));

    // An amount that counts something else says nothing of it, save that value added tax only adds.
    private static bool IsWithin(AskedAmount? asked, AmountInterval amount)
    {
        if (asked is null || asked.Currency != amount.Currency || (asked.Basis.Length > 0 && asked.Basis != amount.Basis))
        {
            return true;
        }

        return (asked.Vat, amount.Vat) switch
        {
            (Vat.Excluding, Vat.Including) => amount.To is not decimal most || asked.Value < most || (asked.Value == most && amount.IsToIncluded),
            (Vat.Including, Vat.Excluding) => amount.From is not decimal least || asked.Value > least || (asked.Value == least && amount.IsFromIncluded),
            _ => IsWithin(asked.Value, amount.From, amount.IsFromIncluded, amount.To, amount.IsToIncluded),
        };
    }

    private static bool IsWithin(Decision point, ShareInterval share)
    {
        if (!point.Measures.TryGetValue(share.Of, out decimal whole))
        {
            return true;
        }

        decimal? part = share.Measure >= 0
            ? point.Measures.TryGetValue(share.Measure, out decimal measure) ? measure : null
            : point.Amount is { } asked && asked.Currency == share.Currency && (asked.Basis.Length == 0 || asked.Basis == share.Basis) && (asked.Vat == share.Vat || share.Vat == Vat.Unstated || asked.Vat == Vat.Unstated)
                ? asked.Value
                : null;
        return part is not decimal value || IsWithin(value, share.From * whole, share.IsFromIncluded, share.To * whole, share.IsToIncluded);
    }

    // Of a question that says the whole and no amount: whether any amount, which is never below nothing, is a share of it that lies within the bounds.
    private bool MayBeBoth(Decision point, ShareInterval share) => share.Measure >= 0 || point.Amount is not null || !point.Measures.TryGetValue(share.Of, out decimal whole)
        || (IsBelow(0, true, share.To * whole, share.IsToIncluded) && Terms.Amounts.All(amount => amount.Currency != share.Currency || amount.Basis != share.Basis || amount.Vat != share.Vat || Meet(amount, share, whole)));

    private static bool Meet(AmountInterval amount, ShareInterval share, decimal whole) =>
        IsBelow(amount.From, amount.IsFromIncluded, share.To * whole, share.IsToIncluded) && IsBelow(share.From * whole, share.IsFromIncluded, amount.To, amount.IsToIncluded);

    private static bool IsBelow(decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded) => from is null || to is null || from < to || (from == to && isFromIncluded && isToIncluded);

    private static bool IsWithin(decimal value, decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded) =>
        (from is not decimal low || value > low || (value == low && isFromIncluded)) && (to is not decimal high || value < high || (value == high && isToIncluded));
}
