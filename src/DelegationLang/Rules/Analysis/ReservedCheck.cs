using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>Whether the whole of a subject that a sentence names is reserved to somebody else, by the delegator's seat or by an organisation above it.</summary>
internal sealed class ReservedCheck(AuthorityGraph authority)
{
    private readonly AuthorityIndex index = authority.Index;
    private readonly BoxBuilder boxes = authority.Boxes;
    private readonly Dictionary<TakingKey, TakenParts> takingsOf = [];

    /// <summary>The first subject of which nothing is left, with the reservations that take it away; none when something is left of each.</summary>
    public GivesReserved? Check(DelegationStatement statement)
    {
        if (!index.HasReservations || (statement.Terms.IsEvenIfReserved && !index.HasProhibitions))
        {
            return null;
        }

        foreach (Holder holder in statement.Holders.Where(holder => !index.IsToOneself(statement, holder)))
        {
            foreach (SubjectReference subject in statement.Subjects)
            {
                if (subject.Symbol is SubjectSymbol symbol && TakenFrom(statement, symbol, holder) is ImmutableArray<Taking> takings)
                {
                    return new GivesReserved(statement, subject, holder, takings);
                }
            }
        }

        return null;
    }

    private ImmutableArray<Taking>? TakenFrom(DelegationStatement statement, SubjectSymbol subject, Holder holder)
    {
        var used = new List<Taking>();
        bool isAnything = false;
        foreach (Atom atom in boxes.Atoms(subject, statement.Terms))
        {
            foreach ((SubjectExtent box, IReadOnlyList<PartySymbol> reservers) in Given(statement, subject, atom, holder))
            {
                isAnything = true;
                if (Around(box, reservers.Distinct().Select(reserver => TakingsOf(reserver, atom))))
                {
                    return null;
                }

                TakenPart[] takings = [.. Takings(reservers, atom, holder)
                    .Where(pair => (!statement.Terms.IsEvenIfReserved || pair.Taking.Statement.IsProhibition) && pair.Box.Intersect(box) is not null)];
                if (takings.Length == 0 || SubjectExtent.Remainder([box], takings.Select(pair => pair.Box)).Count > 0)
                {
                    return null;
                }

                used.AddRange(takings.Select(pair => pair.Taking));
            }
        }

        return isAnything ? [.. used.DistinctBy(taking => taking.Statement)] : null;
    }

    // What the sentence would give of an atom, each part with the seats whose reservations bite on it.
    private IEnumerable<GivenPart> Given(
        DelegationStatement statement,
        SubjectSymbol subject,
        Atom atom,
        Holder holder)
    {
        SubjectRegion region = boxes.Region(atom, subject, statement.Terms, isTaking: false);
        if (region.IsEmpty || index.GiverOf(statement, atom.Node) is not PartySymbol giver)
        {
            return [];
        }

        if (authority.Ownership.Holds(giver, atom))
        {
            return Parts(statement, subject, holder, region, atom, [new HeldPart(Extent.All, [giver])]);
        }

        ImmutableArray<Holding> holdings = authority.HoldingsOf(giver, atom);
        return Parts(statement, subject, holder, region, atom, holdings.IsEmpty
            ? [new HeldPart(Extent.All, [giver, .. authority.Ownership.OwnersOf(atom.Node), .. Organisations(statement)])]
            : holdings.Select(holding => new HeldPart(holding.Extent, ReserversAbove(giver, holding))));
    }

    private IEnumerable<GivenPart> Parts(
        DelegationStatement statement,
        SubjectSymbol subject,
        Holder holder,
        SubjectRegion region,
        Atom atom,
        IEnumerable<HeldPart> held)
    {
        foreach ((Extent extent, IReadOnlyList<PartySymbol> reservers) in held)
        {
            if (!MayBeTaken(reservers, atom))
            {
                // The usual case, told without making any box: all of it stays.
                yield return new GivenPart(new SubjectExtent(region, Extent.All), []);
                yield break;
            }

            foreach (Extent own in boxes.Extents(statement.Terms, subject, BoxBuilder.PlacesOf(holder.Group), isTaking: false))
            {
                if (own.Intersect(extent) is Extent given)
                {
                    yield return new GivenPart(new SubjectExtent(region, boxes.InForce(given)), reservers);
                }
            }
        }
    }

    private bool MayBeTaken(IReadOnlyList<PartySymbol> reservers, Atom atom)
    {
        foreach (PartySymbol reserver in reservers)
        {
            if (index.WideTakings(reserver).Count > 0)
            {
                return true;
            }

            foreach (SubjectSymbol node in SubjectLines.LineOf(atom))
            {
                if (index.TakingsNaming(reserver, node).Count > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IReadOnlyList<PartySymbol> Organisations(DelegationStatement statement) =>
        statement.Delegator is PartySymbol delegator ? Seats.OrganisationsOf(delegator) : [];

    // What a party that is no organisation reserves is out of its own sentences alone. What a sentence in error gives is asked nothing more.
    private static IReadOnlyList<PartySymbol> ReserversAbove(PartySymbol giver, Holding holding)
    {
        if (holding.IsAssumed)
        {
            return [];
        }

        var reservers = new List<PartySymbol> { giver };
        reservers.AddRange(holding.Chain().Select(link => link.Grant.Giver).OfType<PartySymbol>().Where(seat => seat.IsOrganisation));
        return reservers;
    }

    private IEnumerable<TakenPart> Takings(IEnumerable<PartySymbol> reservers, Atom atom, Holder holder) =>
        reservers.Distinct().SelectMany(reserver => TakingsOf(reserver, atom).Parts).Where(part => !IsFor(part.Taking, holder));

    // The same for every sentence about the same: found once.
    private TakenParts TakingsOf(PartySymbol reserver, Atom atom)
    {
        var key = new TakingKey(reserver, atom);
        if (!takingsOf.TryGetValue(key, out TakenParts? parts))
        {
            IEnumerable<Taking> named = SubjectLines.LineOf(atom).SelectMany(node => index.TakingsNaming(reserver, node));
            IEnumerable<Taking> wide = index.WideTakings(reserver)
                .Where(taking => taking.Subject.Scope == SubjectScope.AllMatters || !index.IsNamed(reserver, atom));
            parts = TakenParts.Of([.. named.Concat(wide).SelectMany(taking => BoxesOf(taking).Select(box => new TakenPart(taking, box)))]);
            takingsOf.Add(key, parts);
        }

        return parts;
    }

    // Whether something is surely left without looking at each: at no particular place, or before the first or after the last of the days on which anything is taken.
    private static bool Around(SubjectExtent box, IEnumerable<TakenParts> taken)
    {
        TakenParts[] all = [.. taken];
        return (box.Extent.Places.IsRootedEverywhere && Array.TrueForAll(all, parts => parts.AreAtPlaces))
            || Array.TrueForAll(all, parts => box.Extent.Days.First < parts.First)
            || Array.TrueForAll(all, parts => box.Extent.Days.Last > parts.Last);
    }

    private bool IsFor(Taking taking, Holder holder) =>
        taking.Holder.Group.Parties.Any(kept => holder.Group.Parties.Any(given => index.Seats.AreSame(kept, given)));

    private IEnumerable<SubjectExtent> BoxesOf(Taking taking)
    {
        Terms terms = taking.Statement.Terms;
        IEnumerable<SubjectRegion> regions = taking.Node is not SubjectSymbol node
            ? [boxes.Region(null, null, terms, isTaking: true)]
            : terms.For.IsEmpty
                ? [boxes.Region(new Atom(node, null), taking.Subject.Symbol, terms, isTaking: true)]
                : terms.For.SelectMany(reference => index.Lines.Nodes(reference.Symbol))
                    .Select(function => boxes.Region(new Atom(node, function), taking.Subject.Symbol, terms, isTaking: true));
        ImmutableArray<Extent> extents = boxes.Extents(terms, taking.Subject.Symbol, BoxBuilder.PlacesOf(taking.Holder.Group), isTaking: true);
        return from region in regions
               where !region.IsEmpty
               from extent in extents
               select new SubjectExtent(region, extent);
    }

    private sealed record GivenPart(SubjectExtent Box, IReadOnlyList<PartySymbol> Reservers);

    private sealed record HeldPart(Extent Held, IReadOnlyList<PartySymbol> Reservers);

    private sealed record TakenPart(Taking Taking, SubjectExtent Box);

    private sealed record TakingKey(PartySymbol Reserver, Atom Atom);

    /// <summary>What a party takes away of something, whether all of that is at named places, and between which days.</summary>
    private sealed record TakenParts(ImmutableArray<TakenPart> Parts, bool AreAtPlaces, DateOnly First, DateOnly Last)
    {
        public static TakenParts Of(ImmutableArray<TakenPart> parts)
        {
            (DateOnly first, DateOnly last) = (DateOnly.MaxValue, DateOnly.MinValue);
            foreach (TakenPart part in parts)
            {
                first = part.Box.Extent.Days.First < first ? part.Box.Extent.Days.First : first;
                last = part.Box.Extent.Days.Last > last ? part.Box.Extent.Days.Last : last;
            }

            return new TakenParts(parts, parts.All(part => !part.Box.Extent.Places.IsRootedEverywhere), first, last);
        }
    }
}
