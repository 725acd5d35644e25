using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Sql;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Testing;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Sql;

/// <summary>The decisions of schemes in a real PostgreSQL are those of the evaluator, whatever their names.</summary>
public sealed class PostgresTests(PostgresCluster cluster, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    [SkippableFact]
    public void The_database_answers_as_the_evaluator_does()
    {
        output.WriteLine($"DELEGATION_SEED={RandomSamples.Seed}");
        (Sample Sample, AskedDecision[] Asked)[] all = RandomSamples.ForEngines;
        var script = new StringBuilder();
        for (int i = 0; i < all.Length; i++)
        {
            script.Append(Load(all[i].Sample)).Append(Questions(all[i].Sample, all[i].Asked, i));
        }

        string[] lines = cluster.Run(script.ToString());
        Assert.Equal(all.Sum(one => one.Asked.Length), lines.Length);
        var wrong = new List<string>();
        foreach (string line in lines)
        {
            JsonArray found = JsonNode.Parse(line)?.AsArray() ?? [];
            (Sample sample, AskedDecision[] asked) = all[found[0]?.GetValue<int>() ?? 0];
            Compare(sample, asked[found[1]?.GetValue<int>() ?? 0], found[2], found[3], wrong);
        }

        output.WriteLine($"{2 * lines.Length} answers compared, {wrong.Count} differ");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.OrderBy(text => text.Length).Take(3)));
    }

    [SkippableFact]
    public void Names_that_try_to_break_out_stay_names()
    {
        // Schemes made by hand, with names that no sentence would have.
        SpaceDefinition definition = Definitions.Everything();
        EmitInput input = Definitions.Around(definition);
        string[] lines = cluster.Run(Load(input) + Load(input)
            + $"select to_json(t.name) from delegation_v1.thing t join delegation_v1.scheme s on s.id = t.scheme where s.name = '{SqlEmitter.SchemaOf(input)}' and t.kind = 'party' and not is_alias order by t.id;\n");

        // What PostgreSQL cannot hold, and what is no character, stands there as the sign for such.
        IEnumerable<string> expected = definition.Parties.Select(party => party.Name.Replace('\0', '\uFFFD').Replace('\uD800', '\uFFFD'));
        Assert.Equal(expected, lines.Select(line => JsonNode.Parse(line)?.GetValue<string>()));
    }

    [SkippableFact]
    public void Loading_again_changes_nothing_and_a_batch_tells_who_was_beyond_their_powers()
    {
        Sample sample = SignedScheme.Sample;
        string schema = SqlEmitter.SchemaOf(sample.Input);
        const string State = "select (select count(*) from delegation_v1.cell), (select count(*) from delegation_v1.answer), (select count(*) from delegation_v1.thing), (select count(*) from delegation_v1.day_tree);\n";
        string[] lines = cluster.Run(
            "create database batch;\n\\connect batch\n" + Load(sample) + State + Load(sample) + State + $"""
            create temp table payment (id int, subject text, amount numeric, signed_by text, paid_on date);
            insert into payment values (1, 'goods', 100000, 'Chief Executive', '2026-05-01'), (2, 'goods', 100000.01, 'Chief Executive', '2026-05-01'), (3, 'goods', 100000.01, 'Board', '2026-05-01'),
              (4, 'goods', 5, 'Chief Executive', '2026-03-31'), (5, 'grants', 5, 'Finance Director', '2026-05-01'), (6, 'works', 7, 'Chief Executive', '2026-05-01');
            select p.id, w.outcome, w.deciders, m.outcome, m.steps
            from payment p
              cross join lateral {schema}.who_decides(p.subject, p.paid_on, amount => p.amount, basis => 'contract') w
              cross join lateral {schema}.may(p.signed_by, p.subject, p.paid_on, amount => p.amount, basis => 'contract') m
            order by p.id;
            select count(*) > 0 from {schema}.decisions where subject = 'goods' and amount @> 100000.00 and days @> date '2026-05-01' and outcome = 'decided';

            """);
        Assert.Equal(lines[0], lines[1]);
        string[] expected =
        [
            "1|decided|{\"Chief Executive\"}|yes|{}",
            "2|decided|{Board}|no|{}",
            "3|decided|{Board}|yes|{}",
            "4|nobody|{}|no|{}",
            "5|decided|{\"Chief Executive\",\"Finance Director\"}|no|{}",
            "6|decided|{\"Chief Executive\"}|yes|{\"after consulting Finance Director\"}",
            "t",
        ];
        Assert.Equal(expected, lines[2..]);
    }

    [SkippableFact]
    public void Schemes_of_one_title_and_version_of_several_bodies_stand_side_by_side()
    {
        Sample[] schemes = [Body("Northmoor", 10), Body("Southmoor", 20), Body("Southmoor", 30)];
        string[] schemas = [.. schemes.Select(scheme => SqlEmitter.SchemaOf(scheme.Input))];
        Assert.Equal(["scheme_northmoor_trust__scheme_of_delegation__1_0", "scheme_southmoor_trust__scheme_of_delegation__1_0", "scheme_southmoor_trust__scheme_of_delegation__1_0"], schemas);
        string Limit(string schema) => $"select (w.deciders)[1] from {schema}.who_decides('goods', date '2026-05-01', amount => 15, basis => 'contract') w;\n";
        string[] lines = cluster.Run(
            "create database bodies;\n\\connect bodies\n" + Load(schemes[0]) + Load(schemes[1]) + Limit(schemas[0]) + Limit(schemas[1])
            + Load(schemes[2]) + Limit(schemas[0])
            + "select s.organisation, (w.answer).deciders from delegation_v1.who_decides_everywhere('goods', date '2026-05-01', amount => 25, basis => 'contract') w join delegation_v1.scheme s on s.name = w.scheme order by 1;\n");
        Assert.Equal(["Board", "Director", "Board", "Northmoor Trust|{Board}", "Southmoor Trust|{Director}"], lines);
    }

    [SkippableFact]
    public void A_schema_that_holds_another_scheme_is_not_taken_over()
    {
        string load = SqlEmitter.Script("scheme_one", RandomSamples.DecisionsOf(Body("Northmoor", 10)));
        string other = SqlEmitter.Script("scheme_one", RandomSamples.DecisionsOf(Body("Southmoor", 10)));
        cluster.Run("create database taken;\n\\connect taken\n" + load);
        string complaint = Assert.ThrowsAny<Exception>(() => cluster.Run(other, "taken")).Message;
        Assert.Contains("The schema “scheme_one” holds another scheme: “Scheme of Delegation”, version “1.0”, of “Northmoor Trust”.", complaint, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("amount => -0.01", "An amount is a figure, and never negative.")]
    [InlineData("amount => 'NaN'", "An amount is a figure, and never negative.")]
    [InlineData("amount => 'Infinity'", "An amount is a figure, and never negative.")]
    [InlineData("facts => '{\"contract length\": -1}'", "A measure is a figure, and never negative.")]
    [InlineData("facts => '{\"contract length\": \"NaN\"}'", "A measure is a figure, and never negative.")]
    [InlineData("facts => '{\"length\": 1}'", "This scheme has no measure called “length”.")]
    [InlineData("place => 'nowhere'", "This scheme has no place called “nowhere”.")]
    [InlineData("vat => 'some'", "Value added tax is “excluding”, “including”, or left out.")]
    [InlineData("day => null", "A question says its day.")]
    public void What_is_no_question_is_refused(string asked, string complaint)
    {
        string schema = SqlEmitter.SchemaOf(SignedScheme.Sample.Input);
        string day = asked.StartsWith("day", StringComparison.Ordinal) ? "" : ", day => date '2026-05-01'";
        Assert.Contains(complaint, Assert.ThrowsAny<Exception>(() => cluster.Run(Load(SignedScheme.Sample) + $"select {schema}.who_decides('gifts'{day}, {asked});\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_schema_tells_schemes_apart_and_is_never_cut_off()
    {
        (string Organisation, string Title, string Version)[] schemes =
        [
            ("Leeds Trust", "Scheme", "2.0"), ("Leeds Trust", "Scheme", "2-0"), ("Leeds Trust", "Scheme", "2 0"), ("Leeds-Trust", "Scheme", "2.0"), ("Leeds", "Trust Scheme", "2.0"), ("", "Leeds Trust Scheme", "2.0"),
            ("Ysbyty", "Cynllun dirprwyo", "1"), ("病院", "委任", "1"), ("病院", "委任規程", "1"), ("x\"; drop schema public; --", "'", "\0"), ("", "", "1"),
            ("NHS West Yorkshire Integrated Care Board", "NHS West Yorkshire Scheme of Reservation and Delegation", "5.0"),
            ("NHS West Yorkshire Integrated Care Board", "NHS West Yorkshire Scheme of Reservation and Delegation", "5.1"),
            ("NHS South Yorkshire Integrated Care Board", "NHS West Yorkshire Scheme of Reservation and Delegation", "5.0"),
            (new string('a', 200), new string('b', 200), new string('c', 200)), ("A", new string('b', 200), "1"), (new string('a', 200), "B", "1"),
        ];
        string[] names = [.. schemes.Select(one => SqlEmitter.SchemaOf(one.Organisation, one.Title, one.Version))];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^scheme_[a-z0-9_]{1,56}$", name));
        Assert.Equal("scheme_leeds_trust__scheme__2_0", names[0]);
        Assert.StartsWith("scheme_nhs_west_yorkshire__nhs_west_yorkshire__5_0_", names[11], StringComparison.Ordinal);
    }

    private static Sample Body(string name, int limit) => Samples.Compile($"""
        scheme Scheme of Delegation
          version 1.0
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        {name} Trust is an organisation.
        Board is the board of {name} Trust.
        Director is an officer of {name} Trust.
        goods is a matter of {name} Trust.
        {name} Trust delegates goods to Director up to £{limit.ToString(CultureInfo.InvariantCulture)} per contract.
        """);

    private static string Load(Sample sample) => SqlEmitter.Script(SqlEmitter.SchemaOf(sample.Input), RandomSamples.DecisionsOf(sample));

    private static string Load(EmitInput input) => new SqlEmitter().Emit(input).Single().ToText();

    private static string Questions(Sample sample, AskedDecision[] asked, int number)
    {
        SpaceDefinition definition = sample.Input.Space.Definition;
        string schema = SqlEmitter.SchemaOf(sample.Input);
        var script = new StringBuilder("create temp table asked (i int, party text, subject text, matter text, place text, amount numeric, currency text, basis text, vat text, day date, facts jsonb);\ninsert into asked values\n");
        for (int i = 0; i < asked.Length; i++)
        {
            Decision decision = asked[i].Decision;
            var facts = new JsonObject();
            foreach ((int condition, bool value) in decision.Conditions)
            {
                facts[definition.Conditions[condition].Name] = value;
            }

            foreach ((int measure, decimal value) in decision.Measures)
            {
                facts[definition.Measures[measure].Name] = value;
            }

            string?[] fields =
            [
                definition.Parties[asked[i].Party].Name, Name(decision.Function, n => definition.Subjects[n].Name), Name(decision.Matter, n => definition.Subjects[n].Name), Name(decision.Place, n => definition.Places[n].Name),
                decision.Amount?.Value.ToString(CultureInfo.InvariantCulture), decision.Amount?.Currency ?? "GBP", decision.Amount is { Basis.Length: > 0 } amount ? amount.Basis : null,
                decision.Amount?.Vat switch { Vat.Excluding => "excluding", Vat.Including => "including", _ => null }, decision.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), facts.ToJsonString(),
            ];
            script.Append('(').Append(i).Append(", ").AppendJoin(", ", fields.Select(field => field is null ? "null" : "'" + field.Replace("'", "''", StringComparison.Ordinal) + "'")).Append(i + 1 < asked.Length ? "),\n" : ");\n");
        }

        return script.Append(CultureInfo.InvariantCulture, $"""
            select jsonb_build_array({number}, i, to_jsonb(w), to_jsonb(m)) from asked a
              cross join lateral {schema}.who_decides(a.subject, a.day, place => a.place, amount => a.amount, basis => a.basis, vat => a.vat, currency => a.currency, facts => a.facts, matter => a.matter) w
              cross join lateral {schema}.may(a.party, a.subject, a.day, place => a.place, amount => a.amount, basis => a.basis, vat => a.vat, currency => a.currency, facts => a.facts, matter => a.matter) m
            order by i;
            drop table asked;

            """).ToString();
    }

    private static string? Name(int index, Func<int, string> name) => index < 0 ? null : name(index);

    private static void Compare(Sample sample, AskedDecision asked, JsonNode? found, JsonNode? may, List<string> wrong)
    {
        DecisionSpace space = new Publication(sample.Input).Space;
        Answer who = space.WhoDecides(asked.Decision);
        Answer alone = space.May(asked.Party, asked.Decision);
        string expected = string.Join(
            '\n',
            who.Outcome.ToString().ToLowerInvariant(),
            string.Join('|', who.Deciders),
            string.Join('|', who.Alternatives.Select(group => string.Join('&', group))),
            who.Jointly,
            who.UnderContract,
            Sorted(who.Exceptional),
            Sorted(who.Steps),
            Sorted(who.Duties),
            Sorted(who.KeepAuthority),
            Sorted(who.Chain.Select(link => $"{link.Party} {link.Via} {link.Source.File}:{link.Source.Line} {link.Reference}")),
            alone.Outcome.ToString().ToLowerInvariant(),
            alone.Outcome == Outcome.Yes ? Sorted(alone.Steps) : "",
            alone.Outcome == Outcome.No ? Sorted(alone.Alternatives.Select(group => string.Join('&', group))) : "");
        string actual = string.Join(
            '\n',
            found?["outcome"],
            string.Join('|', Texts(found?["deciders"])),
            string.Join('|', Groups(found?["alternatives"])),
            found?["jointly"]?.GetValue<bool>(),
            found?["under_contract"]?.GetValue<bool>(),
            Sorted(Texts(found?["exceptional"])),
            Sorted(Texts(found?["steps"])),
            Sorted(Texts(found?["duties"])),
            Sorted(Texts(found?["keep_authority"])),
            Sorted((found?["chain"]?.AsArray() ?? []).Select(link => $"{link?["party"]} {link?["via"]} {Source(link?["source"]?.GetValue<string>())} {link?["reference"]}")),
            may?["outcome"],
            may?["outcome"]?.GetValue<string>() == "yes" ? Sorted(Texts(may["steps"])) : "",
            may?["outcome"]?.GetValue<string>() == "no" ? Sorted(Groups(may["alternatives"])) : "");
        if (expected != actual)
        {
            wrong.Add($"{sample.Name} {asked.Decision} may {space.Definition.Parties[asked.Party].Name} {string.Join(", ", asked.Decision.Conditions)} {string.Join(", ", asked.Decision.Measures)}\nevaluator\n{expected}\ndatabase\n{actual}");
        }
    }

    private static string Source(string? source) => string.IsNullOrEmpty(source) ? ":0" : source;

    private static IEnumerable<string> Texts(JsonNode? list) => (list?.AsArray() ?? []).Select(text => text?.GetValue<string>() ?? "");

    private static IEnumerable<string> Groups(JsonNode? list) => (list?.AsArray() ?? []).Select(group => string.Join('&', Texts(group)));

    private static string Sorted(IEnumerable<string> texts) => string.Join('|', texts.Order(StringComparer.Ordinal));
}
