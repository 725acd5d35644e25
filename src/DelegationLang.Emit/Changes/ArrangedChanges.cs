using System.Collections.Immutable;

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
        HashSet<string> whole = [.. diff.Changes.Where(change => change.Change.OfFunctions.IsEmpty).SelectMany(change => change.Change.Subjects)];
        ILookup<bool, ShownChange> follows = diff.Changes.ToLookup(change => !change.Change.OfFunctions.IsEmpty && change.Change.OfFunctions.All(whole.Contains));
        return follows[true].Count() < FewestApart ? new ArrangedChanges(diff.Changes, []) : new ArrangedChanges([.. follows[false]], [.. follows[true]]);
    }
}
