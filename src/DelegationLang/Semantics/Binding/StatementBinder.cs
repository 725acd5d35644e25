using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>From sentences that say who decides to statements.</summary>
internal sealed class StatementBinder(
    NameResolver resolver, ClauseBinder clauses, PartyLists parties, SubjectLists subjects, StandingClauses standing, LifeCheck lives)
{
    private readonly OwnResponsibilities responsibilities = new(clauses.Reporter);
    private int order;

    public ImmutableArray<DelegationStatement>.Builder Delegations { get; } = ImmutableArray.CreateBuilder<DelegationStatement>();

    public ImmutableArray<ReservationStatement>.Builder Reservations { get; } = ImmutableArray.CreateBuilder<ReservationStatement>();

    public ImmutableArray<DeputyStatement>.Builder Deputies { get; } = ImmutableArray.CreateBuilder<DeputyStatement>();

    public ImmutableArray<InvolvementStatement>.Builder Involvements { get; } = ImmutableArray.CreateBuilder<InvolvementStatement>();

    /// <summary>The number of the next statement, in the order of the text.</summary>
    public int NextOrder() => order++;

    /// <summary><c>A reserves | delegates | entrusts S to B</c>.</summary>
    public void Bind(Scope scope, DecidingSyntax sentence)
    {
        if (sentence.Verb == DecidingVerb.Reserves)
        {
            SourceLocation reserverLocation = scope.At(sentence.Delegator);
            PartySymbol? reserver = ResolveParty(scope, sentence.Delegator, Expectation.Reserver);
            AddReservation(
                scope,
                reserver,
                reserverLocation,
                subjects.Bind(scope, sentence.Subjects),
                parties.BindHolders(scope, sentence.To, Expectation.Holder, HasJointly(sentence.Clauses)),
                sentence.Clauses,
                () => "a sentence that reserves");
            return;
        }

        bool isEntrusted = sentence.Verb == DecidingVerb.Entrusts;
        AddDelegation(
            scope,
            ResolveParty(scope, sentence.Delegator, Expectation.Delegator),
            scope.At(sentence.Delegator),
            subjects.Bind(scope, sentence.Subjects),
            sentence.To,
            sentence.Clauses,
            [],
            isEntrusted,
            null,
            0);
    }

    /// <summary>
    /// Makes a delegation; its parties and its subjects may have been resolved elsewhere. It is several where each of those who get it is confined to
    /// its own responsibilities, and where some get it as members of a class and others do not.
    /// </summary>
    /// <param name="scope">The sentence or line.</param>
    /// <param name="delegator">Who gives.</param>
    /// <param name="delegatorLocation">Where that stands.</param>
    /// <param name="given">What is given.</param>
    /// <param name="to">To whom.</param>
    /// <param name="own">The clauses of the sentence.</param>
    /// <param name="headFor">The functions after <c>for</c> in the head of a table.</param>
    /// <param name="isEntrusted">Whether the sentence entrusts.</param>
    /// <param name="table">The table it is a line of.</param>
    /// <param name="index">Its place in the table.</param>
    public ImmutableArray<DelegationStatement> AddDelegation(
        Scope scope,
        PartySymbol? delegator,
        SourceLocation delegatorLocation,
        ImmutableArray<SubjectReference> given,
        PartyListSyntax to,
        ImmutableArray<ClauseSyntax> own,
        ImmutableArray<Reference<SubjectSymbol>> headFor,
        bool isEntrusted,
        LimitsTable? table,
        int index)
    {
        ImmutableArray<Holder> holders = parties.BindHolders(scope, to, Expectation.Holder, HasJointly(own));
        BoundClauses bound = clauses.Bind(scope, own, ClauseRules.Delegation, () => table is null ? "a sentence that delegates" : "a line of a table");
        if (bound.Terms.For.IsEmpty && !headFor.IsEmpty)
        {
            bound = bound with { Terms = bound.Terms with { For = headFor } };
        }

        bound = standing.AddTo(scope, bound);
        lives.Check(scope, bound.Terms);
        var made = ImmutableArray.CreateBuilder<DelegationStatement>();
        ImmutableArray<Share> shares = responsibilities.Split(scope, new Share(holders, given, bound.Terms), isTable: table is not null);
        foreach (Share share in shares)
        {
            made.Add(Make(share));
        }

        Delegations.AddRange(made);
        return made.DrainToImmutable();

        DelegationStatement Make(Share share) => new()
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Delegator = delegator,
            DelegatorLocation = delegatorLocation,
            Subjects = share.Subjects,
            Holders = parties.Join(scope, share.Holders, bound.Jointly),
            IsEntrusted = isEntrusted,
            Table = table,
            TableIndex = index,
            Terms = share.Terms,
            HasErrors = scope.HasErrors,
        };
    }

    /// <summary>Makes a reservation; its parties and its subjects are resolved.</summary>
    public void AddReservation(
        Scope scope,
        PartySymbol? reserver,
        SourceLocation reserverLocation,
        ImmutableArray<SubjectReference> kept,
        ImmutableArray<Holder> holders,
        ImmutableArray<ClauseSyntax> own,
        Func<string> where)
    {
        BoundClauses bound = clauses.Bind(scope, own, ClauseRules.Reservation, where);
        ClauseBinder.ReportLoose(scope, bound.LooseQualifiers, clauses.Reporter);
        lives.Check(scope, bound.Terms);
        foreach (Share share in responsibilities.Split(scope, new Share(holders, kept, bound.Terms), isTable: true))
        {
            AddReservation(scope, reserver, reserverLocation, share with { Holders = parties.Join(scope, share.Holders, bound.Jointly) });
        }
    }

    private void AddReservation(Scope scope, PartySymbol? reserver, SourceLocation reserverLocation, Share share) =>
        Reservations.Add(new ReservationStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Reserver = reserver,
            ReserverLocation = reserverLocation,
            Subjects = share.Subjects,
            Holders = share.Holders,
            Terms = share.Terms,
            HasErrors = scope.HasErrors,
        });

    /// <summary>The lines of <c>matters of A reserved to B:</c>.</summary>
    public void Bind(Scope head, ListDeclarationSyntax list, DeclarationCollector declarations)
    {
        PartySymbol? reserver = head.HasErrors && list.Owner.IsMissing ? null : OwnerOfList(head, list, declarations);
        ImmutableArray<Holder> holders = parties.BindHolders(head, list.ReservedTo[0], Expectation.Holder);
        SourceLocation reserverLocation = head.At(list.Owner);
        foreach (ListItemSyntax item in list.Items)
        {
            if (declarations.Of(item) is not { } declared)
            {
                continue;
            }

            Scope scope = declared.Scope;
            scope.HasErrors |= head.HasErrors;
            foreach ((Symbol symbol, SourceLocation location) in head.Mortals)
            {
                scope.Rely(symbol, location);
            }

            ImmutableArray<SubjectReference> kept = declared.Symbol is SubjectSymbol matter
                ? [new SubjectReference(SubjectScope.Named, matter, scope.At(item.Name))]
                : [];
            declared.Symbol.IsReferenced = true;
            ImmutableArray<ClauseSyntax> own = [.. list.ClausesOf(item).Where(
                clause => (ClauseRules.BitOf(clause) & ClauseRules.Reservation & ~ClauseSet.Under) != 0)];
            AddReservation(scope, reserver, reserverLocation, kept, holders, own, () => "a line of reserved matters");
        }
    }

    /// <summary><c>X deputises for Y</c>.</summary>
    public void Bind(Scope scope, DeputySyntax sentence)
    {
        PartySymbol? deputy = ResolveParty(scope, sentence.Deputy, Expectation.Deputy);
        ImmutableArray<PartySymbol> principals = ResolveParties(scope, sentence.Principals, Expectation.Deputy);
        Terms terms = clauses.Bind(scope, sentence.Clauses, ClauseRules.Deputy, () => "a sentence about a deputy").Terms;
        lives.Check(scope, terms);
        Deputies.Add(new DeputyStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Deputy = deputy,
            Principals = principals,
            Terms = terms,
            HasErrors = scope.HasErrors,
        });
    }

    /// <summary><c>X recommends S to Y</c> and its like.</summary>
    public void Bind(Scope scope, InvolvementSyntax sentence)
    {
        PartySymbol? actor = ResolveParty(scope, sentence.Actor, Expectation.Involved);
        ImmutableArray<PartySymbol> others = ResolveParties(scope, sentence.Others, Expectation.Involved);
        ImmutableArray<SubjectReference> about = subjects.Bind(scope, sentence.Subjects);
        BoundClauses bound = clauses.Bind(scope, sentence.Clauses, ClauseRules.Involvement, () => "a sentence of involvement");
        ClauseBinder.ReportLoose(scope, bound.LooseQualifiers, clauses.Reporter);
        lives.Check(scope, bound.Terms);
        Involvements.Add(new InvolvementStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Verb = sentence.Verb,
            Actor = actor,
            Others = others,
            Subjects = about,
            Terms = bound.Terms,
            HasErrors = scope.HasErrors,
        });
    }

    private static bool HasJointly(ImmutableArray<ClauseSyntax> clauses) => clauses.Any(clause => clause is JointlyClauseSyntax);

    private PartySymbol? OwnerOfList(Scope head, ListDeclarationSyntax list, DeclarationCollector declarations)
    {
        // The owner was resolved (and reported) when the lines were declared.
        foreach (ListItemSyntax item in list.Items)
        {
            if (declarations.Of(item) is { } declared)
            {
                PartySymbol? owner = declared.Symbol.Owners.OfType<PartySymbol>().FirstOrDefault();
                if (owner is not null)
                {
                    head.Rely(owner, head.At(list.Owner));
                }

                return owner;
            }
        }

        return null;
    }

    private PartySymbol? ResolveParty(Scope scope, NameSyntax name, Expectation wanted)
    {
        PartySymbol? party = resolver.Resolve<PartySymbol>(scope, scope.Part(name), wanted);
        if (party is not null)
        {
            scope.Rely(party, scope.At(name));
        }

        return party;
    }

    private ImmutableArray<PartySymbol> ResolveParties(Scope scope, ImmutableArray<NameSyntax> names, Expectation wanted)
    {
        var found = ImmutableArray.CreateBuilder<PartySymbol>(names.Length);
        foreach (Reference<PartySymbol> party in resolver.ResolveList<PartySymbol>(scope, names, wanted))
        {
            scope.Rely(party.Symbol, party.Location);
            found.Add(party.Symbol);
        }

        return found.DrainToImmutable();
    }
}
