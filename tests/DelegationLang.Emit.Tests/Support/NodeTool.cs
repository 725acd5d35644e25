using System.Diagnostics;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Node.js, where it is installed.</summary>
internal static class NodeTool
{
    /// <summary>Its path. Where there is none the test is skipped; where the whole is checked, a test that cannot run is a failure.</summary>
    public static string Find()
    {
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);
        Assert.False(found is null && Environment.GetEnvironmentVariable("CI") == "true", "node was not found");
        Skip.If(found is null, "node was not found: what other programs make of the outputs was not tried");
        return found ?? "";
    }

    /// <summary>Runs a script; its complaints are those of the test.</summary>
    public static void Run(string node, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(node, arguments) { RedirectStandardError = true }) ?? throw new InvalidOperationException("node did not start");
        string complaints = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complaints);
    }
}
