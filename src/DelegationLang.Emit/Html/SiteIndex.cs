using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>Which sentences speak of what. Made once for all pages.</summary>
internal sealed class SiteIndex
{
    public SiteIndex(Publication publication)
    {
        Statement[] all = [.. SentenceCatalogue.Statements(publication.Model).Where(statement => statement is not ScenarioStatement)];
        Naming = Lookup(all, SubjectsOf);
        GivenBy = publication.Model.Delegations.Where(delegation => delegation.Delegator is not null).ToLookup(delegation => (Symbol)(delegation.Delegator ?? throw new InvalidOperationException()));
        At = Lookup(all, statement => statement.Terms.At.Select(reference => reference.Symbol));
        Under = Lookup(all, statement => statement.Terms.Under is { } under ? [under.Symbol] : []);
        Parts = publication.Model.Symbols.OfType<SubjectSymbol>().Where(subject => subject.Parent is not null).ToLookup(subject => (Symbol)(subject.Parent ?? subject));
        Budgets = publication.Model.Symbols.OfType<SubjectSymbol>().SelectMany(budget => budget.Covers.Select(covered => new Pair(covered, budget))).ToLookup(pair => pair.Key, pair => (SubjectSymbol)pair.Value);
    }

    /// <summary>The sentences that name a subject, as what they are about.</summary>
    public ILookup<Symbol, Statement> Naming { get; }

    /// <summary>The delegations and entrustments that a party makes.</summary>
    public ILookup<Symbol, DelegationStatement> GivenBy { get; }

    /// <summary>The sentences that hold at a place alone.</summary>
    public ILookup<Symbol, Statement> At { get; }

    /// <summary>The sentences that rest on an agreement or a power.</summary>
    public ILookup<Symbol, Statement> Under { get; }

    /// <summary>The subjects that lie right within a subject.</summary>
    public ILookup<Symbol, SubjectSymbol> Parts { get; }

    /// <summary>The budgets that cover a function.</summary>
    public ILookup<Symbol, SubjectSymbol> Budgets { get; }

    /// <summary>The subjects that a sentence names.</summary>
    public static IEnumerable<Symbol> SubjectsOf(Statement statement) => (statement switch
    {
        DelegationStatement delegation => delegation.Subjects,
        ReservationStatement reservation => reservation.Subjects,
        InvolvementStatement involvement => involvement.Subjects,
        _ => [],
    }).Select(subject => subject.Symbol).OfType<Symbol>();

    private static ILookup<Symbol, Statement> Lookup(IEnumerable<Statement> statements, Func<Statement, IEnumerable<Symbol>> keys) => statements
        .SelectMany(statement => keys(statement).Distinct().Select(key => new Named(key, statement)))
        .ToLookup(named => named.Key, named => named.Statement);

    private sealed record Named(Symbol Key, Statement Statement);

    private sealed record Pair(Symbol Key, Symbol Value);
}
