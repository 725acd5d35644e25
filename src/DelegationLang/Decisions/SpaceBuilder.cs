using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Decisions;

/// <summary>Turns a scheme with its names resolved into the plain data of a decision space.</summary>
internal sealed class SpaceBuilder
{
    private readonly SchemeModel model;
    private readonly IReadOnlySet<Statement> inError;
    private readonly SymbolIndex symbols;
    private readonly TermBuilder terms;
    private readonly Dictionary<PartySymbol, List<int>> leaders;
    private readonly Dictionary<LimitsTable, int> tables = new(ReferenceEqualityComparer.Instance);

    private readonly LegalLimits law;
    private readonly ILookup<Statement, BarredPart> barred;
    private readonly Dictionary<Statement, OnwardByLaw> onward = new(ReferenceEqualityComparer.Instance);

    private SpaceBuilder(SchemeModel model, IReadOnlySet<Statement> inError, LegalLimits law, SymbolIndex symbols)
    {
        this.law = law;
        barred = law.Barred.ToLookup(part => part.Statement);
        foreach (OnwardByLaw byLaw in law.Onward)
        {
            onward.TryAdd(byLaw.Statement, byLaw);
        }

        this.model = model;
        this.inError = inError;
        this.symbols = symbols;
        terms = new TermBuilder(symbols);
        leaders = FindLeaders();
        foreach (LimitsTable table in model.Tables)
        {
            tables.Add(table, tables.Count);
        }
    }

    /// <summary>Builds the data.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="inError">Statements in error beyond those that are known to be.</param>
    /// <param name="law">What the law keeps out of the others.</param>
    /// <param name="symbols">The indexes to use.</param>
    public static SpaceDefinition Build(SchemeModel model, IReadOnlySet<Statement> inError, LegalLimits law, SymbolIndex symbols) =>
        new SpaceBuilder(model, inError, law, symbols).Build();

    /// <summary>The sentences that are rules, in the order in which the rules have their numbers.</summary>
    internal static IEnumerable<Statement> Deciding(SchemeModel model) => model.Reservations.AsEnumerable<Statement>()
        .Concat(model.Delegations)
        .OrderBy(statement => statement.Order);

    /// <summary>The indexes of the rules that say themselves that what they give may not be given on.</summary>
    internal static HashSet<int> Refusing(SchemeModel model) => [.. Deciding(model).Index().Where(one => one.Item.Terms.Onward is { IsGiven: false }).Select(one => one.Index)];

    internal static SourceReference SourceOf(SourceLocation location) =>
        location.Source is null ? default : new SourceReference(location.File, location.Line);

    private SpaceDefinition Build()
    {
        return new SpaceDefinition
        {
            InForce = model.Info.InForce,
            Parties = [.. symbols.Parties.Select(Party)],
            Subjects = [.. symbols.Subjects.Select(Subject)],
            Places = [.. symbols.Places.Select(place => new PlaceDefinition(place.DisplayName, symbols[place.Parent]) { Lifetime = place.Lifetime })],
            Conditions = [.. symbols.Conditions.Select(condition => new ConditionDefinition(condition.DisplayName, condition.Normally))],
            Measures = [.. symbols.Measures.Select(measure => new MeasureDefinition(measure.DisplayName, measure.Unit, measure.Currency))],
            Amounts = [.. symbols.Amounts.Select(Amount)],
            Kept = [.. law.Kept.Select(kept => new KeptByLaw(symbols[kept.Subject], symbols[kept.Organisation], kept.Law))],
            Rules = [.. Deciding(model).Select(Rule)],
            Deputies = [.. model.Deputies.SelectMany(Deputies)],
            Involvements = [.. model.Involvements.SelectMany(Involvement)],
        };
    }

    private static NamedAmountDefinition Amount(AmountSymbol amount) =>
        new(amount.DisplayName, [.. amount.Values.Select(value => new DatedFigure(value.Days, value.Value, value.Currency))]);

    private PartyDefinition Party(PartySymbol party) => new()
    {
        Name = party.DisplayName,
        Kind = party.IsOrganisation ? PartyKind.Organisation : party.IsGroup ? PartyKind.Group : PartyKind.Role,
        Lifetime = party.Lifetime,
        At = Indexes(party.At),
        Boards = ActingBodies(party, kind => kind.Has(KindTrait.ActsAsOrganisation)),
        Cabinets = ActingBodies(party, kind => kind.IsExecutiveBody),
        Leaders = Leaders(party),
        IfNotAgreed = Indexes(party.IfNotAgreed),
        Source = SourceOf(party.Location),
    };

    private ImmutableArray<int> ActingBodies(PartySymbol organisation, Func<KindSymbol, bool> acts) => organisation.IsOrganisation
        ? [.. symbols.Parties.Where(p => p.IsGroup && p.Owners.Contains(organisation) && acts(p.Kind)).Select(p => symbols[p])]
        : [];

    private ImmutableArray<int> Leaders(PartySymbol organisation) => organisation.IsOrganisation && leaders.TryGetValue(organisation, out List<int>? found)
        ? [.. found]
        : [];

    // Posts that act for an organisation in executive functions, in the order of declaration.
    private Dictionary<PartySymbol, List<int>> FindLeaders()
    {
        var found = new Dictionary<PartySymbol, List<int>>(ReferenceEqualityComparer.Instance);
        foreach (PartySymbol party in symbols.Parties)
        {
            if (party.IsRole && party.Kind.IsExecutiveBody && OrganisationOf(party) is PartySymbol organisation)
            {
                found.TryAdd(organisation, []);
                found[organisation].Add(symbols[party]);
            }
        }

        return found;
    }

    private static PartySymbol? OrganisationOf(PartySymbol post)
    {
        PartySymbol? current = post;
        for (int i = 0; i < 64 && current is { IsOrganisation: false }; i++)
        {
            current = current.SoleOwner as PartySymbol;
        }

        return current is { IsOrganisation: true } ? current : null;
    }

    private SubjectDefinition Subject(SubjectSymbol subject) => new()
    {
        Name = subject.DisplayName,
        Kind = subject.IsBudget ? SubjectKind.Budget : subject.IsMatter ? SubjectKind.Matter : SubjectKind.Function,
        Parent = symbols[subject.Parent],
        Owner = symbols[OwnerOf(subject)],
        IsExecutive = subject.IsExecutive,
        Lifetime = subject.Lifetime,
        Covers = Indexes(subject.Covers),
        At = Indexes(subject.At),
        Source = SourceOf(subject.PassedBy?.Location ?? subject.Location),
    };

    private PartySymbol? OwnerOf(SubjectSymbol subject) =>
        subject.Owners.OfType<PartySymbol>().FirstOrDefault() ?? (subject.IsFromLibrary || subject.HasUnknownOwner ? null : model.OwnOrganisation);

    private RuleDefinition Rule(Statement statement) => statement switch
    {
        ReservationStatement reservation => Common(reservation, reservation.Subjects) with
        {
            Kind = RuleKind.Reservation,
            Giver = symbols[reservation.Reserver],
            IsForbidden = reservation.IsProhibition,
            Holders = reservation.IsProhibition ? [] : Groups(reservation.Holders),
        },
        DelegationStatement delegation => Common(delegation, delegation.Subjects) with
        {
            Kind = delegation.IsEntrusted ? RuleKind.Entrustment : RuleKind.Delegation,
            Giver = symbols[delegation.Delegator],
            Holders = Groups(delegation.Holders),
            Class = delegation.Class?.Name ?? "",
            Table = delegation.Table is null ? -1 : tables[delegation.Table],
        },
        _ => throw new InvalidOperationException("Only reservations and delegations are rules."),
    };

    private RuleDefinition Common(Statement statement, ImmutableArray<SubjectReference> subjects)
    {
        Terms clauses = statement.Terms;
        ImmutableArray<LegalBar> bars = [.. barred[statement].Select(part => new LegalBar(symbols[part.Subject], part.Law))];
        return new RuleDefinition
        {
            IsEffective = !statement.HasErrors && !inError.Contains(statement),
            Scope = subjects.Any(s => s.Scope == SubjectScope.AllMatters) ? RuleScope.AllMatters
                : subjects.Any(s => s.Scope == SubjectScope.AllOtherMatters) ? RuleScope.AllOtherMatters
                : RuleScope.Named,
            Subjects = [.. subjects.Where(s => s.Scope == SubjectScope.Named).Select(s => symbols[s.Symbol]).Where(i => i >= 0)],
            Within = [.. subjects.Where(s => s.Scope == SubjectScope.AllOtherMatters).Select(s => symbols[s.Symbol]).Where(i => i >= 0)],
            For = terms.Indexes(clauses.For),
            Except = terms.Indexes(clauses.Except),
            KeptBack = [.. terms.Indexes(clauses.KeptBack), .. bars.Select(bar => bar.Subject)],
            Barred = bars,
            At = terms.Indexes(clauses.At),
            Days = TermBuilder.Days(clauses),
            Limit = terms.LimitOrNone(clauses.Limit),
            Facts = terms.Facts(clauses.Facts),
            IsExceptional = clauses.IsEvenIfReserved,
            Onward = terms.Onward(clauses.Onward) ?? OnwardByLaw(statement),
            ApprovedBy = symbols[clauses.ApprovedBy?.By.Symbol],
            Steps = [.. clauses.Steps.Select(TermBuilder.StepWords)],
            Needed = Indexes(clauses.Steps.SelectMany(NeededParties.Of).Distinct()),
            RatifiedBy = clauses.RatifiedBy?.Symbol.DisplayName ?? "",
            RatifiedWithin = clauses.RatifiedBy is null ? "" : clauses.RatifiedWithin,
            Successions = [.. clauses.Successions.Select(Succession)],
            Under = clauses.Under?.Symbol.DisplayName ?? "",
            Source = SourceOf(statement.Location),
            Reference = string.Join(", ", clauses.References),
        };
    }

    private SuccessionDefinition Succession(Succeeded one) =>
        new(symbols[one.Sentence.Successor], symbols[one.Predecessor], one.Sentence.On, SourceOf(one.Sentence.Location));

    // Whoever consults several has each of them consulted.
    private IEnumerable<InvolvementDefinition> Involvement(InvolvementStatement statement)
    {
        InvolvementKind? kind = statement.Verb switch
        {
            InvolvementVerb.Recommends => InvolvementKind.Recommends,
            InvolvementVerb.Advises => InvolvementKind.Advises,
            InvolvementVerb.Oversees => InvolvementKind.Oversees,
            InvolvementVerb.Consults => InvolvementKind.Consulted,
            _ => null,
        };
        if (kind is null || statement.Actor is not { } actor || statement.HasErrors || inError.Contains(statement))
        {
            yield break;
        }

        foreach (PartySymbol party in kind == InvolvementKind.Consulted ? statement.Others : [actor])
        {
            yield return new InvolvementDefinition
            {
                Kind = kind.Value,
                Party = symbols[party],
                Others = kind == InvolvementKind.Consulted ? Indexes([actor]) : Indexes(statement.Others),
                IsOfAll = statement.Subjects.Any(subject => subject.Scope != SubjectScope.Named),
                Subjects = [.. statement.Subjects.Select(subject => symbols[subject.Symbol]).Where(i => i >= 0)],
                For = terms.Indexes(statement.Terms.For),
                Except = terms.Indexes(statement.Terms.Except),
                At = terms.Indexes(statement.Terms.At),
                Days = TermBuilder.Days(statement.Terms),
                Limit = terms.LimitOrNone(statement.Terms.Limit),
                Facts = terms.Facts(statement.Terms.Facts),
                Source = SourceOf(statement.Location),
            };
        }
    }

    private OnwardDefinition? OnwardByLaw(Statement statement) =>
        onward.TryGetValue(statement, out OnwardByLaw? byLaw)
            ? new OnwardDefinition { To = Indexes(byLaw.To), Law = byLaw.Law }
            : null;

    private IEnumerable<DeputyDefinition> Deputies(DeputyStatement statement)
    {
        if (statement.Deputy is null || statement.HasErrors || inError.Contains(statement))
        {
            yield break;
        }

        foreach (PartySymbol principal in statement.Principals)
        {
            yield return new DeputyDefinition
            {
                Deputy = symbols[statement.Deputy],
                Principal = symbols[principal],
                For = terms.Indexes(statement.Terms.For),
                Except = terms.Indexes(statement.Terms.Except),
                Days = TermBuilder.Days(statement.Terms),
                Facts = terms.Facts(statement.Terms.Facts),
                Source = SourceOf(statement.Location),
            };
        }
    }

    private ImmutableArray<ImmutableArray<int>> Groups(ImmutableArray<Holder> holders) =>
        [.. holders.Select(holder => holder.Group.Parties.Select(party => symbols[party]).ToImmutableArray())];

    private ImmutableArray<int> Indexes(IEnumerable<Symbol> list) => [.. list.Select(symbol => symbols[symbol]).Where(i => i >= 0)];
}
