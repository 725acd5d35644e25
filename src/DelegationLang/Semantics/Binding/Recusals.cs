using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>One subject in which a party takes no part.</summary>
/// <param name="Scope">The sentence.</param>
/// <param name="Statement">The sentence, bound: when, and on which days.</param>
/// <param name="Party">Who takes no part.</param>
/// <param name="Subject">In what, with all that lies within it.</param>
/// <param name="GoesTo">Who decides it then; empty for whoever gave it.</param>
internal sealed record Recusal(Scope Scope, InvolvementStatement Statement, PartySymbol Party, Reference<SubjectSymbol> Subject, ImmutableArray<Holder> GoesTo)
{
    /// <summary>Whether it is not so always.</summary>
    public bool IsSometimes => !Statement.Terms.Facts.IsEmpty || Statement.Terms.From is not null || Statement.Terms.Until is not null;

    /// <summary>Whether a party is the one, be it by a designation that its holder has too.</summary>
    public bool IsOf(PartySymbol party) =>
        ReferenceEquals(party, Party) || party.Designations.Any(designation => ReferenceEquals(designation.Holder, Party));
}

/// <summary>
/// Takes a party out of what it takes no part in: each sentence by which it would decide that becomes one without it there, so that nothing
/// after the binder need know of it. What nobody else gets by the sentence stays with whoever gives it.
/// </summary>
internal sealed class Recusals(StatementBinder statements, Reporter reporter)
{
    private readonly RecusedParts parts = new(statements);

    /// <summary>Replaces the sentences. What cannot be taken apart is reported, and then stays as it is.</summary>
    public void Apply(IEnumerable<LimitsTable> tables)
    {
        foreach (Recusal recusal in statements.Recusals)
        {
            Apply(recusal, tables);
        }
    }

    private void Apply(Recusal recusal, IEnumerable<LimitsTable> tables)
    {
        var delegations = new Dictionary<DelegationStatement, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in statements.Delegations)
        {
            if (statement.HasErrors)
            {
                continue;
            }

            List<DelegationStatement>? replaced = Replace(
                recusal, statement, statement.Delegator, statement.Subjects, statement.Holders, (terms, saidBy, subjects, holders) => statement.On(terms, saidBy, subjects, holders));
            if (replaced is { Count: 0 })
            {
                ReportWhole(recusal, statement);
                return;
            }

            if (replaced is not null)
            {
                delegations.Add(statement, replaced);
            }
        }

        var reservations = new Dictionary<ReservationStatement, List<ReservationStatement>>(ReferenceEqualityComparer.Instance);
        foreach (ReservationStatement statement in statements.Reservations)
        {
            if (statement.HasErrors || statement.IsProhibition)
            {
                continue;
            }

            List<ReservationStatement>? replaced = Replace(recusal, statement, statement.Reserver, statement.Subjects, statement.Holders, (terms, saidBy, subjects, holders) => statement.On(terms, saidBy, subjects, holders));
            if (replaced is { Count: 0 })
            {
                ReportWhole(recusal, statement);
                return;
            }

            if (replaced is not null)
            {
                reservations.Add(statement, replaced);
            }
        }

        if (delegations.Count + reservations.Count == 0 && !recusal.GoesTo.IsEmpty && recusal.Statement.Terms.Successions.IsEmpty)
        {
            ReportNothing(recusal);
            return;
        }

        Exchange(statements.Delegations, delegations);
        Exchange(statements.Reservations, reservations);
        Exchange(statements.Deputies, statements.Deputies.Where(deputy => deputy.Deputy is { } party && recusal.IsOf(party) && !deputy.HasErrors)
            .ToDictionary(deputy => deputy, deputy => parts.OfDeputy(recusal, deputy)));
        foreach (LimitsTable table in tables)
        {
            table.Lines = [.. table.Lines.SelectMany(line => delegations.TryGetValue(line, out List<DelegationStatement>? replaced) ? replaced : [line])];
        }
    }

    private static void Exchange<T>(ImmutableArray<T>.Builder all, Dictionary<T, List<T>> replaced)
        where T : Statement
    {
        if (replaced.Count > 0)
        {
            ImmutableArray<T> now = [.. all.SelectMany(statement => replaced.TryGetValue(statement, out List<T>? others) ? others : [statement])];
            all.Clear();
            all.AddRange(now);
        }
    }

    /// <summary>The sentences that one becomes; none where it has nothing to do with the party or the subject, and an empty list where it cannot be taken apart.</summary>
    private List<T>? Replace<T>(
        Recusal recusal, Statement statement, PartySymbol? giver, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders,
        Func<Terms, Statement?, ImmutableArray<SubjectReference>, ImmutableArray<Holder>, T> make)
    {
        ImmutableArray<Holder> own = [.. holders.Where(holder => holder.Group.Parties.Any(recusal.IsOf))];
        if (own.IsEmpty || giver is null)
        {
            return null;
        }

        ImmutableArray<Holder> others = [.. holders.Except(own)];
        List<RecusedPart> recused = [.. subjects.Select(subject => parts.Of(recusal, giver, subject, statement.Terms, isAlone: others.IsEmpty)).OfType<RecusedPart>()];
        bool isInParts = recusal.IsSometimes || !recusal.GoesTo.IsEmpty;
        if (recused.Count == 0)
        {
            return null;
        }

        // Of the lines of a table the first that applies decides, so that a line cannot become two that apply at once.
        bool isSharedLine = !others.IsEmpty && statement is DelegationStatement { Table: not null };
        if (isSharedLine || (isInParts && recused.Exists(part => part.Part is null)))
        {
            return [];
        }

        var made = new List<T>();
        if (!others.IsEmpty)
        {
            made.Add(make(statement.Terms, null, subjects, others));
        }

        ImmutableArray<SubjectReference> rest = [.. subjects.Where(subject => !recused.Exists(part => part.IsWhole && part.Of == subject))];
        if (!rest.IsEmpty || (others.IsEmpty && !isInParts))
        {
            made.Add(make(statement.Terms with { KeptBack = statement.Terms.KeptBack.Add(recusal.Subject) }, null, rest.IsEmpty ? subjects : rest, own));
        }

        if (isInParts)
        {
            foreach (IGrouping<string, RecusedPart> alike in recused.GroupBy(part => string.Join('\n', part.For.Select(function => function.Symbol.Name))))
            {
                ImmutableArray<SubjectReference> about = [.. alike.Select(part => part.Part).OfType<SubjectReference>().Distinct()];
                Terms terms = statement.Terms with { For = alike.First().For };
                made.AddRange(RecusedTerms.Without(recusal, terms).Select(other => make(other, null, about, own)));
                if (!recusal.GoesTo.IsEmpty && RecusedTerms.Instead(recusal, terms) is { } instead)
                {
                    made.Add(make(instead, recusal.Statement, about, recusal.GoesTo));
                }
            }
        }

        return made;
    }

    private void ReportWhole(Recusal recusal, Statement statement) =>
        reporter.Report(recusal.Scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause,
            recusal.Subject.Location,
            statement is DelegationStatement { Table: not null, Holders.Length: > 1 }
                ? $"a line of a table gives {Wording.Quote(recusal.Party.DisplayName)} this beside others, and cannot be taken apart"
                : $"another sentence gives {Wording.Quote(recusal.Party.DisplayName)} this without naming it, so that it cannot be taken out for some cases alone")
        {
            Label = "cannot be taken out",
            Help = $"say in a sentence of its own who decides {Wording.Quote(recusal.Subject.Symbol.DisplayName)}",
            Related = [new RelatedLocation("given here", statement.Location)],
        });

    private void ReportNothing(Recusal recusal) =>
        reporter.Report(recusal.Scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause,
            recusal.Subject.Location,
            $"no sentence gives {Wording.Quote(recusal.Party.DisplayName)} {Wording.Quote(recusal.Subject.Symbol.DisplayName)}, so that nothing goes to {Wording.List([.. recusal.Statement.Others.Select(party => Wording.Quote(party.DisplayName))])}")
        {
            Label = "not given to it",
            Help = "delegate it by a sentence of its own, and leave `which goes to` out",
        });
}

/// <summary>The terms of what a party takes no part in.</summary>
internal static class RecusedTerms
{
    /// <summary>The terms on which the party still decides it: when the facts are not so, before the first day, and after the last.</summary>
    public static IEnumerable<Terms> Without(Recusal recusal, Terms terms)
    {
        Terms said = recusal.Statement.Terms;
        DateRange own = DateRange.From(terms.From, terms.Until);
        if (!said.Facts.IsEmpty)
        {
            yield return terms with { Facts = [.. terms.Facts, .. Opposite(said.Facts)] };
        }

        if (said.From is { } first && !(own.HasFirst && own.First >= first))
        {
            yield return terms with { Until = own.HasLast && own.Last < first ? own.Last : first.AddDays(-1), IsUntilAdded = false };
        }

        if (said.Until is { } last && !(own.HasLast && own.Last <= last))
        {
            yield return terms with { From = own.HasFirst && own.First > last ? own.First : last.AddDays(1), IsFromAdded = false };
        }
    }

    /// <summary>The terms on which it goes to somebody else; none where the two have no day in common.</summary>
    public static Terms? Instead(Recusal recusal, Terms terms)
    {
        Terms said = recusal.Statement.Terms;
        DateRange days = DateRange.From(terms.From, terms.Until).Intersect(DateRange.From(said.From, said.Until));
        return days.IsEmpty ? null : terms with
        {
            Facts = [.. terms.Facts, .. said.Facts],
            From = days.HasFirst ? days.First : null,
            Until = days.HasLast ? days.Last : null,
            IsFromAdded = terms.IsFromAdded && days.HasFirst && days.First == terms.From,
            IsUntilAdded = terms.IsUntilAdded && days.HasLast && days.Last == terms.Until,
            ApprovedBy = said.ApprovedBy ?? terms.ApprovedBy,
            References = said.References,
            Notes = said.Notes,
            ReviewBy = said.ReviewBy ?? terms.ReviewBy,
            Because = said.Because,
            Successions = terms.Successions.AddRange(said.Successions),
        };
    }

    // Not (a or b) and (c): not a and not b, or not c. As groups of which each must have one: (not a or not c), (not b or not c).
    private static IEnumerable<FactGroup> Opposite(ImmutableArray<FactGroup> facts)
    {
        IEnumerable<ImmutableArray<Fact>> chosen = [[]];
        foreach (FactGroup group in facts)
        {
            chosen = chosen.SelectMany(some => group.AnyOf.Select(fact => some.Add(fact with { IsNegated = !fact.IsNegated })));
        }

        return chosen.Select(some => new FactGroup(some));
    }
}
