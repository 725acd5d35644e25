using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What scenarios that hold say of authority, a line for each party, with what it states for programs.</summary>
internal sealed class ScenarioLines
{
    private readonly PageContext context;
    private readonly QuestionAnswerer? answerer;

    public ScenarioLines(PageContext context)
    {
        this.context = context;
        if (context.Publication.Input.Symbols is { } symbols)
        {
            // What is normally so is left open, as on every other page.
            var open = DecisionSpace.Create(context.Definition with { Conditions = [.. context.Definition.Conditions.Select(condition => condition with { Normally = null })] });
            answerer = new QuestionAnswerer(open, new SymbolQuestionNames(context.Model.Names, symbol => symbols[symbol]), context.Model.NameTable);
        }
    }

    /// <summary>The lines of a scenario; none for one that expects nobody to decide, or that does not hold.</summary>
    public IEnumerable<LineView> Of(ScenarioStatement statement)
    {
        ScenarioSyntax scenario = statement.Scenario;
        if (!context.Publication.IsEffective(statement) || ClaimOf(scenario) is not { Length: > 0 } claim || DecisionOf(scenario) is not { } decision)
        {
            yield break;
        }

        foreach (PartySymbol party in scenario.Parties.Select(party => Named<PartySymbol>(party.Name.Text)).OfType<PartySymbol>().Distinct())
        {
            if (context.Publication.Index.IndexOf(party) is >= 0 and var index && decision with { Party = context.Definition.Parties[index].Name, Claim = claim } is var stated && IsSo(stated))
            {
                yield return Line(stated, context.PartyLink(index));
            }
        }
    }

    private static string ClaimOf(ScenarioSyntax scenario) => scenario.Expectation switch
    {
        ExpectationKind.DecidedBy => scenario.IsJoint || scenario.Parties.Any(party => party.Count > 1) ? "jointly" : "decides",
        ExpectationKind.ReservedTo when !scenario.IsJoint => "reserved",
        ExpectationKind.May => "may",
        _ => "",
    };

    // The decision as attributes have it; none where they have no place for what it says.
    private ClaimView? DecisionOf(ScenarioSyntax scenario)
    {
        DateOnly day = context.Definition.InForce.HasFirst ? context.Definition.InForce.First : default;
        if (Named<SubjectSymbol>(scenario.Decision.Subject.Text) is not { } subject)
        {
            return null;
        }

        var claim = new ClaimView("", subject.DisplayName, "");
        foreach (ClauseSyntax clause in scenario.Decision.Clauses)
        {
            switch (clause)
            {
                case ForClauseSyntax { Names: [var function] } when Named<SubjectSymbol>(function.Text) is { } about:
                    claim = claim with { Subject = claim.Subject + " for " + about.DisplayName };
                    break;
                case AtClauseSyntax { Places: [var name] } when Named<PlaceSymbol>(name.Text) is { } place:
                    claim = claim with { Place = place.DisplayName };
                    break;
                case OnClauseSyntax on:
                    day = on.Date.Value;
                    break;
                case WorthClauseSyntax { Amount: MoneySyntax money } worth:
                    string figure = money.Value.ToString("0.############################", CultureInfo.InvariantCulture);
                    claim = claim with
                    {
                        From = figure,
                        To = figure,
                        Currency = money.Currency == "GBP" ? "" : money.Currency,
                        Basis = worth.Qualifier.Basis.Length == 0 ? "" : Wording.BasisWords(worth.Qualifier.Basis),
                        Vat = Wording.VatWords(worth.Qualifier.Vat.ToVat()),
                    };
                    break;
                case WhenClauseSyntax { Facts: var facts } when !facts.Any(fact => fact.IsAbsence):
                case UnlessClauseSyntax:
                    break;
                default:
                    return null;
            }
        }

        return day == default ? null : claim with { On = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
    }

    private T? Named<T>(string name)
        where T : Symbol => context.Model.Names.Find(name) is [T only] ? only : null;

    private bool IsSo(ClaimView claim)
    {
        if (answerer is null)
        {
            return false;
        }

        var day = DateOnly.ParseExact(claim.On, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string decision = claim.Subject + (claim.Place.Length > 0 ? " at " + claim.Place : "") + Worth(claim) + " on " + Wording.Day(day);
        Answer answer = answerer.Ask(claim.Claim == "may" ? $"may {claim.Party} decide {decision}?" : $"who decides {decision}?", day);
        IEnumerable<Answer> cases = answer.Outcome == Outcome.Depends ? answer.Cases.Select(one => one.Answer) : [answer];
        return cases.Any(one => claim.Claim switch
        {
            "may" => one.Outcome == Outcome.Yes,
            "jointly" => one.Alternatives.Any(group => group.Length > 1 && group.Contains(claim.Party)),
            "reserved" => one.Outcome == Outcome.Reserved && IsAlone(one, claim.Party),
            _ => IsAlone(one, claim.Party),
        });
    }

    private static bool IsAlone(Answer answer, string party) => answer.Alternatives.Any(group => group is [var only] && only == party);

    private static string Worth(ClaimView claim) => claim.From.Length == 0 ? ""
        : " worth " + (claim.Currency.Length == 0 ? "£" : claim.Currency + " ") + claim.From + (claim.Basis.Length > 0 ? " " + claim.Basis : "") + (claim.Vat.Length > 0 ? " " + claim.Vat : "");

    private static LineView Line(ClaimView claim, Segment party)
    {
        string verb = claim.Claim switch { "may" => " may decide ", "jointly" => " jointly decides ", "reserved" => " has it reserved to it: ", _ => " decides " };
        string limit = claim.From.Length == 0 ? "" : " of exactly " + Wording.Amount(decimal.Parse(claim.From, CultureInfo.InvariantCulture), claim.Currency.Length == 0 ? "GBP" : claim.Currency)
            + (claim.Basis.Length > 0 ? " " + claim.Basis : "") + (claim.Vat.Length > 0 ? " " + claim.Vat : "");
        return new LineBuilder().Text("So ").Add(party).Text(verb + claim.Subject + limit + (claim.Place.Length > 0 ? " at " + claim.Place : "")).ToLine("note") with { Claim = claim };
    }
}
