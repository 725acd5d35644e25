using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>What one scheme says of an agreement, by the indexes of its own decision space.</summary>
internal sealed record AgreementTerms
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind, such as <c>section 75 agreement</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The parties between which it is.</summary>
    public required ImmutableArray<int> Parties { get; init; }

    /// <summary>The power that it is made under; empty when not said.</summary>
    public string Power { get; init; } = "";

    /// <summary>The functions that it covers.</summary>
    public ImmutableArray<int> Covers { get; init; } = [];

    /// <summary>The days on which it is in force.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>What it is worth, in words; empty when not said.</summary>
    public string Worth { get; init; } = "";

    /// <summary>The sentence.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What a declaration says.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="indexOf">The indexes of parties and subjects.</param>
    /// <param name="locate">The sentence as it is to be shown.</param>
    public static AgreementTerms Of(AgreementSymbol agreement, Func<Symbol, int> indexOf, Func<SourceLocation, SourceLocation> locate) => new()
    {
        Name = agreement.Name,
        Kind = agreement.Kind.Name,
        Parties = [.. agreement.Owners.Select(indexOf).Where(index => index >= 0)],
        Power = agreement.Under?.Name ?? "",
        Covers = [.. agreement.Covers.Select(indexOf).Where(index => index >= 0)],
        Days = agreement.Lifetime,
        Worth = string.Join(", ", agreement.Worth.Select(worth => WorthOf(worth.Value, worth.Currency, worth.YearFrom is { } year ? Semantics.Worth.Year(year) : ""))),
        Location = locate(agreement.Declaration),
    };

    /// <summary>A sum, for a year or in general, in words.</summary>
    public static string WorthOf(decimal value, string currency, string year) =>
        Policy.Wording.Amount(value, currency) + (year.Length > 0 ? " for " + year : "");
}
