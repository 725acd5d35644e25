using DelegationLang.Semantics;
using SubjectSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.SubjectSymbol, DelegationLang.Rules.Analysis.SubjectTree>;

namespace DelegationLang.Rules.Analysis;

/// <summary>Whether decisions that commit money, that commit none, or both are meant.</summary>
internal enum MoneySide
{
    /// <summary>All decisions.</summary>
    Any,

    /// <summary>Only those that commit money, as a budget gives them.</summary>
    Committing,

    /// <summary>Only those that commit none.</summary>
    NotCommitting,
}

/// <summary>The subjects of a box: the function that a decision is about, and the matter that it is.</summary>
internal sealed record SubjectRegion
{
    /// <summary>Every decision.</summary>
    public static SubjectRegion All { get; } = new();

    /// <summary>About which functions (and budgets that cover nothing, which stand for themselves); everything where it does not matter.</summary>
    public SubjectSet Functions { get; init; } = SubjectSet.Everything;

    /// <summary>Which matters; everything where it does not matter.</summary>
    public SubjectSet Matters { get; init; } = SubjectSet.Everything;

    /// <summary>Whether money is committed.</summary>
    public MoneySide Money { get; init; }

    /// <summary>Whether it is empty on some side.</summary>
    public bool IsEmpty => Functions.IsEmpty || Matters.IsEmpty;

    /// <summary>What lies in both; none when nothing does.</summary>
    public SubjectRegion? Intersect(SubjectRegion other)
    {
        if (Money != other.Money && Money != MoneySide.Any && other.Money != MoneySide.Any)
        {
            return null;
        }

        var result = new SubjectRegion
        {
            Functions = Functions.Intersect(other.Functions),
            Matters = Matters.Intersect(other.Matters),
            Money = Money == MoneySide.Any ? other.Money : Money,
        };
        return result.IsEmpty ? null : result;
    }

    /// <summary>What lies in this region and not in the other, in parts that do not meet.</summary>
    public IEnumerable<SubjectRegion> Subtract(SubjectRegion other)
    {
        if (Intersect(other) is not SubjectRegion common)
        {
            yield return this;
            yield break;
        }

        foreach (SubjectSet functions in Functions.Subtract(other.Functions))
        {
            yield return this with { Functions = functions };
        }

        foreach (SubjectSet matters in Matters.Subtract(other.Matters))
        {
            yield return this with { Functions = common.Functions, Matters = matters };
        }

        if (Money == MoneySide.Any && other.Money != MoneySide.Any)
        {
            MoneySide rest = other.Money == MoneySide.Committing ? MoneySide.NotCommitting : MoneySide.Committing;
            yield return common with { Money = rest };
        }
    }
}

/// <summary>A part of the decision space: subjects, and all else.</summary>
internal sealed record SubjectExtent(SubjectRegion Subjects, Extent Extent)
{
    /// <summary>Whether it is empty on some side.</summary>
    public bool IsEmpty => Subjects.IsEmpty || Extent.IsEmpty;

    /// <summary>What lies in both; none when nothing does.</summary>
    public SubjectExtent? Intersect(SubjectExtent other) =>
        Subjects.Intersect(other.Subjects) is SubjectRegion subjects && Extent.Intersect(other.Extent) is Extent extent
            ? new SubjectExtent(subjects, extent)
            : null;

    /// <summary>What lies in this box and not in the other, in parts that do not meet. Amounts that cannot be compared are not taken away.</summary>
    public IEnumerable<SubjectExtent> Subtract(SubjectExtent other)
    {
        if (Intersect(other) is null)
        {
            yield return this;
            yield break;
        }

        foreach (SubjectRegion subjects in Subjects.Subtract(other.Subjects))
        {
            yield return this with { Subjects = subjects };
        }

        SubjectRegion common = Subjects.Intersect(other.Subjects) ?? Subjects;
        foreach (Extent extent in Extent.Subtract(other.Extent, doubtCovers: false))
        {
            yield return new SubjectExtent(common, extent);
        }
    }

    /// <summary>
    /// What is left of the boxes without the others. Stops, with what there is then, when it falls into more than
    /// <paramref name="maximumParts"/> parts, so that a whole can never be taken for nothing.
    /// </summary>
    public static List<SubjectExtent> Remainder(IEnumerable<SubjectExtent> boxes, IEnumerable<SubjectExtent> others, int maximumParts = 256)
    {
        List<SubjectExtent> left = [.. boxes];
        foreach (SubjectExtent other in others)
        {
            if (left.Count == 0 || left.Count > maximumParts)
            {
                break;
            }

            left = [.. left.SelectMany(box => box.Subtract(other))];
        }

        return left;
    }
}
