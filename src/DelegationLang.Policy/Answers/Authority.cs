using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy;

/// <summary>
/// Something a party may decide, alone or with others, as data by names and in words: a line of the <see cref="AuthorityTable"/>, and one of the answers to
/// <c>what may X decide</c>.
/// </summary>
public sealed record Authority
{
    /// <summary>Whose it is, by name.</summary>
    public required string Party { get; init; }

    /// <summary>How it stands to the decision.</summary>
    public required AuthorityClaim Claim { get; init; }

    /// <summary>The subject as questions take it: <c>podiatry</c>, <c>award of contract</c>, <c>award of contract for podiatry</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The function by name; empty for no particular one.</summary>
    public string Function { get; init; } = "";

    /// <summary>The matter by name; empty for no particular one.</summary>
    public string Matter { get; init; } = "";

    /// <summary>The amounts, an interval for each basis (and way of counting VAT) that matters; none for any amount.</summary>
    public ImmutableArray<AmountInterval> Amounts { get; init; } = [];

    /// <summary>Amounts and measures as shares of measures.</summary>
    public ImmutableArray<NamedShare> Shares { get; init; } = [];

    /// <summary>How the figures of the decision must count VAT; unstated where that makes no difference.</summary>
    public Vat GivenVat { get; init; }

    /// <summary>How much, in words; empty for any amount.</summary>
    public string Limit { get; init; } = "";

    /// <summary>The places by name, each with all that lies within it but <see cref="NotAt"/>.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>The places by name where it is not so, each with all that lies within it but <see cref="Places"/>: of a place and the places that it lies within, the nearest named counts.</summary>
    public ImmutableArray<string> NotAt { get; init; } = [];

    /// <summary>Whether it is so at every other place, and at no particular one.</summary>
    public bool IsElsewhere { get; init; } = true;

    /// <summary>Where, in words; empty for everywhere.</summary>
    public string Place { get; init; } = "";

    /// <summary>The days on which it is so, both ends included.</summary>
    public DateRange Days { get; init; } = DateRange.Always;

    /// <summary>The conditions that matter, with the value that each must have.</summary>
    public ImmutableArray<NamedCondition> Facts { get; init; } = [];

    /// <summary>The measures that matter.</summary>
    public ImmutableArray<NamedMeasure> Measures { get; init; } = [];

    /// <summary>The facts on which it depends, in words: conditions and measures.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>What is carved out of it, in words.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>Those it must act with, where there is one group; empty when it may act alone, or with one group or another.</summary>
    public ImmutableArray<string> JointlyWith { get; init; } = [];

    /// <summary>Where it decides jointly: the groups that may each act without the others, the party in each; a name that stands twice means two people of it.</summary>
    public ImmutableArray<ImmutableArray<string>> Groups { get; init; } = [];

    /// <summary>Who acts for an organisation, its board or its cabinet, by name; empty where the party acts itself.</summary>
    public string ActsThrough { get; init; } = "";

    /// <summary>What must come first, in words.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What must come afterwards, in words: <c>ratified by Board</c>.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>Whether it is a reserved matter, kept for the party.</summary>
    public bool IsReserved { get; init; }

    /// <summary>Whether it is an exceptional power.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether it is under a contract, the function staying where it was.</summary>
    public bool IsUnderContract { get; init; }

    /// <summary>Whether the party may delegate it on.</summary>
    public bool MayDelegate { get; init; }

    /// <summary>Whether it turns on more than is told, because there are too many cases to tell apart.</summary>
    public bool IsInSomeCasesOnly { get; init; }

    /// <summary>The rule that it is held by, the last of the chain; -1 for by law.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>The chain by which it holds.</summary>
    public ImmutableArray<ChainLink> Chain { get; init; } = [];

    /// <summary>What it does with the subject, in words: <c>decides</c>, <c>may decide</c>, <c>jointly decides</c>, <c>has reserved to it</c>.</summary>
    public string Verb => Claim switch
    {
        AuthorityClaim.Decides => "decides",
        AuthorityClaim.May => "may decide",
        AuthorityClaim.Jointly => "jointly decides",
        AuthorityClaim.Reserved => "has reserved to it",
        _ => "may not be decided:",
    };

    /// <summary>With whom it decides jointly, in words: <c>with Chair</c>, <c>with Chair or with Vice Chair</c>, <c>as one of two of Director</c>; empty when it may act alone.</summary>
    public string Company => string.Join(" or ", Groups.Select(With));

    /// <summary>How much, where and on what conditions, in words with a space before them: <c> up to £50,000 per contract at Leeds, when in budget</c>; empty for no bounds.</summary>
    public string Bounds
    {
        get
        {
            string words = (Limit.Length > 0 ? " " + Limit : "") + (Place.Length > 0 ? " " + Place : "");
            return Conditions.IsEmpty ? words : words + (words.Length > 0 ? ", " : " ") + string.Join(", ", Conditions);
        }
    }

    /// <summary>Who, what, how much, where, with whom and on what conditions, in one sentence without its days.</summary>
    public string Words => Claim == AuthorityClaim.Nobody
        ? $"nobody may decide {Subject}{Bounds}"
        : $"{Party} {Verb} {Subject}{(Company.Length > 0 ? " " + Company : "")}{Bounds}";

    /// <summary>Whether all that both hold is equal.</summary>
    public bool Equals(Authority? other) => AnswerEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Party, Claim, Subject, Limit, Place, Days);

    private string With(ImmutableArray<string> group)
    {
        string[] others = [.. group.Where(name => name != Party)];
        int own = group.Length - others.Length;
        string words = own > 1 ? "as one of " + Wording.Together(Enumerable.Repeat(Party, own)) : "";
        return others.Length == 0 ? words : words + (words.Length > 0 ? " " : "") + "with " + Wording.Together(others);
    }
}
