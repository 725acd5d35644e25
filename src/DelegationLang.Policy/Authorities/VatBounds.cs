using System.Collections.Immutable;

namespace DelegationLang.Policy.Authorities;

/// <summary>
/// An amount with value added tax is no less than the same without it: of two intervals of one currency and basis, one counted each way, the figure
/// without cannot be more than the other's upper end, nor the figure with it less than the other's lower end.
/// </summary>
internal static class VatBounds
{
    /// <summary>The terms with such bounds drawn in; none where no amount can meet both.</summary>
    public static AuthorityTerms? Tighten(AuthorityTerms terms)
    {
        ImmutableArray<AmountInterval> amounts = terms.Amounts;
        for (int i = 0; i < amounts.Length; i++)
        {
            for (int j = 0; j < amounts.Length; j++)
            {
                AmountInterval without = amounts[i];
                AmountInterval with = amounts[j];
                if (without.Vat != Vat.Excluding || with.Vat != Vat.Including || without.Currency != with.Currency || without.Basis != with.Basis)
                {
                    continue;
                }

                AmountInterval less = with.To is decimal top && (without.To is not decimal end || top < end || (top == end && !with.IsToIncluded))
                    ? without with { To = top, IsToIncluded = with.IsToIncluded }
                    : without;
                AmountInterval more = without.From is decimal low && (with.From is not decimal start || low > start || (low == start && !without.IsFromIncluded))
                    ? with with { From = low, IsFromIncluded = without.IsFromIncluded }
                    : with;
                if (IsEmpty(less) || IsEmpty(more))
                {
                    return null;
                }

                amounts = amounts.SetItem(i, less).SetItem(j, more);
            }
        }

        return amounts == terms.Amounts ? terms : terms with { Amounts = amounts };
    }

    private static bool IsEmpty(AmountInterval interval) =>
        interval.From is decimal low && interval.To is decimal high && (low > high || (low == high && !(interval.IsFromIncluded && interval.IsToIncluded)));
}
