using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Puts whoever holds a designation on which days in its place: a sentence that names one becomes one for the days of each holder, so that nothing after the binder
/// need know of it. On other days the designation neither gives nor gets anything by it.
/// </summary>
internal sealed class DatedDesignations(StatementBinder statements)
{
    // No day of any scheme.
    private static readonly DateRange Never = new(DateOnly.MaxValue, DateOnly.MaxValue);

    /// <summary>Replaces the sentences in which a designation that is not held at all times gives, gets, deputises or is deputised for.</summary>
    public void Apply(IEnumerable<LimitsTable> tables)
    {
        statements.Exchange(
            Replaced(
                statements.Delegations,
                statement => PartiesOf(statement.Holders).Append(statement.Delegator),
                (statement, terms, day) => On(statement.Holders, day) is { IsEmpty: false } holders && IsHeld(statement.Delegator, day)
                    ? statement.On(terms, holders: holders, delegator: On(statement.Delegator, day))
                    : null,
                statement => statement.On(During(statement.Terms, Never))),
            tables);
        StatementBinder.Exchange(
            statements.Reservations,
            Replaced(
                statements.Reservations,
                statement => PartiesOf(statement.Holders).Append(statement.Reserver),
                (statement, terms, day) => On(statement.Holders, day) is { IsEmpty: false } holders && IsHeld(statement.Reserver, day)
                    ? statement.On(terms, null, statement.Subjects, holders, On(statement.Reserver, day))
                    : null,
                statement => statement.On(During(statement.Terms, Never), null, statement.Subjects, statement.Holders)));
        StatementBinder.Exchange(
            statements.Deputies,
            Replaced(
                statements.Deputies,
                statement => [.. statement.Principals, statement.Deputy],
                (statement, terms, day) => IsHeld(statement.Deputy, day)
                    ? statement.On(terms, On(statement.Deputy, day), [.. statement.Principals.Select(principal => On(principal, day)).OfType<PartySymbol>()])
                    : null,
                statement => statement.On(During(statement.Terms, Never))));
    }

    private static Dictionary<T, List<T>> Replaced<T>(
        IEnumerable<T> all, Func<T, IEnumerable<PartySymbol?>> partiesOf, Func<T, Terms, DateOnly, T?> on, Func<T, T> never)
        where T : Statement
    {
        var replaced = new Dictionary<T, List<T>>(ReferenceEqualityComparer.Instance);
        foreach (T statement in all)
        {
            if (!partiesOf(statement).Any(IsDated))
            {
                continue;
            }

            List<T> parts = [];
            DateOnly[] starts = [.. StartsOf(statement.Terms, partiesOf(statement))];
            for (int i = 0; i < starts.Length; i++)
            {
                DateOnly last = i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : statement.Terms.Until ?? DateOnly.MaxValue;
                if (on(statement, During(statement.Terms, new DateRange(starts[i], last)), starts[i]) is { } part)
                {
                    parts.Add(part);
                }
            }

            // Of somebody who is there on none of its days, it stays, and gives nothing on any.
            replaced.Add(statement, parts.Count > 0 ? parts : [never(statement)]);
        }

        return replaced;
    }

    // The days of the sentence on which one who is named begins or ceases to hold a designation; the first of them first.
    private static SortedSet<DateOnly> StartsOf(Terms terms, IEnumerable<PartySymbol?> parties)
    {
        var days = DateRange.From(terms.From, terms.Until);
        var starts = new SortedSet<DateOnly> { days.First };
        foreach (Designation designation in parties.OfType<PartySymbol>().SelectMany(party => party.Designations))
        {
            if (days.Contains(designation.Days.First))
            {
                starts.Add(designation.Days.First);
            }

            if (designation.Days.HasLast && days.Contains(designation.Days.Last.AddDays(1)))
            {
                starts.Add(designation.Days.Last.AddDays(1));
            }
        }

        return starts;
    }

    // Where nobody holds a designation, nobody gets anything as it: of two signatures, none is enough.
    private static ImmutableArray<Holder> On(ImmutableArray<Holder> holders, DateOnly day) =>
    [
        .. from holder in holders
           let acting = holder.Group.Parties.Select(party => On(party, day)).OfType<PartySymbol>().ToImmutableArray()
           where acting.Length == holder.Group.Parties.Length
           select holder with { Group = new ActingGroup(acting) },
    ];

    // A designation that one post alone ever holds goes by its own name.
    private static PartySymbol? On(PartySymbol? party, DateOnly day) =>
        party is null || !IsDated(party) ? party
        : party.Designations.FirstOrDefault(designation => designation.Days.Contains(day)) is not { } held ? null
        : party.Designations.Length == 1 ? party : held.Holder;

    private static bool IsHeld(PartySymbol? party, DateOnly day) => party is null || On(party, day) is not null;

    private static bool IsDated(PartySymbol? party) => party is not null && party.Designations.Any(designation => designation.Days != DateRange.Always);

    private static IEnumerable<PartySymbol> PartiesOf(ImmutableArray<Holder> holders) => holders.SelectMany(holder => holder.Group.Parties);

    // What a designation narrows counts as left out, as what is inherited does.
    private static Terms During(Terms terms, DateRange days) => terms.During(days) with
    {
        IsFromAdded = terms.IsFromAdded || terms.From is null || terms.From < days.First,
        IsUntilAdded = terms.IsUntilAdded || terms.Until is null || terms.Until > days.Last,
    };
}
