namespace DelegationLang.Emit.Tests.Support;

/// <summary>Node.js, where it is installed.</summary>
internal static class NodeTool
{
    /// <summary>Its path. Where there is none the test is skipped; where the whole is checked, a test that cannot run is a failure.</summary>
    public static string Find()
    {
        Assert.False(Tool.PathOf("node") is null && Environment.GetEnvironmentVariable("CI") == "true", "node was not found");
        return Tool.Find("node");
    }
}
