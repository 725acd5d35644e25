using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Changes;

/// <summary>What the sentences of a scheme need when something that they name ends.</summary>
/// <param name="input">The scheme.</param>
/// <param name="ended">What ends.</param>
/// <param name="on">The last day on which it is there.</param>
internal sealed class ImpactNeeds(EmitInput input, Symbol ended, DateOnly on)
{
    private string Name => ended.DisplayName;

    /// <summary>The sentences still in force afterwards that would give nothing, or not what they say.</summary>
    public IEnumerable<NeedySentence> Sentences()
    {
        foreach (Statement statement in Lasting())
        {
            foreach ((string problem, string needs) in Faults(statement))
            {
                yield return new NeedySentence(statement.Location.File, statement.Location.Line, problem, needs);
            }
        }
    }

    /// <summary>The steps that nobody could take.</summary>
    public IEnumerable<NeedySentence> Steps()
    {
        foreach (Statement statement in Lasting().Where(statement => !statement.Terms.Steps.IsEmpty))
        {
            foreach (Step step in statement.Terms.Steps.Where(step => step.AnyOf.Length > 0 && step.AnyOf.All(group => group.Parties.Any(IsEnded))))
            {
                string words = step.Kind switch { StepKind.Approval => "approve", StepKind.Recommendation => "recommend", _ => "be consulted" };
                yield return new NeedySentence(statement.Location.File, statement.Location.Line, $"{Name} cannot {words} any more, so that nobody can take this step", "another party in the step, or no step");
            }
        }
    }

    /// <summary>The groups that are left with fewer members than their quorum.</summary>
    /// <param name="heir">Who takes over; none for nobody, or for somebody who is not declared.</param>
    /// <param name="isTakenOver">Whether somebody takes over.</param>
    public IEnumerable<GroupBelowQuorum> Groups(PartySymbol? heir, bool isTakenOver)
    {
        foreach (PartySymbol group in input.Model.Symbols.OfType<PartySymbol>().Where(group => group.Quorum is not null && group.Members.Any(member => IsEnded(member.Party))))
        {
            // Whoever is a member already cannot be another.
            bool isReplaced = isTakenOver && (heir is null || !group.Members.Any(member => ReferenceEquals(member.Party, heir)));
            int left = group.Members.Where(member => isReplaced || !IsEnded(member.Party)).Sum(member => member.Count);
            if (group.Quorum is int quorum && left < quorum)
            {
                yield return new GroupBelowQuorum(group.DisplayName, left, quorum);
            }
        }
    }

    private bool IsEnded(Symbol? symbol) => symbol is not null && (ReferenceEquals(symbol, ended) || (symbol is PartySymbol party && ReferenceEquals(SymbolIndex.PersonOf(party), ended)));

    private IEnumerable<Statement> Lasting() => input.Model.Reservations.AsEnumerable<Statement>()
        .Concat(input.Model.Delegations)
        .Where(statement => !statement.HasErrors && !input.InError.Contains(statement) && !(statement.Terms.Until <= on))
        .OrderBy(statement => statement.Order);

    private IEnumerable<(string Problem, string Needs)> Faults(Statement statement)
    {
        (PartySymbol? giver, ImmutableArray<Holder> holders) = statement switch
        {
            ReservationStatement reservation => (reservation.Reserver, reservation.Holders),
            DelegationStatement delegation => (delegation.Delegator, delegation.Holders),
            _ => (null, []),
        };
        if (IsEnded(giver))
        {
            yield return ($"{Name} gives this, and cannot any more", "another giver, or an end on " + Wording.Day(on));
        }

        if (holders.Length > 0 && holders.All(holder => holder.Group.Parties.Any(IsEnded)))
        {
            yield return ($"nobody is left whom this names: it names {Name}", "another holder, or an end on " + Wording.Day(on));
        }
        else if (holders.Any(holder => holder.Group.Parties.Any(IsEnded)))
        {
            yield return ($"of those whom this names {Name} is no longer there", $"the name taken out, or an end on {Wording.Day(on)} for it");
        }

        Terms terms = statement.Terms;
        if (IsEnded(terms.RatifiedBy?.Symbol))
        {
            yield return ($"{Name} cannot ratify any more what is decided by this", "another party to ratify it");
        }

        if (IsEnded(terms.Under?.Symbol))
        {
            yield return ($"this relies on {Name}, which ends", "another agreement or power to rely on, or an end on " + Wording.Day(on));
        }

        if (terms.At.Length > 0 && terms.At.All(place => IsEnded(place.Symbol)))
        {
            yield return ($"this holds at {Name} alone, which ends", "another place, or an end on " + Wording.Day(on));
        }

        if (terms.Facts.Any(group => group.AnyOf.All(fact => IsEnded(fact.Symbol) && !fact.IsNegated)))
        {
            yield return ($"this holds only when {Name}, which is never so any more", "another condition, or an end on " + Wording.Day(on));
        }

        IEnumerable<SubjectReference> subjects = statement switch { ReservationStatement reservation => reservation.Subjects, DelegationStatement delegation => delegation.Subjects, _ => [] };
        if (subjects.Any() && subjects.All(subject => IsEnded(subject.Symbol)))
        {
            yield return ($"this is about {Name} alone, which ends", "an end on " + Wording.Day(on));
        }
    }
}
