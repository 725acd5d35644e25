using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>On what a sentence says that it rests: an agreement, a power, or neither.</summary>
internal sealed class Footing
{
    private Footing(AgreementSymbol? agreement, List<PowerSymbol> powers, SourceLocation? location, bool isPowerStated)
    {
        Agreement = agreement;
        Powers = powers;
        Location = location;
        IsPowerStated = isPowerStated;
    }

    /// <summary>Nothing is said.</summary>
    public static Footing None { get; } = new(null, [], null, isPowerStated: false);

    /// <summary>The agreement; none when a power is named, or nothing.</summary>
    public AgreementSymbol? Agreement { get; }

    /// <summary>The power that is named, by the sentence or by the agreement; otherwise those that agreements of this kind are made under; empty when nobody can tell.</summary>
    public List<PowerSymbol> Powers { get; }

    /// <summary>Where the sentence says it; none when it does not.</summary>
    public SourceLocation? Location { get; }

    /// <summary>Whether the power is named, and not only follows from the kind of the agreement.</summary>
    public bool IsPowerStated { get; }

    /// <summary>Whether the sentence says what it rests on.</summary>
    public bool IsStated => Location is not null;

    /// <summary>The footing of a sentence.</summary>
    public static Footing Of(Terms terms, LawBook book)
    {
        switch (terms.Under)
        {
            case { Symbol: PowerSymbol power, Location: var location }:
                return new Footing(null, [power], location, isPowerStated: true);
            case { Symbol: AgreementSymbol agreement, Location: var location }:
                return Of(agreement, location, book);
            default:
                return None;
        }
    }

    /// <summary>The footing that an agreement gives.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="location">Where the sentence, or what it names, says so.</param>
    /// <param name="book">The law.</param>
    public static Footing Of(AgreementSymbol agreement, SourceLocation location, LawBook book) =>
        agreement.Under is PowerSymbol power
            ? new Footing(agreement, [power], location, isPowerStated: true)
            : new Footing(agreement, PowersOf(agreement.Kind, book), location, isPowerStated: false);

    /// <summary>Whether a power is used by agreements of one kind, and of no other.</summary>
    public static bool AsksForAgreement(PowerSymbol power) => power.Agreement is { Parent: not null };

    /// <summary>Whether the agreement is of the kind that the power is used by.</summary>
    public static bool Fits(AgreementSymbol agreement, PowerSymbol power) => power.Agreement is KindSymbol kind && agreement.Kind.Is(kind);

    /// <summary>The powers that agreements of a kind are made under.</summary>
    public static List<PowerSymbol> PowersOf(KindSymbol agreement, LawBook book)
    {
        var powers = new List<PowerSymbol>();
        foreach (PowerSymbol power in book.Powers)
        {
            if (AsksForAgreement(power) && power.Agreement is KindSymbol kind && agreement.Is(kind))
            {
                powers.Add(power);
            }
        }

        return powers;
    }
}
