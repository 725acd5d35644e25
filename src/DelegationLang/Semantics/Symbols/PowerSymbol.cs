using System.Collections.Immutable;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>
/// A power in law: who may delegate what to whom, between which days (its <see cref="Symbol.Lifetime"/>). One that names nobody to delegate to
/// passes nothing on: if it says what it covers, that stays with those whom it binds.
/// </summary>
public sealed class PowerSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
    /// <summary>The kind of power whose text nobody has checked: what it leaves out is at most remarked on.</summary>
    internal const string UnverifiedKind = "unverified power";

    /// <summary>Who may delegate to whom: one for each <c>for</c> with the <c>to delegate to</c> that goes with it.</summary>
    public ImmutableArray<PowerGrant> Grants { get; internal set; } = [];

    /// <summary>The kinds (or, where a party is named, parties) that may delegate under it, those of all its grants.</summary>
    public ImmutableArray<PowerParty> Delegators => [.. Grants.SelectMany(grant => grant.Delegators)];

    /// <summary>The kinds or parties to which they may delegate, those of all its grants.</summary>
    public ImmutableArray<PowerParty> Delegates => [.. Grants.SelectMany(grant => grant.Delegates)];

    /// <summary>The functions it covers; empty (with no <see cref="CoveredKinds"/>) for all.</summary>
    public ImmutableArray<SubjectSymbol> Covers { get; internal set; } = [];

    /// <summary>The kinds of function it covers.</summary>
    public ImmutableArray<KindSymbol> CoveredKinds { get; internal set; } = [];

    /// <summary>The functions it excludes.</summary>
    public ImmutableArray<SubjectSymbol> Excludes { get; internal set; } = [];

    /// <summary>The kinds of function it excludes.</summary>
    public ImmutableArray<KindSymbol> ExcludedKinds { get; internal set; } = [];

    /// <summary>
    /// The kind of agreement by which it is used between organisations; none when not said. The root kind <c>agreement</c> says that an agreement
    /// is usual, any other that the law asks for one of this kind.
    /// </summary>
    public KindSymbol? Agreement { get; internal set; }

    /// <summary>What an agreement under it must state, as written.</summary>
    public ImmutableArray<string> Stating { get; internal set; } = [];

    /// <summary>Whether somebody has checked it against the text of the law, as far as the library says.</summary>
    public bool IsVerified => !Kind.Is(UnverifiedKind);
}

/// <summary>Who may delegate to whom under a power.</summary>
/// <param name="Delegators">The kinds or parties that may delegate.</param>
/// <param name="Delegates">The kinds or parties to which they may; empty when they may not delegate at all.</param>
/// <param name="Reports">How often whoever is given something must report, in the words of the text; empty when not said.</param>
public sealed record PowerGrant(ImmutableArray<PowerParty> Delegators, ImmutableArray<PowerParty> Delegates, string Reports);

/// <summary>A kind or one party, where a power says who may delegate and to whom. Exactly one of the two is given.</summary>
public sealed record PowerParty(KindSymbol? Kind, PartySymbol? Party);
