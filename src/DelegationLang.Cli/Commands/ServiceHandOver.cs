using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Commands;

/// <summary>
/// <c>serve</c> and <c>mcp</c>: commands of <c>delegation-service</c>, a tool of its own, so that this one stays small. Where that is installed beside this one or on the
/// search path, it runs in the place of this; otherwise it is said how to install it.
/// </summary>
internal static partial class ServiceHandOver
{
    /// <summary>The name of the other tool.</summary>
    public const string Program = "delegation-service";

    /// <summary>The command. What follows its name is for the other tool to read.</summary>
    public static Command Create(Host host, string name, string description)
    {
        var rest = new Argument<string[]>("ARGUMENT") { Description = $"What {Program} {name} takes: see {Program} {name} --help.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, description) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result =>
        {
            host.Output.Flush();
            host.Error.Flush();
            return HandOver([name, .. result.Tokens.Skip(1).Select(token => token.Value)]);
        });
        return command;
    }

    // A program that answers until it is ended should be the one that is told to end: where the system can, it takes the place of this process.
    private static int HandOver(string[] arguments)
    {
        string program = Find() ?? throw new CommandFailure(
            $"{arguments[0]} is a command of the tool {Program}, which is not installed: dotnet tool install DelegationLang.Service, or dotnet publish src/DelegationLang.Service of the source, into the folder of this tool or one of the search path");
        if (!OperatingSystem.IsWindows())
        {
            Execute(program, [program, .. arguments, null]);
            throw new CommandFailure($"{program} cannot be started");
        }

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false }) ?? throw new CommandFailure($"{program} cannot be started");
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string? Find()
    {
        string file = OperatingSystem.IsWindows() ? Program + ".exe" : Program;
        string[] folders =
        [
            Path.GetDirectoryName(Environment.ProcessPath) ?? "",
            AppContext.BaseDirectory,
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        ];
        return folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    // Returns only where it failed.
    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
