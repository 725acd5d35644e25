using System.Diagnostics;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Programs of other people that try what is emitted.</summary>
internal static class Tool
{
    /// <summary>The path of a program. Where there is none the test is skipped; with <c>DELEGATION_REQUIRE_TOOLS=1</c> it fails.</summary>
    public static string Find(string name)
    {
        string? found = PathOf(name);
        Assert.False(found is null && Environment.GetEnvironmentVariable("DELEGATION_REQUIRE_TOOLS") == "1", $"{name} was not found");
        Skip.If(found is null, $"{name} was not found: what other programs make of the outputs was not tried");
        return found ?? "";
    }

    /// <summary>The path of a program; none where it is not installed.</summary>
    public static string? PathOf(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end and gives what it printed; its complaints are those of the test.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }) ?? throw new InvalidOperationException($"{program} did not start");
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complaints.Result);
        return printed;
    }
}
