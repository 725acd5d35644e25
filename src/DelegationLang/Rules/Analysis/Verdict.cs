using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>What is wrong with the authority that a sentence claims to give. At most one a sentence: the most specific.</summary>
internal abstract record Verdict(DelegationStatement Statement)
{
    /// <inheritdoc/>
    public sealed override string ToString() => Statement.Location.ToString();
}

/// <summary>It gives to whoever gives.</summary>
internal sealed record GivesToOneself(DelegationStatement Statement, Holder Holder) : Verdict(Statement);

/// <summary>It closes a circle. <paramref name="Circle"/> are the sentences of it, this one last.</summary>
internal sealed record ClosesCircle(DelegationStatement Statement, ImmutableArray<Grant> Circle) : Verdict(Statement);

/// <summary>The whole of a subject is reserved to others.</summary>
internal sealed record GivesReserved(DelegationStatement Statement, SubjectReference Subject, Holder Holder, ImmutableArray<Taking> Takings)
    : Verdict(Statement);

/// <summary>How a delegator does not hold what it delegates.</summary>
internal enum ShortfallKind
{
    /// <summary>Nothing of the subject.</summary>
    NotHeld,

    /// <summary>Only parts of the subject, or the subject only in relation to some functions.</summary>
    Wider,

    /// <summary>Only in other places.</summary>
    Place,

    /// <summary>Only together with others.</summary>
    Together,
}

/// <summary>The delegator does not hold what it delegates. <paramref name="Held"/> is what it does hold that is nearest.</summary>
internal sealed record NotHeld(
    DelegationStatement Statement,
    SubjectReference Subject,
    Holder Holder,
    ShortfallKind Kind,
    Atom? Atom,
    ImmutableArray<Grant> Held) : Verdict(Statement);

/// <summary>The delegator may not give it on, or not so. With <see cref="OnwardRefusal.None"/>, the amounts go beyond those that it may give on.</summary>
internal sealed record NotPermitted(
    DelegationStatement Statement,
    SubjectReference Subject,
    Holder Holder,
    OnwardRefusal Refusal,
    Grant By,
    ImmutableArray<Holding> Held) : Verdict(Statement);

/// <summary>The amounts lie outside those that the delegator holds.</summary>
internal sealed record AmountsOutside(
    DelegationStatement Statement,
    SubjectReference Subject,
    AmountLimit Limit,
    ImmutableArray<Holding> Held,
    Extent Uncovered) : Verdict(Statement);

/// <summary>The days lie outside those on which the delegator holds it.</summary>
internal sealed record DaysOutside(
    DelegationStatement Statement,
    SubjectReference Subject,
    ImmutableArray<Holding> Held,
    Extent Uncovered) : Verdict(Statement);
