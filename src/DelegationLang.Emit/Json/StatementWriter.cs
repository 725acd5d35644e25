using System.Collections.Immutable;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Emit.Json;

/// <summary>Writes reservations, delegations, tables, deputies, involvement and scenarios.</summary>
internal sealed class StatementWriter
{
    private readonly JsonContext context;
    private readonly JsonFields json;
    private readonly TermsWriter terms;
    private readonly Dictionary<Statement, string> ids = new(ReferenceEqualityComparer.Instance);

    public StatementWriter(JsonContext context)
    {
        this.context = context;
        json = context.Json;
        terms = new TermsWriter(context);
        Statement[] statements = [.. SentenceCatalogue.Statements(context.Publication.Model)];
        ImmutableArray<string> unique = UniqueNames.Make(
            [.. statements.Select(statement => (Slug.Of(Gist(statement)), context.Publication.Texts.OneLine(statement.Location)))],
            "-");
        for (int i = 0; i < unique.Length; i++)
        {
            ids.Add(statements[i], unique[i]);
        }
    }

    /// <summary>All lists.</summary>
    public void WriteAll()
    {
        SchemeModel model = context.Publication.Model;
        json.Objects("reservations", model.Reservations, reservation => Deciding(reservation, reservation.Reserver, reservation.IsProhibition ? "forbids" : "reserves", reservation.Subjects, reservation.IsProhibition ? [] : reservation.Holders), always: true);
        json.Objects("delegations", model.Delegations, delegation =>
        {
            Deciding(delegation, delegation.Delegator, delegation.IsEntrusted ? "entrusts" : "delegates", delegation.Subjects, delegation.Holders);
            json.Index("table", delegation.Table is null ? -1 : model.Tables.IndexOf(delegation.Table));
        }, always: true);
        json.Objects("tables", model.Tables, table =>
        {
            Subjects(table.Subjects);
            json.Texts("lines", table.Lines.Select(line => ids[line]));
            json.Text("section", table.Section?.Title);
            context.Source("source", table.Location);
        }, always: true);
        json.Objects("deputies", model.Deputies, deputy =>
        {
            Start(deputy);
            context.Id("deputy", deputy.Deputy);
            context.Ids("principals", deputy.Principals);
            End(deputy);
        }, always: true);
        json.Objects("involvement", model.Involvements, involvement =>
        {
            Start(involvement);
            json.Text("verb", VerbOf(involvement));
            context.Id("actor", involvement.Actor);
            context.Ids("others", involvement.Others);
            Subjects(involvement.Subjects);
            End(involvement);
        }, always: true);
        json.Objects("successions", model.Successions, succession =>
        {
            context.Id("successor", succession.Successor);
            context.Ids("predecessors", succession.Predecessors);
            json.Day("on", succession.On);
            context.Ids("for", succession.Terms.For.Select(one => one.Symbol));
            json.Texts("because", succession.Terms.Because);
            json.Texts("references", succession.Terms.References);
            json.Texts("notes", succession.Terms.Notes);
            json.Text("section", succession.Section?.Title);
            context.Source("source", succession.Location);
        });
        json.Objects("scenarios", model.Scenarios, Scenario, always: true);
    }

    private static string VerbOf(InvolvementStatement statement) => statement.Verb == InvolvementVerb.TakesNoPart ? "takes no part" : statement.Verb.ToString().ToLowerInvariant();

    private static string Gist(Statement statement) => statement switch
    {
        DelegationStatement d => $"{d.Delegator?.DisplayName} {(d.IsEntrusted ? "entrusts" : "delegates")} {Names(d.Subjects, d.Terms)} to {Names(d.Holders)}",
        ReservationStatement { IsProhibition: true } r => $"nobody may decide {Names(r.Subjects, r.Terms)}",
        ReservationStatement r => $"{r.Reserver?.DisplayName} reserves {Names(r.Subjects, r.Terms)} to {Names(r.Holders)}",
        DeputyStatement d => $"{d.Deputy?.DisplayName} deputises for {Wording.List([.. d.Principals.Select(party => party.DisplayName)])}",
        InvolvementStatement i => $"{i.Actor?.DisplayName} {VerbOf(i)} {Wording.List([.. i.Others.Select(party => party.DisplayName)])} {Names(i.Subjects, i.Terms)}",
        ScenarioStatement s => "scenario " + s.Scenario.Title.Text,
        _ => "sentence",
    };

    private static string Names(IEnumerable<SubjectReference> subjects, Terms terms) => Wording.List([.. subjects.Select(subject => subject.Scope switch
    {
        SubjectScope.AllMatters => "all matters",
        SubjectScope.AllOtherMatters => "all other matters" + (subject.Symbol is null ? "" : " within " + subject.Symbol.DisplayName),
        _ => subject.Symbol?.DisplayName ?? "",
    })]) + (terms.For.IsEmpty ? "" : " for " + Wording.List([.. terms.For.Select(reference => reference.Symbol.DisplayName)]));

    private static string Names(IEnumerable<Holder> holders) =>
        string.Join(" or ", holders.Select(holder => Wording.Together(holder.Group.Parties.Select(party => party.DisplayName))));

    private void Deciding(Statement statement, PartySymbol? giver, string verb, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders)
    {
        Start(statement);
        context.Id("giver", giver);
        json.Text("verb", verb);
        Subjects(subjects);
        context.Groups("holders", [.. holders.Select(holder => holder.Group)]);
        End(statement);
    }

    private void Start(Statement statement)
    {
        json.Text("id", ids[statement]);
        json.Flag("void", !context.Publication.IsEffective(statement));
    }

    private void End(Statement statement)
    {
        json.Index("rule", context.Publication.Index.RuleOf(statement));
        json.Objects("own", Clauses(statement.Syntax), clause =>
        {
            json.Text("clause", clause.Keyword);
            json.Text("text", context.Publication.Texts.OneLine(new SourceLocation(statement.Location.Source, clause.Span)));
        });
        json.Object("resolved", () => terms.Write(statement));
        json.Text("section", statement.Section?.Title);
        context.Source("source", statement.Location);
    }

    private void Subjects(ImmutableArray<SubjectReference> subjects) => json.Objects("subjects", subjects, subject =>
    {
        json.Text("scope", subject.Scope switch
        {
            SubjectScope.AllMatters => "all matters",
            SubjectScope.AllOtherMatters => "all other matters",
            _ => "",
        });
        context.Id("subject", subject.Symbol);
    });

    private void Scenario(ScenarioStatement statement)
    {
        ScenarioSyntax scenario = statement.Scenario;
        Start(statement);
        json.Text("title", scenario.Title.Text);
        json.Text("decision", context.Publication.Texts.OneLine(new SourceLocation(statement.Location.Source, scenario.Decision.Span)));
        json.Text("expectation", scenario.Expectation switch
        {
            ExpectationKind.DecidedBy => "decided by",
            ExpectationKind.ReservedTo => "reserved to",
            ExpectationKind.DecidedByNobody => "decided by nobody",
            ExpectationKind.May => "may decide",
            _ => "may not decide",
        });
        json.Flag("jointly", scenario.IsJoint);
        json.Objects("parties", scenario.Parties, party =>
        {
            json.Text("name", party.Name.Text);
            json.Integer("count", party.Count);
        });
        context.Source("source", statement.Location);
    }

    private static IEnumerable<ClauseSyntax> Clauses(SyntaxNode node) => node switch
    {
        SentenceSyntax sentence => sentence.Clauses,
        TableLineSyntax line => line.Clauses,
        ListItemSyntax item => item.Clauses,
        _ => [],
    };
}
