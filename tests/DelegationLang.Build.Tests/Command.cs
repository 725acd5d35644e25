using System.Diagnostics;

namespace DelegationLang.Build.Tests;

/// <summary>A command that was run, and what it printed.</summary>
internal sealed record Command(string Line, int ExitCode, string Output)
{
    /// <summary>Runs the .NET SDK in a folder.</summary>
    public static Command Dotnet(string folder, params string[] arguments) => Run(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Runs a program in a folder.</summary>
    public static Command Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // What the run of the tests set for itself is not what a stranger's machine has.
        foreach (string variable in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "TestResultsFolder"])
        {
            start.Environment.Remove(variable);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return new Command(program + " " + string.Join(' ', arguments), process.ExitCode, output.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>Makes sure that it succeeded.</summary>
    public Command MustSucceed()
    {
        Assert.True(ExitCode == 0, $"{Line}\n{Output}");
        return this;
    }
}
