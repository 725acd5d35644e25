using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Tests.Support;

/// <summary>What a run of the tool did.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>Runs the tool in this process.</summary>
internal static class Tool
{
    public static readonly DateOnly Today = new(2026, 5, 1);

    public static ToolRun Run(TemporaryFolder folder, params string[] arguments) => Run(folder.Path, "", arguments);

    public static ToolRun Run(string folder, string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exitCode = CommandLine.Run(Host(folder, reader, output, error), arguments);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    public static Host Host(string folder, TextReader input, TextWriter output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        Input = input,
        Folder = folder,
        TemporaryFolder = folder,
        Today = () => Today,
    };
}
