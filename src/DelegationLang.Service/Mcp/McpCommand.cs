using System.CommandLine;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Hosting;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace DelegationLang.Service.Mcp;

/// <summary><c>mcp PATH…</c>: answers an assistant by the Model Context Protocol, over standard input and output.</summary>
internal static class McpCommand
{
    private const string Instructions = """
        Schemes of delegation say who may decide what in a public body. Turn what somebody asks into a formal question with understand, show them what was understood, then ask.
        An answer is only ever what these tools say: never name a decider, a limit or a rule of your own accord, and when a question is refused, ask for what is missing.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string[]> paths = ServiceOptions.Paths();
        Option<string?> audit = ServiceOptions.Audit();
        Option<string> zone = ServiceOptions.TimeZone();
        Option<string?> asOf = Options.AsOf();
        var command = new Command("mcp", "Answer an assistant by the Model Context Protocol, over standard input and output.") { paths, audit, zone, asOf };
        command.SetAction(result =>
        {
            var clock = ServiceClock.Of(result.GetRequiredValue(zone), Options.Parse(result.GetValue(asOf)));
            return Run(host with { Today = () => clock.Today }, result.GetRequiredValue(paths), clock, result.GetValue(audit));
        });
        return command;
    }

    /// <summary>Answers over two streams until the one that is read ends.</summary>
    public static async Task RunAsync(Stream input, Stream output, AssistantTools tools, CancellationToken end)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "delegation", Title = "Schemes of delegation", Version = typeof(McpCommand).Assembly.GetName().Version?.ToString(3) ?? "" },
            ServerInstructions = Instructions,
            ToolCollection = [],
        };
        foreach (AssistantTool tool in tools.All)
        {
            options.ToolCollection.Add(tool);
        }

        var transport = new StreamServerTransport(input, output, "delegation", NullLoggerFactory.Instance);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options, NullLoggerFactory.Instance);
            await using (server.ConfigureAwait(false))
            {
                try
                {
                    await server.RunAsync(end).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (end.IsCancellationRequested)
                {
                    // It was ended.
                }
            }
        }
    }

    private static int Run(Host host, string[] paths, ServiceClock clock, string? auditFile)
    {
        // What is said on standard output is the protocol's alone.
        (Stream? input, Stream? output) = host.Conversation();
        Host quiet = host with { Output = TextWriter.Null, ShowsProgress = false };
        using var audit = AuditLog.Open(quiet, auditFile, TimeProvider.System);
        var shelf = SchemeShelf.Open(quiet, paths, isFollowed: true);
        CancellationToken end = host.End();
        shelf.Follow(end);
        RunAsync(input, output, new AssistantTools(quiet, shelf, clock, audit), end).GetAwaiter().GetResult();
        return ExitCode.Fine;
    }
}
