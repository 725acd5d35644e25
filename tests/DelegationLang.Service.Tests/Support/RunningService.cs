using System.Net.Http.Headers;
using System.Text;
using DelegationLang.Cli.Hosting;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Rest;
using DelegationLang.Service.Serving;
using DelegationLang.Testing;

namespace DelegationLang.Service.Tests.Support;

/// <summary>A service of a test's own, on a free port of this machine.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 5, 1);

    private readonly RestServer server;
    private readonly AuditLog audit;
    private readonly CancellationTokenSource end = new();
    private readonly StringWriter error;

    private RunningService(RestServer server, AuditLog audit, SchemeShelf shelf, StringWriter error)
    {
        this.server = server;
        this.audit = audit;
        this.error = error;
        Shelf = shelf;
    }

    public HttpClient Client { get; private set; } = new();

    public SchemeShelf Shelf { get; }

    /// <summary>What it says on standard error: its record too, where that has no file.</summary>
    public string Told
    {
        get
        {
            lock (error)
            {
                return error.ToString();
            }
        }
    }

    public static Task<RunningService> OfExamplesAsync(ServeOptions? options = null) =>
        StartAsync(Repository.Root, options, null, "examples/west-yorkshire-icb", "examples/foundation-trust", "examples/borough-council");

    public static async Task<RunningService> StartAsync(string folder, ServeOptions? options, string? auditFile, params string[] paths)
    {
        var error = new StringWriter { NewLine = "\n" };
        var clock = new ServiceClock(TimeZoneInfo.Utc, Today, TimeProvider.System);
        var host = MachineOf(folder, error, clock);
        var shelf = SchemeShelf.Open(host, paths, isFollowed: true);
        var audit = AuditLog.Open(host, auditFile, TimeProvider.System);
        var server = new RestServer(host, shelf, (options ?? new ServeOptions()) with { Url = new Uri("http://127.0.0.1:0") }, clock, audit);
        var running = new RunningService(server, audit, shelf, error);
        running.Client = new HttpClient { BaseAddress = new Uri(await server.StartAsync()) };
        return running;
    }

    public void Follow() => Shelf.Follow(end.Token);

    public async Task<HttpResponseMessage> PostAsync(string address, string json, string type = "application/json")
    {
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue(type));
        return await Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public async Task<string> SayAsync(string address, string json)
    {
        using var response = await PostAsync(address, json);
        string said = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, said);
        return said;
    }

    public Task<string> GetAsync(string address) => Client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Client.Dispose();
        await server.DisposeAsync();
        audit.Dispose();
        end.Dispose();
    }

    public static Host MachineOf(string folder, TextWriter error, ServiceClock clock) => new()
    {
        Output = TextWriter.Null,
        Error = error,
        Input = TextReader.Null,
        Folder = folder,
        TemporaryFolder = Path.GetTempPath(),
        Today = () => clock.Today,
    };
}
