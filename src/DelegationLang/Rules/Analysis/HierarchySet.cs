using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>How to go up one level in a tree of things.</summary>
internal interface ITree<T>
    where T : class
{
    /// <summary>What the thing lies within; none at the top.</summary>
    static abstract T? ParentOf(T item);
}

/// <summary>Places within places.</summary>
internal readonly struct PlaceTree : ITree<PlaceSymbol>
{
    /// <inheritdoc/>
    public static PlaceSymbol? ParentOf(PlaceSymbol item) => item.Parent;
}

/// <summary>Subjects within subjects.</summary>
internal readonly struct SubjectTree : ITree<SubjectSymbol>
{
    /// <inheritdoc/>
    public static SubjectSymbol? ParentOf(SubjectSymbol item) => item.Parent;
}

/// <summary>
/// A set of things in a tree: some things with all that lies within them (or everything, named or not), less other things with all
/// that lies within those. Immutable.
/// </summary>
internal sealed class HierarchySet<T, TTree>
    where T : class
    where TTree : ITree<T>
{
    private HierarchySet(bool isEverywhere, ImmutableArray<T> roots, ImmutableArray<T> except)
    {
        IsRootedEverywhere = isEverywhere;
        Roots = roots;
        Except = except;
    }

    /// <summary>Everything, and nothing in particular too.</summary>
    public static HierarchySet<T, TTree> Everything { get; } = new(true, [], []);

    /// <summary>Nothing.</summary>
    public static HierarchySet<T, TTree> Nothing { get; } = new(false, [], []);

    /// <summary>Whether the set starts from everything.</summary>
    public bool IsRootedEverywhere { get; }

    /// <summary>The things that it starts from, where not from everything. None lies within another.</summary>
    public ImmutableArray<T> Roots { get; }

    /// <summary>What is taken out.</summary>
    public ImmutableArray<T> Except { get; }

    /// <summary>Whether it is everything with nothing taken out.</summary>
    public bool IsEverything => IsRootedEverywhere && Except.IsEmpty;

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => !IsRootedEverywhere && Roots.IsEmpty;

    /// <summary>The things with all that lies within them; everything when none is given.</summary>
    public static HierarchySet<T, TTree> AnyOf(ImmutableArray<T> items) => items.Length switch
    {
        0 => Everything,
        1 => Of(items[0]),
        _ => Make(false, items, []),
    };

    /// <summary>The thing with all that lies within it.</summary>
    public static HierarchySet<T, TTree> Of(T item) => new(false, [item], []);

    /// <summary>Whether a thing is the other or lies within it.</summary>
    public static bool IsWithin(T item, T other)
    {
        for (T? current = item; current is not null; current = TTree.ParentOf(current))
        {
            if (ReferenceEquals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the thing itself is in the set.</summary>
    public bool Contains(T item) =>
        (IsRootedEverywhere || IsWithinAny(item, Roots)) && !IsWithinAny(item, Except);

    /// <summary>What is left without these things and all that lies within them.</summary>
    public HierarchySet<T, TTree> Without(IEnumerable<T> items)
    {
        T[] taken = [.. items];
        return taken.Length == 0 ? this : Make(IsRootedEverywhere, Roots, [.. Except, .. taken]);
    }

    /// <summary>What is in both.</summary>
    public HierarchySet<T, TTree> Intersect(HierarchySet<T, TTree> other)
    {
        if (other.IsEverything || ReferenceEquals(this, other))
        {
            return this;
        }

        if (IsEverything)
        {
            return other;
        }

        T[] except = [.. Except, .. other.Except];
        if (IsRootedEverywhere || other.IsRootedEverywhere)
        {
            bool both = IsRootedEverywhere && other.IsRootedEverywhere;
            return Make(both, IsRootedEverywhere ? other.Roots : Roots, except);
        }

        return Make(false, CommonRoots(Roots, other.Roots), except);
    }

    /// <summary>What is in this set and not in the other, in at most two parts that do not meet.</summary>
    public IEnumerable<HierarchySet<T, TTree>> Subtract(HierarchySet<T, TTree> other)
    {
        if (!other.IsRootedEverywhere)
        {
            HierarchySet<T, TTree> outside = Without(other.Roots);
            if (!outside.IsEmpty)
            {
                yield return outside;
            }
        }

        if (!other.Except.IsEmpty)
        {
            HierarchySet<T, TTree> inHoles = Intersect(Make(false, other.Except, []));
            if (!inHoles.IsEmpty)
            {
                yield return inHoles;
            }
        }
    }

    private static bool IsWithinAny(T item, ImmutableArray<T> others)
    {
        foreach (T other in others)
        {
            if (IsWithin(item, other))
            {
                return true;
            }
        }

        return false;
    }

    private static List<T> CommonRoots(ImmutableArray<T> roots, ImmutableArray<T> others)
    {
        var common = new List<T>();
        foreach (T root in roots)
        {
            foreach (T other in others)
            {
                if (IsWithin(root, other))
                {
                    common.Add(root);
                }
                else if (IsWithin(other, root))
                {
                    common.Add(other);
                }
            }
        }

        return common;
    }

    // Keeps the form that the other members rely on: no root within another or within what is taken out, nothing taken out that was not in.
    private static HierarchySet<T, TTree> Make(bool isEverywhere, IReadOnlyCollection<T> roots, IReadOnlyCollection<T> except)
    {
        ImmutableArray<T> holes = Outermost(except);
        if (isEverywhere)
        {
            return new(true, [], holes);
        }

        ImmutableArray<T> kept = [.. Outermost(roots).Where(root => !IsWithinAny(root, holes))];
        return new(false, kept, [.. holes.Where(hole => IsWithinAny(hole, kept))]);
    }

    private static ImmutableArray<T> Outermost(IReadOnlyCollection<T> items)
    {
        if (items.Count <= 1)
        {
            return [.. items];
        }

        var all = new HashSet<T>(items, ReferenceEqualityComparer.Instance);
        var done = new HashSet<T>(ReferenceEqualityComparer.Instance);
        ImmutableArray<T>.Builder kept = ImmutableArray.CreateBuilder<T>();
        foreach (T item in items)
        {
            bool isInside = false;
            for (T? parent = TTree.ParentOf(item); parent is not null && !isInside; parent = TTree.ParentOf(parent))
            {
                isInside = all.Contains(parent);
            }

            if (!isInside && done.Add(item))
            {
                kept.Add(item);
            }
        }

        return kept.ToImmutable();
    }
}
