using System.Collections.Immutable;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Workspaces;

public sealed class ConfigurationTests
{
    private static readonly string[] Codes = ["DL2006", "DL3001", "DL3010"];

    [Fact]
    public void Files_and_severities_are_read_with_comments_and_trailing_commas()
    {
        (ProjectConfiguration? configuration, ImmutableArray<ConfigurationFault> faults) = Read(
            """
            {
              // Only these.
              "files": ["main.delegation", "./places/*.delegation",],
              "severity": { "DL3010": "off", "DL2006": "warning" },
            }
            """);

        Assert.Empty(faults);
        Assert.Equal(["main.delegation", "places/*.delegation"], configuration.Files.ToArray());
        Assert.Equal(DiagnosticSeverity.Off, configuration.SeverityOf("DL3010"));
        Assert.Equal(DiagnosticSeverity.Warning, configuration.SeverityOf("DL2006"));
    }

    [Theory]
    [InlineData("""{ "file": [] }""", 1, "there is no setting \"file\"; did you mean \"files\"?")]
    [InlineData("""{ "severity": { "DL301": "off" } }""", 1, "there is no diagnostic \"DL301\"; did you mean \"DL3001\"?")]
    [InlineData("{\n \"severity\": {\n  \"DL3001\": \"warn\" } }", 3, "did you mean \"warning\"?")]
    [InlineData("{\n \"files\": \"main.delegation\" }", 2, "\"files\" must be a list")]
    [InlineData("{\n \"files\": [\n 7 ] }", 3, "\"files\" holds file names")]
    [InlineData("{\n \"files\": [ \"../x.delegation\" ] }", 2, "outside the project folder")]
    [InlineData("{\n \"severity\": [] }", 2, "\"severity\" must name codes")]
    [InlineData("{\n \"files\": [\n", 3, "not well-formed JSON")]
    [InlineData("[]", 1, "must hold one object")]
    [InlineData("", 1, "not well-formed JSON")]
    [InlineData("{} {}", 1, "not well-formed JSON")]
    [InlineData("{ \"severity\": { \"DL3001\": { \"x\": [1] } }, \"fils\": 1 }", 1, "must be \"error\"")]
    [InlineData("{\n \"$schema\": 1 }", 2, "\"$schema\" must be the address")]
    [InlineData("{\n \"schema\": \"x\" }", 2, "did you mean \"$schema\"?")]
    [InlineData("{\n \"severity\": { \"DL3010\": \"off\",\n \"DL3010\": \"info\" } }", 3, "the severity of DL3010 is set twice")]
    [InlineData("{\n \"severity\": {},\n \"severity\": {} }", 3, "\"severity\" is set twice")]
    [InlineData("{\n \"site\": { \"theme\": \"nsh\" } }", 2, "did you mean \"nhs\"?")]
    [InlineData("{ \"site\": {\n \"them\": \"nhs\" } }", 2, "did you mean \"theme\"?")]
    [InlineData("{ \"site\": {\n \"logo\": \"a.exe\" } }", 2, "must be a picture")]
    [InlineData("{ \"site\": {\n \"logo\": \"../a.svg\" } }", 2, "outside the project folder")]
    [InlineData("{ \"site\": { \"colours\": {\n \"brand\": \"blue\" } } }", 2, "must be a colour")]
    [InlineData("{ \"site\": { \"colours\": {\n \"brand\": \"#ffee00\" } } }", 2, "too light")]
    [InlineData("{ \"site\": { \"colours\": {\n \"bran\": \"#000000\" } } }", 2, "did you mean \"brand\"")]
    [InlineData("{ \"site\": {\n \"address\": \"www.example.org\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"ftp://example.org/\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"javascript:alert(1)\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"file:///etc/\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"https:///scheme\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"https://me:secret@example.org/\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"https://example.org/?q=1\" } }", 2, "must be where the pages are published")]
    [InlineData("{ \"site\": {\n \"address\": \"https://example.org/a b\" } }", 2, "must be where the pages are published")]
    [InlineData("{\n \"site\": [1] }", 2, "must say how the pages look")]
    [InlineData("{ \"site\": {\n \"name\": 3 } }", 2, "must be a text")]
    public void What_is_wrong_is_said_with_its_line(string json, int line, string message)
    {
        (ProjectConfiguration _, ImmutableArray<ConfigurationFault> faults) = Read(json);

        Assert.NotEmpty(faults);
        Assert.Equal(line, faults[0].Line);
        Assert.Contains(message, faults[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.delegation", "main.delegation", true)]
    [InlineData("*.delegation", "places/main.delegation", false)]
    [InlineData("**/*.delegation", "main.delegation", true)]
    [InlineData("**/*.delegation", "a/b/main.delegation", true)]
    [InlineData("places/**", "places/a/b.delegation", true)]
    [InlineData("places/*/x?.delegation", "places/leeds/x1.delegation", true)]
    [InlineData("places/*/x?.delegation", "places/leeds/x.delegation", false)]
    [InlineData("a*b*c.delegation", "aXbYbc.delegation", true)]
    [InlineData("main.delegation", "Main.delegation", false)]
    public void Patterns_fit_paths(string pattern, string path, bool fits) => Assert.Equal(fits, ProjectPath.Matches(pattern, path));

    [Theory]
    [InlineData("main.delegation", "parties.delegation", "parties.delegation")]
    [InlineData("places/leeds.delegation", "../main.delegation", "main.delegation")]
    [InlineData("places/leeds.delegation", "hull.delegation", "places/hull.delegation")]
    [InlineData("places/leeds.delegation", ".\\..\\x\\..\\main.delegation", "main.delegation")]
    [InlineData("main.delegation", "../main.delegation", null)]
    [InlineData("main.delegation", "/etc/passwd", null)]
    [InlineData("main.delegation", "C:\\secret.delegation", null)]
    [InlineData("main.delegation", "a/../../b.delegation", null)]
    public void A_file_is_found_from_the_file_that_names_it(string from, string target, string? path) =>
        Assert.Equal(path, ProjectPath.Resolve(from, target));

    [Theory]
    [InlineData("main.delegation", "places/hull.delegation", "places/hull.delegation")]
    [InlineData("places/leeds.delegation", "places/hull.delegation", "hull.delegation")]
    [InlineData("places/leeds.delegation", "main.delegation", "../main.delegation")]
    public void A_file_is_named_as_another_would_name_it(string from, string path, string name)
    {
        Assert.Equal(name, ProjectPath.Relative(from, path));
        Assert.Equal(path, ProjectPath.Resolve(from, name));
    }

    [Theory]
    [InlineData("https://www.example.nhs.uk/scheme", "https://www.example.nhs.uk/scheme/")]
    [InlineData("HTTP://Example.org", "http://example.org/")]
    [InlineData("https://example.org:8080/a%20b/", "https://example.org:8080/a%20b/")]
    public void The_address_of_the_pages_is_a_folder(string written, string address)
    {
        (ProjectConfiguration? configuration, ImmutableArray<ConfigurationFault> faults) = Read($"{{ \"site\": {{ \"address\": \"{written}\" }} }}");

        Assert.Empty(faults);
        Assert.Equal(address, configuration.Site.Address);
    }

    [Fact]
    public void How_the_pages_look_is_read()
    {
        (ProjectConfiguration? configuration, ImmutableArray<ConfigurationFault> faults) = Read("{ \"site\": { \"theme\": \"neutral\", \"name\": \"Skelmere\", \"logo\": \"look/logo.SVG\", \"templates\": \"look\", \"colours\": { \"brand\": \"#1d4354\", \"links\": \"#005eb8\", \"buttons\": \"#007f3b\" } } }");

        Assert.Empty(faults);
        Assert.Equal(
            new SiteSettings { Theme = "neutral", Name = "Skelmere", Logo = "look/logo.SVG", Templates = "look", BrandColour = "#1d4354", LinkColour = "#005eb8", ButtonColour = "#007f3b" },
            configuration.Site);
    }

    private static (ProjectConfiguration Configuration, ImmutableArray<ConfigurationFault> Faults) Read(string json) =>
        ProjectConfigurationReader.Read(Encoding.UTF8.GetBytes(json), Codes);
}
