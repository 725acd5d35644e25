using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy;

/// <content>What the schemes of other bodies, where any are joined, may not change.</content>
public sealed partial class DecisionSpace
{
    private DecisionSpace? own;
    private HashSet<string>? joinedGivers;

    // The same space by the scheme's own sentences alone.
    private DecisionSpace Own => own ??= new DecisionSpace(Definition with { Rules = [.. Definition.Rules.Where(rule => rule.Scheme.Length == 0)] }, Identity);

    /// <summary>
    /// Who decides by the scheme's own sentences, where they leave nothing open and nothing with another body; none otherwise. Other schemes may ask about more,
    /// such as what an amount counts: that makes nothing open that the scheme itself has settled.
    /// </summary>
    private Answer? WhoByOwn(Decision decision) =>
        index.HasJoined && Own.WhoDecides(decision) is { Outcome: Outcome.Decided or Outcome.Reserved } alone && !alone.Deciders.Any(GoesOn) ? alone : null;

    /// <summary>What is found of some parties: by the scheme's own sentences where these settle it, and the parties are its own and give nothing on by a joined scheme.</summary>
    /// <param name="parties">The indexes of the parties.</param>
    /// <param name="ask">Asks the scheme alone, or it and those that are joined.</param>
    /// <param name="outcomeOf">Whether they may: <see cref="Outcome.Yes"/> and <see cref="Outcome.No"/> settle it.</param>
    private T ByOwn<T>(IReadOnlyList<int> parties, Func<Asker, T> ask, Func<T, Outcome> outcomeOf)
    {
        if (!index.HasJoined || parties.Any(party => Definition.Parties[party].Scheme.Length > 0 || GoesOn(Definition.Parties[party].Name)))
        {
            return ask(new Asker(index));
        }

        T alone = ask(new Asker(Own.index));
        if (outcomeOf(alone) == Outcome.Yes)
        {
            return alone;
        }

        // Why not is told with all that is known.
        T joined = ask(new Asker(index));
        return outcomeOf(alone) == Outcome.No && outcomeOf(joined) != Outcome.No ? alone : joined;
    }

    // Others of the scheme's own who must act too leave nothing open.
    private Outcome SettledOf(Judgement judgement) =>
        judgement is { Outcome: Outcome.No, Standing: { Kind: StandingKind.AllowedOnce, ActWith: var others } } && !others.Any(group => group.Any(GoesOn)) ? Outcome.Yes : judgement.Outcome;

    private Outcome SettledOf(Signing signing) => signing.Kind switch
    {
        SigningKind.No => Outcome.No,
        SigningKind.Depends => Outcome.Depends,
        _ => signing.Missing.Any(group => group.Any(GoesOn)) ? Outcome.Depends : Outcome.Yes,
    };

    // Whether a party, or whoever acts for it, gives anything on by a joined scheme.
    private bool GoesOn(string name)
    {
        joinedGivers ??= new HashSet<string>(Definition.Rules.Where(rule => rule.Scheme.Length > 0 && rule.Giver >= 0).SelectMany(rule => Seat(rule.Giver)).Select(party => Definition.Parties[party].Name), StringComparer.Ordinal);
        return joinedGivers.Contains(name);
    }

    private IEnumerable<int> Seat(int giver)
    {
        int body = index.OrganisationOf(giver) is var organisation and >= 0 ? organisation : giver;
        PartyDefinition party = Definition.Parties[body];
        return [giver, body, .. party.Boards, .. party.Cabinets, .. party.Leaders];
    }
}
