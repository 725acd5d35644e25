using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Decisions;

/// <summary>Turns resolved clauses into the plain data of a rule.</summary>
internal sealed class TermBuilder(SymbolIndex symbols)
{
    private readonly Dictionary<FactGroup, FactDefinition[]> facts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The days of a sentence: its own, cut to those of the agreement that it relies on.</summary>
    public static DateRange Days(Terms terms)
    {
        var days = DateRange.From(terms.From, terms.Until);
        return terms.Under?.Symbol is AgreementSymbol agreement ? days.Intersect(agreement.Lifetime) : days;
    }

    /// <summary>A step in words: <c>after consulting Healthwatch</c>.</summary>
    public static string StepWords(Step step)
    {
        string words = step.Kind switch
        {
            StepKind.Recommendation => "after recommendation of ",
            StepKind.Approval => "after approval of ",
            _ => "after consulting ",
        };
        return words + string.Join(" or ", step.AnyOf.Select(group => Together(group.Parties))) + (step.Within.Length > 0 ? " within " + step.Within : "");
    }

    public ImmutableArray<int> Indexes<T>(ImmutableArray<Reference<T>> references)
        where T : Symbol => [.. references.Select(reference => symbols[reference.Symbol]).Where(i => i >= 0)];

    public LimitDefinition? LimitOrNone(AmountLimit? limit) => limit is null ? null : Limit(limit);

    public LimitDefinition Limit(AmountLimit limit) => new()
    {
        Lower = Bound(limit.Lower),
        Upper = Bound(limit.Upper),
        Basis = limit.Basis,
        Vat = limit.Vat,
        Also = LimitOrNone(limit.Also),
    };

    public ImmutableArray<ImmutableArray<FactDefinition>> Facts(ImmutableArray<FactGroup> groups) =>
        [.. groups.Select(group => ImmutableCollectionsMarshal.AsImmutableArray(FactsOf(group)))];

    public OnwardDefinition? Onward(OnwardPower? onward) => onward is not { IsGiven: true } ? null : new OnwardDefinition
    {
        To = Indexes(onward.To),
        Limit = LimitOrNone(onward.Limit),
        ConsentOf = symbols[onward.ConsentOf?.Symbol],
    };

    // Several people are consulted alike: here "and" is the word, since no decision is shared.
    private static string Together(ImmutableArray<PartySymbol> parties) =>
        Wording.Together(parties.Select(party => party.DisplayName)).Replace(" jointly with ", " and ", StringComparison.Ordinal);

    // A clause for every delegation has its facts in each of them: they are made once.
    private FactDefinition[] FactsOf(FactGroup group)
    {
        if (!facts.TryGetValue(group, out FactDefinition[]? made))
        {
            facts.Add(group, made = [.. group.AnyOf.Select(Fact)]);
        }

        return made;
    }

    private FactDefinition Fact(Fact fact) => new()
    {
        Condition = fact.Symbol is ConditionSymbol ? symbols[fact.Symbol] : -1,
        Measure = fact.Symbol is MeasureSymbol ? symbols[fact.Symbol] : -1,
        Lower = Bound(fact.Lower),
        Upper = Bound(fact.Upper),
        IsNegated = fact.IsNegated,
    };

    private BoundDefinition? Bound(AmountBound? bound) =>
        bound is null ? null : new BoundDefinition([.. Terms(bound.Amount)], bound.IsIncluded) { IsHighest = bound.Amount is LowerOf { IsHighest: true } };

    private IEnumerable<BoundTerm> Terms(AmountExpression amount) => amount switch
    {
        FixedAmount figure => [new BoundTerm(BoundTermKind.Figure, figure.Value, figure.Currency)],
        PartOfAmount part => [new BoundTerm(BoundTermKind.PartOfAmount, part.Percent / 100m, "", symbols[part.Amount])],
        PartOfMeasure part => [new BoundTerm(BoundTermKind.PartOfMeasure, part.Percent / 100m, "", symbols[part.Measure])],
        LowerOf lower => lower.Items.SelectMany(Terms),
        _ => [],
    };
}
