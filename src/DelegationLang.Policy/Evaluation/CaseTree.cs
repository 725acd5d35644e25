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

    /// <summary>The answer of two cases that count as one, so that what differs without mattering (chains, steps) is kept from both.</summary>
    public static Answer Combine(Answer a, Answer b) => a with
    {
        Steps = Steps(a.Steps, b.Steps),
        Duties = Steps(a.Duties, b.Duties),
        Chain = Union(a.Chain, b.Chain),
        Deputies = Union(a.Deputies, b.Deputies),
        Reasons = Union(a.Reasons, b.Reasons),

        // Whoever keeps authority above in some of the cases only may not decide in all of them.
        KeepAuthority = a.KeepAuthority.AsSpan().SequenceEqual(b.KeepAuthority.AsSpan()) ? a.KeepAuthority : [.. a.KeepAuthority.Intersect(b.KeepAuthority)],

        // These differ only where it is yes or no in both: of several ways to a yes what they have in common, of a no all that was wanting.
        Exceptional = [.. a.Exceptional.Intersect(b.Exceptional)],
        UnderContract = a.UnderContract && b.UnderContract,
        Alternatives = Alternatives(a.Alternatives, b.Alternatives),
    };

    // Most often both have none, or the same.
    private static ImmutableArray<T> Union<T>(ImmutableArray<T> a, ImmutableArray<T> b) =>
        a.AsSpan().SequenceEqual(b.AsSpan()) ? a : [.. Enumerable.Union(a, b)];

    private static ImmutableArray<ImmutableArray<string>> Alternatives(ImmutableArray<ImmutableArray<string>> a, ImmutableArray<ImmutableArray<string>> b)
    {
        // As one string each, the names apart by line ends.
        static string KeyOf(ImmutableArray<string> group) => string.Join('\n', group);

        if (a.IsEmpty || b.IsEmpty || AreAlike(a, b))
        {
            return a.IsEmpty ? b : a;
        }

        var known = new HashSet<string>(a.Select(KeyOf), StringComparer.Ordinal);
        return [.. a, .. b.Where(group => known.Add(KeyOf(group)))];
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
