using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Puts whoever holds a designation, day by day, in its place: a sentence that gives to a designation gives to its holder on the days on which it is held, and to
/// nobody on others.
/// </summary>
internal sealed class DatedDesignations(StatementBinder statements)
{
    /// <summary>Replaces the sentences that give to a designation that is not held by one person at all times, and those by which it deputises.</summary>
    public void Apply(IEnumerable<LimitsTable> tables)
    {
        var lines = new Dictionary<DelegationStatement, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        Exchange(statements.Delegations, statement =>
        {
            List<DelegationStatement> parts = Parts(statement, statement.Holders, (terms, holders) => statement.On(terms, holders: holders));
            lines[statement] = parts;
            return parts;
        }, statement => AreDated(statement.Holders));
        Exchange(
            statements.Reservations,
            statement => Parts(statement, statement.Holders, (terms, holders) => statement.On(terms, null, statement.Subjects, holders)),
            statement => AreDated(statement.Holders));
        Exchange(
            statements.Deputies,
            statement => statement.Deputy is { } deputy
                ? Continued([new HeldGroup([], RangeOf(statement.Terms))], deputy).ConvertAll(held => statement.On(During(statement.Terms, held.Days), held.Group[0], statement.Principals))
                : [statement],
            statement => statement.Deputy is { } deputy && IsDated(deputy));
        foreach (LimitsTable table in lines.Count == 0 ? [] : tables)
        {
            table.Lines = [.. table.Lines.SelectMany(line => lines.TryGetValue(line, out List<DelegationStatement>? parts) ? parts : [line])];
        }
    }

    private static void Exchange<T>(ImmutableArray<T>.Builder all, Func<T, List<T>> parts, Func<T, bool> isTouched)
        where T : Statement
    {
        for (int i = all.Count - 1; i >= 0; i--)
        {
            if (isTouched(all[i]))
            {
                T statement = all[i];
                all.RemoveAt(i);
                all.InsertRange(i, parts(statement));
            }
        }
    }

    private static List<T> Parts<T>(T statement, ImmutableArray<Holder> holders, Func<Terms, ImmutableArray<Holder>, T> make)
        where T : Statement
    {
        List<T> made = [];
        ImmutableArray<Holder> others = [.. holders.Where(holder => !holder.Group.Parties.Any(IsDated))];
        if (!others.IsEmpty)
        {
            made.Add(make(statement.Terms, others));
        }

        foreach (Holder holder in holders)
        {
            if (holder.Group.Parties.Any(IsDated))
            {
                List<HeldGroup> held = [new HeldGroup([], RangeOf(statement.Terms))];
                foreach (PartySymbol party in holder.Group.Parties)
                {
                    held = Continued(held, party);
                }

                foreach (HeldGroup one in held)
                {
                    made.Add(make(During(statement.Terms, one.Days), [holder with { Group = new ActingGroup(one.Group) }]));
                }
            }
        }

        // Held on none of its days, it stays, and gives nothing on any.
        return made.Count > 0 ? made : [make(statement.Terms with { From = DateOnly.MaxValue, IsFromAdded = true }, holders)];
    }

    private static bool AreDated(ImmutableArray<Holder> holders)
    {
        foreach (Holder holder in holders)
        {
            foreach (PartySymbol party in holder.Group.Parties)
            {
                if (IsDated(party))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDated(PartySymbol party) => !party.Designations.IsEmpty && party.Designations.Any(designation => designation.Days != DateRange.Always);

    // The first who held a designation goes by its name; those after it are named themselves.
    private static List<HeldGroup> Continued(List<HeldGroup> begun, PartySymbol party)
    {
        List<HeldGroup> all = [];
        foreach (HeldGroup one in begun)
        {
            if (!IsDated(party))
            {
                all.Add(new HeldGroup(one.Group.Add(party), one.Days));
                continue;
            }

            foreach (Designation designation in party.Designations)
            {
                DateRange days = one.Days.Intersect(designation.Days);
                if (!days.IsEmpty)
                {
                    all.Add(new HeldGroup(one.Group.Add(designation.Holder == party.HeldBy ? party : designation.Holder), days));
                }
            }
        }

        return all;
    }

    private static DateRange RangeOf(Terms terms) => DateRange.From(terms.From, terms.Until);

    // What the designation narrows counts as left out, as what is inherited does.
    private static Terms During(Terms terms, DateRange days) => terms with
    {
        From = days.First > DateOnly.MinValue ? days.First : null,
        IsFromAdded = terms.IsFromAdded || terms.From is null || terms.From < days.First,
        Until = days.Last < DateOnly.MaxValue ? days.Last : null,
        IsUntilAdded = terms.IsUntilAdded || terms.Until is null || terms.Until > days.Last,
    };

    // People who act together, and on which days they hold what they are named by.
    private sealed class HeldGroup(ImmutableArray<PartySymbol> group, DateRange days)
    {
        public ImmutableArray<PartySymbol> Group => group;

        public DateRange Days => days;
    }
}
