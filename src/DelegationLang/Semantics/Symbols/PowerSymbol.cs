using System.Collections.Immutable;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>
/// A power in law: who may delegate what to whom, between which days (its <see cref="Symbol.Lifetime"/>). One that names nobody to delegate to
/// passes nothing on: if it says what it covers, that stays with those whom it binds.
/// </summary>
public sealed class PowerSymbol(string name, KindSymbol kind, SourceLocation location) : Symbol(name, kind, location)
{
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

    /// <summary>Who may not be given anything under it, and whom it does not bind, though a wider kind of theirs is named.</summary>
    public ImmutableArray<PowerParty> Forbids { get; internal set; } = [];

    /// <summary>The powers under which nobody may hold a post who holds one under this.</summary>
    public ImmutableArray<PowerSymbol> NotWith { get; internal set; } = [];

    /// <summary>How many people must at least act together, where it says so; 0 otherwise.</summary>
    public int LeastMembers { get; internal set; }

    /// <summary>Whether it lets what it covers be given by an exceptional power, for when the matter cannot wait, and not otherwise.</summary>
    public bool IsExceptional { get; internal set; }

    /// <summary>How much of the text was read on which it rests; <see cref="LegalGrade.Seen"/> where nothing is said, as of a power that a scheme declares.</summary>
    public LegalGrade Grade => Kind.Has(KindTrait.Unverified) ? LegalGrade.Unverified : LegalGrades.Of(this) ?? LegalGrade.Seen;

    /// <summary>Whether somebody has checked it against the text of the law, as far as the library says.</summary>
    public bool IsVerified => Grade != LegalGrade.Unverified;

    /// <summary>Whether it says that liability goes with what is given under agreements of its kind. It binds nobody and gives nothing.</summary>
    public bool IsOfLiability => Kind.Has(KindTrait.Liability);

    /// <summary>Whether money is put together under it, by those for whom it is and nobody else.</summary>
    public bool IsPooling => Kind.Has(KindTrait.Pooling);

    /// <summary>Whether what it covers is decided by those whom it names to delegate to and by nobody else, the body itself included.</summary>
    public bool IsExclusive => Kind.Has(KindTrait.Exclusive);

    /// <summary>Whether those for whom it is keep nothing of what they give and it covers. It binds nobody and gives nothing of its own.</summary>
    public bool IsDivesting => Kind.Has(KindTrait.Divesting);

    /// <summary>Whether it forbids a party by name or kind.</summary>
    public bool IsForbiddenTo(PartySymbol party) => Forbids.Any(named => named.Names(party));

    /// <summary>
    /// Whether it lets whoever was given something pass it on without <c>with power to delegate</c>: within its own body to the groups and posts that it
    /// names, and to the organisations that it names where both rest on an agreement of its kind. It binds nobody and gives nothing of its own.
    /// </summary>
    public bool IsOnward => Kind.Has(KindTrait.Onward);
}

/// <summary>Who may delegate to whom under a power.</summary>
/// <param name="Delegators">The kinds or parties that may delegate.</param>
/// <param name="Delegates">The kinds or parties to which they may; empty when they may not delegate at all.</param>
/// <param name="Reports">How often whoever is given something must report, in the words of the text; empty when not said.</param>
public sealed record PowerGrant(ImmutableArray<PowerParty> Delegators, ImmutableArray<PowerParty> Delegates, string Reports);

/// <summary>A kind or one party, where a power says who may delegate and to whom. Exactly one of the two is given.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Party">The party.</param>
/// <param name="Of">For a kind of group or post: the kind of organisation or group to which such a one must belong, directly or through others; none for any.</param>
public sealed record PowerParty(KindSymbol? Kind, PartySymbol? Party, KindSymbol? Of = null)
{
    private const int MostOwners = 64;

    /// <summary>Whether a party is the one named, or of the kind named.</summary>
    public bool Names(PartySymbol other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Party is not null ? ReferenceEquals(Party, other) : Kind is not null && other.Kind.Is(Kind) && (Of is null || Belongs(other, Of, 0));
    }

    private static bool Belongs(PartySymbol party, KindSymbol to, int depth)
    {
        foreach (Symbol owner in party.Owners.AddRange(party.SecondedTo))
        {
            if (owner is PartySymbol above && depth < MostOwners && (above.Kind.Is(to) || Belongs(above, to, depth + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
