using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>A limit as a sentence states it for one of its holders.</summary>
internal sealed record StatedLimit(DelegationStatement Statement, Holder Holder)
{
    /// <summary>Between which figures; none where an end of it is no figure.</summary>
    public Interval? Figures { get; } = FiguresOf(Statement.Terms.Limit);

    /// <summary>What it counts.</summary>
    public AmountAxis? Key { get; } = Statement.Terms.Limit is AmountLimit limit ? LimitReader.AxisOf(limit) : null;

    private static Interval? FiguresOf(AmountLimit? limit)
    {
        if (limit is null or { Lower.Amount: not FixedAmount } or { Upper.Amount: not FixedAmount })
        {
            return null;
        }

        var low = limit.Lower?.Amount as FixedAmount;
        var high = limit.Upper?.Amount as FixedAmount;
        return new Interval(low?.Value ?? 0, limit.Lower?.IsIncluded ?? true, high?.Value, limit.Upper?.IsIncluded ?? false);
    }
}

/// <summary>Tells whether two sentences state one limit, and not the same.</summary>
internal sealed class StatedLimits(Seats seats, BoxBuilder boxes, DateRange inForce)
{
    /// <summary>The first subject that both sentences name.</summary>
    public static SubjectReference Shared(DelegationStatement one, DelegationStatement other) =>
        other.Subjects.First(subject => one.Subjects.Any(same => same.Scope == subject.Scope && ReferenceEquals(same.Symbol, subject.Symbol)));

    /// <summary>
    /// Whether both state the limit of one party, from one delegator, on the same basis and in the same cases, for amounts, days and places that
    /// meet, with different values. That both name the same subject is for the caller to see to.
    /// </summary>
    public bool Contradict(StatedLimit one, StatedLimit other) =>
        !ReferenceEquals(one.Statement, other.Statement)
        && MayDiffer(one, other)
        && IsSameGift(one.Statement, other.Statement)
        && IsSameGroup(one.Holder.Group, other.Holder.Group)
        && !IsStair(one.Statement, other.Statement)
        && MeetBesidesAmounts(one, other)
        && FactText.Of(one.Statement.Terms.Facts) == FactText.Of(other.Statement.Terms.Facts)
        && Differ(one.Statement.Terms, other.Statement.Terms);

    // What most pairs fall at, and takes no time.
    private static bool MayDiffer(StatedLimit one, StatedLimit other) =>
        one.Figures is not Interval figures
        || other.Figures is not Interval others
        || (figures != others && figures.Meets(others) && one.Key == other.Key);

    private bool IsSameGift(DelegationStatement one, DelegationStatement other) =>
        one.IsEntrusted == other.IsEntrusted
        && one.Terms.IsEvenIfReserved == other.Terms.IsEvenIfReserved
        && one.Delegator is PartySymbol giver
        && other.Delegator is PartySymbol otherGiver
        && seats.AreSame(giver, otherGiver);

    private bool IsSameGroup(ActingGroup one, ActingGroup other)
    {
        if (one.Parties.Length != other.Parties.Length)
        {
            return false;
        }

        if (one.Parties.Length == 1)
        {
            return seats.AreSame(one.Parties[0], other.Parties[0]);
        }

        var left = new List<PartySymbol>(other.Parties.Select(seats.Of));
        return one.Parties.All(party => left.Remove(seats.Of(party)));
    }

    // Of the lines of a table that apply the first decides, so a later one of the same party with another step begins where that one ends.
    private static bool IsStair(DelegationStatement one, DelegationStatement other) =>
        one.Table is not null
        && ReferenceEquals(one.Table, other.Table)
        && (StepText(one.Terms) != StepText(other.Terms) || !ReferenceEquals(one.Terms.RatifiedBy?.Symbol, other.Terms.RatifiedBy?.Symbol));

    private static string StepText(Terms terms) => string.Join(';', terms.Steps.Select(step =>
        step.Kind + ":" + string.Join('|', step.AnyOf.Select(group => string.Join('&', group.Parties.Select(party => party.DisplayName))))));

    private bool MeetBesidesAmounts(StatedLimit one, StatedLimit other)
    {
        Terms terms = one.Statement.Terms;
        Terms others = other.Statement.Terms;
        return BoxBuilder.DaysOf(terms).Overlaps(BoxBuilder.DaysOf(others)) && MeetAt(terms.At, others.At) && MeetInSubject(one.Statement, other.Statement);
    }

    // One may be for what the other carves out.
    private bool MeetInSubject(DelegationStatement one, DelegationStatement other)
    {
        if (Shared(one, other).Symbol is not SubjectSymbol subject)
        {
            return true;
        }

        foreach (Atom atom in boxes.Atoms(subject, one.Terms))
        {
            SubjectRegion region = boxes.Region(atom, subject, one.Terms, isTaking: false);
            foreach (Atom otherAtom in boxes.Atoms(subject, other.Terms))
            {
                if (region.Intersect(boxes.Region(otherAtom, subject, other.Terms, isTaking: false)) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MeetAt(ImmutableArray<Reference<PlaceSymbol>> one, ImmutableArray<Reference<PlaceSymbol>> other) =>
        one.IsEmpty || other.IsEmpty || one.Any(a => other.Any(b => a.Symbol.IsWithin(b.Symbol) || b.Symbol.IsWithin(a.Symbol)));

    // Named sums are compared by what they are on each day.
    private bool Differ(Terms one, Terms other)
    {
        if (one.Limit is not AmountLimit limit || other.Limit is not AmountLimit otherLimit || LimitReader.AxisOf(limit) != LimitReader.AxisOf(otherLimit))
        {
            return false;
        }

        AmountAxis axis = LimitReader.AxisOf(limit);
        DateRange days = BoxBuilder.DaysOf(one).Intersect(BoxBuilder.DaysOf(other)).Intersect(inForce);
        foreach (DatedRegion region in LimitReader.Read(limit, inForce))
        {
            foreach (DatedRegion otherRegion in LimitReader.Read(otherLimit, inForce))
            {
                if (region.Days.Intersect(otherRegion.Days).Overlaps(days)
                    && region.Amounts.On(axis) is AmountRange range
                    && otherRegion.Amounts.On(axis) is AmountRange otherRange
                    && !AreSame(range, otherRange)
                    && !range.Intersect(otherRange).IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreSame(AmountRange one, AmountRange other)
    {
        if (one.Figures != other.Figures || one.IsInexact != other.IsInexact || one.Shares.Length != other.Shares.Length)
        {
            return false;
        }

        foreach (MeasureShare share in one.Shares)
        {
            if (other.ShareOf(share.Measure) != share.PerCent)
            {
                return false;
            }
        }

        return true;
    }
}
