using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Checks the names in scenarios. Their decisions are resolved when they are asked, by the code that answers questions; a name that nobody
/// declared is reported here all the same, and once, like any other.
/// </summary>
internal sealed class ScenarioBinder(NameResolver resolver, AmountBinder amounts, SubjectLists subjects, Bases bases, Reporter reporter)
{
    private static readonly Expectation Decider = Expectation.Holder with { Objection = ", so it decides nothing" };

    public ScenarioStatement Bind(Scope scope, ScenarioSyntax scenario, int order)
    {
        subjects.Bind(scope, [scenario.Decision.Subject]);
        foreach (ClauseSyntax clause in scenario.Decision.Clauses)
        {
            if (ClauseRules.Check(reporter, scope, clause, SentenceSort.Decision, () => "a scenario"))
            {
                Bind(scope, clause);
            }
        }

        foreach (ClauseSyntax clause in scenario.Clauses)
        {
            ClauseRules.Check(reporter, scope, clause, SentenceSort.None, () => "a scenario after what it expects");
        }

        foreach (PartySyntax party in scenario.Parties)
        {
            foreach (NameSyntax name in (ImmutableArray<NameSyntax>)[party.Name, .. party.Among])
            {
                Resolve(scope, name);
            }
        }

        return new ScenarioStatement
        {
            Order = order,
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Scenario = scenario,
            HasErrors = scope.HasErrors,
        };
    }

    private void Bind(Scope scope, ClauseSyntax clause)
    {
        switch (clause)
        {
            case ForClauseSyntax @for:
                resolver.ResolveList<SubjectSymbol>(scope, @for.Names, Expectation.FunctionAfterFor);
                break;
            case AtClauseSyntax at:
                resolver.ResolveList<PlaceSymbol>(scope, at.Places, Expectation.Place);
                break;
            case WorthClauseSyntax worth:
                amounts.BindMoney(scope, worth.Amount);
                BindBasis(scope, worth.Qualifier);
                break;
            case QualifierClauseSyntax qualifier:
                BindBasis(scope, qualifier.Qualifier);
                break;
            case WhenClauseSyntax @when:
                BindAbsences(scope, @when.Facts);
                BindFacts(scope, [.. @when.Facts.Where(fact => !fact.IsAbsence)]);
                break;
            case UnlessClauseSyntax unless:
                BindFacts(scope, unless.Facts);
                break;
        }
    }

    private void BindBasis(Scope scope, AmountQualifierSyntax qualifier)
    {
        if (qualifier.Basis.Length > 0)
        {
            bases.Resolve(scope, qualifier);
        }
    }

    private void BindAbsences(Scope scope, ImmutableArray<FactSyntax> facts)
    {
        foreach (FactSyntax fact in facts.Where(fact => fact.IsAbsence))
        {
            resolver.Resolve<PartySymbol>(scope, scope.Part(fact.Name), Expectation.Holder);
        }
    }

    private void BindFacts(Scope scope, ImmutableArray<FactSyntax> facts)
    {
        foreach (FactSyntax fact in facts)
        {
            foreach (NamePart part in resolver.SplitAtAnd(scope, scope.Part(fact.Name)))
            {
                BindFact(scope, part, fact);
            }
        }
    }

    private void BindFact(Scope scope, NamePart name, FactSyntax fact)
    {
        switch (resolver.Resolve(scope, name, Expectation.Fact))
        {
            case MeasureSymbol measure when !fact.Value.IsEmpty:
                amounts.BindFor(scope, fact.Value[0], measure);
                break;
            case MeasureSymbol measure:
                string unit = measure.IsMoney ? "£5,000" : ("5 " + measure.Unit).TrimEnd();
                reporter.Report(scope, new Diagnostic(
                    SemanticDiagnostics.WrongKind, name.Location, $"{MessageWords.Quote(name.Text)} is a measure: a scenario has to say what it is")
                {
                    Help = $"write `when {name.Text} is {unit}`, for example",
                    Related = [new RelatedLocation("declared here", measure.Location)],
                });
                break;
            case ConditionSymbol condition when !fact.Value.IsEmpty:
                reporter.Report(scope, new Diagnostic(
                    SemanticDiagnostics.WrongKind, scope.At(fact), $"{MessageWords.Quote(name.Text)} is a condition, so it has no value")
                {
                    Help = $"write `when {name.Text}` or `unless {name.Text}`",
                    Related = [new RelatedLocation("declared here", condition.Location)],
                });
                break;
        }
    }

    private void Resolve(Scope scope, NameSyntax name)
    {
        ImmutableArray<NamePart> parts = resolver.SplitAtAnd(scope, scope.Part(name));
        if (parts.Length > 1 && parts.All(part => resolver.IsDeclared(scope, part)))
        {
            string names = string.Join(" jointly with ", parts.Select(part => part.AsWritten));
            string each = string.Join(", ", parts.Select(part => part.AsWritten));
            reporter.Report(scope, new Diagnostic(
                ParsingDiagnostics.MisplacedClause, scope.At(name), "it is not clear whether these are expected to decide together, or each alone")
            {
                Label = "joined by `and`",
                Help = $"write `{names}` if they act together, `{each}` if each may act alone",
                Fixes =
                [
                    new CodeFix("They act together: `jointly with`", [new TextEdit(scope.At(name), names)]),
                    new CodeFix("Each acts alone: a comma", [new TextEdit(scope.At(name), each)]),
                ],
            });
            return;
        }

        foreach (NamePart part in parts)
        {
            resolver.Resolve<PartySymbol>(scope, part, Decider);
        }
    }
}
