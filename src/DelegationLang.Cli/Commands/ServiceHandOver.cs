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

    private static readonly string[] Names = ["serve", "mcp"];

    /// <summary>Whether arguments call a command of the other tool.</summary>
    public static bool IsMeantBy(IReadOnlyList<string> arguments) => arguments.Count > 0 && Array.IndexOf(Names, arguments[0]) >= 0;

    /// <summary>The command, for the list of those that there are.</summary>
    public static Command Create(string name, string description) => new(name, description) { new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore } };

    /// <summary>Hands arguments over as they are. A program that answers until it is ended should be the one that is told to end: where the system can, it takes the place of this process.</summary>
    /// <returns>The exit status of the other tool.</returns>
    /// <exception cref="CommandFailure">It is not installed, or cannot be started.</exception>
    public static int Run(Host host, IReadOnlyList<string> arguments)
    {
        string program = Find() ?? throw new CommandFailure(
            $"{arguments[0]} is a command of the tool {Program}, which is not installed: dotnet tool install DelegationLang.Service, or dotnet publish src/DelegationLang.Service of the source, into the folder of this tool or one of the search path");
        host.Output.Flush();
        host.Error.Flush();
        if (!OperatingSystem.IsWindows())
        {
            Execute(program, [program, .. arguments, null]);
            throw new CommandFailure($"{program} cannot be started");
        }

        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false }) ?? throw new CommandFailure($"{program} cannot be started");
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
