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
}
