using System.Diagnostics;
using System.Globalization;
using System.Text;
using DelegationLang.Cli.Hosting;

namespace DelegationLang.Cli.Tests.Support;

/// <summary>What a run of the tool did.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>Runs the tool: in this process, or the program that <c>DELEGATION_TOOL</c> names, such as the native one.</summary>
internal static class Tool
{
    public static readonly DateOnly Today = new(2026, 5, 1);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string Program = Environment.GetEnvironmentVariable("DELEGATION_TOOL") ?? "";

    public static ToolRun Run(TemporaryFolder folder, params string[] arguments) => Run(folder.Path, "", arguments);

    public static ToolRun Run(string folder, string input, params string[] arguments) =>
        Program.Length > 0 ? RunProgram(folder, input, arguments) : RunHere(folder, input, arguments);

    private static ToolRun RunProgram(string folder, string input, string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.Environment["TMPDIR"] = folder;
        start.Environment["SOURCE_DATE_EPOCH"] = new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} could not be started.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading what it was given.
        }

        process.WaitForExit();
        return new ToolRun(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Runs it as on a terminal, at which somebody types.</summary>
    public static ToolRun Talk(TemporaryFolder folder, string input, params string[] arguments) => RunHere(folder.Path, input, arguments, canAsk: true);

    private static ToolRun RunHere(string folder, string input, string[] arguments, bool canAsk = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        int exitCode = CommandLine.Run(Host(folder, reader, output, error) with { CanAsk = canAsk }, arguments);
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
