using System.Collections.Immutable;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Remembers by which recusals each sentence came about. So each is applied to it once, whatever their order, and nothing goes to anybody who takes no part in it
/// either: not from one to the next and back again.
/// </summary>
internal sealed class RecusalTrail
{
    private static readonly Trail None = new(ImmutableHashSet.Create<Recusal>(ReferenceEqualityComparer.Instance), []);
    private readonly Dictionary<Statement, Trail> trails = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a recusal has done to a sentence what it does.</summary>
    public bool IsApplied(Statement statement, Recusal recusal) => Of(statement).Applied.Contains(recusal);

    /// <summary>To whom something goes of a sentence, from one who takes no part or from another to whom it would have gone: not to the one that takes no part, nor to any from whom it came. Whoever took something over may give it back.</summary>
    public ImmutableArray<Holder> Open(Statement statement, Recusal recusal, Recusal from)
    {
        Trail trail = Of(statement);
        return recusal.IsSuccession ? from.GoesTo : [.. from.GoesTo.Where(holder => !holder.Group.Parties.Any(party => recusal.IsOf(party) || trail.Without.Contains(party) || party.Designations.Any(designation => trail.Without.Contains(designation.Holder))))];
    }

    /// <summary>A sentence that gives those beside it what it gave them.</summary>
    public T Beside<T>(Statement from, T made)
        where T : Statement => Set(made, Of(from));

    /// <summary>A sentence that gives the one that takes no part the rest.</summary>
    public T Rest<T>(Statement from, Recusal recusal, T made)
        where T : Statement => Set(made, Of(from) with { Applied = Of(from).Applied.Add(recusal) });

    /// <summary>A sentence that gives others what the one takes no part in.</summary>
    public T Passed<T>(Statement from, Recusal recusal, T made)
        where T : Statement => recusal.IsSuccession ? Beside(from, made) : Set(made, Of(from) with { Without = Of(from).Without.Add(recusal.Party) });

    private Trail Of(Statement statement) => trails.GetValueOrDefault(statement, None);

    private T Set<T>(T statement, Trail trail)
        where T : Statement
    {
        if (!ReferenceEquals(trail, None))
        {
            trails[statement] = trail;
        }

        return statement;
    }

    /// <param name="Applied">The recusals that were applied to it.</param>
    /// <param name="Without">Those who take no part in all that it gives.</param>
    private sealed record Trail(ImmutableHashSet<Recusal> Applied, ImmutableHashSet<PartySymbol> Without);
}
