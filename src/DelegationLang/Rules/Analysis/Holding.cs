using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>A part of what a party holds of an atom by one sentence, cut to what whoever gave it holds, up to whoever holds it by law.</summary>
/// <param name="Grant">By which sentence.</param>
/// <param name="Extent">Where, when, for which amounts and in which cases.</param>
/// <param name="From">What the giver holds it by; none where the giver holds it by law, and where the sentence is in error.</param>
/// <param name="IsAssumed">Whether the sentence is in error, or rests on one that is: then it is what the sentence would have given.</param>
internal sealed record Holding(Grant Grant, Extent Extent, Holding? From, bool IsAssumed)
{
    /// <summary>This holding and those that it comes from, nearest first.</summary>
    public IEnumerable<Holding> Chain()
    {
        for (Holding? holding = this; holding is not null; holding = holding.From)
        {
            yield return holding;
        }
    }

    /// <summary>The amounts and all else, cut to what may be given on.</summary>
    public IEnumerable<Extent> Onward(BoxBuilder boxes)
    {
        if (Grant.Statement.Terms.Onward?.Limit is not AmountLimit limit)
        {
            return [Extent];
        }

        bool isDayDependent = LimitReader.IsDayDependent(limit);
        return boxes.Limits(limit)
            .Select(dated => Extent.Intersect(new Extent { Days = dated.Days, Amounts = dated.Amounts, IsDayDependent = isDayDependent }))
            .OfType<Extent>();
    }
}
