using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Days on which nothing begins or ends that bears on a subject, and the rules that bear on it then.</summary>
internal sealed class DayRun(DateRange days, Inquiry inquiry, IReadOnlyCollection<RuleEntry> rulesInPlay)
{
    /// <summary>The days, both ends included.</summary>
    public DateRange Days => days;

    /// <summary>What is settled about the subject on these days.</summary>
    public Inquiry Inquiry => inquiry;

    /// <summary>The rules that may bear on it; empty when nobody holds the subject.</summary>
    public IReadOnlyCollection<RuleEntry> RulesInPlay => rulesInPlay;

    /// <summary>Whether anybody holds the subject, so that somebody may decide it.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>One subject, searched over the whole life of the scheme.</summary>
internal sealed class SurveySubject
{
    /// <summary>A subject of a scheme.</summary>
    /// <param name="index">The scheme.</param>
    /// <param name="function">The function; -1 for no particular one.</param>
    /// <param name="matter">The matter; -1 for no particular one.</param>
    public SurveySubject(SpaceIndex index, int function, int matter)
    {
        Index = index;
        var runs = new List<DayRun>();
        DateOnly[] starts = new LifeCuts(index, function, matter).Starts();
        for (int i = 0; i < starts.Length; i++)
        {
            DateOnly last = i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : index.Definition.InForce.Last;
            var days = new DateRange(starts[i], last);
            var inquiry = new Inquiry(index, new Decision { Function = function, Matter = matter, Day = days.First, IsNothingAssumed = true });
            bool isHeld = IsHeld(index, inquiry);
            runs.Add(new DayRun(days, inquiry, isHeld ? Evaluation.RulesInPlay.Of(index, inquiry) : []) { IsHeld = isHeld });
        }

        Runs = runs;
    }

    /// <summary>The scheme.</summary>
    public SpaceIndex Index { get; }

    /// <summary>The life of the scheme in runs of days, the earliest first, none left out.</summary>
    public IReadOnlyList<DayRun> Runs { get; }

    private static bool IsHeld(SpaceIndex index, Inquiry inquiry)
    {
        return inquiry.Holder >= 0
            && inquiry.IsAlive(inquiry.Holder)
            && Lives(inquiry.Function)
            && Lives(inquiry.Matter);

        bool Lives(int subject) => subject < 0 || index.Definition.Subjects[subject].Lifetime.Contains(inquiry.Day);
    }
}
