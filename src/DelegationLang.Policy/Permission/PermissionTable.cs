using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using DelegationLang.Policy.Evaluation;

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
    private readonly int parties;
    private readonly int places;
    private int kept;

    public PermissionTable(DecisionSpace space)
    {
        this.space = space;
        bySubject = new SubjectPermissions[space.Definition.Subjects.Length];
        parties = space.Definition.Parties.Length;
        places = space.Definition.Places.Length;
        changes = DaysOfChange.Of(space.Definition);
    }

    /// <summary>Whether a party may decide a point on a day, and whether anything must come first.</summary>
    public RememberedAnswer Of(int party, in DecisionPoint point, DateOnly day) =>
        TryPeriod(party, point, day, out PeriodPermissions? period, out long key)
            ? period.Find(key) is not RememberedAnswer.None and var verdict ? verdict : Add(period, key, party, point, day)
            : VerdictOf(Judge(party, point, day));

    /// <summary>Where a party stands.</summary>
    public Standing StandingOf(int party, in DecisionPoint point, DateOnly day)
    {
        if (!TryPeriod(party, point, day, out PeriodPermissions? period, out long key))
        {
            return Judge(party, point, day).Standing;
        }

        RememberedAnswer verdict = period.Find(key);
        return period.StandingOf(key, verdict == RememberedAnswer.None ? Add(period, key, party, point, day) : verdict);
    }

    private static ArgumentOutOfRangeException NoParty(int party) => new(nameof(party), party, "This value is no party of the scheme.");

    private static ArgumentOutOfRangeException NoPlace(int place) => new(nameof(place), place, "This value is no place of the scheme.");

    private static RememberedAnswer VerdictOf(Judgement judgement) => Verdicts.Of(judgement.Outcome, judgement.Standing.Kind);

    private Judgement Judge(int party, in DecisionPoint point, DateOnly day)
    {
        Decision decision = point.On(day);
        AmountCheck.Run(space, decision);
        return space.Judge(party, decision);
    }

    private bool TryPeriod(int party, in DecisionPoint point, DateOnly day, [NotNullWhen(true)] out PeriodPermissions? period, out long key)
    {
        point.Check(day);
        if ((uint)party >= (uint)parties)
        {
            throw NoParty(party);
        }

        if (point.Place >= places)
        {
            throw NoPlace(point.Place);
        }

        period = Find(point.Function, point.Matter)?.At(day.DayNumber);
        key = 0;
        return period is not null && period.TryKey(party, point, out key);
    }

    private RememberedAnswer Add(PeriodPermissions period, long key, int party, in DecisionPoint point, DateOnly day)
    {
        Judgement judgement = Judge(party, point, day);
        if (Interlocked.Increment(ref kept) > MostOutcomes)
        {
            Array.Clear(bySubject);
            byPair.Clear();
            Interlocked.Exchange(ref kept, 0);
        }

        RememberedAnswer verdict = VerdictOf(judgement);
        period.Add(key, verdict, judgement.Standing);
        return verdict;
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
