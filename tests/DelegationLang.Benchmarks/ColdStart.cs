using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DelegationLang.Testing;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>
/// How long the tool takes from nothing to the end of checking a scheme of 500 sentences, beside an empty .NET program: the one that
/// <c>dotnet new console</c> makes, and a bare one that not even writes a line or loads a culture, both compiled ahead of time for the framework of the
/// machine. The tool is the native one. They are run in turn, so that whatever else the machine does falls on all alike.
/// </summary>
internal static class ColdStart
{
    private const int Sentences = 500;
    private const double MostTimes = 1.6;

    /// <summary>Publishes, runs and reports; exits with 1 when the tool takes longer than that many times the empty program.</summary>
    /// <param name="arguments">How many runs of each, 20 by default.</param>
    public static int Run(string[] arguments)
    {
        var runs = arguments is [var count] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 20;
        var folder = Directory.CreateTempSubdirectory("delegation-cold-");
        try
        {
            var scheme = Path.Combine(folder.FullName, "main.delegation");
            File.WriteAllText(scheme, SchemeGenerator.Generate(Sentences, 1));
            var empty = Publish(Program(folder.FullName, "empty", "Console.WriteLine(\"Hello, World!\");", isInvariant: false), folder.FullName, "empty");
            var bare = Publish(Program(folder.FullName, "bare", "return 0;", isInvariant: true), folder.FullName, "bare");
            var tool = PublishTool(folder.FullName);

            Measure(empty, []);
            Measure(bare, []);
            Measure(tool, ["check", scheme]);
            var emptyTimes = new List<double>();
            var bareTimes = new List<double>();
            var toolTimes = new List<double>();
            for (var run = 0; run < runs; run++)
            {
                emptyTimes.Add(Measure(empty, []));
                bareTimes.Add(Measure(bare, []));
                toolTimes.Add(Measure(tool, ["check", scheme]));
            }

            var ratio = Median(toolTimes) / Median(emptyTimes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                runs             {runs} of each, in turn
                empty program    median {Median(emptyTimes):0.0} ms, best {emptyTimes.Min():0.0} ms
                bare program     median {Median(bareTimes):0.0} ms, best {bareTimes.Min():0.0} ms
                check, {Sentences} sentences    median {Median(toolTimes):0.0} ms, best {toolTimes.Min():0.0} ms
                ratio of medians {ratio:0.00} (at most {MostTimes:0.0}); to the bare program {Median(toolTimes) / Median(bareTimes):0.00}
                """));
            return ratio <= MostTimes ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Publishes the tool for this platform; the program.</summary>
    public static string PublishTool(string folder) => Publish(Repository.PathOf("src", "DelegationLang.Cli", "DelegationLang.Cli.csproj"), folder, "delegation");

    private static string Program(string folder, string name, string code, bool isInvariant)
    {
        var project = Path.Combine(folder, name, name + ".csproj");
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>{isInvariant}</InvariantGlobalization>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, name, "Program.cs"), code + "\n");
        return project;
    }

    private static string Publish(string project, string folder, string program)
    {
        var output = Path.Combine(folder, program + "-out");
        string[] arguments =
            ["publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", output, "--verbosity", "quiet",
             .. program == "delegation" ? Array.Empty<string>() : ["-p:PublishReadyToRun=true", "-p:SelfContained=false"]];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))
            ?? throw new InvalidOperationException("dotnet could not be started.");
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, OperatingSystem.IsWindows() ? program + ".exe" : program)
            : throw new InvalidOperationException($"{project} could not be published.");
    }

    private static double Measure(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = clock.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{output}{errors.Result}");
    }

    private static double Median(List<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
