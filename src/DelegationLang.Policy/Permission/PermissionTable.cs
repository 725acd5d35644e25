using System.Collections.Concurrent;

namespace DelegationLang.Policy.Permission;

/// <summary>
/// Remembers whether parties may decide, so that a question that was asked before is answered without evaluating anything and without allocating.
/// <para>
/// It decides nothing itself. Questions that no sentence in play tells apart have one answer: those about one party, function, matter and place, with
/// the same conditions stated, on days between which nothing begins or ends, for amounts of one currency, basis and VAT between which no limit lies.
/// The first of them is put to the evaluator, and its outcome holds for the others.
/// </para>
/// Safe for many threads at once.
/// </summary>
internal sealed class PermissionTable
{
    // Outcomes that are kept at most, in all: 16 MB. Whoever asks for more has them forgotten and found anew.
    private const int MostOutcomes = 1 << 20;

    private readonly DecisionSpace space;
    private readonly SubjectPermissions?[] bySubject;
    private readonly ConcurrentDictionary<long, SubjectPermissions> byPair = [];
    private readonly int[] changes;
    private int kept;

    public PermissionTable(DecisionSpace space)
    {
        this.space = space;
        bySubject = new SubjectPermissions[space.Definition.Subjects.Length];
        changes = DaysOfChange.Of(space.Definition);
    }

    /// <summary>Whether a party may decide a point on a day: yes, no, or it depends.</summary>
    public Outcome Of(int party, in DecisionPoint point, DateOnly day)
    {
        SubjectPermissions? subject = Find(point.Function, point.Matter);
        PeriodPermissions? period = subject?.At(day.DayNumber);
        return period is not null && period.TryKey(party, point, out long key)
            ? period.TryGet(key, out Outcome outcome) ? outcome : Add(period, key, party, point, day)
            : new Evaluation.Asker(space.Index).MayAt(party, point.On(day)).Outcome;
    }

    private Outcome Add(PeriodPermissions period, long key, int party, in DecisionPoint point, DateOnly day)
    {
        Outcome outcome = new Evaluation.Asker(space.Index).MayAt(party, point.On(day)).Outcome;
        if (Interlocked.Increment(ref kept) > MostOutcomes)
        {
            Array.Clear(bySubject);
            byPair.Clear();
            Interlocked.Exchange(ref kept, 0);
        }

        period.Add(key, outcome);
        return outcome;
    }

    private SubjectPermissions? Find(int function, int matter)
    {
        int single = matter < 0 ? function : function < 0 ? matter : -1;
        if (single >= 0)
        {
            return Volatile.Read(ref bySubject[single]) ?? Publish(single, function, matter);
        }

        return function < 0 ? null : byPair.GetOrAdd(((long)function << 32) + matter, static (_, of) => new SubjectPermissions(of.Space, of.Changes, of.Function, of.Matter), new Pair(space, changes, function, matter));
    }

    private SubjectPermissions Publish(int single, int function, int matter)
    {
        var made = new SubjectPermissions(space, changes, function, matter);
        return Interlocked.CompareExchange(ref bySubject[single], made, null) ?? made;
    }

    private sealed record Pair(DecisionSpace Space, int[] Changes, int Function, int Matter);
}
