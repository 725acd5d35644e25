using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// What may be given on because the law says so, where the sentence that gave it says nothing: the onward powers of the libraries. Of a power that
/// names a giver by several kinds the closest counts, since what it leaves out (a sub-committee of a sub-committee) is left out on purpose.
/// </summary>
internal sealed class OnwardLaw
{
    private readonly List<PowerSymbol> powers = [];
    private readonly Dictionary<PartySymbol, List<Offer>> offers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, KindSymbol?> kinds = new(ReferenceEqualityComparer.Instance);

    public OnwardLaw(SchemeModel model)
    {
        foreach (PowerSymbol power in model.PowersInLaw())
        {
            if (power is { IsOnward: true, Grants.IsEmpty: false } && power.Lifetime.Overlaps(model.Info.InForce))
            {
                powers.Add(power);
            }
        }
    }

    /// <summary>Whether any library says so of anybody.</summary>
    public bool IsEmpty => powers.Count == 0;

    /// <summary>Whether all that the onward sentence gives to a holder may be given on by the law.</summary>
    /// <param name="giver">The seat that gives on.</param>
    /// <param name="grant">The sentence that gave it.</param>
    /// <param name="onward">The sentence that gives it on.</param>
    /// <param name="holder">To whom.</param>
    public bool Permits(PartySymbol giver, DelegationStatement grant, DelegationStatement onward, Holder holder)
    {
        if (powers.Count == 0)
        {
            return false;
        }

        foreach (PartySymbol party in holder.Group.Parties)
        {
            if (LawFor(giver, Seats.Person(party), grant, onward) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The power by which a seat may give on what it was given; none where there is none, and for an exceptional power.</summary>
    /// <param name="giver">The seat that gives on.</param>
    /// <param name="to">To whom.</param>
    /// <param name="grant">The sentence that gave it.</param>
    /// <param name="onward">The sentence that gives it on.</param>
    public PowerSymbol? LawFor(PartySymbol giver, PartySymbol to, DelegationStatement grant, DelegationStatement onward)
    {
        // What was given for an emergency is for those to whom it was given.
        if (grant.Terms.IsEvenIfReserved || OffersTo(giver) is not { Count: > 0 } offered)
        {
            return null;
        }

        IReadOnlyList<PartySymbol> own = Seats.OrganisationsOf(giver);
        IReadOnlyList<PartySymbol> theirs = Seats.OrganisationsOf(to);
        bool isInside = theirs.Any(own.Contains);
        foreach (Offer offer in offered)
        {
            if (Reaches(offer.Power, onward) && !offer.Power.IsForbiddenTo(to) && offer.Grants.Exists(Names))
            {
                return offer.Power;
            }

            bool Names(PowerGrant named) => isInside
                ? named.Delegates.Any(party => party.Kind?.Family != SymbolFamily.Organisation && party.Names(to))
                : IsAgreed(offer.Power, grant) && IsAgreed(offer.Power, onward) && theirs.Any(body => named.Delegates.Any(party => party.Names(body)));
        }

        return null;
    }

    // An onward power that reaches other bodies does so only under agreements of its kind.
    private static bool IsAgreed(PowerSymbol power, DelegationStatement statement)
    {
        KindSymbol? kind = statement.Terms.Under?.Symbol switch
        {
            AgreementSymbol agreement => agreement.Kind,
            PowerSymbol relied => relied.Agreement,
            _ => null,
        };
        return power.Agreement is KindSymbol wanted && kind is not null && kind.Is(wanted);
    }

    // Of each power what it says of those whom it names most closely.
    private List<Offer> OffersTo(PartySymbol giver)
    {
        if (!offers.TryGetValue(giver, out List<Offer>? found))
        {
            offers.Add(giver, found = []);
            foreach (PowerSymbol power in powers)
            {
                int[] closeness = [.. power.Grants.Select(grant => grant.Delegators.Max(named => named.Names(giver) ? ClosenessOf(named) : -1))];
                int closest = closeness.Max();
                if (closest >= 0 && !power.IsForbiddenTo(giver))
                {
                    found.Add(new Offer(power, [.. power.Grants.Where((_, index) => closeness[index] == closest)]));
                }
            }
        }

        return found;
    }

    // A kind of a kind is closer than that, and one of a group closer than one of a whole organisation.
    private static int ClosenessOf(PowerParty named)
    {
        int depth = named.Party is null ? 0 : 1000;
        for (KindSymbol? kind = named.Kind; kind is not null; kind = kind.Parent)
        {
            depth += 2;
        }

        return depth + (named.Of is { Family: SymbolFamily.Group } ? 1 : 0);
    }

    private bool Reaches(PowerSymbol power, DelegationStatement onward)
    {
        foreach (SubjectReference reference in onward.Subjects)
        {
            if (reference.Symbol is SubjectSymbol subject && !Reaches(power, subject))
            {
                return false;
            }
        }

        foreach (Reference<SubjectSymbol> function in onward.Terms.For)
        {
            if (!Reaches(power, function.Symbol))
            {
                return false;
            }
        }

        return true;
    }

    // Of a subject whose kind the law does not know nobody can tell that it is left out.
    private bool Reaches(PowerSymbol power, SubjectSymbol subject) =>
        KindOf(subject) is not KindSymbol kind
        || (!kind.IsAmong(power.ExcludedKinds) && (power.CoveredKinds.IsEmpty || kind.IsAmong(power.CoveredKinds)));

    private KindSymbol? KindOf(SubjectSymbol subject)
    {
        if (!kinds.TryGetValue(subject, out KindSymbol? found))
        {
            for (SubjectSymbol? current = subject; current is not null && found is null; current = current.Parent)
            {
                found = current.Kind.IsOfLaw ? current.Kind : null;
            }

            kinds.Add(subject, found);
        }

        return found;
    }

    private sealed record Offer(PowerSymbol Power, List<PowerGrant> Grants);
}
