using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Takes a party out of what it takes no part in: each sentence by which it would decide that becomes one without it there, so that nothing
/// after the binder need know of it. What nobody else gets by the sentence stays with whoever gives it.
/// </summary>
internal sealed class Recusals(StatementBinder statements, Reporter reporter)
{
    private readonly RecusedParts parts = new(statements);
    private readonly RecusalTrail trail = new();
    private readonly HashSet<Recusal> wholes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Recusal> used = new(ReferenceEqualityComparer.Instance);
    // Those that always are so; and when each recusal was last applied, and when somebody was last given what another takes no part in.
    private readonly Dictionary<Recusal, int> applied = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, int> given = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(PartySymbol Party, SubjectSymbol Subject), Recusal> never = [];
    private int turn;

    /// <summary>Replaces the sentences. What cannot be taken apart is reported, and then stays as it is.</summary>
    public void Apply(IEnumerable<LimitsTable> tables)
    {
        // Of two sentences about one party, that which says to whom it goes comes before that which does not, in whatever order they stand.
        Recusal[] ordered = [.. statements.Recusals.OrderBy(recusal => recusal.GoesTo.IsEmpty)];
        foreach (Recusal recusal in ordered.Where(recusal => !recusal.IsSometimes && !recusal.IsSuccession))
        {
            never.TryAdd((recusal.Party, recusal.Subject.Symbol), recusal);
        }

        // Who takes over some subjects does so once, in the order of the days, and may give them back; whoever takes no part is given nothing by others who take none.
        ILookup<bool, Recusal> all = ordered.ToLookup(recusal => recusal.IsSuccession);
        ApplyInTurn(all[false], tables);
        foreach (Recusal succession in all[true])
        {
            Apply(succession, tables);
        }

        ApplyInTurn(all[false], tables);
        HashSet<(Scope, SubjectSymbol)> told = [.. used.Select(recusal => (recusal.Scope, recusal.Subject.Symbol))];
        foreach (Recusal recusal in statements.Recusals.Where(recusal => !wholes.Contains(recusal)))
        {
            if (!used.Contains(recusal) && !recusal.GoesTo.IsEmpty && !recusal.IsSuccession)
            {
                if (told.Add((recusal.Scope, recusal.Subject.Symbol)))
                {
                    ReportNothing(recusal);
                }

                continue;
            }

            StatementBinder.Exchange(statements.Deputies, statements.Deputies.Where(deputy => deputy.Deputy is { } party && recusal.IsOf(party) && !deputy.HasErrors)
                .ToDictionary(deputy => deputy, deputy => parts.OfDeputy(recusal, deputy)));
        }
    }

    // Until nobody has been given anything since whoever takes no part was last taken out.
    private void ApplyInTurn(IEnumerable<Recusal> recusals, IEnumerable<LimitsTable> tables)
    {
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (Recusal recusal in recusals)
            {
                if (!applied.TryGetValue(recusal, out int last) || given.GetValueOrDefault(recusal.Party) > last)
                {
                    isChanged = true;
                    Apply(recusal, tables);
                }
            }
        }
    }

    private void Apply(Recusal recusal, IEnumerable<LimitsTable> tables)
    {
        applied[recusal] = ++turn;
        if (wholes.Contains(recusal))
        {
            return;
        }

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

        if (delegations.Count + reservations.Count == 0)
        {
            return;
        }

        used.Add(recusal);
        statements.Exchange(delegations, tables);
        StatementBinder.Exchange(statements.Reservations, reservations);
    }

    /// <summary>The sentences that one becomes; none where it has nothing to do with the party or the subject, and an empty list where it cannot be taken apart.</summary>
    private List<T>? Replace<T>(
        Recusal recusal, Statement statement, PartySymbol? giver, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders,
        Func<Terms, Statement?, ImmutableArray<SubjectReference>, ImmutableArray<Holder>, T> make)
        where T : Statement
    {
        ImmutableArray<Holder> own = [.. holders.Where(holder => holder.Group.Parties.Any(recusal.IsOf))];
        if (own.IsEmpty || giver is null || trail.IsApplied(statement, recusal))
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
            made.Add(trail.Beside(statement, make(statement.Terms, null, subjects, others)));
        }

        ImmutableArray<SubjectReference> rest = [.. subjects.Where(subject => !recused.Exists(part => part.IsWhole && part.Of == subject))];
        if (!rest.IsEmpty || (others.IsEmpty && !isInParts))
        {
            made.Add(WithoutIt(rest.IsEmpty ? subjects : rest));
        }

        if (isInParts)
        {
            List<(Recusal By, ImmutableArray<Holder> To)> instead = Follow(statement, recusal);
            foreach (IGrouping<string, RecusedPart> alike in recused.GroupBy(part => string.Join('\n', part.For.Select(function => function.Symbol.Name))))
            {
                ImmutableArray<SubjectReference> about = [.. alike.Select(part => part.Part).OfType<SubjectReference>().Distinct()];
                Terms terms = statement.Terms with { For = alike.First().For };
                made.AddRange(RecusedTerms.Without(recusal, terms).Select(other => trail.Rest(statement, recusal, make(other, null, about, own))));
                if (RecusedTerms.Instead(recusal, terms) is { } then)
                {
                    foreach ((Recusal by, ImmutableArray<Holder> to) in instead)
                    {
                        ImmutableArray<Holder> acting = [.. own.SelectMany(holder => recusal.InPlaceOf(holder, to))];
                        if (!acting.IsEmpty)
                        {
                            made.Add(trail.Passed(statement, recusal, make(ReferenceEquals(by, recusal) ? then : RecusedTerms.Instead(by, then) ?? then, by.Statement, about, acting)));
                            Given(acting);
                        }
                    }
                }
            }
        }

        // Where it goes to nobody, because all to whom it would go take no part either, the sentence stays and gives nothing.
        return made.Count > 0 ? made : [WithoutIt(subjects)];

        T WithoutIt(ImmutableArray<SubjectReference> about) =>
            trail.Rest(statement, recusal, make(statement.Terms with { KeptBack = statement.Terms.KeptBack.Add(recusal.Subject) }, null, about, own));
    }

    // To whom it goes in the end, and by which sentence: where one of those to whom it goes never takes part in it either, to whom it goes from there.
    private List<(Recusal By, ImmutableArray<Holder> To)> Follow(Statement statement, Recusal recusal)
    {
        List<(Recusal, ImmutableArray<Holder>)> found = [];
        HashSet<Recusal> followed = new(ReferenceEqualityComparer.Instance);
        for (var open = new Queue<Recusal>([recusal]); open.TryDequeue(out Recusal? from);)
        {
            ImmutableArray<Holder> last = trail.Open(statement, recusal, from);
            List<Recusal> next = [.. recusal.IsSuccession ? [] : last.Select(holder => Never(holder, recusal)).OfType<Recusal>()];
            foreach (Recusal other in next.Where(followed.Add))
            {
                used.Add(other);
                open.Enqueue(other);
            }

            last = next.Count == 0 ? last : [.. last.Where(holder => Never(holder, recusal) is null)];
            if (!last.IsEmpty)
            {
                found.Add((from, last));
            }
        }

        return found;
    }

    private Recusal? Never(Holder holder, Recusal recusal) =>
        holder.Group.Parties is [var party] ? never.GetValueOrDefault((party, recusal.Subject.Symbol)) : null;

    private void Given(ImmutableArray<Holder> holders)
    {
        foreach (PartySymbol party in holders.SelectMany(holder => holder.Group.Parties))
        {
            given[party] = turn;
            foreach (Designation designation in party.Designations)
            {
                given[designation.Holder] = turn;
            }
        }
    }

    private void ReportWhole(Recusal recusal, Statement statement)
    {
        wholes.Add(recusal);
        reporter.Report(recusal.Scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause,
            recusal.Subject.Location,
            statement is DelegationStatement { Table: not null, Holders.Length: > 1 }
                ? $"a line of a table gives {MessageWords.Quote(recusal.Party.DisplayName)} this beside others, and cannot be taken apart"
                : $"another sentence gives {MessageWords.Quote(recusal.Party.DisplayName)} this without naming it, so that it cannot be taken out for some cases alone")
        {
            Label = "cannot be taken out",
            Help = $"say in a sentence of its own who decides {MessageWords.Quote(recusal.Subject.Symbol.DisplayName)}",
            Related = [new RelatedLocation("given here", statement.Location)],
        });
    }

    private void ReportNothing(Recusal recusal) =>
        reporter.Report(recusal.Scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause,
            recusal.Subject.Location,
            $"no sentence gives {MessageWords.Quote(recusal.Party.DisplayName)} {MessageWords.Quote(recusal.Subject.Symbol.DisplayName)}, so that nothing goes to {Wording.List([.. recusal.Statement.Others.Select(party => MessageWords.Quote(party.DisplayName))])}")
        {
            Label = "not given to it",
            Help = "delegate it by a sentence of its own, and leave `which goes to` out",
        });
}
