using System.Diagnostics;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>The commands of the other tool: where it is on the search path it runs in the place of this one.</summary>
public sealed class ServiceHandOverTests
{
    [SkippableTheory]
    [InlineData("serve")]
    [InlineData("mcp")]
    public async Task The_other_tool_gets_every_argument_and_the_streams(string command)
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-in for the other tool is a script of a shell.");
        using TemporaryFolder folder = new TemporaryFolder().With("bin/delegation-service", "#!/bin/sh\nfor argument; do printf '[%s]' \"$argument\"; done\ncat\nexit 7\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.PathOf("bin", "delegation-service"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        (int status, string? output, string _) = await RunAsync(folder, folder.PathOf("bin"), command, "a b", "--urls", "http://127.0.0.1:0", "--help", "$x", "");
        Assert.Equal((7, $"[{command}][a b][--urls][http://127.0.0.1:0][--help][$x][]said"), (status, output));
    }

    [Fact]
    public async Task Where_it_is_not_installed_it_is_said_how_to_install_it()
    {
        using var folder = new TemporaryFolder();
        (int status, string? output, string? error) = await RunAsync(folder, folder.Path, "serve", ".");
        Assert.Equal((2, ""), (status, output));
        Assert.StartsWith("delegation: serve is a command of the tool delegation-service, which is not installed: dotnet tool install DelegationLang.Service", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(TemporaryFolder folder, string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Host, ["exec", Executable.Tool, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = path + Path.PathSeparator + "/usr/bin" + Path.PathSeparator + "/bin";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The tool could not be started.");
        await process.StandardInput.WriteAsync("said");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
