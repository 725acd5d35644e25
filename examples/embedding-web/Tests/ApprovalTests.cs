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

/// <summary>The service as its callers see it, over HTTP, on 1 May 2026.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private readonly Notes notes = new();
    private WebApplication app = WebApplication.Create();
    private HttpClient client = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(notes);
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<TimeProvider>(new MayDay());
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
        Assert.Equal("Leeds Place Director", approval?.ApprovedBy);
        Assert.Equal(new DateOnly(2026, 5, 1), approval?.On);
        Assert.Contains(notes.Lines, line => line.Contains("Leeds Place Director by delegation up to £1.5 million per contract", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_is_told_who_may_and_nothing_is_done()
    {
        var response = await Approve("Leeds Place Director", new ContractRequest("podiatry", "Leeds", 2_000_000));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Leeds Committee", problem.GetProperty("mayDecide")[0][0].GetString());
        Assert.Contains("Leeds Committee", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, app.Services.GetRequiredService<ContractRegister>().Count);
    }

    [Theory]
    [InlineData("Mayor", "podiatry", "Leeds", 1)]
    [InlineData("Leeds Place Director", "alchemy", "Leeds", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Atlantis", 1)]
    [InlineData("Leeds Place Director", "podiatry", "Leeds", -1)]
    [InlineData("", "podiatry", "Leeds", 1)]
    public async Task What_the_scheme_does_not_have_is_a_bad_request(string post, string function, string place, int pounds) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Approve(post, new ContractRequest(function, place, pounds))).StatusCode);

    private Task<HttpResponseMessage> Approve(string post, ContractRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/approvals") { Content = JsonContent.Create(request) };
        message.Headers.Add(ApprovalEndpoints.PostHeader, post);
        return client.SendAsync(message);
    }

    private sealed class MayDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
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
