using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>Whether every index of a definition that was read from a file lies within its list, so that nothing fails when it is asked.</summary>
internal static class IndexCheck
{
    /// <summary>Checks all of them.</summary>
    /// <exception cref="SchemeJsonException">One does not.</exception>
    public static void Run(SpaceDefinition space)
    {
        int parties = space.Parties.Length;
        int subjects = space.Subjects.Length;
        int places = space.Places.Length;
        foreach (PartyDefinition party in space.Parties)
        {
            All(party.At, places);
            All(party.Boards, parties);
            All(party.Cabinets, parties);
            All(party.Leaders.Concat(party.IfNotAgreed), parties);
        }

        foreach (SubjectDefinition subject in space.Subjects)
        {
            Optional(subject.Parent, subjects);
            Optional(subject.Owner, parties);
            All(subject.Covers, subjects);
            All(subject.At, places);
        }

        foreach (PlaceDefinition place in space.Places)
        {
            Optional(place.Parent, places);
        }

        NoCircle(subjects, subject => space.Subjects[subject].Parent, "subject");
        NoCircle(places, place => space.Places[place].Parent, "place");
        foreach (RuleDefinition rule in space.Rules)
        {
            Optional(rule.Giver, parties);
            Optional(rule.ApprovedBy, parties);
            if (rule.Holders.Any(group => group.IsEmpty))
            {
                throw new SchemeJsonException("A group of holders has nobody in it.");
            }

            All(rule.Holders.SelectMany(group => group).Concat(rule.Needed), parties);
            All(rule.Subjects.Concat(rule.Within).Concat(rule.For).Concat(rule.Except).Concat(rule.KeptBack).Concat(rule.Barred.Select(bar => bar.Subject)), subjects);
            All(rule.At, places);
            Limit(space, rule.Limit);
            Limit(space, rule.Onward?.Limit);
            All(rule.Onward?.To ?? [], parties);
            Optional(rule.Onward?.ConsentOf ?? -1, parties);
            Facts(space, rule.Facts);
            All(rule.Successions.SelectMany(one => (int[])[one.Successor, one.Predecessor]), parties);
        }

        foreach (InvolvementDefinition involvement in space.Involvements)
        {
            All(involvement.Others.Prepend(involvement.Party), parties);
            All(involvement.Subjects.Concat(involvement.For).Concat(involvement.Except), subjects);
            All(involvement.At, places);
            Limit(space, involvement.Limit);
            Facts(space, involvement.Facts);
        }

        foreach (KeptByLaw kept in space.Kept)
        {
            All([kept.Subject], subjects);
            All([kept.Organisation], parties);
        }

        foreach (DeputyDefinition deputy in space.Deputies)
        {
            All([deputy.Deputy, deputy.Principal], parties);
            All(deputy.For.Concat(deputy.Except), subjects);
            Facts(space, deputy.Facts);
        }
    }

    private static void Facts(SpaceDefinition space, ImmutableArray<ImmutableArray<FactDefinition>> groups)
    {
        foreach (FactDefinition fact in groups.SelectMany(group => group))
        {
            if ((fact.Condition >= 0) == (fact.Measure >= 0))
            {
                throw new SchemeJsonException("A fact is either a condition or a measure.");
            }

            Optional(fact.Condition, space.Conditions.Length);
            Optional(fact.Measure, space.Measures.Length);
            Bound(space, fact.Lower);
            Bound(space, fact.Upper);
        }
    }

    private static void Limit(SpaceDefinition space, LimitDefinition? limit)
    {
        if (limit is null)
        {
            return;
        }

        Bound(space, limit.Lower);
        Bound(space, limit.Upper);
        Limit(space, limit.Also);
    }

    private static void Bound(SpaceDefinition space, BoundDefinition? bound)
    {
        if (bound is { LowerOf.IsEmpty: true })
        {
            throw new SchemeJsonException("A bound has no figure.");
        }

        foreach (BoundTerm term in bound?.LowerOf ?? [])
        {
            if (term.Kind != BoundTermKind.Figure)
            {
                All([term.Index], term.Kind == BoundTermKind.PartOfAmount ? space.Amounts.Length : space.Measures.Length);
            }
        }
    }

    // What lies within itself would be looked up for ever.
    private static void NoCircle(int count, Func<int, int> parentOf, string what)
    {
        bool[] isSafe = new bool[count];
        for (int start = 0; start < count; start++)
        {
            int steps = 0;
            for (int at = start; at >= 0 && !isSafe[at]; at = parentOf(at))
            {
                if (++steps > count)
                {
                    throw new SchemeJsonException(FormattableString.Invariant($"A {what} ({start}) lies within itself."));
                }
            }

            for (int at = start; at >= 0 && !isSafe[at]; at = parentOf(at))
            {
                isSafe[at] = true;
            }
        }
    }

    private static void Optional(int index, int count)
    {
        if (index < -1 || index >= count)
        {
            throw new SchemeJsonException(FormattableString.Invariant($"An index ({index}) lies outside its list of {count}."));
        }
    }

    private static void All(IEnumerable<int> indexes, int count)
    {
        foreach (int index in indexes)
        {
            if (index < 0)
            {
                throw new SchemeJsonException(FormattableString.Invariant($"An index ({index}) lies outside its list of {count}."));
            }

            Optional(index, count);
        }
    }
}
