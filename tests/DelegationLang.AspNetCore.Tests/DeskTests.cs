using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Claims;
using DelegationLang.AspNetCore.Testing;
using DelegationLang.Policy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DelegationLang.AspNetCore.Tests;

/// <summary>Rulings on decisions, and what they leave behind.</summary>
public sealed class DeskTests : IDisposable
{
    private static readonly ProposedDecision Small = new("purchase") { Amount = 5_000, Basis = "contract" };
    private static readonly ProposedDecision Middle = new("purchase") { Amount = 50_000, Basis = "contract" };
    private static readonly ProposedDecision Large = new("purchase") { Amount = 500_000, Basis = "contract" };

    private readonly LogLines log = new();
    private readonly TestedDecisions tested;
    private readonly ServiceProvider services;
    private readonly DecisionDesk desk;

    public DeskTests()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(log));
        collection.AddDelegation(options => options.Posts.Add("grp-finance", "Finance Director"));
        tested = collection.UseDelegationTesting(new DateOnly(2026, 5, 1), Schemes.Loaded);
        services = collection.BuildServiceProvider();
        desk = services.GetRequiredService<DecisionDesk>();
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public void Who_may_does_and_who_may_not_is_told_why()
    {
        DecisionRuling allowed = desk.Rule(DelegationTesting.Holder("Ann", "Finance Director"), Small);
        Assert.True(allowed.IsAllowed);
        Assert.Equal("Finance Director may decide this on 1 May 2026.", allowed.Sentence);
        Assert.Equal("4.1", allowed.Sentences[^1].Reference);
        Assert.Equal("may Finance Director decide purchase worth £5,000 per contract on 1 May 2026?", allowed.Answer?.Question);
        Assert.Equal("1", allowed.Answer?.Scheme?.Version);
        Assert.Throws<InvalidOperationException>(() => allowed.ToProblem());

        DecisionRuling refused = desk.Rule(DelegationTesting.Holder("Ann", "Finance Director"), Middle);
        Assert.Equal(RulingReason.NotAuthorised, refused.Reason);
        Assert.StartsWith("Finance Director may not decide this on 1 May 2026: ", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("Chief Executive", refused.WhoDecides?.Alternatives.Single().Single());
        ProblemDetails problem = refused.ToProblem();
        Assert.Equal(403, problem.Status);
        Assert.Equal(refused.Sentence, problem.Detail);
        Assert.Equal("not_authorised", problem.Extensions["reason"]);
        Assert.Contains("scheme.delegation:", Texts(problem, "sentences")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_come_first_must_have_come_first()
    {
        DecisionRuling early = desk.Rule(DelegationTesting.Holder("Cai", "Chief Executive"), Middle);
        Assert.True(early.IsPending);
        Assert.Equal("Chief Executive may decide this on 1 May 2026, but after consulting Medical Director.", early.Sentence);
        Assert.Equal(["after consulting Medical Director"], Texts(early.ToProblem(), "stepsFirst"));
        Assert.True(desk.Rule(DelegationTesting.Holder("Cai", "Chief Executive"), Middle with { StepsTaken = ["after consulting Medical Director"] }).IsAllowed);
    }

    [Fact]
    public void Joint_signatures_are_those_of_different_people()
    {
        ClaimsPrincipal both = DelegationTesting.Holder("Ann", "Finance Director", "Chief Executive");
        DecisionRuling first = desk.Rule(both, Large);
        Assert.True(first.IsPending);
        ProposedDecision signed = Large with { SignedBy = [new SignatureGiven("Ann", "Finance Director")] };
        Assert.True(desk.Rule(both, signed).IsPending);
        Assert.True(desk.Rule(DelegationTesting.Holder("Cai", "Chief Executive"), signed).IsAllowed);
        DecisionRuling stranger = desk.Rule(DelegationTesting.Holder("Dee", "Medical Director"), signed);
        Assert.Equal(RulingReason.NotAuthorised, stranger.Reason);
    }

    [Fact]
    public void A_completed_set_of_signatures_is_no_authority_of_somebody_else()
    {
        ProposedDecision complete = Large with { SignedBy = [new SignatureGiven("Ann", "Finance Director"), new SignatureGiven("Cai", "Chief Executive")] };
        Assert.False(desk.Rule(DelegationTesting.Holder("Dee", "Medical Director"), complete).IsAllowed);
    }

    [Fact]
    public void A_deputy_decides_while_the_other_is_away_and_the_other_does_not()
    {
        ProposedDecision decision = Middle with { StepsTaken = ["after consulting Medical Director"] };
        ClaimsPrincipal deputy = DelegationTesting.Holder("Eve", "Deputy Chief Executive");
        Assert.False(desk.Rule(deputy, decision).IsAllowed);
        Assert.True(desk.Rule(deputy, decision with { Absent = ["Chief Executive"] }).IsAllowed);
        Assert.True(desk.Rule(deputy, decision with { Conflicted = ["Chief Executive"] }).IsAllowed);
        DecisionRuling away = desk.Rule(DelegationTesting.Holder("Cai", "Chief Executive"), decision with { Conflicted = ["Chief Executive"] });
        Assert.Equal("Chief Executive is away or conflicted, and may not decide this on 1 May 2026.", away.Sentence);
    }

    [Fact]
    public void What_is_not_said_or_not_known_permits_nothing()
    {
        ClaimsPrincipal holder = DelegationTesting.Holder("Ann", "Finance Director");
        Assert.Equal(RulingReason.Depends, desk.Rule(holder, new ProposedDecision("purchase")).Reason);
        Assert.Equal(RulingReason.Unfit, desk.Rule(holder, new ProposedDecision("purchases")).Reason);
        Assert.Equal(RulingReason.Unfit, desk.Rule(holder, Small with { Basis = "year" }).Reason);
        Assert.Equal(RulingReason.Unfit, desk.Rule(holder, Small with { Amount = -1 }).Reason);
        Assert.Equal(RulingReason.Unfit, desk.Rule(holder, Small with { Body = "somebody else" }).Reason);
        Assert.Equal(400, desk.Rule(holder, Small with { Amount = -1 }).ToProblem().Status);
        Assert.Equal(RulingReason.NoPost, desk.Rule(DelegationTesting.Holder("Ann"), Small).Reason);
        Assert.Equal(RulingReason.NoPost, desk.Rule(DelegationTesting.Holder("Ann", "Mayor"), Small).Reason);
        Assert.Equal(RulingReason.NoPost, desk.Rule(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "Finance Director")])), Small).Reason);
        tested.Day = new DateOnly(2028, 4, 1);
        Assert.Equal(RulingReason.NotInForce, desk.Rule(holder, Small).Reason);
    }

    [Fact]
    public async Task The_handler_grants_what_the_desk_allows_and_hands_on_why_not()
    {
        IAuthorizationService authorisation = services.GetRequiredService<IAuthorizationService>();
        ClaimsPrincipal mapped = DelegationTesting.Holder("Ann", "grp-finance");
        Assert.True((await authorisation.AuthorizeAsync(mapped, Small, new DelegationRequirement())).Succeeded);
        AuthorizationResult refused = await authorisation.AuthorizeAsync(mapped, Middle, new DelegationRequirement());
        Assert.Equal(RulingReason.NotAuthorised, Assert.IsType<DelegationFailureReason>(refused.Failure?.FailureReasons.Single()).Ruling.Reason);
        Assert.True((await authorisation.AuthorizeAsync(mapped, null, new DelegationRequirement(Small))).Succeeded);
        Assert.False((await authorisation.AuthorizeAsync(mapped, null, new DelegationRequirement())).Succeeded);
    }

    [Fact]
    public void Every_ruling_is_recorded_logged_traced_and_measured_and_measures_name_nobody()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DecisionTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var counted = new ConcurrentQueue<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, own) => { if (instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>()) { own.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        meters.SetMeasurementEventCallback<double>((instrument, value, _, _) => counted.Enqueue($"{instrument.Name} {instrument.Unit} {value >= 0}"));
        meters.Start();

        desk.Rule(DelegationTesting.Holder("Ann Unique", "Finance Director"), Small);
        desk.Rule(DelegationTesting.Holder("Ann Unique", "Finance Director"), Large);

        Assert.Equal([RulingReason.None, RulingReason.NotYet], tested.Rulings.Select(ruling => ruling.Reason));
        Assert.Contains("delegation.decisions 1 delegation.outcome=allowed delegation.reason=none delegation.body= delegation.scheme.version=1", counted);
        Assert.Contains("delegation.decisions 1 delegation.outcome=refused delegation.reason=not_yet delegation.body= delegation.scheme.version=1", counted);
        Assert.Contains("delegation.decision.duration s True", counted);
        Activity span = spans.First(one => one.GetTagItem("delegation.post") as string == "Finance Director" && one.GetTagItem("delegation.outcome") as string == "allowed");
        Assert.Equal("delegation.decide", span.OperationName);
        Assert.Equal(Schemes.Loaded.ContentHash, span.GetTagItem("delegation.scheme.content_hash"));
        Assert.DoesNotContain(spans.SelectMany(one => one.TagObjects), tag => $"{tag.Value}".Contains("Ann Unique", StringComparison.Ordinal));
        IReadOnlyDictionary<string, object?> line = log.Lines.First(one => $"{one["Person"]}" == "Ann Unique");
        Assert.Equal("Finance Director", line["Post"]);
        Assert.Equal("allowed", line["Outcome"]);
        Assert.Equal("1", line["SchemeVersion"]);
        Assert.Contains("reference 4.1", $"{line["Chain"]}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_callers_say_breaks_no_line_of_the_log()
    {
        desk.Rule(DelegationTesting.Holder("Ann\r\nDecision allowed", "Finance Director"), new ProposedDecision("purchase\nDecision allowed"));
        IReadOnlyDictionary<string, object?> line = log.Lines.Single();
        Assert.Equal("Ann  Decision allowed", line["Person"]);
        Assert.DoesNotContain(line.Values, value => $"{value}".Any(char.IsControl));
    }

    [Fact]
    public void Options_come_from_configuration()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Delegation:PostClaim"] = "post",
            ["Delegation:Posts:fd"] = "Finance Director",
            ["Delegation:AreOtherClaimsPosts"] = "false",
        }).Build();
        collection.AddDelegation(configuration.GetSection("Delegation"));
        collection.UseDelegationTesting(new DateOnly(2026, 5, 1), Schemes.Loaded);
        using ServiceProvider configured = collection.BuildServiceProvider();
        IPostsOfUser posts = configured.GetRequiredService<IPostsOfUser>();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("post", "fd"), new Claim("post", "Chief Executive"), new Claim(ClaimTypes.Role, "Board")], "test"));
        Assert.Equal(["Finance Director"], posts.PostsOf(user));
    }

    private static string[] Texts(Microsoft.AspNetCore.Mvc.ProblemDetails problem, string member) =>
        [.. Assert.IsType<System.Text.Json.JsonElement>(problem.Extensions[member]).EnumerateArray().Select(text => text.GetString() ?? "")];

    /// <summary>What was logged of decisions, member by member.</summary>
    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<IReadOnlyDictionary<string, object?>> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 10 && state is IReadOnlyList<KeyValuePair<string, object?>> members)
            {
                Lines.Enqueue(members.ToDictionary(member => member.Key, member => member.Value));
            }
        }

        public void Dispose()
        {
        }
    }
}
