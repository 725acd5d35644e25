using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <content>The facts of <c>when</c> and <c>unless</c>.</content>
internal sealed partial class ClauseBinder
{
    private void BindFacts(Scope scope, ClauseSyntax clause, ImmutableArray<FactSyntax> facts, bool isAny, TermsDraft draft)
    {
        ImmutableArray<Fact>.Builder bound = ImmutableArray.CreateBuilder<Fact>(facts.Length);
        foreach (FactSyntax fact in facts)
        {
            ImmutableArray<NamePart> parts = resolver.SplitAtAnd(scope, scope.Part(fact.Name));
            if (isAny && parts.Length > 1)
            {
                Reporter.Report(scope, new Diagnostic(
                    ParsingDiagnostics.MisplacedClause, scope.At(fact.Name), "`and` and `or` stand in one `when`")
                {
                    Help = "write one `when` with `or`, and a second `when` for what must be so as well",
                });
                continue;
            }

            for (int i = 0; i < parts.Length; i++)
            {
                if (BindFact(scope, clause, parts[i], i == parts.Length - 1 ? fact.Bounds : [], draft) is { } one)
                {
                    bound.Add(one);
                }
            }
        }

        if (!isAny)
        {
            draft.Facts = draft.Facts.AddRange(bound.Select(fact => new FactGroup([fact])));
        }
        else if (bound.Count > 0)
        {
            draft.Facts = draft.Facts.Add(new FactGroup(bound.DrainToImmutable()));
        }
    }

    private Fact? BindFact(Scope scope, ClauseSyntax clause, NamePart name, ImmutableArray<BoundSyntax> bounds, TermsDraft draft)
    {
        bool isNegated = clause is UnlessClauseSyntax;
        switch (resolver.Resolve(scope, name, Expectation.Fact))
        {
            case ConditionSymbol condition:
                // A bound after a condition belongs to the sentence.
                draft.Bounds.AddRange(bounds);
                return new Fact { Symbol = condition, IsNegated = isNegated, Location = name.Location };
            case MeasureSymbol measure when bounds.IsEmpty:
                Reporter.Report(scope, new Diagnostic(
                    SemanticDiagnostics.WrongKind, name.Location, $"{MessageWords.Quote(name.Text)} is a measure, so it is neither true nor false")
                {
                    Label = "how much?",
                    Help = $"say how much, for example `{name.Text} up to 5{(measure.Unit.Length > 0 ? " " + measure.Unit : "")}`",
                    Related = [new RelatedLocation("declared here", measure.Location)],
                });
                return null;
            case MeasureSymbol measure when SwallowedLimit.Find(scope, clause, measure, bounds, draft.Clauses) is { } finding:
                draft.HasSwallowedLimit = true;
                Reporter.Report(scope, finding);
                return null;
            case MeasureSymbol measure:
                (AmountBound? lower, AmountBound? upper) = amounts.BindBounds(scope, bounds, measure);
                return lower is null && upper is null
                    ? null
                    : new Fact { Symbol = measure, IsNegated = isNegated, Lower = lower, Upper = upper, Location = name.Location };
            default:
                return null;
        }
    }
}
