using System.Collections.Immutable;

namespace DelegationLang.Policy;

/// <summary>
/// The decision that a question is about: a point of the decision space, parts of which may be left open.
/// Indexes are those of the <see cref="SpaceDefinition"/>.
/// </summary>
public sealed record Decision
{
    /// <summary>The function (or budget that covers none) that it is about; -1 for no particular one.</summary>
    public int Function { get; init; } = -1;

    /// <summary>The matter that it is; -1 for no particular one.</summary>
    public int Matter { get; init; } = -1;

    /// <summary>The place; -1 when it is not given.</summary>
    public int Place { get; init; } = -1;

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the question left the day out.</summary>
    public bool IsDayAssumed { get; init; }

    /// <summary>The amount; none for any amount.</summary>
    public AskedAmount? Amount { get; init; }

    /// <summary>Further amounts of the same decision, each on another basis, which is said. They count value added tax as <see cref="Amount"/> does.</summary>
    public ImmutableArray<AskedAmount> FurtherAmounts { get; init; } = [];

    /// <summary>Conditions known to be true or false, by index.</summary>
    public IReadOnlyDictionary<int, bool> Conditions { get; init; } = new Dictionary<int, bool>();

    /// <summary>Measures whose value is known, by index.</summary>
    public IReadOnlyDictionary<int, decimal> Measures { get; init; } = MeasureValues.None;

    /// <summary>The further amount in a currency on a basis; none where the question does not give it.</summary>
    internal decimal? FurtherAmount(string currency, string basis)
    {
        foreach (AskedAmount amount in FurtherAmounts)
        {
            if (amount.Currency == currency && amount.Basis == basis)
            {
                return amount.Value;
            }
        }

        return null;
    }

    /// <summary>Whether conditions that are normally so are left open too: whoever searches the space looks at every case.</summary>
    internal bool IsNothingAssumed { get; init; }
}
