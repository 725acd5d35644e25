using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Semantics;
using PlaceSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.PlaceSymbol, DelegationLang.Rules.Analysis.PlaceTree>;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Whether a delegator holds what it delegates, may give it on, and states nothing beyond what it holds. Whoever holds a subject by law may
/// give all of it; anybody else what sentences gave it. The first fault found is the only one.
/// </summary>
internal sealed class OnwardCheck(AuthorityGraph authority)
{
    private readonly AuthorityIndex index = authority.Index;
    private readonly Faults faults = authority.Faults;
    private readonly CoverageTest coverage = new(authority.Boxes);
    private readonly Dictionary<PartySymbol, Holding[]> everything = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is wrong; none when nothing is.</summary>
    public Verdict? Check(DelegationStatement statement)
    {
        Verdict? wider = null;
        foreach (SubjectReference subject in statement.Subjects)
        {
            // Whoever holds all of it by law may give it to anybody.
            if (subject.Symbol is SubjectSymbol given && authority.Boxes.Atoms(given, statement.Terms).All(atom => IsHeldByLaw(statement, atom)))
            {
                continue;
            }

            foreach (Holder holder in statement.Holders.Where(holder => !index.IsToOneself(statement, holder)))
            {
                Verdict? verdict = subject.Symbol is SubjectSymbol symbol
                    ? CheckNamed(statement, subject, symbol, holder)
                    : CheckWide(statement, subject, holder);
                if (verdict is NotHeld { Kind: not ShortfallKind.NotHeld })
                {
                    wider ??= verdict;
                }
                else if (verdict is not null)
                {
                    return verdict;
                }
            }
        }

        return wider;
    }

    private Verdict? CheckNamed(DelegationStatement statement, SubjectReference subject, SubjectSymbol symbol, Holder holder)
    {
        Verdict? first = null;
        bool isAnyHeld = false;
        foreach (Atom atom in authority.Boxes.Atoms(symbol, statement.Terms))
        {
            if (IsHeldByLaw(statement, atom) || index.GiverOf(statement, atom.Node) is not PartySymbol giver)
            {
                isAnyHeld = true;
                continue;
            }

            Verdict? verdict = CheckAtom(statement, subject, holder, giver, atom);
            isAnyHeld |= verdict is not NotHeld { Kind: ShortfallKind.NotHeld };
            first ??= verdict;
        }

        // A budget of one's own may cover what one only partly holds.
        bool isOwnBudget = symbol.IsBudget
            && statement.Delegator is PartySymbol delegator
            && authority.Ownership.OwnersOf(symbol).Contains(index.Seats.Of(delegator));
        return isOwnBudget && isAnyHeld && first is NotHeld ? null : first;
    }

    // Of a giver who is not known nobody can say otherwise.
    private bool IsHeldByLaw(DelegationStatement statement, Atom atom) =>
        index.GiverOf(statement, atom.Node) is not PartySymbol giver || authority.Ownership.Holds(giver, atom);

    private Verdict? CheckAtom(DelegationStatement statement, SubjectReference subject, Holder holder, PartySymbol giver, Atom atom)
    {
        ImmutableArray<Holding> held = authority.HoldingsOf(giver, atom);
        bool isPart = held.IsEmpty;
        if (isPart)
        {
            held = PartsOf(giver, atom);
        }

        Verdict? verdict = held.IsEmpty
            ? new NotHeld(statement, subject, holder, ShortfallKind.NotHeld, atom, Nearest(giver, atom))
            : CheckTerms(statement, subject, holder, held, atom);
        if (verdict is null && isPart)
        {
            verdict = new NotHeld(statement, subject, holder, ShortfallKind.Wider, atom, GrantsIn(held));
        }

        return UnlessExplained(verdict, statement, giver, atom);
    }

    private Verdict? CheckWide(DelegationStatement statement, SubjectReference subject, Holder holder)
    {
        if (statement.Delegator is not PartySymbol delegator || index.Seats.Of(delegator) is not { IsOrganisation: false } giver)
        {
            return null;
        }

        if (!everything.TryGetValue(giver, out Holding[]? held))
        {
            everything.Add(giver, held = [.. index.GrantsTo(giver).SelectMany(Assumed)]);
        }

        if (held.Length == 0)
        {
            return authority.Ownership.HoldsAnything(giver) || authority.Ownership.ActsInAnything(giver)
                ? null
                : UnlessExplained(new NotHeld(statement, subject, holder, ShortfallKind.NotHeld, null, []), statement, giver, null);
        }

        return UnlessExplained(CheckTerms(statement, subject, holder, ImmutableCollectionsMarshal.AsImmutableArray(held), null), statement, giver, null);
    }

    private static bool IsSpecial(Holding holding) => holding.Grant.IsTogether || holding.Grant.Statement.Terms.IsEvenIfReserved;

    private Verdict? CheckTerms(DelegationStatement statement, SubjectReference subject, Holder holder, ImmutableArray<Holding> held, Atom? atom)
    {
        Holding[] permitted = [.. held.Where(holding => authority.RefusalOf(holding, statement, holder) == OnwardRefusal.None)];
        if (permitted.Length == 0)
        {
            // The refusal that is nearest to a permission says most; of equals, that of a sentence which gives it to the party alone, and at all times.
            Holding nearest = held[0];
            foreach (Holding holding in held)
            {
                OnwardRefusal refusal = authority.RefusalOf(holding, statement, holder);
                OnwardRefusal best = authority.RefusalOf(nearest, statement, holder);
                nearest = refusal > best || (refusal == best && IsSpecial(nearest) && !IsSpecial(holding)) ? holding : nearest;
            }

            return new NotPermitted(statement, subject, holder, authority.RefusalOf(nearest, statement, holder), nearest.Grant, held);
        }

        Holding[] usable = [.. permitted.Where(holding => !holding.Grant.IsTogether)];
        if (usable.Length == 0)
        {
            return new NotHeld(statement, subject, holder, ShortfallKind.Together, atom, GrantsIn(permitted));
        }

        PlaceSet places = BoxBuilder.PlacesOf(holder.Group);
        if (statement.Terms.At.IsEmpty && Array.TrueForAll(usable, holding => holding.Extent.Places.Intersect(places).IsEmpty))
        {
            return new NotHeld(statement, subject, holder, ShortfallKind.Place, atom, GrantsIn(usable));
        }

        return CheckStated(statement, subject, holder, usable, held, atom);
    }

    private Verdict? CheckStated(
        DelegationStatement statement,
        SubjectReference subject,
        Holder holder,
        Holding[] usable,
        ImmutableArray<Holding> held,
        Atom? atom)
    {
        Terms terms = statement.Terms;
        Extent[] passable = [.. usable.SelectMany(holding => holding.Onward(authority.Boxes))];
        if (coverage.FirstUncovered(terms, passable) is not Extent uncovered)
        {
            return null;
        }

        Extent[] own = [.. usable.Select(holding => holding.Extent)];
        if (terms.Unlimited is { } unlimited && !terms.IsLimitAdded && coverage.FirstUncovered(terms, own, Sides.Amounts) is Extent beyond)
        {
            return new AmountsOutside(statement, subject, new AmountLimit { Location = unlimited }, [.. usable], beyond);
        }

        if (terms.Limit is AmountLimit limit && !terms.IsLimitAdded)
        {
            if (coverage.FirstUncovered(terms, [.. held.Select(holding => holding.Extent)]) is null)
            {
                return new NotPermitted(statement, subject, holder, OnwardRefusal.None, usable[0].Grant, [.. usable]);
            }

            if (coverage.FirstUncovered(terms, own, Sides.Amounts) is Extent amounts)
            {
                return new AmountsOutside(statement, subject, limit, [.. usable], amounts);
            }
        }

        if (coverage.FirstUncovered(terms, own, Sides.Days) is Extent days)
        {
            return new DaysOutside(statement, subject, [.. usable], days);
        }

        if (coverage.FirstUncovered(terms, own, Sides.Places) is not null)
        {
            return new NotHeld(statement, subject, holder, ShortfallKind.Place, atom, GrantsIn(usable));
        }

        // Each side alone is held, but not all of them at once: the amounts on a day, the days at a place.
        Sides stated = CoverageTest.StatedIn(terms);
        return terms.Limit is AmountLimit together && (stated & Sides.Amounts) != 0
            ? new AmountsOutside(statement, subject, together, [.. usable], uncovered)
            : new DaysOutside(statement, subject, [.. usable], uncovered);
    }

    // Holdings of parts of the atom: of what lies within it, or of a matter only in relation to parts of a function.
    private ImmutableArray<Holding> PartsOf(PartySymbol giver, Atom atom)
    {
        IEnumerable<Grant> below = index.GrantsBelow(giver, atom.Node);
        if (atom.For is SubjectSymbol function)
        {
            below = below
                .Concat(index.GrantsBelow(giver, function))
                .Concat(SubjectLines.LineOf(new Atom(atom.Node, null)).SelectMany(node => index.GrantsNaming(giver, node)).Where(IsForPart));

            bool IsForPart(Grant grant) =>
                grant.Statement.Terms.For.Any(named => index.Lines.Nodes(named.Symbol).Any(node => node.IsWithin(function)));
        }

        return [.. below.Where(grant => !CarvesOut(grant, atom)).SelectMany(Assumed)];
    }

    private bool CarvesOut(Grant grant, Atom atom) =>
        grant.Statement.Terms.Except.Concat(grant.Statement.Terms.KeptBack).Any(carved => index.Lines.IsAbout(atom, carved.Symbol));

    // The sentence taken alone: enough to say in what way it falls short.
    private IEnumerable<Holding> Assumed(Grant grant) =>
        authority.ExtentsOf(grant).Select(extent => new Holding(grant, extent, null, IsAssumed: true));

    // What is worth showing to somebody who does not hold the atom: what it was given that comes nearest.
    private ImmutableArray<Grant> Nearest(PartySymbol giver, Atom atom)
    {
        IReadOnlyList<Grant> all = index.GrantsTo(giver);
        IEnumerable<Grant> near = SubjectLines.LineOf(atom).SelectMany(node => index.GrantsNaming(giver, node));
        return [.. near.Concat(all.Take(3)).DistinctBy(grant => grant.Statement).Take(3)];
    }

    private static ImmutableArray<Grant> GrantsIn(IEnumerable<Holding> holdings) =>
        [.. holdings.Select(holding => holding.Grant).DistinctBy(grant => grant.Statement)];

    // Something in error may have given it after all.
    private Verdict? UnlessExplained(Verdict? verdict, DelegationStatement statement, PartySymbol giver, Atom? atom)
    {
        if (verdict is null || statement.Delegator is not PartySymbol delegator)
        {
            return verdict;
        }

        bool isExplained = faults.MayExplain(delegator, index.Seats.Of(delegator), atom)
            || index.GrantsTo(giver).Any(grant => grant.Subject.Symbol is SubjectSymbol symbol && faults.IsUnclear(symbol));
        if (!isExplained)
        {
            return verdict;
        }

        authority.Excuse(statement);
        return null;
    }
}
