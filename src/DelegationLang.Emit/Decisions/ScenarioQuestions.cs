using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Decisions;

/// <summary>Writes the scenarios of a scheme as questions by names, with what the evaluator answers: a reader of the cases is right only if it answers alike.</summary>
internal static class ScenarioQuestions
{
    /// <summary>Writes them; one that says that somebody is away, or two amounts, is left out, since a question of cases does not tell that.</summary>
    public static void Write(DataScript script, Publication publication)
    {
        script.Line().Name("scenarios").Open();
        if (publication.Input.Symbols is { } symbols)
        {
            var answerer = new QuestionAnswerer(publication.Space, new SymbolQuestionNames(publication.Model.Names, symbol => symbols[symbol]), publication.Model.NameTable);
            SchemeInfo info = publication.Model.Info;
            DateOnly first = info.InForce.HasFirst ? info.InForce.First : info.ApprovedBy?.On ?? DateOnly.MinValue;
            foreach (ScenarioStatement scenario in publication.Model.Scenarios.Where(publication.IsEffective))
            {
                if (answerer.DecisionOf(scenario.Scenario.Decision, first) is { FurtherAmounts.IsEmpty: true } decision)
                {
                    Write(script, publication, scenario, decision);
                }
            }
        }

        script.Close();
    }

    private static void Write(DataScript script, Publication publication, ScenarioStatement statement, Decision decision)
    {
        ScenarioSyntax scenario = statement.Scenario;
        int party = -1;
        if (scenario.Expectation is ExpectationKind.May or ExpectationKind.MayNot)
        {
            if (scenario.Parties.IsEmpty || publication.Model.Names.Find(scenario.Parties[0].Name.Text).OfType<PartySymbol>().ToArray() is not [var symbol])
            {
                return;
            }

            party = publication.Index.IndexOf(symbol);
        }

        Answer answer = party >= 0 ? publication.Space.May(party, decision) : publication.Space.WhoDecides(decision);
        script.Line().OpenObject().Name("name").Add(scenario.Title.Text).Name("file").Add(publication.Files.Of(statement.Location.File)).Name("line").Add(statement.Location.Line);
        if (party >= 0)
        {
            script.Name("party").Add(publication.Definition.Parties[party].Name);
        }

        script.Name("question");
        Question(script, publication.Definition, decision);
        script.Name("answer").OpenObject().Name("outcome").Add(answer.Outcome.ToString().ToLowerInvariant()).Name("deciders").Open();
        foreach (string name in answer.Deciders)
        {
            script.Add(name);
        }

        script.Close().Name("jointly").Add(answer.Jointly).Name("alternatives").Open();
        foreach (ImmutableArray<string> group in answer.Alternatives)
        {
            script.Open();
            foreach (string name in group)
            {
                script.Add(name);
            }

            script.Close();
        }

        script.Close().CloseObject().CloseObject();
    }

    /// <summary>A question by names, as programs ask it.</summary>
    public static void Question(DataScript script, SpaceDefinition definition, Decision decision)
    {
        script.OpenObject();
        if (decision.Function >= 0)
        {
            script.Name("subject").Add(definition.Subjects[decision.Function].Name);
        }

        if (decision.Matter >= 0)
        {
            script.Name("matter").Add(definition.Subjects[decision.Matter].Name);
        }

        if (decision.Place >= 0)
        {
            script.Name("place").Add(definition.Places[decision.Place].Name);
        }

        if (decision.Amount is { } amount)
        {
            script.Name("amount").OpenObject().Name("value").Add(JsonFields.Number(amount.Value)).Name("currency").Add(amount.Currency);
            if (amount.Basis.Length > 0)
            {
                script.Name("basis").Add(amount.Basis);
            }

            if (amount.Vat != Vat.Unstated)
            {
                script.Name("vat").Add(amount.Vat == Vat.Excluding ? "excluding" : "including");
            }

            script.CloseObject();
        }

        script.Name("day").Add(JsonFields.Day(decision.Day));
        if (decision.Conditions.Count + decision.Measures.Count > 0)
        {
            script.Name("facts").OpenObject();
            foreach ((int condition, bool value) in decision.Conditions.OrderBy(fact => fact.Key))
            {
                script.Key(definition.Conditions[condition].Name).Add(value);
            }

            foreach ((int measure, decimal value) in decision.Measures.OrderBy(fact => fact.Key))
            {
                script.Key(definition.Measures[measure].Name).Add(value.ToString("0.############################", CultureInfo.InvariantCulture));
            }

            script.CloseObject();
        }

        script.CloseObject();
    }
}
