using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy.Comparison;

/// <summary>The days on which only one of two versions is in force: what it says ends, or begins, as a whole.</summary>
internal sealed class TermOfForce(DecisionSpace before, DecisionSpace after, DateRange days)
{
    /// <summary>One change for each run of such days; none for a version that decides nothing then.</summary>
    public IEnumerable<SpaceChange> Changes()
    {
        foreach (DateRange run in Without(before.Definition.InForce, after.Definition.InForce))
        {
            if (Asked(before, run) is { } shown)
            {
                yield return Change(ChangeCategory.Ended, run, shown.Answer, Out(after, run)) with
                {
                    Words = $"{Wording.Days(run)} the new version is not in force",
                    AskedBefore = shown.Question,
                };
            }
        }

        foreach (DateRange run in Without(after.Definition.InForce, before.Definition.InForce))
        {
            if (Asked(after, run) is { } shown)
            {
                yield return Change(ChangeCategory.New, run, Out(before, run), shown.Answer) with
                {
                    Words = $"{Wording.Days(run)} only the new version is in force",
                    AskedAfter = shown.Question,
                };
            }
        }
    }

    private static SpaceChange Change(ChangeCategory category, DateRange run, Answer then, Answer now) => new()
    {
        Category = category,
        Subject = "everything",
        Region = new Authority { Party = "", Claim = AuthorityClaim.Nobody, Subject = "everything", Days = run },
        Before = then,
        After = now,
        Bounds = ChangedRegion.Nowhere with { Subjects = null, Days = run },
    };

    private static Answer Out(DecisionSpace space, DateRange run) => new()
    {
        Outcome = Outcome.Nobody,
        Reasons = [$"the scheme does not cover {Wording.Day(DayOf(run))}: it is in force {Wording.Days(space.Definition.InForce)}"],
        Day = DayOf(run),
    };

    private static DateOnly DayOf(DateRange run) => run.HasFirst ? run.First : run.Last;

    // Something that somebody decides then.
    private static (Decision Question, Answer Answer)? Asked(DecisionSpace space, DateRange run)
    {
        for (int subject = 0; subject < space.Definition.Subjects.Length; subject++)
        {
            SubjectDefinition definition = space.Definition.Subjects[subject];
            if (definition.Kind == SubjectKind.Budget && !definition.Covers.IsEmpty)
            {
                continue;
            }

            Decision question = definition.Kind == SubjectKind.Matter ? new Decision { Matter = subject, Day = DayOf(run) } : new Decision { Function = subject, Day = DayOf(run) };
            if (space.WhoDecides(question) is { Outcome: not Outcome.Nobody } answer)
            {
                return (question, answer);
            }
        }

        return null;
    }

    private IEnumerable<DateRange> Without(DateRange one, DateRange other)
    {
        DateRange own = one.Intersect(days);
        if (own.IsEmpty || other.Contains(own))
        {
            yield break;
        }

        if (!own.Overlaps(other))
        {
            yield return own;
            yield break;
        }

        if (own.First < other.First)
        {
            yield return own with { Last = other.First.AddDays(-1) };
        }

        if (own.Last > other.Last)
        {
            yield return own with { First = other.Last.AddDays(1) };
        }
    }
}
