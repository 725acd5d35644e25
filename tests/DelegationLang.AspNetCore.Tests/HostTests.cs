using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DelegationLang.AspNetCore.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DelegationLang.AspNetCore.Tests;

/// <summary>A program with its schemes in files, as its callers and its operators see it.</summary>
public sealed class HostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delegation-host-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_endpoint_is_refused_with_a_problem_document()
    {
        await using WebApplication app = await Start(Write("1", Schemes.First));
        using HttpClient client = Client(app);
        using HttpResponseMessage refused = await client.GetAsync(new Uri("/small?post=Medical%20Director", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("Medical Director may not decide this", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Finance Director", problem.GetProperty("mayDecide")[0][0].GetString());
        Assert.Equal("decided", await client.GetStringAsync(new Uri("/small?post=Finance%20Director", UriKind.Relative)));

        // What policy objects throw, and nobody catches, is a problem document as well.
        using HttpResponseMessage thrown = await client.GetAsync(new Uri("/thrown?post=Finance%20Director", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, thrown.StatusCode);
        Assert.Equal("Medical Director", (await thrown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("post").GetString());

        // Who is not signed in is challenged, as without a scheme.
        using HttpResponseMessage nobody = await client.GetAsync(new Uri("/small", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task A_scheme_that_changes_is_read_again_and_one_that_cannot_be_read_changes_nothing()
    {
        string file = Write("1", Schemes.First);
        await using WebApplication app = await Start(file);
        DecisionDesk desk = app.Services.GetRequiredService<DecisionDesk>();
        SchemeRegister register = app.Services.GetRequiredService<SchemeRegister>();
        ProposedDecision decision = new("purchase") { Amount = 15_000, Basis = "contract" };
        Assert.False(desk.Rule("Ann", ["Finance Director"], decision).IsAllowed);

        // A build puts a new folder in the place of the old one.
        string built = Path.Combine(folder, "built");
        Directory.CreateDirectory(built);
        await File.WriteAllBytesAsync(Path.Combine(built, "scheme.json"), Schemes.Build(Schemes.First.Replace("£10,000", "£30,000", StringComparison.Ordinal)));
        Directory.Move(Path.Combine(folder, "1"), Path.Combine(folder, "old"));
        Directory.Move(built, Path.Combine(folder, "1"));
        await Until(() => desk.Rule("Ann", ["Finance Director"], decision).IsAllowed);

        await File.WriteAllTextAsync(file, "{");
        Assert.False(register.Reload());
        Assert.True(desk.Rule("Ann", ["Finance Director"], decision).IsAllowed);
        Assert.Contains("scheme.json", register.Fault, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await Health(app)).Status);

        await File.WriteAllBytesAsync(file, Schemes.Build(Schemes.First));
        Assert.True(register.Reload());
        Assert.Null(register.Fault);
        Assert.False(desk.Rule("Ann", ["Finance Director"], decision).IsAllowed);
    }

    [Fact]
    public async Task The_version_of_the_day_decides_for_each_body_and_health_says_what_is_in_force()
    {
        string first = Write("1", Schemes.First);
        string second = Write("2", Schemes.Second);
        TestedDecisions? tested = null;
        await using WebApplication app = await Start(builder =>
        {
            builder.Services.AddDelegation(options => options.Add(first, "North Trust").Add(second, "North Trust").Add(first, "South Trust"));
            tested = builder.Services.UseDelegationTesting(new DateOnly(2027, 3, 31));
        });
        DecisionDesk desk = app.Services.GetRequiredService<DecisionDesk>();
        ProposedDecision decision = new("purchase") { Body = "North Trust", Amount = 15_000, Basis = "contract" };
        Assert.False(desk.Rule("Ann", ["Finance Director"], decision).IsAllowed);
        Assert.Equal(HealthStatus.Healthy, (await Health(app)).Status);
        Assert.NotNull(tested);
        tested.Day = new DateOnly(2027, 4, 1);
        DecisionRuling ruling = desk.Rule("Ann", ["Finance Director"], decision);
        Assert.True(ruling.IsAllowed);
        Assert.Equal("2", ruling.Answer?.Scheme?.Version);
        Assert.False(desk.Rule("Ann", ["Finance Director"], decision with { Body = "South Trust" }).IsAllowed);
        Assert.Equal(RulingReason.Unfit, desk.Rule("Ann", ["Finance Director"], decision with { Body = "" }).Reason);

        tested.Day = new DateOnly(2028, 3, 15);
        HealthReportEntry ending = await Health(app);
        Assert.Equal(HealthStatus.Degraded, ending.Status);
        Assert.Contains("ends on 31 March 2028", ending.Description, StringComparison.Ordinal);
        tested.Day = new DateOnly(2028, 4, 1);
        Assert.Equal(HealthStatus.Unhealthy, (await Health(app)).Status);
    }

    [Fact]
    public async Task A_program_that_cannot_know_who_may_decide_does_not_start()
    {
        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(Path.Combine(folder, "nowhere", "scheme.json")));
        Assert.Contains("nowhere", missing.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Start(builder => builder.Services.AddDelegation(_ => { })));
        string first = Write("1", Schemes.First);
        InvalidOperationException twice = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(builder => builder.Services.AddDelegation(options => options.Add(first).Add(first))));
        Assert.Contains("same day", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_scheme_are_served_from_beside_the_program()
    {
        string first = Write("1", Schemes.First);
        await File.WriteAllTextAsync(Path.Combine(folder, "1", "index.html"), "<p>pages</p>");
        await using WebApplication app = await Start(first, one => one.UseSchemeSite("/pages", Path.Combine(folder, "1")));
        using HttpClient client = Client(app);
        Assert.Equal("<p>pages</p>", await client.GetStringAsync(new Uri("/pages/", UriKind.Relative)));
        Assert.StartsWith("{", await client.GetStringAsync(new Uri("/pages/scheme.json", UriKind.Relative)), StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> Health(WebApplication app) =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["delegation"];

    private static async Task Until(Func<bool> isSo)
    {
        for (int i = 0; i < 200 && !isSo(); i++)
        {
            await Task.Delay(100);
        }

        Assert.True(isSo());
    }

    private static HttpClient Client(WebApplication app) =>
        new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single() ?? "") };

    private static async Task<WebApplication> Start(Action<WebApplicationBuilder> add, Action<WebApplication>? use = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication("query").AddScheme<AuthenticationSchemeOptions, PostInQuery>("query", _ => { });
        add(builder);
        builder.Services.AddHealthChecks().AddDelegation();
        builder.Services.AddAuthorizationBuilder().AddPolicy("small", policy => policy.RequireAuthenticatedUser().RequireDelegation(new ProposedDecision("purchase") { Amount = 5_000, Basis = "contract" }));
        builder.Services.AddProblemDetails();
        WebApplication app = builder.Build();
        try
        {
            app.UseExceptionHandler();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/small", () => "decided").RequireAuthorization("small");
            app.MapGet("/thrown", (SchemeRegister schemes, DecisionDesk desk) => schemes.Of().On(desk.Today).May("Medical Director", "purchase").Worth(1, "contract").RequireOn(desk.Today));
            use?.Invoke(app);
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static Task<WebApplication> Start(string file, Action<WebApplication>? use = null) => Start(
        builder =>
        {
            builder.Services.AddDelegation(options => options.Add(file));
            builder.Services.UseDelegationTesting(new DateOnly(2026, 5, 1));
        },
        use);

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name, "scheme.json");
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllBytes(file, Schemes.Build(text));
        return file;
    }

    /// <summary>Signs in whoever says so, with the post that they say.</summary>
    private sealed class PostInQuery(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Query["post"] is [{ } post]
            ? AuthenticateResult.Success(new AuthenticationTicket(DelegationTesting.Holder("Ann", post), Scheme.Name))
            : AuthenticateResult.NoResult());
    }
}
