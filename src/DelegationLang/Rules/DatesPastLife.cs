using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL7005: dates that run past the life of a delegate, of the delegator or of a place.</summary>
internal sealed class DatesPastLife : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL7005", "dates-past-life", "Dates that run past the life of a delegate, delegator or place", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var saidOfDelegators = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (!MayFallShort(statement) || run.IsInError(statement) || OutsideSchemeLife.IsOutside(run.Model, statement.Terms))
            {
                continue;
            }

            Mortal? mortal = Ends(run, statement, saidOfDelegators) ?? Begins(statement);
            if (mortal is not null && !run.Judge.Authority.Faults.MayMention(mortal.Symbol.Name))
            {
                run.Report(statement, Describe(statement, mortal));
            }
        }
    }

    // Most schemes name nobody whose life is bounded.
    private static bool MayFallShort(DelegationStatement statement) =>
        MortalsOf(statement).Any(mortal => mortal.Life.HasLast || (mortal.Life.HasFirst && statement.Terms.From is not null));

    private static Mortal? Ends(RuleRun run, DelegationStatement statement, HashSet<PartySymbol> saidOfDelegators)
    {
        DateOnly last = LastDayOf(run, statement);
        foreach (Mortal mortal in MortalsOf(statement))
        {
            if (mortal.Life.Last >= last)
            {
                continue;
            }

            if (mortal.IsDelegator && statement.Terms.Until is null)
            {
                // What it was given is judged where it was given; what it holds by law ends with it, in however many sentences.
                if (statement.Delegator is not PartySymbol delegator || !HoldsByLaw(run, statement, delegator) || !saidOfDelegators.Add(delegator))
                {
                    continue;
                }
            }

            return mortal with { Bound = last };
        }

        return null;
    }

    private static Mortal? Begins(DelegationStatement statement)
    {
        if (statement.Terms.From is not DateOnly first || statement.Terms.IsFromAdded)
        {
            return null;
        }

        foreach (Mortal mortal in MortalsOf(statement))
        {
            if (mortal.Life.First > first)
            {
                return mortal with { Bound = first, IsBeginning = true };
            }
        }

        return null;
    }

    private static IEnumerable<Mortal> MortalsOf(DelegationStatement statement)
    {
        foreach (Holder holder in statement.Holders)
        {
            foreach (PartySymbol party in holder.Group.Parties)
            {
                yield return new Mortal(party, LifeOf(party), ClauseLocations.Of(statement, holder, party));
            }
        }

        if (statement.Delegator is PartySymbol delegator)
        {
            yield return new Mortal(delegator, LifeOf(delegator), statement.DelegatorLocation) { IsDelegator = true };
        }

        foreach (Reference<PlaceSymbol> place in statement.Terms.At)
        {
            yield return new Mortal(place.Symbol, place.Symbol.Lifetime, place.Location);
        }

        foreach (Holder holder in statement.Holders)
        {
            foreach (PartySymbol party in holder.Group.Parties)
            {
                // Who covers two places goes on with the one that is left.
                PlaceSymbol? place = null;
                foreach (PlaceSymbol one in Seats.Person(party).At)
                {
                    place = place is null || one.Lifetime.Last > place.Lifetime.Last ? one : place;
                }

                if (place is not null)
                {
                    yield return new Mortal(place, place.Lifetime, holder.Location);
                }
            }
        }
    }

    // A designation lives no longer than the post that it is held with.
    private static DateRange LifeOf(PartySymbol party)
    {
        DateRange life = party.Lifetime.Intersect(Seats.Person(party).Lifetime);
        return life.IsEmpty ? party.Lifetime : life;
    }

    private static DateOnly LastDayOf(RuleRun run, DelegationStatement statement)
    {
        if (statement.Terms.Until is DateOnly until && !EndsWithDesignation(statement, until))
        {
            return until;
        }

        DateOnly last = run.Model.Info.InForce.Last;
        if (statement.Terms.Under?.Symbol is Symbol basis && basis.Lifetime.Last < last)
        {
            last = basis.Lifetime.Last;
        }

        DateOnly held = LastDayHeld(run, statement);
        return held < last ? held : last;
    }

    // The sentence itself does not say so.
    private static bool EndsWithDesignation(DelegationStatement statement, DateOnly until) => statement.Terms.IsUntilAdded
        && statement.Holders.Any(holder => holder.Group.Parties.Any(party => party.Designations.Length == 1 && party.Lifetime.Last == until));

    // The last day on which the delegator holds any of it; without end where it holds it by law.
    private static DateOnly LastDayHeld(RuleRun run, DelegationStatement statement)
    {
        if (statement.Delegator is not PartySymbol delegator)
        {
            return DateOnly.MaxValue;
        }

        AuthorityGraph authority = run.Judge.Authority;
        DateOnly last = DateOnly.MinValue;
        foreach (SubjectReference subject in statement.Subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol)
            {
                PartySymbol seat = run.Seats.Of(delegator);
                if (seat.IsOrganisation)
                {
                    return DateOnly.MaxValue;
                }

                foreach (Grant grant in authority.Index.GrantsTo(seat))
                {
                    last = Later(last, BoxBuilder.DaysOf(grant.Statement.Terms).Last);
                }

                continue;
            }

            foreach (Atom atom in authority.Boxes.Atoms(symbol, statement.Terms))
            {
                if (authority.Index.GiverOf(statement, atom.Node) is not PartySymbol giver || authority.Ownership.Holds(giver, atom))
                {
                    return DateOnly.MaxValue;
                }

                foreach (Holding holding in authority.HoldingsOf(giver, atom))
                {
                    last = Later(last, holding.Extent.Days.Last);
                }
            }
        }

        return last == DateOnly.MinValue ? DateOnly.MaxValue : last;
    }

    private static bool HoldsByLaw(RuleRun run, DelegationStatement statement, PartySymbol delegator)
    {
        foreach (SubjectReference subject in statement.Subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol)
            {
                return run.Seats.Of(delegator).IsOrganisation;
            }

            foreach (Atom atom in run.Judge.Authority.Boxes.Atoms(symbol, statement.Terms))
            {
                PartySymbol? giver = run.Judge.Authority.Index.GiverOf(statement, atom.Node);
                if (giver is not null && run.Judge.Authority.Ownership.Holds(giver, atom))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private Diagnostic Describe(DelegationStatement statement, Mortal mortal)
    {
        string name = Phrases.Name(mortal.Symbol);
        if (mortal.IsBeginning)
        {
            string first = Wording.Day(mortal.Life.First);
            return new Diagnostic(
                Descriptor, mortal.Location, $"{name} begins on {first}, and this delegation already on {Wording.Day(mortal.Bound)}")
            {
                Label = "not yet there",
                Related = [new RelatedLocation($"from {first}", mortal.Symbol.Declaration)],
                Help = $"begin on {first}, or name whoever is there before",
            };
        }

        string last = Wording.Day(mortal.Life.Last);
        string bound = mortal.Bound == DateOnly.MaxValue ? "has no end" : $"runs until {Wording.Day(mortal.Bound)}";
        return new Diagnostic(Descriptor, mortal.Location, $"{name} ends on {last}, and this delegation {bound}")
        {
            Label = $"there until {last} only",
            Related = [new RelatedLocation($"until {last}", mortal.Symbol.Declaration)],
            Help = $"say `until {last}` here, and in a sentence of its own who follows",
            Fixes = FixOf(statement, last) is CodeFix fix ? [fix] : [],
        };
    }

    private static CodeFix? FixOf(DelegationStatement statement, string last)
    {
        string title = $"end it on {last}";
        if (ClauseLocations.Of<UntilClauseSyntax>(statement) is SourceLocation until)
        {
            return new CodeFix(title, [new TextEdit(until, $"until {last}")]);
        }

        if (statement.Terms.Until is not null)
        {
            return null;
        }

        int? end = statement.Syntax switch
        {
            DecidingSyntax deciding => deciding.Clauses.IsEmpty ? deciding.To.Span.End : deciding.Clauses[^1].Span.End,
            TableLineSyntax line => line.Clauses.IsEmpty ? line.Holders.Span.End : line.Clauses[^1].Span.End,
            _ => null,
        };
        return end is int position
            ? new CodeFix(title, [new TextEdit(new SourceLocation(statement.Location.Source, new TextSpan(position, 0)), $" until {last}")])
            : null;
    }

    /// <summary>Something that a sentence names, with the days on which it exists.</summary>
    private sealed record Mortal(Symbol Symbol, DateRange Life, SourceLocation Location)
    {
        public bool IsDelegator { get; init; }

        public bool IsBeginning { get; init; }

        /// <summary>The day of the sentence that lies outside.</summary>
        public DateOnly Bound { get; init; }
    }
}
