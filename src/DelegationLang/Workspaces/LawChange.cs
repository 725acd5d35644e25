using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces;

/// <summary>A day on which something of the law begins, ends or comes to another sum.</summary>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="Entry">Of what.</param>
/// <param name="Words">What becomes of it: <c>begins</c>, <c>is no longer in force</c>, <c>is £135,018</c>.</param>
public sealed record LawChange(DateOnly Day, LawEntry Entry, string Words)
{
    /// <summary>The changes among some entries on a day or after it, in the order of the days.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="since">The first day that counts.</param>
    public static IReadOnlyList<LawChange> Since(IEnumerable<LawEntry> entries, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var changes = new List<LawChange>();
        foreach (LawEntry entry in entries)
        {
            changes.AddRange(entry.Symbol is AmountSymbol amount ? Of(entry, amount) : Of(entry, entry.Days));
        }

        changes.RemoveAll(change => change.Day < since);
        changes.Sort((one, other) => one.Day != other.Day ? one.Day.CompareTo(other.Day) : string.CompareOrdinal(one.Entry.Name, other.Entry.Name));
        return changes;
    }

    private static IEnumerable<LawChange> Of(LawEntry entry, DateRange days)
    {
        if (days.HasFirst)
        {
            yield return new LawChange(days.First, entry, "begins");
        }

        if (days.HasLast)
        {
            yield return new LawChange(days.Last.AddDays(1), entry, "is no longer in force");
        }
    }

    private static IEnumerable<LawChange> Of(LawEntry entry, AmountSymbol amount)
    {
        foreach (DatedAmount value in amount.Values)
        {
            if (value.Days.HasFirst)
            {
                yield return new LawChange(value.Days.First, entry, "is " + Wording.Amount(value.Value, value.Currency));
            }

            if (value.Days.HasLast && !amount.Values.Any(other => other.Days.Contains(value.Days.Last.AddDays(1))))
            {
                yield return new LawChange(value.Days.Last.AddDays(1), entry, "has no sum");
            }
        }
    }
}
