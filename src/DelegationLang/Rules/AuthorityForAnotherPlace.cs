using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3006: a party of one place is given authority for another.</summary>
internal sealed class AuthorityForAnotherPlace : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3006", "authority-for-another-place", "A party of one place given authority for another", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (InClause(statement) is Diagnostic finding)
            {
                run.Report(statement, finding);
            }
            else if (InBudget(statement, run.Judge.Authority.Faults) is Diagnostic ofBudget)
            {
                run.Report(statement, ofBudget);
            }
        }
    }

    private Diagnostic? InClause(DelegationStatement statement)
    {
        ImmutableArray<Reference<PlaceSymbol>> stated = statement.Terms.At;
        if (stated.IsEmpty || !ClauseLocations.IsOwn(statement, stated[0].Location))
        {
            return null;
        }

        PartySymbol[] parties = [.. statement.Holders.SelectMany(holder => holder.Group.Parties)];
        foreach (PartySymbol party in parties)
        {
            if (IsElsewhere(party, stated.Select(place => place.Symbol)))
            {
                return Finding(party, Phrases.Name(stated[0].Symbol), stated[0].Location);
            }
        }

        // In a list of places and parties each place needs one party that it is a place of.
        foreach (Reference<PlaceSymbol> place in stated)
        {
            if (parties.Length > 0 && Array.TrueForAll(parties, party => IsElsewhere(party, [place.Symbol])))
            {
                return Finding(parties[0], Phrases.Name(place.Symbol), place.Location);
            }
        }

        return null;
    }

    private Diagnostic? InBudget(DelegationStatement statement, Faults faults)
    {
        foreach (SubjectReference subject in statement.Subjects)
        {
            if (subject.Symbol is not { IsBudget: true, At.IsEmpty: false } budget || faults.IsUnclear(budget))
            {
                continue;
            }

            foreach (PartySymbol party in statement.Holders.SelectMany(holder => holder.Group.Parties))
            {
                // A list of budgets and parties is in order if the party's own is among them.
                if (IsElsewhere(party, statement.Subjects.SelectMany(other => other.Symbol?.At ?? [])))
                {
                    return Finding(party, $"{Phrases.Names(budget.At)} by {Phrases.Name(budget)}", subject.Location);
                }
            }
        }

        return null;
    }

    private Diagnostic Finding(PartySymbol party, string place, SourceLocation location) =>
        new(
            Descriptor,
            location,
            $"{Phrases.Name(party)} acts at {Phrases.Names(Seats.Person(party).At)} and is given authority at {place}{Phrases.LocalPractice}")
        {
            Label = "another place",
            Related = [new RelatedLocation($"{Phrases.Name(party)} is confined to {Phrases.Names(Seats.Person(party).At)}", party.Location)],
            Help = "name the party of that place, or leave the place out: authority is confined to the party’s own place, said or not",
        };

    private static bool IsElsewhere(PartySymbol party, IEnumerable<PlaceSymbol> places)
    {
        ImmutableArray<PlaceSymbol> own = Seats.Person(party).At;
        return !own.IsEmpty && !places.Any(place => own.Any(home => home.IsWithin(place) || place.IsWithin(home)));
    }
}
