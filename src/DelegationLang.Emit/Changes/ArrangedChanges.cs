using System.Collections.Immutable;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Changes;

/// <summary>
/// The changes of a comparison as people read them: those of a matter about a function whose own decisions change as well come after all others, under a
/// heading of their own, because they mostly follow from it and are many.
/// </summary>
public sealed class ArrangedChanges
{
    /// <summary>The heading of what follows.</summary>
    public const string Heading = "What this means for other decisions about the same functions";

    /// <summary>Fewer than these are told among the others.</summary>
    private const int FewestApart = 3;

    private ArrangedChanges(ImmutableArray<ShownChange> first, ImmutableArray<ShownChange> following) => (First, Following) = (first, following);

    /// <summary>What is told first, in the order of the comparison.</summary>
    public ImmutableArray<ShownChange> First { get; }

    /// <summary>What follows, in the order of the comparison; empty where it is little.</summary>
    public ImmutableArray<ShownChange> Following { get; }

    /// <summary>Arranges a comparison. Every change stands in one of the two.</summary>
    /// <param name="diff">The comparison.</param>
    public static ArrangedChanges Of(SchemeDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        (ImmutableArray<ShownChange> first, ImmutableArray<ShownChange> following) = Split(diff.Changes, change => change.Change);
        return new ArrangedChanges(first, following);
    }

    /// <summary>Arranges changes: those that are told first, and those that follow. Every change stands in one of the two.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="changeOf">The change that one of them is.</param>
    public static (ImmutableArray<T> First, ImmutableArray<T> Following) Split<T>(ImmutableArray<T> changes, Func<T, SpaceChange> changeOf)
    {
        HashSet<string> whole = [.. changes.Select(changeOf).Where(change => change.OfFunctions.IsEmpty).SelectMany(change => change.Subjects)];
        ILookup<bool, T> follows = changes.ToLookup(change => changeOf(change) is { OfFunctions: { IsEmpty: false } functions } && functions.All(whole.Contains));
        return follows[true].Count() < FewestApart ? (changes, []) : ([.. follows[false]], [.. follows[true]]);
    }
}
