using DelegationLang.Coverage;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>
/// The symbols that have a place on the page: everything that the scheme declares, and of its libraries what the scheme relies on.
/// </summary>
internal sealed class ShownSymbols
{
    private readonly HashSet<Symbol> shown = new(ReferenceEqualityComparer.Instance);

    /// <param name="model">The scheme.</param>
    /// <param name="grounds">On which powers it rests without naming them.</param>
    public ShownSymbols(SchemeModel model, IEnumerable<LegalGround> grounds)
    {
        foreach (Symbol symbol in model.Symbols.Where(symbol => !symbol.IsFromLibrary))
        {
            Add(symbol);
        }

        foreach (Statement statement in SentenceCatalogue.Statements(model))
        {
            Add(statement);
        }

        Add(grounds.Where(ground => ground.IsReliedOn).Select(ground => ground.Power));
    }

    /// <summary>Whether the page has an entry for the symbol.</summary>
    public bool Contains(Symbol symbol) => shown.Contains(symbol);

    private void Add(IEnumerable<Symbol?> symbols)
    {
        foreach (Symbol? symbol in symbols)
        {
            Add(symbol);
        }
    }

    private void Add(Symbol? symbol)
    {
        if (symbol is null || !shown.Add(symbol))
        {
            return;
        }

        Add(symbol.Owners);
        switch (symbol)
        {
            case PartySymbol party:
                Add(party.At);
                Add(party.ReportsTo);
                Add([party.Chair, party.Host, party.HeldBy, party.Under, .. party.ContractsHeldBy, .. party.AccountableTo, .. party.SecondedTo, .. party.Members.Select(member => member.Party)]);
                break;
            case SubjectSymbol subject:
                Add([subject.Parent, subject.Under, .. subject.Covers, .. subject.At]);
                break;
            case PlaceSymbol place:
                Add([place.Parent, .. place.Boundary]);
                break;
            case AgreementSymbol agreement:
                Add([agreement.Under, .. agreement.Covers, .. agreement.Reporting.Select(reporting => reporting.To)]);
                break;
            case ConditionSymbol condition:
                Add(condition.JudgedBy);
                break;
            case MeasureSymbol measure:
                Add(measure.JudgedBy);
                break;
        }
    }

    private void Add(Statement statement)
    {
        switch (statement)
        {
            case DelegationStatement delegation:
                Add([delegation.Delegator, .. delegation.Subjects.Select(subject => subject.Symbol), .. delegation.Holders.SelectMany(holder => holder.Group.Parties)]);
                break;
            case ReservationStatement reservation:
                Add([reservation.Reserver, .. reservation.Subjects.Select(subject => subject.Symbol), .. reservation.Holders.SelectMany(holder => holder.Group.Parties)]);
                break;
            case DeputyStatement deputy:
                Add([deputy.Deputy, .. deputy.Principals]);
                break;
            case InvolvementStatement involvement:
                Add([involvement.Actor, .. involvement.Others, .. involvement.Subjects.Select(subject => subject.Symbol)]);
                break;
        }

        Terms terms = statement.Terms;
        Add(terms.For.Select(reference => reference.Symbol));
        Add(terms.At.Select(reference => reference.Symbol));
        Add(terms.Except.Select(reference => reference.Symbol));
        Add(terms.KeptBack.Select(reference => reference.Symbol));
        Add(terms.Facts.SelectMany(group => group.AnyOf).Select(fact => fact.Symbol));
        Add(terms.Steps.SelectMany(step => step.AnyOf).SelectMany(group => group.Parties));
        Add([terms.Under?.Symbol, terms.RatifiedBy?.Symbol, terms.ApprovedBy?.By.Symbol, terms.Onward?.ConsentOf?.Symbol]);
        Add(terms.Onward?.To.Select(reference => reference.Symbol) ?? []);
        Add(terms.ReportingTo.Select(reporting => reporting.To));
        foreach (AmountLimit limit in terms.Limit?.Each() ?? [])
        {
            Add(AmountsOf(limit.Lower));
            Add(AmountsOf(limit.Upper));
        }

        Add(AmountsOf(terms.Onward?.Limit?.Upper));
    }

    private static IEnumerable<Symbol> AmountsOf(AmountBound? bound) => bound is null ? [] : AmountsOf(bound.Amount);

    private static IEnumerable<Symbol> AmountsOf(AmountExpression amount) => amount switch
    {
        PartOfAmount part => [part.Amount],
        PartOfMeasure part => [part.Measure],
        LowerOf lower => lower.Items.SelectMany(AmountsOf),
        _ => [],
    };
}
