using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The answers in all cases of a question, as a decision tree in which every split matters: cells of a variable whose answers are alike stand together,
/// and a variable that makes no difference does not appear.
/// </summary>
internal abstract class CaseTree;

internal sealed class CaseLeaf : CaseTree
{
    public required Answer Answer { get; init; }

    /// <summary>The answer of cases that count as one, at least one of them, so that what differs without mattering (chains, steps) is kept from all.</summary>
    public static Answer Combine(IReadOnlyList<Answer> answers)
    {
        Answer united = answers[0];
        if (answers.Count == 1)
        {
            return united;
        }

        for (int i = 1; i < answers.Count; i++)
        {
            united = Both(united, answers[i]);
        }

        // Of very many, what each adds is looked for once.
        return united with
        {
            Chain = Union(answers, answer => answer.Chain),
            Deputies = Union(answers, answer => answer.Deputies),
            Reasons = Union(answers, answer => answer.Reasons),
            Alternatives = Alternatives(answers),
        };
    }

    private static Answer Both(Answer a, Answer b) => a with
    {
        Steps = Steps(a.Steps, b.Steps),
        Duties = Steps(a.Duties, b.Duties),

        // Whoever keeps authority above in some of the cases only may not decide in all of them.
        KeepAuthority = a.KeepAuthority.AsSpan().SequenceEqual(b.KeepAuthority.AsSpan()) ? a.KeepAuthority : [.. a.KeepAuthority.Intersect(b.KeepAuthority)],

        // These differ only where it is yes or no in both: of several ways to a yes what they have in common, of a no all that was wanting.
        Exceptional = [.. a.Exceptional.Intersect(b.Exceptional)],
        UnderContract = a.UnderContract && b.UnderContract,
    };

    // Most often all have none, or the same.
    private static ImmutableArray<T> Union<T>(IReadOnlyList<Answer> answers, Func<Answer, ImmutableArray<T>> of)
    {
        ImmutableArray<T> first = of(answers[0]);
        return answers.All(answer => of(answer).AsSpan().SequenceEqual(first.AsSpan())) ? first : [.. answers.SelectMany(answer => of(answer)).Distinct()];
    }

    private static ImmutableArray<ImmutableArray<string>> Alternatives(IReadOnlyList<Answer> answers)
    {
        ImmutableArray<ImmutableArray<string>> first = answers[0].Alternatives;
        return answers.All(answer => AreAlike(answer.Alternatives, first)) ? first

            // As one string each, the names apart by line ends.
            : [.. answers.SelectMany(answer => answer.Alternatives).DistinctBy(group => string.Join('\n', group), StringComparer.Ordinal)];
    }

    private static bool AreAlike(ImmutableArray<ImmutableArray<string>> a, ImmutableArray<ImmutableArray<string>> b)
    {
        bool areAlike = a.Length == b.Length;
        for (int i = 0; i < a.Length && areAlike; i++)
        {
            areAlike = a[i].AsSpan().SequenceEqual(b[i].AsSpan());
        }

        return areAlike;
    }

    // A step that comes first in some of the cases only is said to.
    private static ImmutableArray<string> Steps(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        if (a.IsEmpty && b.IsEmpty)
        {
            return a;
        }

        const string Sometimes = ", in some cases";
        static string Bare(string step) =>
            step.EndsWith(Sometimes, StringComparison.Ordinal) ? step[..^Sometimes.Length] : step;

        IEnumerable<string> all = a.Concat(b).Select(Bare).Distinct();
        return [.. all.Select(step => a.Contains(step) && b.Contains(step) ? step : step + Sometimes)];
    }
}

/// <summary>Some cells of a variable, and what follows where its value lies in one of them.</summary>
internal sealed record CaseBranch(ImmutableArray<int> Cells, CaseTree Tree);

internal sealed class CaseSplit : CaseTree
{
    public required Variable Variable { get; init; }

    /// <summary>The runs of cells whose answers are alike, in the order of the cells, none left out; for places, facts and the like, alike cells need not be neighbours.</summary>
    public required ImmutableArray<CaseBranch> Branches { get; init; }
}
