namespace DelegationLang.Policy.Permission;

/// <summary>What is remembered about one function, one matter, or a matter in relation to a function: a part for each run of days asked about.</summary>
internal sealed class SubjectPermissions(DecisionSpace space, int[] changes, int function, int matter)
{
    private const int MostPeriods = 32;

    private PeriodPermissions[] periods = [];

    /// <summary>The part for a day; none where there are too many.</summary>
    public PeriodPermissions? At(int day)
    {
        foreach (PeriodPermissions period in Volatile.Read(ref periods))
        {
            if (day >= period.First && day <= period.Last)
            {
                return period;
            }
        }

        return Make(day);
    }

    private PeriodPermissions? Make(int day)
    {
        int at = Array.BinarySearch(changes, day);
        int next = at >= 0 ? at + 1 : ~at;
        int first = next == 0 ? int.MinValue : changes[next - 1];
        int last = next == changes.Length ? int.MaxValue : changes[next] - 1;
        var made = PeriodPermissions.Of(space, function, matter, DateOnly.FromDayNumber(day), first, last);
        while (true)
        {
            PeriodPermissions[] seen = Volatile.Read(ref periods);
            if (seen.Length >= MostPeriods)
            {
                return null;
            }

            if (Array.Find(seen, period => period.First == first) is { } other)
            {
                return other;
            }

            if (Interlocked.CompareExchange(ref periods, [.. seen, made], seen) == seen)
            {
                return made;
            }
        }
    }
}
