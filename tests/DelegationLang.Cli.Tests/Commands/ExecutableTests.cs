using System.Diagnostics;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>The real program in a process of its own: what streams and exit statuses look like from outside.</summary>
public sealed class ExecutableTests
{
    [Fact]
    public async Task Check_reports_in_utf_8_without_colour_and_exits_with_its_status()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);
        using Process process = Start(folder, "check", ".");
        process.StandardInput.Close();

        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((1, ""), (process.ExitCode, error));
        Assert.Contains("up to £50,000.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\uFEFF', output);
    }

    [Fact]
    public async Task Questions_of_a_pipe_are_answered_while_it_stays_open()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        using Process process = Start(folder, "ask", ".", "--questions", "-", "--json");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        foreach (var question in (string[])["who decides buying worth £1,000?", "may Board decide buying?"])
        {
            await process.StandardInput.WriteLineAsync(question);
            await process.StandardInput.FlushAsync(patience.Token);
            var answer = await process.StandardOutput.ReadLineAsync(patience.Token);
            Assert.Contains($"\"question\":\"{question}\"", answer, StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start(TemporaryFolder folder, params string[] arguments) => Executable.Start(folder, arguments);
}
