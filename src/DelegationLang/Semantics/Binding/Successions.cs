using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Puts whoever takes over in the place of whoever stood there: each sentence that goes on past the day becomes one up to the day before and one from the day on, so that
/// nothing after the binder need know of it. What bears one name after another is treated alike.
/// </summary>
internal sealed class Successions(StatementBinder statements, PassedSubjects passed)
{
    private readonly Dictionary<DelegationStatement, List<DelegationStatement>> lines = new(ReferenceEqualityComparer.Instance);

    /// <summary>Applies everything by which something stands in the place of something else, by day.</summary>
    public void Apply(ImmutableArray<SuccessionStatement> successions, SymbolTable symbols, IEnumerable<LimitsTable> tables)
    {
        var days = new SortedDictionary<DateOnly, Substitution>();
        foreach ((Symbol earlier, Symbol later) in Consecutive(symbols))
        {
            later.IsReferenced = earlier.IsReferenced |= later.IsReferenced;
            At(later.Lifetime.First).Add(earlier, later, null);
        }

        foreach (SuccessionStatement succession in successions)
        {
            Add(succession, At(succession.On));
        }

        foreach ((DateOnly day, Substitution places) in days)
        {
            foreach (SuccessionStatement part in successions.Where(succession => succession.On == day && !succession.Terms.For.IsEmpty))
            {
                ApplyInPart(part);
            }

            Replace(day, places);
            if (places.OfNames() is { IsEmpty: false } names)
            {
                Replace(day, names, isBegun: true);
            }

            AddRecusals(day, places);
        }

        foreach (LimitsTable table in lines.Count == 0 ? [] : tables)
        {
            table.Lines = [.. table.Lines.SelectMany(PartsOf)];
        }

        for (int i = 0; i < statements.Temporary.Count && lines.Count > 0; i++)
        {
            (Scope scope, ImmutableArray<DelegationStatement> said) = statements.Temporary[i];
            statements.Temporary[i] = (scope, [.. said.SelectMany(PartsOf)]);
        }

        // What happens on one day happens at once: an organisation and its board pass together.
        Substitution At(DateOnly day)
        {
            if (!days.TryGetValue(day, out Substitution? places))
            {
                days.Add(day, places = new Substitution());
            }

            return places;
        }
    }

    private IEnumerable<DelegationStatement> PartsOf(DelegationStatement line) => lines.TryGetValue(line, out List<DelegationStatement>? parts) ? parts.SelectMany(PartsOf) : [line];

    // Each pair once of what bears one name, or one other name, after another.
    private static HashSet<(Symbol Earlier, Symbol Later)> Consecutive(SymbolTable symbols)
    {
        var pairs = new HashSet<(Symbol, Symbol)>();
        foreach ((_, Symbol[] sameName) in symbols.SchemeEntries)
        {
            if (sameName.Length > 1 && sameName.Where(symbol => symbol is not UndeterminedSymbol && !symbol.IsDuplicate).OrderBy(symbol => symbol.Lifetime.First).ToList() is var versions && Versions.Follow(versions))
            {
                pairs.UnionWith(versions.Zip(versions.Skip(1)));
            }
        }

        return pairs;
    }

    private void Add(SuccessionStatement succession, Substitution places)
    {
        foreach ((SubjectSymbol from, SubjectSymbol to) in passed.By(succession))
        {
            places.Add(from, to, succession);
        }

        foreach (PartySymbol predecessor in succession.Terms.For.IsEmpty ? succession.Predecessors : [])
        {
            places.Add(predecessor, succession.Successor, succession);
            succession.Successor.IsReferenced = true;
        }
    }

    // Whoever takes over takes no part either, and stands where something would go to the other.
    private void AddRecusals(DateOnly day, Substitution places)
    {
        for (int i = 0, count = statements.Recusals.Count; i < count; i++)
        {
            Recusal recusal = statements.Recusals[i];
            Terms terms = recusal.Statement.Terms;
            if (places.Any(recusal.GoesTo.SelectMany(holder => holder.Group.Parties)) && !(terms.Until < day))
            {
                ImmutableArray<Holder> successors = places.Of(recusal.GoesTo);
                Recusal after = On(recusal, terms with { From = Latest(terms.From, day), Successions = terms.Successions.AddRange(places.Used()) }) with { GoesTo = successors };
                if (terms.From >= day)
                {
                    statements.Recusals[i] = after;
                }
                else
                {
                    statements.Recusals[i] = On(recusal, terms with { Until = day.AddDays(-1) });
                    statements.Recusals.Add(after);
                }
            }
        }

        statements.Recusals.AddRange([.. statements.Recusals.Where(recusal => places.Any([recusal.Party])).Select(recusal => recusal with
        {
            Party = places.Of(recusal.Party),
            Statement = recusal.Statement.On(
                places.Of(recusal.Statement.Terms with { From = Latest(recusal.Statement.Terms.From, day) }), places.Of(recusal.Party), places.Of(recusal.Statement.Others), recusal.Statement.Subjects),
        })]);
    }

    private static Recusal On(Recusal recusal, Terms terms) =>
        recusal with { Statement = recusal.Statement.On(terms, recusal.Statement.Actor, recusal.Statement.Others, recusal.Statement.Subjects) };

    private static DateOnly Latest(DateOnly? one, DateOnly other) => one is { } day && day > other ? day : other;

    // Some subjects alone: whoever held them takes no part in them from that day, and they go to whoever takes over; what it gave of them, the other gives.
    private void ApplyInPart(SuccessionStatement succession)
    {
        if (succession.Scope is not { } scope)
        {
            return;
        }

        var holder = new Holder(new ActingGroup([succession.Successor]), succession.Location);
        foreach (PartySymbol predecessor in succession.Predecessors)
        {
            Split(statements.Delegations, succession.On, statement => statement.Delegator != predecessor || !IsWithin(statement.Subjects, statement.Terms, succession), (statement, terms, isLater) => isLater
                ? statement.On(terms with { Successions = terms.Successions.Add(new Succeeded(succession, predecessor)) }, delegator: succession.Successor)
                : statement.On(terms));
            AddGivenWidely(succession, predecessor);
            foreach (Reference<SubjectSymbol> subject in succession.Terms.For)
            {
                var asRecusal = new InvolvementStatement
                {
                    Order = succession.Order,
                    Location = succession.Location,
                    Syntax = succession.Syntax,
                    Section = succession.Section,
                    Verb = Syntax.InvolvementVerb.TakesNoPart,
                    Actor = predecessor,
                    Others = [succession.Successor],
                    Subjects = [new SubjectReference(SubjectScope.Named, subject.Symbol, subject.Location)],
                    Terms = new Terms { From = succession.On, Successions = [new Succeeded(succession, predecessor)] },
                };
                statements.Recusals.Add(new Recusal(scope, asRecusal, predecessor, subject, [holder], IsSuccession: true));
            }
        }
    }

    // Of what it gave on more widely, the other gives what passes.
    private void AddGivenWidely(SuccessionStatement succession, PartySymbol predecessor)
    {
        for (int i = statements.Delegations.Count - 1; i >= 0; i--)
        {
            DelegationStatement wide = statements.Delegations[i];
            var days = DateRange.From(wide.Terms.From, wide.Terms.Until);
            ImmutableArray<Reference<SubjectSymbol>> passing = [.. succession.Terms.For.Where(one => IsIn(one.Symbol, wide))];
            if (wide.Delegator != predecessor || days.Last < succession.On || days.First >= succession.On || passing.IsEmpty || IsWithin(wide.Subjects, wide.Terms, succession))
            {
                continue;
            }

            bool isFor = !wide.Terms.For.IsEmpty;
            Terms terms = wide.Terms with { From = succession.On, IsFromAdded = false, For = isFor ? passing : [], Successions = wide.Terms.Successions.Add(new Succeeded(succession, predecessor)) };
            ImmutableArray<SubjectReference> subjects = isFor ? wide.Subjects : [.. passing.Select(one => new SubjectReference(SubjectScope.Named, one.Symbol, one.Location))];
            DelegationStatement[] parts = [wide.On(wide.Terms), wide.On(terms, subjects: subjects, delegator: succession.Successor)];
            statements.Delegations.RemoveAt(i);
            statements.Delegations.InsertRange(i, parts);
            lines[wide] = [.. parts];
        }
    }

    private static bool IsIn(SubjectSymbol subject, DelegationStatement wide) => wide.Terms.For.IsEmpty
        ? wide.Subjects.Any(one => one.Scope == SubjectScope.AllMatters || (one.Symbol is { } symbol && subject.IsWithin(symbol)))
        : wide.Terms.For.Any(function => subject.IsWithin(function.Symbol));

    private static bool IsWithin(ImmutableArray<SubjectReference> subjects, Terms terms, SuccessionStatement succession) =>
        subjects.All(subject => subject.Symbol is { } symbol && succession.Terms.For.Any(one => symbol.IsWithin(one.Symbol)))
        || (!terms.For.IsEmpty && terms.For.All(function => succession.Terms.For.Any(one => function.Symbol.IsWithin(one.Symbol))));
    /// <summary>From a day on some things stand in the place of others.</summary>
    /// <param name="day">The day.</param>
    /// <param name="places">What stands in the place of what.</param>
    /// <param name="isBegun">Whether in sentences that begin on the day or later, and not in those that go on past it.</param>
    private void Replace(DateOnly day, Substitution places, bool isBegun = false)
    {
        Split(statements.Delegations, day, statement => !places.Touches(statement.Delegator, statement.Subjects, PartiesOf(statement.Holders), statement.Terms), (statement, terms, isLater) => isLater
            ? Said(places, places.Of(statement.Subjects), places.Of(statement.Holders), places.OfOrNone(statement.Delegator), places.Of(terms), statement.On)
            : statement.On(terms), isBegun);
        Split(statements.Reservations, day, statement => !places.Touches(statement.Reserver, statement.Subjects, PartiesOf(statement.Holders), statement.Terms), (statement, terms, isLater) => isLater
            ? Said(places, places.Of(statement.Subjects), places.Of(statement.Holders), places.OfOrNone(statement.Reserver), places.Of(terms), statement.On)
            : statement.On(terms, null, statement.Subjects, statement.Holders), isBegun);
        Split(statements.Deputies, day, statement => !places.Touches(statement.Deputy, [], statement.Principals, statement.Terms), (statement, terms, isLater) => isLater
            ? statement.On(places.Of(terms), places.OfOrNone(statement.Deputy), places.Of(statement.Principals))
            : statement.On(terms), isBegun);
        Split(statements.Involvements, day, statement => !places.Touches(statement.Actor, statement.Subjects, statement.Others, statement.Terms), (statement, terms, isLater) => isLater
            ? statement.On(places.Of(terms), places.OfOrNone(statement.Actor), places.Of(statement.Others), places.Of(statement.Subjects))
            : statement.On(terms, statement.Actor, statement.Others, statement.Subjects), isBegun);
    }

    // One after the other: of most sentences nobody asks for the second.
    private static IEnumerable<PartySymbol> PartiesOf(ImmutableArray<Holder> holders)
    {
        foreach (Holder holder in holders)
        {
            foreach (PartySymbol party in holder.Group.Parties)
            {
                yield return party;
            }
        }
    }

    // Everything is put in its place before it is asked by which sentences.
    private static T Said<T>(
        Substitution places, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders, PartySymbol? giver, Terms terms,
        Func<Terms, Statement?, ImmutableArray<SubjectReference>, ImmutableArray<Holder>, PartySymbol?, T> make) =>
        make(terms with { Successions = terms.Successions.AddRange(places.Used()) }, null, subjects, holders, giver);

    // What ends before the day is as it was. What begins on it or later was written of whoever is there then; of what only bears a name in turn, the name is that of the
    // later one. A sentence in error takes away what it can, before and after.
    private void Split<T>(ImmutableArray<T>.Builder all, DateOnly day, Func<T, bool> isOther, Func<T, Terms, bool, T> make, bool isBegun = false)
        where T : Statement
    {
        for (int i = all.Count - 1; i >= 0; i--)
        {
            T statement = all[i];
            var days = DateRange.From(statement.Terms.From, statement.Terms.Until);
            if (days.Last < day || days.First >= day != isBegun || isOther(statement))
            {
                continue;
            }

            T[] parts = isBegun
                ? [make(statement, statement.Terms, true)]
                : [make(statement, statement.Terms with { Until = day.AddDays(-1), IsUntilAdded = false }, false), make(statement, statement.Terms with { From = day, IsFromAdded = false }, true)];
            all.RemoveAt(i);
            all.InsertRange(i, parts);
            if (statement is DelegationStatement line)
            {
                lines[line] = [.. parts.Cast<Statement>().Cast<DelegationStatement>()];
            }
        }
    }
}
