using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3013: a party that consults, approves, ratifies or acts jointly with itself.</summary>
internal sealed class ActsWithOneself : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3013", "acts-with-oneself", "Acting with, or consulting, oneself", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (InDelegation(statement, run.Seats) is Diagnostic finding)
            {
                run.Report(statement, finding);
            }
        }

        foreach (ReservationStatement statement in run.Model.Reservations.Where(statement => !statement.HasErrors && !statement.IsProhibition))
        {
            if (InDelegation(statement.AsDelegation(), run.Seats) is Diagnostic finding)
            {
                run.Report(statement, finding);
            }
        }

        foreach (InvolvementStatement statement in run.Model.Involvements.Where(statement => !statement.HasErrors))
        {
            if (InInvolvement(statement, run.Seats) is Diagnostic finding)
            {
                run.Report(statement, finding);
            }
        }
    }

    private Diagnostic? InDelegation(DelegationStatement statement, Seats seats)
    {
        foreach (Holder holder in statement.Holders)
        {
            Diagnostic? finding = Jointly(statement, holder) ?? InSteps(statement, holder, seats) ?? Afterwards(statement, holder, seats);
            if (finding is not null)
            {
                return finding;
            }
        }

        return null;
    }

    private Diagnostic? Jointly(DelegationStatement statement, Holder holder)
    {
        ImmutableArray<PartySymbol> parties = holder.Group.Parties;
        for (int i = 1; i < parties.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (ReferenceEquals(Seats.Person(parties[i]), Seats.Person(parties[j]))
                    && (!ReferenceEquals(parties[i], parties[j]) || !(parties[i].IsHeldBySeveral || AsksForSeveral(statement))))
                {
                    return Finding(
                        ClauseLocations.Of<JointlyClauseSyntax>(statement) ?? holder.Location,
                        $"{Phrases.Name(parties[j])} would act jointly with {Self(parties[j], parties[i])}",
                        "name somebody else, or leave `jointly with` out; for two people of one post write `two of`",
                        parties[i]);
                }
            }
        }

        return null;
    }

    private Diagnostic? InSteps(DelegationStatement statement, Holder holder, Seats seats)
    {
        foreach (Step step in statement.Terms.Steps)
        {
            if (step.AnyOf.IsEmpty || !step.AnyOf.All(group => IsNobodyElse(group, holder.Group, seats)))
            {
                continue;
            }

            PartySymbol party = step.AnyOf[0].Parties[0];
            string what = step.Kind switch
            {
                StepKind.Consulting => "consult",
                StepKind.Recommendation => "act on the recommendation of",
                _ => "have the approval of",
            };
            PartySymbol self = holder.Group.Parties.First(one => seats.AreSame(one, party));
            return Finding(
                ClauseLocations.IsOwn(statement, step.Location) ? step.Location : holder.Location,
                $"{Phrases.Holder(holder)} would first have to {what} {Self(self, party)}",
                "name somebody else for this step, or leave it out",
                party);
        }

        return null;
    }

    private Diagnostic? Afterwards(DelegationStatement statement, Holder holder, Seats seats)
    {
        if (statement.Terms.RatifiedBy is { } ratifier && IsNobodyElse(new ActingGroup([ratifier.Symbol]), holder.Group, seats) && holder.Group.Parties.Length == 1)
        {
            return Finding(
                ClauseLocations.IsOwn(statement, ratifier.Location) ? ratifier.Location : holder.Location,
                $"{Phrases.Holder(holder)} would ratify its own decisions" + Designation(holder.Group.Parties[0], ratifier.Symbol),
                "name whoever is to confirm the decision afterwards, such as the board",
                ratifier.Symbol);
        }

        if (statement.Terms.ApprovedBy is { By: var approver } && !IsTheDelegatorsOwn(statement, seats) && holder.Group.Parties.Any(party => seats.AreSame(party, approver.Symbol)))
        {
            return Finding(
                ClauseLocations.IsOwn(statement, approver.Location) ? approver.Location : holder.Location,
                $"{Phrases.Holder(holder)} would approve its own delegation" + Designation(holder.Group.Parties[0], approver.Symbol),
                $"have it approved by {Phrases.Delegator(statement)}, or by the board",
                approver.Symbol);
        }

        if (statement.Terms.Onward is { IsGiven: true, ConsentOf: { } consent } && holder.Group.Parties.Any(party => seats.AreSame(party, consent.Symbol)))
        {
            return Finding(
                ClauseLocations.IsOwn(statement, consent.Location) ? consent.Location : holder.Location,
                $"{Phrases.Holder(holder)} would consent to its own onward delegation" + Designation(holder.Group.Parties[0], consent.Symbol),
                "name somebody else, or leave `by consent of` out",
                consent.Symbol);
        }

        return null;
    }

    private Diagnostic? InInvolvement(InvolvementStatement statement, Seats seats)
    {
        if (statement.Actor is not PartySymbol actor || statement.Others.IsEmpty || !statement.Others.All(other => seats.AreSame(actor, other)))
        {
            return null;
        }

        string what = statement.Verb switch
        {
            InvolvementVerb.Recommends => "recommends to",
            InvolvementVerb.Advises => "advises",
            InvolvementVerb.TakesNoPart => "takes no part, and it goes to",
            _ => "consults",
        };
        return Finding(
            statement.Location,
            $"{Phrases.Name(actor)} {what} {Self(actor, statement.Others[0])}",
            "name somebody else, or leave the sentence out",
            statement.Others[0]);
    }

    private Diagnostic Finding(SourceLocation location, string message, string help, PartySymbol other) =>
        new(Descriptor, location, message)
        {
            Label = "one and the same",
            Related = other.HeldBy is PartySymbol post
                ? [new RelatedLocation($"{Phrases.Name(post)} is also {Phrases.Name(other)}", other.Location)]
                : [],
            Help = help,
        };

    // Nobody is left of the others once those who decide are taken out; two people of one post are two, so that one of them may consult the other.
    private static bool IsNobodyElse(ActingGroup others, ActingGroup deciders, Seats seats)
    {
        var left = deciders.Parties.ToList();
        foreach (PartySymbol other in others.Parties)
        {
            // One holder of a post that several people hold may approve what another does.
            if (other.IsHeldBySeveral)
            {
                return false;
            }

            int index = left.FindIndex(decider => seats.AreSame(decider, other));
            if (index < 0)
            {
                return false;
            }

            left.RemoveAt(index);
        }

        return others.Parties.Length > 0;
    }

    // `two of X` names X twice by intent; `X jointly with X` does not.
    private static bool AsksForSeveral(DelegationStatement statement)
    {
        IEnumerable<ClauseSyntax> clauses = statement.Syntax switch
        {
            SentenceSyntax sentence => sentence.Clauses,
            TableLineSyntax line => line.Clauses,
            _ => [],
        };
        IEnumerable<PartySyntax> to = statement.Syntax switch
        {
            DecidingSyntax deciding => deciding.To.Items,
            TableLineSyntax line => line.Holders.Items,
            _ => [],
        };
        return to.Concat(clauses.OfType<JointlyClauseSyntax>().SelectMany(clause => clause.Parties.Items)).Any(party => party.Count > 1);
    }

    // A board that approves what its organisation keeps with it, in a line of a table, gives itself nothing.
    private static bool IsTheDelegatorsOwn(DelegationStatement statement, Seats seats) =>
        statement.Delegator is PartySymbol delegator && statement.Terms.ApprovedBy is { By.Symbol: var approver } && seats.AreSame(delegator, approver);

    private static string Self(PartySymbol self, PartySymbol other) =>
        ReferenceEquals(self, other) ? "itself" : $"{Phrases.Name(other)}, who is the same person";

    private static string Designation(PartySymbol self, PartySymbol other) =>
        ReferenceEquals(self, other) ? "" : $": {Phrases.Name(other)} is one and the same";
}
