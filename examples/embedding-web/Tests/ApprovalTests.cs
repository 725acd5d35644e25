using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Approvals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tests;

/// <summary>The service as its callers see it, over HTTP.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private readonly Notes notes = new();
    private readonly SetClock clock = new();
    private WebApplication app = WebApplication.Create();
    private HttpClient client = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(notes);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddApprovals();
        app = builder.Build();
        app.UseApprovals();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        client = new HttpClient { BaseAddress = new Uri(addresses!.Addresses.Single()) };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Who_may_approves_and_the_chain_is_logged()
    {
        var response = await Approve("Leeds Place Director", new ContractRequest("podiatry", "Leeds", 400_000));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var approval = await Read($"{response.Headers.Location}");
        Assert.Equal("Leeds Place Director", approval?.SignedBy.Single().Post);
        Assert.Equal(new DateOnly(2026, 5, 1), approval?.On);
        Assert.Contains(notes.Lines, line => line.Contains("Leeds Place Director by delegation up to £1.5 million per contract", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_is_told_who_may_and_nothing_is_done()
    {
        var problem = await Refused("Leeds Place Director", new ContractRequest("podiatry", "Leeds", 2_000_000));
        Assert.Equal("Leeds Committee", problem.GetProperty("mayDecide")[0][0].GetString());
        Assert.Contains("Leeds Committee", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_must_come_first_must_have_come_first()
    {
        var request = new ContractRequest("podiatry", "Wakefield District", 400_000);
        var problem = await Refused("Wakefield District Place Director", request);
        var step = problem.GetProperty("stepsFirst")[0].GetString() ?? "";
        Assert.Equal("after consulting Director of Nursing", step);
        Assert.Equal(HttpStatusCode.Created, (await Approve("Wakefield District Place Director", request with { StepsTaken = [step] })).StatusCode);
    }

    [Fact]
    public async Task Those_who_decide_jointly_must_all_sign_and_one_of_them_is_not_two()
    {
        var request = new ContractRequest("sealing of documents", null, 0);
        var response = await Approve("Chief Executive", request, person: "Ann");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var waiting = await response.Content.ReadFromJsonAsync<Approval>();
        Assert.Null(waiting?.On);
        Assert.Equal(["Chief Finance Officer"], waiting?.Awaits.Single());
        Assert.Equal(HttpStatusCode.Accepted, (await Sign(waiting?.Id, "Chief Executive", "Ann")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Sign(waiting?.Id, "Leeds Place Director", "Bob")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Sign(waiting?.Id, "Chief Finance Officer", "Cai")).StatusCode);
        var approval = await Read($"/approvals/{waiting?.Id}");
        Assert.Equal(new DateOnly(2026, 5, 1), approval?.On);
        Assert.Equal(HttpStatusCode.NotFound, (await Sign(waiting?.Id, "Chief Finance Officer", "Cai")).StatusCode);
    }

    [Fact]
    public async Task A_deputy_signs_while_the_other_is_away_and_only_while_they_may()
    {
        var request = new ContractRequest("podiatry", "Leeds", 400_000, Absent: ["Leeds Place Director"]);
        await Refused("Leeds Deputy Director", request);
        clock.Now = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);
        var problem = await Refused("Leeds Deputy Director", request with { Absent = null });
        Assert.StartsWith("Leeds Deputy Director while Leeds Place Director is away", problem.GetProperty("deputies")[0].GetString(), StringComparison.Ordinal);
        await Refused("Leeds Place Director", request);
        await Refused("Leeds Head of Commissioning", request);
        var response = await Approve("Leeds Deputy Director", request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("Leeds Deputy Director", (await response.Content.ReadFromJsonAsync<Approval>())?.SignedBy.Single().Post);
    }

    [Fact]
    public async Task Authority_ends_at_midnight_in_London()
    {
        // 23:30 by the clock of the world is half past midnight in summer: the authority of the place ended with March.
        clock.Now = new(2028, 3, 31, 22, 30, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.Created, (await Approve("Leeds Place Director", new ContractRequest("podiatry", "Leeds", 400_000))).StatusCode);
        clock.Now = new(2028, 3, 31, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.Forbidden, (await Approve("Leeds Place Director", new ContractRequest("podiatry", "Leeds", 400_000))).StatusCode);
    }

    [Theory]
    [InlineData("Leeds Place Director", "alchemy", "Leeds", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Atlantis", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Leeds", -1)]
    [InlineData("Chief Finance Officer", "losses and special payments", null, 1)]
    public async Task What_the_scheme_does_not_have_is_a_bad_request(string post, string function, string? place, int pounds) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Approve(post, new ContractRequest(function, place, pounds))).StatusCode);

    [Fact]
    public async Task Whoever_holds_no_post_of_the_scheme_may_nothing_and_whoever_is_not_signed_in_is_asked_to()
    {
        await Refused("Mayor", new ContractRequest("podiatry", "Leeds", 1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Approve("", new ContractRequest("podiatry", "Leeds", 1))).StatusCode);
    }

    [Fact]
    public async Task An_endpoint_asks_the_scheme_by_itself()
    {
        var response = await Send("/seal", "Chief Executive", "Ann", null);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Chief Finance Officer", problem.GetProperty("missing")[0][0].GetString());
    }

    [Fact]
    public async Task The_pages_of_the_scheme_are_served_and_it_is_healthy()
    {
        Assert.Contains("<html", await client.GetStringAsync("/scheme/"), StringComparison.Ordinal);
        Assert.Contains("delegation-scheme", await client.GetStringAsync("/scheme/scheme.json"), StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
    }

    private async Task<JsonElement> Refused(string post, ContractRequest request)
    {
        int before = app.Services.GetRequiredService<ContractRegister>().Count;
        var response = await Approve(post, request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(before, app.Services.GetRequiredService<ContractRegister>().Count);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<Approval?> Read(string address) =>
        await (await Send(HttpMethod.Get, address, "Clerk", "Ann", null)).Content.ReadFromJsonAsync<Approval>();

    private Task<HttpResponseMessage> Approve(string post, ContractRequest request, string person = "Ann") =>
        Send("/approvals", post, person, JsonContent.Create(request));

    private Task<HttpResponseMessage> Sign(Guid? id, string post, string person) => Send($"/approvals/{id}/signatures", post, person, null);

    private Task<HttpResponseMessage> Send(string address, string post, string person, HttpContent? content) => Send(HttpMethod.Post, address, post, person, content);

    private Task<HttpResponseMessage> Send(HttpMethod method, string address, string post, string person, HttpContent? content)
    {
        var message = new HttpRequestMessage(method, address) { Content = content };
        message.Headers.Add(GatewayIdentity.PersonHeader, person);
        message.Headers.Add(GatewayIdentity.PostHeader, post);
        return client.SendAsync(message);
    }

    /// <summary>A clock that tests set; it stands at 1 May 2026.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Notes : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
