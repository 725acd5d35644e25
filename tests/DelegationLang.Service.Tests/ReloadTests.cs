using System.Text.Json.Nodes;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Rest;
using DelegationLang.Service.Serving;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Service.Tests;

/// <summary>That schemes are read again when they change, and never answered from while they have errors.</summary>
public sealed class ReloadTests
{
    private const string Question = """{"question":"who decides buying worth £60,000?"}""";

    private static readonly string More = Schemes.Sound.Replace("£50,000", "£70,000", StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_scheme_answers_and_one_with_errors_leaves_the_one_before(bool isOneFile)
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, null, null, isOneFile ? "small=main.delegation" : "small=.");
        service.Follow();
        Assert.Contains("[\"Board\"]", await service.SayAsync("schemes/small/ask", Question), StringComparison.Ordinal);

        folder.With("main.delegation", More);
        await UntilAsync(async () => (await service.SayAsync("schemes/small/ask", Question)).Contains("[\"Chief Executive\"]", StringComparison.Ordinal));

        folder.With("main.delegation", Schemes.Faulty);
        await UntilAsync(async () => (await service.GetAsync("health")).Contains("degraded", StringComparison.Ordinal));
        Assert.Contains("[\"Chief Executive\"]", await service.SayAsync("schemes/small/ask", Question), StringComparison.Ordinal);
        Assert.Contains("main.delegation:12", JsonNode.Parse(await service.GetAsync("schemes/small"))?["fault"]?.ToString(), StringComparison.Ordinal);
        Assert.Contains("small was not read again", service.Told, StringComparison.Ordinal);

        folder.With("main.delegation", Schemes.Sound);
        await UntilAsync(async () => (await service.GetAsync("health")).Contains("healthy\"", StringComparison.Ordinal));
        Assert.Contains("[\"Board\"]", await service.SayAsync("schemes/small/ask", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_can_have_it_read_again_where_that_is_allowed()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, new ServeOptions { AllowsReload = true }, null, "small=.");
        string? before = JsonNode.Parse(await service.GetAsync("schemes/small"))?["contentHash"]?.ToString();
        folder.With("main.delegation", More);
        using (var response = await service.PostAsync("schemes/small/reload", ""))
        {
            Assert.True(response.IsSuccessStatusCode);
        }

        string? after = JsonNode.Parse(await service.GetAsync("schemes/small"))?["contentHash"]?.ToString();
        Assert.NotEqual(before, after);
        folder.With("main.delegation", Schemes.Faulty);
        using (var response = await service.PostAsync("schemes/small/reload", ""))
        {
            Assert.Equal(409, (int)response.StatusCode);
        }

        Assert.Equal(after, JsonNode.Parse(await service.GetAsync("schemes/small"))?["contentHash"]?.ToString());
    }

    [Fact]
    public async Task A_scheme_that_is_not_in_force_makes_the_service_unhealthy()
    {
        using var folder = Schemes.Folder(Schemes.Sound.Replace("in force from 1 April 2026", "in force from 1 April 2026 until 30 April 2026", StringComparison.Ordinal).Replace("scenario", "// scenario", StringComparison.Ordinal).Replace("  buying", "//  buying", StringComparison.Ordinal));
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        using var response = await service.Client.GetAsync(new Uri("health", UriKind.Relative));
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Contains("unhealthy", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schemes_with_errors_or_of_one_key_are_not_served()
    {
        using var folder = Schemes.Folder(Schemes.Faulty).With("a/main.delegation", Schemes.Sound).With("b/a/main.delegation", Schemes.Sound);
        var clock = new Service.Hosting.ServiceClock(TimeZoneInfo.Utc, RunningService.Today, TimeProvider.System);
        var host = RunningService.MachineOf(folder.Path, TextWriter.Null, clock);
        Assert.Contains("main.delegation:12", Assert.Throws<CommandFailure>(() => SchemeShelf.Open(host, ["main.delegation"])).Message, StringComparison.Ordinal);
        Assert.Contains("KEY=", Assert.Throws<CommandFailure>(() => SchemeShelf.Open(host, ["a", "b/a"])).Message, StringComparison.Ordinal);
        Assert.Equal(["a", "c"], SchemeShelf.Open(host, ["a", "c=b/a"]).All.Select(scheme => scheme.Key));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (int i = 0; i < 200; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It has not become so in twenty seconds.");
    }
}
