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
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ContractRegister>();
        builder.Services.AddSingleton<ApprovalDesk>();
        app = builder.Build();
        app.MapApprovals();
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
        var approval = await client.GetFromJsonAsync<Approval>(response.Headers.Location);
        Assert.Equal("Leeds Place Director", approval?.SignedBy.Single().For);
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
        var approval = await client.GetFromJsonAsync<Approval>($"/approvals/{waiting?.Id}");
        Assert.Equal(new DateOnly(2026, 5, 1), approval?.On);
        Assert.Equal(HttpStatusCode.NotFound, (await Sign(waiting?.Id, "Chief Finance Officer", "Cai")).StatusCode);
    }

    [Fact]
    public async Task A_deputy_signs_for_somebody_who_is_away_and_only_while_they_may()
    {
        var request = new ContractRequest("podiatry", "Leeds", 400_000);
        await Refused("Leeds Deputy Director", request, insteadOf: "Leeds Place Director");
        clock.Now = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);
        var problem = await Refused("Leeds Deputy Director", request, insteadOf: "Leeds Place Director");
        var away = problem.GetProperty("asDeputy")[0].GetString() ?? "";
        await Refused("Leeds Deputy Director", request with { StepsTaken = [away] });
        await Refused("Leeds Head of Commissioning", request with { StepsTaken = [away] }, insteadOf: "Leeds Place Director");
        var response = await Approve("Leeds Deputy Director", request with { StepsTaken = [away] }, insteadOf: "Leeds Place Director");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var signature = (await response.Content.ReadFromJsonAsync<Approval>())?.SignedBy.Single();
        Assert.Equal(("Leeds Deputy Director", "Leeds Place Director"), (signature?.By.Post, signature?.For));
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
    [InlineData("Mayor", "podiatry", "Leeds", 1)]
    [InlineData("Leeds Place Director", "alchemy", "Leeds", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Atlantis", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Leeds", -1)]
    [InlineData("", "podiatry", "Leeds", 1)]
    [InlineData("Chief Finance Officer", "losses and special payments", null, 1)]
    public async Task What_the_scheme_does_not_have_is_a_bad_request(string post, string function, string? place, int pounds) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Approve(post, new ContractRequest(function, place, pounds))).StatusCode);

    private async Task<JsonElement> Refused(string post, ContractRequest request, string? insteadOf = null)
    {
        int before = app.Services.GetRequiredService<ContractRegister>().Count;
        var response = await Approve(post, request, insteadOf);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(before, app.Services.GetRequiredService<ContractRegister>().Count);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> Approve(string post, ContractRequest request, string? insteadOf = null, string person = "Ann") =>
        Send("/approvals", post, person, insteadOf, JsonContent.Create(request));

    private Task<HttpResponseMessage> Sign(Guid? id, string post, string person) => Send($"/approvals/{id}/signatures", post, person, null, null);

    private Task<HttpResponseMessage> Send(string address, string post, string person, string? insteadOf, HttpContent? content)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        message.Headers.Add(ApprovalEndpoints.PersonHeader, person);
        message.Headers.Add(ApprovalEndpoints.PostHeader, post);
        if (insteadOf is not null)
        {
            message.Headers.Add(ApprovalEndpoints.InsteadOfHeader, insteadOf);
        }

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
