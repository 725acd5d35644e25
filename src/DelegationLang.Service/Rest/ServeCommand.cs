using System.CommandLine;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Hosting;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;

namespace DelegationLang.Service.Rest;

/// <summary><c>serve PATH…</c>: answers programs over HTTP until it is ended.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var defaults = new ServeOptions();
        Argument<string[]> paths = ServiceOptions.Paths();
        var url = new Option<string>("--urls") { Description = "Where to listen. Only this machine can ask unless another address is given.", HelpName = "URL", DefaultValueFactory = _ => ServeOptions.DefaultUrl };
        Option<string?> audit = ServiceOptions.Audit();
        var reload = new Option<bool>("--allow-reload") { Description = "Let a request have the schemes read again." };
        var noWatch = new Option<bool>("--no-watch") { Description = "Do not read schemes again when their files change." };
        var body = new Option<int>("--max-body") { Description = "The most bytes of a request.", HelpName = "BYTES", DefaultValueFactory = _ => defaults.MaxBody };
        var questions = new Option<int>("--max-questions") { Description = "The most questions of a request.", HelpName = "COUNT", DefaultValueFactory = _ => defaults.MaxQuestions };
        var length = new Option<int>("--max-length") { Description = "The most characters of a question or a name.", HelpName = "COUNT", DefaultValueFactory = _ => defaults.MaxLength };
        Option<string> zone = ServiceOptions.TimeZone();
        Option<string?> asOf = Options.AsOf();
        var command = new Command("serve", "Answer programs over HTTP: REST, described by /openapi.json.") { paths, url, audit, reload, noWatch, body, questions, length, zone, asOf };
        command.SetAction(result =>
        {
            var options = new ServeOptions
            {
                Url = Address(result.GetRequiredValue(url)),
                AllowsReload = result.GetValue(reload),
                MaxBody = AtLeastOne("--max-body", result.GetValue(body)),
                MaxQuestions = AtLeastOne("--max-questions", result.GetValue(questions)),
                MaxLength = AtLeastOne("--max-length", result.GetValue(length)),
            };
            var clock = ServiceClock.Of(result.GetRequiredValue(zone), Options.Parse(result.GetValue(asOf)));
            return Run(host with { Today = () => clock.Today, ShowsProgress = false }, result.GetRequiredValue(paths), options, clock, result.GetValue(audit), !result.GetValue(noWatch));
        });
        return command;
    }

    private static int Run(Host host, string[] paths, ServeOptions options, ServiceClock clock, string? auditFile, bool follows)
    {
        using var audit = AuditLog.Open(host, auditFile, TimeProvider.System);
        var shelf = SchemeShelf.Open(host, paths, follows);
        return RunAsync(host, shelf, new RestServer(host, shelf, options, clock, audit)).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(Host host, SchemeShelf shelf, RestServer server)
    {
        await using (server.ConfigureAwait(false))
        {
            var address = await server.StartAsync().ConfigureAwait(false);
            host.Error.WriteLine($"delegation-service: {Wording.List([.. server.Keys])} at {address}. Ctrl+C ends it.");
            host.Error.Flush();
            CancellationToken end = host.End();
            shelf.Follow(end);
            await server.WaitAsync(end).ConfigureAwait(false);
        }

        return ExitCode.Fine;
    }

    private static int AtLeastOne(string option, int value) => value >= 1 ? value : throw new CommandFailure($"{option} must be at least 1");

    private static Uri Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/" && address.UserInfo.Length == 0
        ? address
        : throw new CommandFailure($"“{url}” is no address to listen at: write one as {ServeOptions.DefaultUrl}; for https, put a web server that has a certificate before the service");
}
