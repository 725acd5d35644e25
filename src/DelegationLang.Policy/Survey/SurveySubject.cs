using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Days on which nothing begins or ends that bears on a subject, and the rules that bear on it then.</summary>
internal sealed class DayRun(DateRange days, DecisionContext context)
{
    /// <summary>The days, both ends included.</summary>
    public DateRange Days => days;

    /// <summary>What is settled about the subject on these days.</summary>
    public DecisionContext Context => context;

    /// <summary>The rules that may bear on it; empty when nobody holds the subject.</summary>
    public IReadOnlyCollection<RuleEntry> RulesInPlay => IsHeld ? context.RulesInPlay : [];

    /// <summary>Whether anybody holds the subject, so that somebody may decide it.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>One subject, searched over the whole life of the scheme.</summary>
internal sealed class SurveySubject
{
    private readonly int function;
    private readonly int matter;
    private readonly DateOnly[] starts;
    private readonly DayRun?[] runs;

    /// <summary>A subject of a scheme.</summary>
    /// <param name="index">The scheme.</param>
    /// <param name="function">The function; -1 for no particular one.</param>
    /// <param name="matter">The matter; -1 for no particular one.</param>
    public SurveySubject(SpaceIndex index, int function, int matter)
    {
        Index = index;
        this.function = function;
        this.matter = matter;
        var cuts = new LifeCuts(index, function, matter);
        starts = cuts.Starts();
        RuleCount = cuts.RuleCount;
        runs = new DayRun?[starts.Length];
    }

    /// <summary>The scheme.</summary>
    public SpaceIndex Index { get; }

    /// <summary>How many rules may bear on it on some day. To find those of one run takes a look at each.</summary>
    public int RuleCount { get; }

    /// <summary>How many runs of days the life of the scheme falls into.</summary>
    public int RunCount => starts.Length;

    /// <summary>A run of days: the earliest is the first, none is left out.</summary>
    public DayRun this[int run] => runs[run] ??= Make(run);

    /// <summary>The number of the run in which a day lies.</summary>
    public int RunOf(DateOnly day)
    {
        int at = Array.BinarySearch(starts, day);
        return at >= 0 ? at : Math.Max(~at - 1, 0);
    }

    private DayRun Make(int run)
    {
        DateOnly last = run + 1 < starts.Length ? starts[run + 1].AddDays(-1) : Index.Definition.InForce.Last;
        var context = new DecisionContext(Index, new Decision { Function = function, Matter = matter, Day = starts[run], IsNothingAssumed = true });
        return new DayRun(new DateRange(starts[run], last), context) { IsHeld = IsHeld(Index, context) };
    }

    private static bool IsHeld(SpaceIndex index, DecisionContext context)
    {
        return context.Holder >= 0
            && context.IsAlive(context.Holder)
            && Lives(context.Function)
            && Lives(context.Matter);

        bool Lives(int subject) => subject < 0 || index.Definition.Subjects[subject].Lifetime.Contains(context.Day);
    }
}
