using System.Collections.Immutable;
using System.Xml.Linq;
using DelegationLang.Testing;
using DelegationLang.Testing.Architecture;

namespace DelegationLang.Tests.Architecture;

/// <summary>Which folder and which project may use which, and what none of the libraries may touch.</summary>
public sealed class ArchitectureTests
{
    private static readonly Lazy<SourceProject> Compiler = new(() => SourceProject.Load("DelegationLang"));
    private static readonly Lazy<SourceProject> Policy = new(() => SourceProject.Load("DelegationLang.Policy"));

    /// <summary>Files that may exceed the limit on length, and why.</summary>
    private static readonly ImmutableDictionary<string, string> LongFiles = ImmutableDictionary<string, string>.Empty;

    public static TheoryData<string> Libraries => ["DelegationLang", "DelegationLang.Policy"];

    [Fact]
    public void A_folder_uses_only_those_before_it() => Violation.AssertNone(LayerCheck.Run(Compiler.Value));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_source_is_fully_understood_by_these_checks(string project)
    {
        Assert.NotEmpty(Project(project).Trees);
        Violation.AssertNone(Project(project).CompilationErrors());
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_library_silences_the_ban_of_the_clock_the_console_and_the_file_system(string project) =>
        Violation.AssertNone(SilencerCheck.Run(Project(project)));

    /// <summary>The ban itself is an analyzer's, which every library but the tool has, with warnings as errors.</summary>
    [Fact]
    public void Every_library_is_built_with_the_ban()
    {
        var settings = XDocument.Load(Repository.PathOf("src", "Directory.Build.props"));
        XElement? ban = settings.Descendants("PackageReference").Single(item => (string?)item.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers").Parent;

        // The tool has a console and files; what runs in a web host reads the schemes that the host has.
        Assert.Equal("'$(MSBuildProjectName)' != 'DelegationLang.Cli' and '$(MSBuildProjectName)' != 'DelegationLang.Service' and '$(MSBuildProjectName)' != 'DelegationLang.AspNetCore'", (string?)ban?.Attribute("Condition"));
        Assert.Equal("true", XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.All(
            Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories),
            project => Assert.DoesNotContain("NoWarn", File.ReadAllText(project), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_library_depends_on_the_language_settings_of_the_machine(string project) =>
        Violation.AssertNone(CultureCheck.Run(Project(project)));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_library_silences_the_check_for_null(string project) => Violation.AssertNone(StyleCheck.SilencedNull(Project(project)));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Files_are_short(string project) => Violation.AssertNone(StyleCheck.TooLong(Project(project), LongFiles));

    [Theory]
    [InlineData("DelegationLang.Policy", "", "Microsoft.CodeAnalysis.PublicApiAnalyzers")]
    [InlineData("DelegationLang", "DelegationLang.Policy", "Antlr4.Runtime.Standard")]
    [InlineData("DelegationLang.Emit", "DelegationLang DelegationLang.Policy", "Scriban.Signed")]
    [InlineData("DelegationLang.Office", "DelegationLang.Emit", "DocumentFormat.OpenXml")]
    [InlineData("DelegationLang.Import", "DelegationLang", "DocumentFormat.OpenXml HtmlAgilityPack Sep")]
    [InlineData("DelegationLang.LanguageServer", "DelegationLang DelegationLang.Policy", "DiffPlex")]
    public void A_project_references_only_what_it_may(string project, string projects, string packages)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));
        IEnumerable<string> referenced = file.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension((string?)item.Attribute("Include") ?? ""));
        IEnumerable<string> installed = file.Descendants("PackageReference").Select(item => (string?)item.Attribute("Include") ?? "");

        Assert.Empty(referenced.Except(projects.Split(' '), StringComparer.Ordinal));
        Assert.Empty(installed.Except(packages.Split(' '), StringComparer.Ordinal));
    }

    /// <summary>What is wrong, why and what to write instead stands on the page of its code.</summary>
    [Fact]
    public void A_rule_says_in_one_line_what_it_finds() => Assert.All(
        Directory.EnumerateFiles(Repository.PathOf("src", "DelegationLang", "Rules"), "*.cs").Select(File.ReadAllText).Where(text => text.Contains(": IRule\n", StringComparison.Ordinal)),
        text => Assert.Matches(@"\n/// <summary>DL\d{4}: [^\n]+\.</summary>\ninternal sealed (partial )?class ", text));

    [Fact]
    public void The_policy_serves_both_frameworks()
    {
        var file = XDocument.Load(Repository.PathOf("src", "DelegationLang.Policy", "DelegationLang.Policy.csproj"));

        Assert.Equal("net8.0;net10.0", file.Descendants("TargetFrameworks").Single().Value);
    }

    private static SourceProject Project(string name) => name == "DelegationLang" ? Compiler.Value : Policy.Value;
}
