using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DelegationLang.Testing;
using DelegationLang.Testing.Generation;

namespace DelegationLang.Benchmarks;

/// <summary>
/// How long the native tool takes from nothing to the end of a command, beside empty .NET programs: that of <c>dotnet new console</c>, compiled ahead of
/// time for the framework of the machine, and the same as a native program. All are run in turn, so that whatever else the machine does falls on all alike.
/// </summary>
internal static class ColdStart
{
    private const int Sentences = 500;
    private const double MostTimes = 1.6;
    private const double MostMemory = 40;

    /// <summary>Publishes, runs and reports; exits with 1 when a command that should takes longer than that many times the empty program, or more memory.</summary>
    /// <param name="arguments">How many runs of each, 20 by default; the published tool, where it is published already; a former one to build beside it.</param>
    public static int Run(string[] arguments)
    {
        var runs = arguments is [var count, ..] ? int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture) : 20;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("delegation-cold-");
        try
        {
            var scheme = Path.Combine(folder.FullName, "main.delegation");
            File.WriteAllText(scheme, SchemeGenerator.Generate(Sentences, 1));
            var example = Repository.PathOf("examples", "west-yorkshire-icb");
            var tool = arguments is [_, var given, ..] ? given : PublishTool(folder.FullName);
            var laid = Path.Combine(folder.FullName, "laid");
            Directory.CreateDirectory(laid);
            File.Copy(scheme, Path.Combine(laid, "main.delegation"));
            _ = ColdProgram.Measure(new ColdProgram("fmt", tool, ["fmt", laid]));
            List<ColdProgram> programs =
            [
                new("empty program", Publish(Program(folder.FullName, "empty"), folder.FullName, "empty", ["-p:PublishReadyToRun=true", "-p:SelfContained=false"]), []),
                new("native empty program", Publish(Program(folder.FullName, "native"), folder.FullName, "native", ["-p:PublishAot=true"]), []),
                new($"check, {Sentences} sentences", tool, ["check", scheme], MostTimes),
                new("ask", tool, ["ask", example, "who decides podiatry worth £50,000 on 1 May 2026?"], MostTimes),
                new("fmt --check", tool, ["fmt", "--check", laid], MostTimes),
                new("build --emit html", tool, ["build", example, "--emit", "html", "--out", Path.Combine(folder.FullName, "site")]),
            ];
            if (arguments is [_, _, var former, ..])
            {
                programs.Add(new("build, former tool", former, ["build", example, "--emit", "html", "--out", Path.Combine(folder.FullName, "former")]));
            }

            foreach (ColdProgram program in programs)
            {
                _ = ColdProgram.Measure(program);
            }

            for (var run = 0; run < runs; run++)
            {
                foreach (ColdProgram program in programs)
                {
                    program.Add(ColdProgram.Measure(program));
                }
            }

            ColdProgram empty = programs[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs of each, in turn; medians, and beside the empty program (at most {MostTimes:0.0} where marked)"));
            foreach (ColdProgram program in programs)
            {
                Console.WriteLine(program.Describe(empty));
            }

            return programs.All(program => program.IsWithin(empty, MostMemory)) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Publishes the tool for this platform; the program.</summary>
    public static string PublishTool(string folder) => Publish(Repository.PathOf("src", "DelegationLang.Cli", "DelegationLang.Cli.csproj"), folder, "delegation", []);

    private static string Program(string folder, string name)
    {
        var project = Path.Combine(folder, name, name + ".csproj");
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, name, "Program.cs"), "Console.WriteLine(\"Hello, World!\");\n");
        return project;
    }

    private static string Publish(string project, string folder, string program, string[] properties)
    {
        var output = Path.Combine(folder, program + "-out");
        string[] arguments =
            ["publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", output, "--verbosity", "quiet", .. properties];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments))
            ?? throw new InvalidOperationException("dotnet could not be started.");
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, OperatingSystem.IsWindows() ? program + ".exe" : program)
            : throw new InvalidOperationException($"{project} could not be published.");
    }
}
