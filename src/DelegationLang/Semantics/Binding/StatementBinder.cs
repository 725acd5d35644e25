using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>From sentences that say who decides to statements.</summary>
internal sealed partial class StatementBinder(
    NameResolver resolver, ClauseBinder clauses, PartyLists parties, SubjectLists subjects, StandingClauses standing, LifeCheck lives)
{
    private readonly OwnResponsibilities responsibilities = new(clauses.Reporter);
    private int order;

    public ImmutableArray<DelegationStatement>.Builder Delegations { get; } = ImmutableArray.CreateBuilder<DelegationStatement>();

    public ImmutableArray<ReservationStatement>.Builder Reservations { get; } = ImmutableArray.CreateBuilder<ReservationStatement>();

    public ImmutableArray<DeputyStatement>.Builder Deputies { get; } = ImmutableArray.CreateBuilder<DeputyStatement>();

    public ImmutableArray<InvolvementStatement>.Builder Involvements { get; } = ImmutableArray.CreateBuilder<InvolvementStatement>();

    /// <summary>The sentences that are for some days in place of others.</summary>
    public List<(Scope Scope, ImmutableArray<DelegationStatement> Statements)> Temporary { get; } = [];

    /// <summary>The budgets of the scheme.</summary>
    public ImmutableArray<SubjectSymbol> Budgets { get; set; } = [];

    /// <summary>Who takes no part in what.</summary>
    public List<Recusal> Recusals { get; } = [];

    /// <summary>The number of the next statement, in the order of the text.</summary>
    public int NextOrder() => order++;

    /// <summary><c>A reserves | delegates | entrusts S to B</c>.</summary>
    public void Bind(Scope scope, DecidingSyntax sentence)
    {
        ImmutableArray<SubjectReference> about = subjects.Bind(scope, sentence.Subjects, SubjectLists.WithinOf(sentence.Clauses));
        ImmutableArray<ClauseSyntax> own = SubjectLists.WithoutWithin(sentence.Clauses);
        if (sentence.Verb == DecidingVerb.Reserves)
        {
            SourceLocation reserverLocation = scope.At(sentence.Delegator);
            PartySymbol? reserver = ResolveParty(scope, sentence.Delegator, Expectation.Reserver);
            AddReservation(
                scope,
                reserver,
                reserverLocation,
                about,
                parties.BindHolders(scope, sentence.To, Expectation.Holder, HasJointly(own)),
                own,
                () => "a sentence that reserves");
            return;
        }

        bool isEntrusted = sentence.Verb == DecidingVerb.Entrusts;
        AddDelegation(
            scope,
            ResolveParty(scope, sentence.Delegator, Expectation.Delegator),
            scope.At(sentence.Delegator),
            about,
            sentence.To,
            own,
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
        BoundClauses bound = clauses.Bind(scope, own, SentenceSort.Delegation, () => table is null ? "a sentence that delegates" : "a line of a table");
        if (bound.Terms.For.IsEmpty && !headFor.IsEmpty)
        {
            bound = bound with { Terms = bound.Terms with { For = headFor } };
        }

        bound = standing.AddTo(scope, bound);
        lives.Check(scope, bound.Terms);
        ImmutableArray<DelegationStatement>.Builder made = ImmutableArray.CreateBuilder<DelegationStatement>();
        ImmutableArray<Share> shares = responsibilities.Split(scope, new Share(holders, given, bound.Terms), isTable: table is not null);
        foreach (Share share in shares)
        {
            made.Add(Make(share));
        }

        if (bound.Terms.Temporarily is not null)
        {
            Temporary.Add((scope, [.. made]));
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

    /// <summary><c>X deputises for Y</c>.</summary>
    public void Bind(Scope scope, DeputySyntax sentence)
    {
        PartySymbol? deputy = ResolveParty(scope, sentence.Deputy, Expectation.Deputy);
        ImmutableArray<PartySymbol> principals = ResolveParties(scope, sentence.Principals, Expectation.Deputy);
        Terms terms = clauses.Bind(scope, sentence.Clauses, SentenceSort.Deputy, () => "a sentence about a deputy").Terms;
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
        if (sentence.Verb == InvolvementVerb.TakesNoPart)
        {
            BindRecusal(scope, sentence);
            return;
        }

        PartySymbol? actor = ResolveParty(scope, sentence.Actor, Expectation.Involved);
        ImmutableArray<PartySymbol> others = ResolveParties(scope, sentence.Others, Expectation.Involved);
        ImmutableArray<SubjectReference> about = sentence.Verb == InvolvementVerb.Oversees ? BindOverseen(scope, sentence.Subjects, ref others) : subjects.Bind(scope, sentence.Subjects);
        BoundClauses bound = clauses.Bind(scope, sentence.Clauses, SentenceSort.Involvement, () => "a sentence of involvement");
        ClauseBinder.ReportLoose(scope, bound.LooseQualifiers, clauses.Reporter);
        lives.Check(scope, bound.Terms);
        Involve(scope, sentence.Verb, actor, others, about, bound.Terms);
    }

    private InvolvementStatement Involve(Scope scope, InvolvementVerb verb, PartySymbol? actor, ImmutableArray<PartySymbol> others, ImmutableArray<SubjectReference> about, Terms terms)
    {
        var statement = new InvolvementStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Verb = verb,
            Actor = actor,
            Others = others,
            Subjects = about,
            Terms = terms,
            HasErrors = scope.HasErrors,
        };
        Involvements.Add(statement);
        return statement;
    }

    // A body may be overseen as a subject may: which it is, its declaration says.
    private ImmutableArray<SubjectReference> BindOverseen(Scope scope, ImmutableArray<NameSyntax> names, ref ImmutableArray<PartySymbol> bodies)
    {
        ImmutableArray<SubjectReference>.Builder about = ImmutableArray.CreateBuilder<SubjectReference>();
        foreach (NamePart part in names.SelectMany(name => SubjectLists.ScopeOf(name.Text) is null ? resolver.SplitAtAnd(scope, scope.Part(name)) : [scope.Part(name)]))
        {
            if (SubjectLists.ScopeOf(part.Text) is { } all)
            {
                about.Add(new SubjectReference(all, null, part.Location));
            }
            else if (resolver.Resolve(scope, part, Expectation.Overseen) is { } found)
            {
                if (found is PartySymbol body)
                {
                    scope.Rely(body, part.Location);
                    bodies = bodies.Add(body);
                }
                else if (found is SubjectSymbol subject)
                {
                    about.Add(new SubjectReference(SubjectScope.Named, subject, part.Location));
                }
            }
        }

        return about.DrainToImmutable();
    }

    private static bool HasJointly(ImmutableArray<ClauseSyntax> clauses) => clauses.Any(clause => clause is JointlyClauseSyntax);

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
        ImmutableArray<PartySymbol>.Builder found = ImmutableArray.CreateBuilder<PartySymbol>(names.Length);
        foreach (Reference<PartySymbol> party in resolver.ResolveList<PartySymbol>(scope, names, wanted))
        {
            scope.Rely(party.Symbol, party.Location);
            found.Add(party.Symbol);
        }

        return found.DrainToImmutable();
    }
}
