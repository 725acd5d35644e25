using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;
using DelegationLang.Policy.Values;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules.Analysis;

/// <summary>The decision space of a scheme, searched once for gaps and overlaps; what is found is told in sentences and names of the scheme.</summary>
internal sealed class SearchedSpace
{
    private readonly SpaceIndex index;
    private readonly SymbolIndex symbols;
    private readonly Statement[] statements;
    private readonly SpaceSurvey survey;
    private List<SpaceOverlap>? overlaps;
    private List<SpaceGap>? gaps;

    public SearchedSpace(SchemeModel model, DecisionEngine engine)
    {
        index = engine.Space.Index;
        symbols = engine.Symbols;
        statements = [.. SpaceBuilder.Deciding(model)];
        survey = new SpaceSurvey(index);
    }

    /// <summary>Where parties at the ends of different chains may decide the same.</summary>
    public IReadOnlyList<SpaceOverlap> Overlaps => overlaps ??= FindOverlaps();

    /// <summary>Holes between amounts, or days, that are covered.</summary>
    public IReadOnlyList<SpaceGap> Gaps => gaps ??= FindGaps();

    private List<SpaceOverlap> FindOverlaps()
    {
        var found = new List<SpaceOverlap>();
        SurveyPoint? last = null;
        var point = new SpacePoint();
        foreach (Overlap overlap in survey.Overlaps())
        {
            point = ReferenceEquals(overlap.Point, last) ? point : Point(overlap.Point);
            last = overlap.Point;
            found.Add(new SpaceOverlap(
                statements[overlap.First], statements[overlap.Second], End(overlap.FirstEnd), End(overlap.SecondEnd), Across(overlap), point));
        }

        return found;
    }

    private AcrossSides? Across(Overlap overlap)
    {
        if (!overlap.IsAcross)
        {
            return null;
        }

        bool isFirstMatter = false;
        foreach (int subject in index.Definition.Rules[overlap.First].Subjects)
        {
            isFirstMatter |= Array.IndexOf(index.Subjects.SelfAndAncestors(overlap.Point.Matter), subject) >= 0;
        }

        RuleDefinition matter = index.Definition.Rules[isFirstMatter ? overlap.First : overlap.Second];
        return new AcrossSides(isFirstMatter, matter.For.IsEmpty && index.Subjects.FunctionOf(overlap.Point.Matter) < 0);
    }

    private List<SpaceGap> FindGaps()
    {
        var found = new List<SpaceGap>();
        foreach (Gap gap in survey.Gaps())
        {
            found.Add(new SpaceGap(
                symbols.Parties[gap.Keeper],
                statements[gap.Below],
                statements[gap.Above],
                gap.Amount is PointAmount amount ? Amount(amount) : null,
                gap.Measure >= 0 && gap.Value is decimal value ? new SpaceMeasure(symbols.Measures[gap.Measure], value) : null,
                gap.Days,
                Point(gap.Point),
                gap.IsUnderOneUnit));
        }

        return found;
    }

    private ImmutableArray<PartySymbol> End(Policy.Evaluation.SeatHolding holding)
    {
        ImmutableArray<PartySymbol>.Builder parties = ImmutableArray.CreateBuilder<PartySymbol>(holding.Group.Length);
        foreach (int party in holding.Group)
        {
            parties.Add(symbols.Parties[party]);
        }

        return parties.MoveToImmutable();
    }

    private SpacePoint Point(SurveyPoint point)
    {
        var amounts = new List<SpaceAmount>();
        foreach (PointAmount amount in point.Amounts)
        {
            amounts.Add(Amount(amount));
        }

        var conditions = new List<SpaceCondition>();
        foreach (PointCondition condition in point.Conditions)
        {
            conditions.Add(new SpaceCondition(symbols.Conditions[condition.Condition], condition.IsSo));
        }

        var measures = new List<SpaceMeasure>();
        foreach (PointMeasure measure in point.Measures)
        {
            measures.Add(new SpaceMeasure(symbols.Measures[measure.Measure], measure.Value));
        }

        return new SpacePoint
        {
            Function = Subject(point.Function),
            Matter = Subject(point.Matter),
            Place = point.Place >= 0 ? symbols.Places[point.Place] : null,
            HasPlace = point.Place != SurveyPoint.AnyPlace,
            Day = point.Day == DateOnly.MinValue ? null : point.Day,
            Amounts = amounts,
            Conditions = conditions,
            Measures = measures,
        };
    }

    // What nobody has declared yet has a number of its own.
    private SubjectSymbol? Subject(int subject) => subject >= 0 && subject < symbols.Subjects.Length ? symbols.Subjects[subject] : null;

    private static SpaceAmount Amount(PointAmount amount) => new(amount.Axis.Currency, amount.Axis.Basis, amount.Axis.Vat, amount.Value);
}
