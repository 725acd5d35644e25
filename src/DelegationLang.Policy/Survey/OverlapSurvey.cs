using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches all cases of a subject for points that parties at the ends of different chains may decide. It asks the evaluator, case by case, so that
/// it finds what answers would show and nothing else.
/// </summary>
internal sealed partial class OverlapSurvey
{
    // Of more than so many who decide one point each is only compared with the first few: that shows all their sentences.
    private const int MostCompared = 64;
    private const int Few = 4;

    // What a subject may cost, in sentences looked at: one that costs more is shown by a witness, not searched.
    private const int MostWork = 1_000_000;
    private const int MostWorkForWitness = 100_000;

    private readonly SpaceIndex index;
    private readonly FoundOverlaps found;
    private readonly List<Overlap> overlaps = [];
    private readonly RuleBox[] pair;
    private int work;
    private int cases;

    private OverlapSurvey(SpaceIndex index, FoundOverlaps found, RuleBox[] pair, int mostWork)
    {
        this.index = index;
        this.found = found;
        this.pair = pair;
        work = mostWork;
    }

    /// <summary>
    /// The overlaps of a subject that were not found before, each with its first point; they are noted as found. None at all, and nothing noted, where
    /// the subject has too many cases to be searched.
    /// </summary>
    public static IReadOnlyList<Overlap>? Find(SurveySubject subject, FoundOverlaps found)
    {
        var survey = new OverlapSurvey(subject.Index, found, [], MostWork);
        FoundOverlaps.Mark mark = found.Now();
        for (int run = 0; run < subject.RunCount; run++)
        {
            if (survey.Spend(subject.RuleCount) && subject[run].IsHeld)
            {
                new RunSurvey(survey, subject[run]).Explore();
            }

            if (survey.IsCutShort)
            {
                found.BackTo(mark);
                return null;
            }
        }

        return survey.overlaps;
    }

    /// <summary>One point of a subject that parties at the ends of different chains may decide, among those that two rules both cover; none where it is not found soon.</summary>
    public static IReadOnlyList<Overlap> FindWitness(SurveySubject subject, FoundOverlaps found, RuleBox one, RuleBox other)
    {
        DateOnly first = one.Days.Intersect(other.Days).First;
        DayRun run = subject[subject.RunOf(first)];
        var survey = new OverlapSurvey(subject.Index, found, [one, other], MostWorkForWitness);
        if (run.IsHeld)
        {
            var cases = new RunSurvey(survey, run);
            if (cases.Settle())
            {
                cases.Explore();
                cases.Unsettle();
            }

            cases.Explore();
        }

        return survey.overlaps;
    }

    private bool IsCutShort => work < 0 || cases > CaseExplorer.MostCases;

    private bool IsWitness => pair.Length > 0;

    // A witness is enough.
    private bool IsEnough => IsCutShort || (IsWitness && overlaps.Count > 0);

    private bool Spend(int more)
    {
        work -= more;
        return work >= 0;
    }
}
