using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Tests.Authorities;

/// <summary>
/// The figures that one count of the amount may have in a decision. The figure that is asked about is known; one that counts value added tax the other
/// way is not, but the tax only adds, so it is no more without and no less with; any other may be anything.
/// </summary>
internal readonly record struct FigureSpan(decimal From, bool IsFromIncluded, decimal? To, bool IsToIncluded)
{
    /// <summary>Whether each count of the amount that the terms bound can have a figure that meets all its bounds at once.</summary>
    public static bool HasFigures(AuthorityTerms terms, Decision decision)
    {
        var spans = new Dictionary<(string Currency, string Basis, Vat Vat), FigureSpan>();
        foreach (AmountInterval bound in terms.Amounts)
        {
            Narrow(bound.Currency, bound.Basis, bound.Vat, 1, bound.From, bound.IsFromIncluded, bound.To, bound.IsToIncluded);
        }

        foreach (ShareInterval share in terms.Shares.Where(share => share.Measure < 0))
        {
            Narrow(share.Currency, share.Basis, share.Vat, decision.Measures[share.Of], share.From, share.IsFromIncluded, share.To, share.IsToIncluded);
        }

        return spans.Values.All(span => !span.IsEmpty);

        void Narrow(string currency, string basis, Vat vat, decimal unit, decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded)
        {
            FigureSpan span = spans.TryGetValue((currency, basis, vat), out FigureSpan known) ? known : Of(decision.Amount, currency, basis, vat);
            spans[(currency, basis, vat)] = span.Above(from * unit, isFromIncluded).Below(to * unit, isToIncluded);
        }
    }

    private bool IsEmpty => To is decimal high && (From > high || (From == high && !(IsFromIncluded && IsToIncluded)));

    private static FigureSpan Of(AskedAmount? asked, string currency, string basis, Vat vat)
    {
        var any = new FigureSpan(0, true, null, false);
        if (asked is null || asked.Currency != currency || asked.Basis != basis)
        {
            return any;
        }

        return vat == Vat.Unstated || vat == asked.Vat ? any.Above(asked.Value, true).Below(asked.Value, true)
            : (vat, asked.Vat) switch
            {
                (Vat.Excluding, Vat.Including) => any.Below(asked.Value, true),
                (Vat.Including, Vat.Excluding) => any.Above(asked.Value, true),
                _ => any,
            };
    }

    private FigureSpan Above(decimal? figure, bool isIncluded) =>
        figure is decimal low && (low > From || (low == From && !isIncluded)) ? this with { From = low, IsFromIncluded = isIncluded } : this;

    private FigureSpan Below(decimal? figure, bool isIncluded) =>
        figure is decimal high && (To is not decimal end || high < end || (high == end && !isIncluded)) ? this with { To = high, IsToIncluded = isIncluded } : this;
}
