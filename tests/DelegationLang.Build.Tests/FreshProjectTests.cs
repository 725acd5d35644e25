using System.Text.RegularExpressions;
using DelegationLang.Testing;
using DelegationLang.Testing.Documentation;

namespace DelegationLang.Build.Tests;

/// <summary>The project of the page about building, made word for word in a folder outside the repository, from packages alone.</summary>
[Collection(nameof(Packages))]
public sealed partial class FreshProjectTests(Packages packages)
{
    private const string Scheme = "schemes/main.delegation";
    private const string Items = "<DelegationScheme Include=\"schemes/**/*.delegation\"";

    // No warning at the strictest level, on code that was made as well as on what was written.
    private const string Strictest = """
        <Project>
          <PropertyGroup>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <Features>strict</Features>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public void It_builds_runs_follows_its_scheme_and_cleans_up()
    {
        string folder = Create("page");
        Build(folder).MustSucceed();
        Assert.Equal(Promised(), Run(folder));
        string map = Path.Combine(folder, "bin", "Debug", "net10.0", "map");
        Assert.True(File.Exists(Path.Combine(map, "index.html")));
        Assert.True(File.Exists(Path.Combine(map, "scheme.json")));

        // Nothing has changed: the tool does not run, and nothing is written.
        Dictionary<string, DateTime> before = Written(folder);
        Command again = Build(folder, "-v:normal").MustSucceed();
        Assert.DoesNotContain("delegation.dll", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Written(folder));

        // The scheme says otherwise, and so does the program.
        string scheme = Path.Combine(folder, Scheme);
        string text = File.ReadAllText(scheme);
        Change(folder, "£500,000", "£700,000");
        Build(folder).MustSucceed();
        Assert.Equal("Yes\nYes", Run(folder));

        // It is put back as it was before, with a time before all that was made: what it says counts.
        File.WriteAllText(scheme, text);
        File.SetLastWriteTimeUtc(scheme, DateTime.UtcNow.AddDays(-30));
        Build(folder).MustSucceed();
        Assert.Equal(Promised(), Run(folder));
        Assert.False(File.Exists(Path.Combine(map, ".delegation-build")));

        // A file that comes belongs to the scheme; one that goes, no longer.
        string more = Path.Combine(folder, "schemes", "more", "finance.delegation");
        Directory.CreateDirectory(Path.GetDirectoryName(more) ?? folder);
        File.WriteAllText(more, "Finance Director is an officer of Hospital Trust.\n");
        Build(folder).MustSucceed();
        Assert.Contains("FinanceDirector", File.ReadAllText(Emitted(folder)), StringComparison.Ordinal);
        File.Delete(more);
        Build(folder).MustSucceed();
        Assert.DoesNotContain("FinanceDirector", File.ReadAllText(Emitted(folder)), StringComparison.Ordinal);

        Command.Dotnet(folder, "clean", "-v", "quiet").MustSucceed();
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), file => MadeByPackage().IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/')));
    }

    [LongFact]
    public void A_change_of_a_joined_scheme_is_looked_at()
    {
        string folder = Create("joined");
        string project = Path.Combine(folder, "approvals.csproj");
        string text = File.ReadAllText(project);
        Assert.Contains(Items, text, StringComparison.Ordinal);
        File.WriteAllText(project, text.Replace(Items, Items + " Joined=\"council/**/*.delegation\"", StringComparison.Ordinal));
        string council = Path.Combine(folder, "council", "main.delegation");
        Directory.CreateDirectory(Path.GetDirectoryName(council) ?? folder);
        File.WriteAllText(council, """
            scheme Council Scheme
              approved by Full Council on 1 March 2026
              in force from 1 April 2026.
            use england.
            Rivervale Council is a local authority.
            Full Council is the board of Rivervale Council.
            Parks Manager is an officer of Rivervale Council.
            parks is a function of Rivervale Council.
            Rivervale Council delegates parks to Parks Manager.

            """);
        File.AppendAllText(Path.Combine(folder, Scheme), "Rivervale Council is a local authority.\nuse scheme \"../council\" for Rivervale Council.\n");
        Assert.DoesNotContain("DL2017", Build(folder).MustSucceed().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("delegation.dll", Build(folder, "-v:normal").MustSucceed().Output, StringComparison.Ordinal);

        File.AppendAllText(council, "Rivervale Council delegates parks to Mayor.\n");
        Assert.Contains("warning DL2017: The scheme of “Rivervale Council” has an error", Build(folder).MustSucceed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_fails_the_build_with_file_and_line_but_not_the_look_of_an_IDE()
    {
        string folder = Create("mistake");
        Build(folder).MustSucceed();
        string emitted = File.ReadAllText(Emitted(folder));
        File.AppendAllText(Path.Combine(folder, Scheme), "Hospital Trust delegates award of contract to Mayor.\n");
        int line = File.ReadAllLines(Path.Combine(folder, Scheme)).Length;

        Command failed = Build(folder);
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Matches($@"schemes/main\.delegation\({line},\d+,{line},\d+\): error DL\d+: .*Mayor", failed.Output);
        Assert.Contains("1 Error(s)", failed.Output, StringComparison.Ordinal);

        Command look = Look(folder).MustSucceed();
        Assert.Equal(emitted, File.ReadAllText(Emitted(folder)));
        Assert.Matches(@"main\.delegation\(\d+,.*DL\d+", look.Output);
    }

    [Fact]
    public void A_design_time_build_of_a_project_never_built_has_the_types()
    {
        string folder = Create("design");
        Command.Dotnet(folder, ["restore", "-v", "quiet", .. packages.Restore]).MustSucceed();
        Look(folder).MustSucceed();
        Assert.Contains("AwardOfContract", File.ReadAllText(Emitted(folder)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_in_another_language_is_told_so_in_one_sentence()
    {
        string folder = Create("other");
        File.Move(Path.Combine(folder, "approvals.csproj"), Path.Combine(folder, "approvals.vbproj"));
        File.Delete(Path.Combine(folder, "Program.cs"));
        File.WriteAllText(Path.Combine(folder, "Program.vb"), "Module Program\n  Sub Main()\n  End Sub\nEnd Module\n");
        Command failed = Build(folder);
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains("error DLBUILD: Policy objects are made in C#, and this project is in VB: ", failed.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", failed.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(Scheme\.g\.cs|built\.stamp|inputs\.txt|/map/.*|/site/.*)$")]
    private static partial Regex MadeByPackage();

    private static string Emitted(string folder) => Directory.GetFiles(Path.Combine(folder, "obj"), "Scheme.g.cs", SearchOption.AllDirectories).Single();

    private static string Promised() => Page.Open("docs/build.md").Blocks.Single(block => block.Text.StartsWith("$ dotnet run\n", StringComparison.Ordinal)).Text.TrimEnd('\n').Split('\n', 2)[1];

    private static string Run(string folder) => Command.Dotnet(folder, "run", "--no-build").MustSucceed().Output.TrimEnd('\n');

    private static Dictionary<string, DateTime> Written(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => MadeByPackage().IsMatch(file.Replace('\\', '/')) || file.EndsWith("approvals.dll", StringComparison.Ordinal))
        .ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private static void Change(string folder, string old, string changed)
    {
        string file = Path.Combine(folder, Scheme);
        string text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private Command Build(string folder, params string[] more) => Command.Dotnet(folder, ["build", .. packages.Restore, .. more]);

    // What an IDE does when it opens a project.
    private Command Look(string folder) => Command.Dotnet(
        folder, ["msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-v:minimal", .. packages.Restore]);

    private string Create(string name)
    {
        string folder = packages.NewFolder(name, onlyOurs: false);
        var blocks = Page.Open("docs/build.md").Blocks;
        Directory.CreateDirectory(Path.Combine(folder, "schemes"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), packages.Feed);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), blocks.Last(block => block.Kind == "xml").Text);
        File.WriteAllText(Path.Combine(folder, "approvals.csproj"), blocks.First(block => block.Kind == "xml").Text);
        File.WriteAllText(Path.Combine(folder, Scheme), blocks.First(block => block.Kind == "delegation").Text);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), blocks.First(block => block.Kind == "csharp").Text);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), Strictest);
        return folder;
    }
}
