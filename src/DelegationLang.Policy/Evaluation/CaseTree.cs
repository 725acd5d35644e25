using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The answers in all cases of a question, as a decision tree in which every split matters: cells of a variable whose answers are alike stand together,
/// and a variable that makes no difference does not appear.
/// </summary>
internal abstract class CaseTree
{
    /// <summary>Equal for trees that give alike answers in alike cases.</summary>
    public required string Key { get; init; }

    /// <summary>Combines two trees of equal keys, so that what differs without mattering (chains, steps) is kept from both.</summary>
    public abstract CaseTree Combine(CaseTree other);
}

internal sealed class CaseLeaf : CaseTree
{
    public required Answer Answer { get; init; }

    public override CaseTree Combine(CaseTree other)
    {
        if (other is not CaseLeaf leaf)
        {
            return this;
        }

        Answer a = Answer;
        Answer b = leaf.Answer;
        return new CaseLeaf
        {
            Key = Key,
            Answer = a with
            {
                Steps = Steps(a.Steps, b.Steps),
                Duties = Steps(a.Duties, b.Duties),
                Chain = [.. a.Chain.Union(b.Chain)],
                Deputies = [.. a.Deputies.Union(b.Deputies)],
                KeepAuthority = [.. a.KeepAuthority.Union(b.KeepAuthority)],
                Reasons = [.. a.Reasons.Union(b.Reasons)],

                // These differ only where it is yes or no in both: of several ways to a yes what they have in common, of a no all that was wanting.
                Exceptional = [.. a.Exceptional.Intersect(b.Exceptional)],
                UnderContract = a.UnderContract && b.UnderContract,
                Alternatives = Alternatives(a.Alternatives, b.Alternatives),
            },
        };
    }

    // Most often both have none, or the same.
    private static ImmutableArray<ImmutableArray<string>> Alternatives(ImmutableArray<ImmutableArray<string>> a, ImmutableArray<ImmutableArray<string>> b)
    {
        ImmutableArray<ImmutableArray<string>> all = a;
        foreach (ImmutableArray<string> group in b)
        {
            if (!Holds(a, group))
            {
                all = all.Add(group);
            }
        }

        return all;
    }

    private static bool Holds(ImmutableArray<ImmutableArray<string>> groups, ImmutableArray<string> wanted)
    {
        foreach (ImmutableArray<string> group in groups)
        {
            if (group.AsSpan().SequenceEqual(wanted.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    // A step that comes first in some of the cases only is said to.
    private static ImmutableArray<string> Steps(ImmutableArray<string> a, ImmutableArray<string> b)
    {
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

    public override CaseTree Combine(CaseTree other) => other is CaseSplit split && split.Branches.Length == Branches.Length
        ? new CaseSplit
        {
            Key = Key,
            Variable = Variable,
            Branches = [.. Branches.Zip(split.Branches, (a, b) => a with { Tree = a.Tree.Combine(b.Tree) })],
        }
        : this;
}
