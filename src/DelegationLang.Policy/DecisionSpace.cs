using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy;

/// <summary>
/// The meaning of a scheme: who may decide each point of the decision space. Where the schemes of other bodies are joined to it, its own sentences are followed
/// first; what they leave with another body goes on by that body's sentences. Immutable; may be asked from many threads at once.
/// </summary>
public sealed partial class DecisionSpace
{
    private readonly SpaceIndex index;
    private readonly Lazy<AuthorityTable> authority;

    private DecisionSpace(SpaceDefinition definition, SchemeIdentity? identity)
    {
        Definition = definition;
        Identity = identity;
        index = new SpaceIndex(definition);
        authority = new Lazy<AuthorityTable>(() => new AuthorityTable(index));
    }

    /// <summary>The data it was made from.</summary>
    public SpaceDefinition Definition { get; }

    /// <summary>Which scheme it is the meaning of; none where that was not said when it was made.</summary>
    public SchemeIdentity? Identity { get; }

    /// <summary>The table of who may decide what. It is worked out when it is asked for, each part once.</summary>
    public AuthorityTable Authority => authority.Value;

    /// <summary>The scheme arranged for asking.</summary>
    internal SpaceIndex Index => index;

    /// <summary>Makes a space ready to be asked.</summary>
    public static DecisionSpace Create(SpaceDefinition definition) => new(definition, null);

    /// <summary>Makes a space ready to be asked, whose answers say which scheme gave them.</summary>
    public static DecisionSpace Create(SpaceDefinition definition, SchemeIdentity identity) => new(definition, identity);

    /// <summary>Who decides, alone or together, by which chain, after what, and on what it depends.</summary>
    public Answer WhoDecides(Decision decision) => WhoByOwn(decision) ?? new Asker(index).WhoDecides(Checked(decision));

    /// <summary>Whether a party may decide alone.</summary>
    /// <param name="party">The index of the party.</param>
    /// <param name="decision">The decision.</param>
    public Answer May(int party, Decision decision)
    {
        Decision asked = Checked(decision);
        return ByOwn([party], asker => asker.May(party, asked), answer => answer.Outcome);
    }

    /// <summary>Whether several parties may decide together: with all that acting together takes, and nobody missing.</summary>
    /// <param name="parties">The indexes of the parties, one for each person.</param>
    /// <param name="decision">The decision.</param>
    public Answer MayTogether(IReadOnlyList<int> parties, Decision decision)
    {
        Decision asked = Checked(decision);
        return ByOwn(parties, asker => asker.MayTogether(parties, asked), answer => answer.Outcome);
    }

    /// <summary>Where a party stands: whether it may decide, and if so, whether anything must come first or anybody else must act too.</summary>
    /// <param name="party">The index of the party.</param>
    /// <param name="decision">The decision.</param>
    public Standing StandingOf(int party, Decision decision) => Judge(party, Checked(decision)).Standing;

    /// <summary>
    /// The scheme as it stands for one decision while some posts are away or conflicted: their deputies in their place, and where nobody deputises,
    /// what they were given with whoever gave it.
    /// </summary>
    /// <param name="away">The indexes of the parties that cannot act.</param>
    /// <param name="decision">The decision.</param>
    public DecisionSpace WhileAway(IEnumerable<int> away, Decision decision) => new(Absence.During(index, decision, away), Identity);

    /// <summary>What a party may decide on a day, alone or jointly, in <see cref="Answer.Authorities"/>: its lines of the <see cref="Authority"/> table.</summary>
    /// <param name="party">The index of the party.</param>
    /// <param name="day">The day.</param>
    public Answer WhatMay(int party, DateOnly day) => new AuthorityLister(index, Authority, day).Of(party);

    // Less than nothing would lie below every limit.
    private static Decision Checked(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Amount is { Value: < 0 } || decision.FurtherAmounts.Any(amount => amount.Value < 0) || (decision.Measures.Count > 0 && decision.Measures.Values.Any(value => value < 0))
            ? throw new ArgumentOutOfRangeException(nameof(decision), "Amounts and measures are never negative.")
            : decision;
    }
}
