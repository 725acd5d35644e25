using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.Cli;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Tests.Support;

namespace DelegationLang.Service.Tests;

/// <summary>The tool in a process of its own: how it starts, what it says, and how it ends.</summary>
public sealed partial class CommandTests
{
    [SkippableFact]
    public async Task It_answers_until_it_is_told_to_end()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no signal to send here.");
        using var folder = Schemes.Folder(Schemes.Sound);
        using var process = Start(folder, "serve", "small=.", "--urls", "http://127.0.0.1:0", "--as-of", "2026-05-01");
        string line = await process.StandardError.ReadLineAsync() ?? "";
        string address = Address().Match(line).Value;
        Assert.True(address.Length > 0, line);
        using (var client = new HttpClient { BaseAddress = new Uri(address) })
        {
            Assert.Contains("\"healthy\"", await client.GetStringAsync(new Uri("health", UriKind.Relative)), StringComparison.Ordinal);
            Assert.Contains("Chief Executive", await client.GetStringAsync(new Uri("schemes/small/ask?question=" + Uri.EscapeDataString("who decides buying worth £1?"), UriKind.Relative)), StringComparison.Ordinal);
        }

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("\"outcome\":\"decided\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_a_sentence()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        var (status, error) = Run(folder, "serve", "small=.", "--urls", service.Client.BaseAddress?.ToString() ?? "");
        Assert.Equal(2, status);
        Assert.StartsWith("delegation-service: the service cannot listen there: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_not_written_into_a_pipe_that_nobody_may_ever_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = Schemes.Folder(Schemes.Sound);
        using var made = System.Diagnostics.Process.Start("mkfifo", folder.PathOf("record"));
        made.WaitForExit();
        var (status, error) = Run(folder, "serve", ".", "--audit", "record");
        Assert.Equal((2, "delegation-service: the record record is a pipe: --audit wants a file."), (status, error.TrimEnd()));
    }

    [Theory]
    [InlineData("serve . --urls https://127.0.0.1:5080", "is no address to listen at")]
    [InlineData("serve . --urls 5080", "is no address to listen at")]
    [InlineData("serve . --urls http://127.0.0.1:5080/path", "is no address to listen at")]
    [InlineData("serve . --max-body 0", "--max-body must be at least 1")]
    [InlineData("serve . --time-zone Europe/Leeds", "there is no time zone")]
    [InlineData("serve . --audit no/such/folder/record", "the record no/such/folder/record cannot be written")]
    [InlineData("serve nowhere", "there is no file or folder nowhere")]
    [InlineData("serve faulty", "faulty has 1 error, and nobody is answered from it until it is mended")]
    [InlineData("mcp faulty", "faulty has 1 error, and nobody is answered from it until it is mended")]
    [InlineData("serve", "Required argument missing")]
    [InlineData("answer .", "there is no command")]
    public void What_cannot_be_done_is_told(string arguments, string why)
    {
        using var folder = Schemes.Folder(Schemes.Sound).With("faulty/main.delegation", Schemes.Faulty);
        var (status, error) = Run(folder, arguments.Split(' '));
        Assert.Equal(2, status);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.StartsWith("delegation-service: ", error, StringComparison.Ordinal);
    }

    private static (int Status, string Error) Run(TemporaryFolder folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int status = CommandLine.Run(Tool.Host(folder.Path, TextReader.Null, output, error), arguments, ServiceProgram.Commands);
        Assert.Equal("", output.ToString());
        return (status, error.ToString());
    }

    private static Process Start(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Host, ["exec", Path.Combine(AppContext.BaseDirectory, "delegation-service.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The tool could not be started.");
    }

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+")]
    private static partial Regex Address();
}
