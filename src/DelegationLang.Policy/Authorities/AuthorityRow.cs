using System.Collections.Immutable;

namespace DelegationLang.Policy.Authorities;

/// <summary>How a party stands to a decision.</summary>
public enum AuthorityClaim
{
    /// <summary>It decides alone: a chain of authority ends in it.</summary>
    Decides,

    /// <summary>It may decide alone, because it keeps authority above whoever decides, or because another acts for it.</summary>
    May,

    /// <summary>It decides together with others.</summary>
    Jointly,

    /// <summary>It decides alone, because the matter is kept for it.</summary>
    Reserved,

    /// <summary>Nobody may decide.</summary>
    Nobody,
}

/// <summary>
/// A line of the table of authority: how one party stands to one subject in one region of the decision space. Regions of a party and a subject do not
/// overlap, save that it may decide alone and also jointly with others.
/// </summary>
/// <param name="Function">The index of the function; -1 for no particular one.</param>
/// <param name="Matter">The index of the matter; -1 for no particular one.</param>
/// <param name="Days">The days on which it is so, both ends included.</param>
/// <param name="Terms">Who, how, how much, where and when.</param>
public sealed record AuthorityRow(int Function, int Matter, DateRange Days, AuthorityTerms Terms);

/// <summary>What a line of the table of authority says besides its subject and its days. Subjects that are treated alike share one.</summary>
public sealed record AuthorityTerms
{
    /// <summary>The party; -1 where nobody may decide.</summary>
    public required int Party { get; init; }

    /// <summary>How it stands to the decision.</summary>
    public required AuthorityClaim Claim { get; init; }

    /// <summary>Where it decides jointly: the groups that may each act without the others, the party in each of them; one that stands twice means two people of it.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; init; } = [];

    /// <summary>Who acts for the party, an organisation: its board or its cabinet; -1 where it acts itself.</summary>
    public int ActsThrough { get; init; } = -1;

    /// <summary>The amounts, an interval for each basis (and way of counting VAT) that matters; none for any amount.</summary>
    public ImmutableArray<AmountInterval> Amounts { get; init; } = [];

    /// <summary>Amounts and measures as shares of measures.</summary>
    public ImmutableArray<ShareInterval> Shares { get; init; } = [];

    /// <summary>The measures that matter.</summary>
    public ImmutableArray<MeasureInterval> Measures { get; init; } = [];

    /// <summary>The conditions that matter, with the value that each must have.</summary>
    public ImmutableArray<ConditionValue> Conditions { get; init; } = [];

    /// <summary>What a question must not state of conditions, though it may leave them open: deputies are told until a question says that they may not stand in.</summary>
    internal ImmutableArray<ConditionValue> Unless { get; init; } = [];

    /// <summary>The places, each with all that lies within it but <see cref="NotAt"/>; empty for everywhere but those.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>The places where it is not so, each with all that lies within it but <see cref="Places"/>: of a place and the places that it lies within, the nearest named counts.</summary>
    public ImmutableArray<int> NotAt { get; init; } = [];

    /// <summary>Whether it is so at every other place, and at no particular one.</summary>
    public bool IsElsewhere { get; init; } = true;

    /// <summary>How the figures of the decision must count VAT for this to be so; unstated where that makes no difference.</summary>
    public Vat GivenVat { get; init; }

    /// <summary>The rules of the chain from the top down; none for whoever holds the subject by law.</summary>
    public ImmutableArray<int> Rules { get; init; } = [];

    /// <summary>The chain in words.</summary>
    public ImmutableArray<ChainLink> Chain { get; init; } = [];

    /// <summary>Whether it is an exceptional power.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether it is under a contract, the function staying where it was.</summary>
    public bool IsUnderContract { get; init; }

    /// <summary>Whether the party may delegate it on.</summary>
    public bool MayDelegate { get; init; }

    /// <summary>Whether it turns on more than is told here, because there are too many cases to tell apart.</summary>
    public bool IsInSomeCasesOnly { get; init; }

    /// <summary>Why nobody may decide, in words; empty for everybody else.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Equal for terms that say the same; of no meaning otherwise.</summary>
    public string Key { get; init; } = "";
}

/// <summary>Amounts of one currency on one basis. An end that is left out has no bound.</summary>
/// <param name="From">The lower end.</param>
/// <param name="IsFromIncluded">Whether the lower end is itself inside.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsToIncluded">Whether the upper end is itself inside.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Basis">What an amount counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c> or a declared basis.</param>
/// <param name="Vat">Whether value added tax is counted.</param>
public sealed record AmountInterval(decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded, string Currency, string Basis, Vat Vat);

/// <summary>The value of a measure. An end that is left out has no bound.</summary>
/// <param name="Measure">The index of the measure.</param>
/// <param name="From">The lower end.</param>
/// <param name="IsFromIncluded">Whether the lower end is itself inside.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsToIncluded">Whether the upper end is itself inside.</param>
public sealed record MeasureInterval(int Measure, decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded);

/// <summary>An amount, or a measure, as a share of a measure: 0.1 for 10%. An end that is left out has no bound.</summary>
/// <param name="Of">The index of the measure that it is a share of.</param>
/// <param name="Measure">The index of the measure that is compared; -1 for an amount.</param>
/// <param name="Currency">For an amount: the ISO 4217 code.</param>
/// <param name="Basis">For an amount: what it counts.</param>
/// <param name="Vat">For an amount: whether value added tax is counted.</param>
/// <param name="From">The lower end.</param>
/// <param name="IsFromIncluded">Whether the lower end is itself inside.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsToIncluded">Whether the upper end is itself inside.</param>
public sealed record ShareInterval(int Of, int Measure, string Currency, string Basis, Vat Vat, decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded);

/// <summary>A condition, and whether it must be so.</summary>
/// <param name="Condition">The index of the condition.</param>
/// <param name="IsSo">Whether it must be so, or must not.</param>
public sealed record ConditionValue(int Condition, bool IsSo);
