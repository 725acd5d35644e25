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

    private const string For = " for ";

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
        var whole = new HashSet<string>(diff.Changes.SelectMany(change => change.Change.Subjects), StringComparer.Ordinal);
        ImmutableArray<ShownChange> following = [.. diff.Changes.Where(change => !change.Change.Subjects.IsEmpty && change.Change.Subjects.All(subject => IsAbout(subject, whole)))];
        return following.Length < FewestApart ? new ArrangedChanges(diff.Changes, []) : new ArrangedChanges([.. diff.Changes.Except(following)], following);
    }

    // "virement for tree works", where tree works changes itself. A name may hold the word, too.
    private static bool IsAbout(string subject, HashSet<string> whole)
    {
        for (int at = subject.IndexOf(For, StringComparison.Ordinal); at >= 0; at = subject.IndexOf(For, at + 1, StringComparison.Ordinal))
        {
            if (whole.Contains(subject[(at + For.Length)..]))
            {
                return true;
            }
        }

        return false;
    }
}
