using System.Text.RegularExpressions;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Commands;

public sealed class BuildTests
{
    [Fact]
    public void All_outputs_are_written_and_the_same_from_run_to_run_and_from_place_to_place()
    {
        using TemporaryFolder one = Schemes.Folder(Schemes.Sound);
        using TemporaryFolder two = new TemporaryFolder().With("deep/down/main.delegation", Schemes.Sound);

        ToolRun run = Tool.Run(one, "build", ".", "--out", "out");
        Tool.Run(two, "build", "deep/down/main.delegation", "--out", "out");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        SortedDictionary<string, string> first = Outputs(one);
        Assert.Equal(["Scheme.g.cs", "index.html", "scheme.json"], first.Keys.Intersect(["Scheme.g.cs", "index.html", "scheme.json"]));
        Assert.Contains("assets/site.css", first.Keys);
        Assert.Equal(first, Outputs(two));
        Assert.Contains("matrix.csv", first.Keys);
        foreach ((string? file, string? content) in first)
        {
            // RFC 4180 ends the lines of comma-separated values with both.
            var isCsv = file.EndsWith(".csv", StringComparison.Ordinal);
            Assert.True(isCsv ? Regex.IsMatch(content, @"\A([^\r\n]*\r\n)+\z", RegexOptions.CultureInvariant) : !content.Contains('\r'), file);
        }

        Assert.Contains("(nothing has changed)", Tool.Run(one, "build", ".", "--out", "out").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_what_a_party_may_decide()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Tool.Run(folder, "build", ".", "--out", "out", "--emit", "html");

        Assert.Contains(Outputs(folder), file => file.Key.StartsWith("party-chief-executive", StringComparison.Ordinal) && file.Value.Contains("What it may decide", StringComparison.Ordinal)
            && file.Value.Contains("data-party=\"Chief Executive\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Schemes.Faulty)]
    [InlineData(Schemes.FailingScenario)]
    public void A_scheme_with_errors_leaves_what_was_built_before_byte_for_byte(string text)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Tool.Run(folder, "build", ".", "--out", "out");
        folder.With("main.delegation", text);
        SortedDictionary<string, string> before = Outputs(folder);

        ToolRun run = Tool.Run(folder, "build", ".", "--out", "out");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error[", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Outputs(folder));
    }

    [Fact]
    public void A_scheme_with_errors_makes_no_folder()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Faulty);

        Tool.Run(folder, "build", ".", "--out", "a/b");

        Assert.Equal(["main.delegation"], folder.Content().Keys);
        Assert.False(Directory.Exists(folder.PathOf("a")));
    }

    [Theory]
    [InlineData("html", "index.html")]
    [InlineData("json", "scheme.json")]
    [InlineData("JSON, html", "index.html scheme.json")]
    public void Emit_chooses_outputs_and_leaves_the_others_alone(string emit, string files)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("out/mine.txt", "mine");

        Assert.Equal(0, Tool.Run(folder, "build", ".", "--out", "out", "--emit", emit).ExitCode);
        string[] top = ["index.html", "scheme.json", "Scheme.g.cs", "mine.txt"];
        Assert.Equal($"{files} mine.txt".Split(' ').Order(StringComparer.Ordinal), Outputs(folder).Keys.Intersect(top));
    }

    [Theory]
    [InlineData("--emit", "htlm", "did you mean html?")]
    [InlineData("--namespace", "9 lives", "is not a namespace")]
    public void What_cannot_be_made_is_said_before_anything_is_done(string option, string value, string message)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        ToolRun run = Tool.Run(folder, "build", ".", "--out", "out", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["main.delegation"], folder.Content().Keys);
    }

    [Fact]
    public void The_namespace_is_that_of_the_code()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);

        Tool.Run(folder, "build", ".", "--out", "out", "--emit", "csharp", "--namespace", "Example.Scheme");

        Assert.Contains("namespace Example.Scheme", Outputs(folder)["Scheme.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_look_as_the_settings_say()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("look/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>")
            .With("own/footer.sbn-html", "<footer><p>Made by {{ organisation }}, {{ fingerprint }}</p></footer>\n")
            .With("delegation.json", "{ \"site\": { \"name\": \"Our <Trust>\", \"theme\": \"neutral\", \"logo\": \"look/logo.svg\", \"templates\": \"own\", \"colours\": { \"brand\": \"#123456\" } } }");

        ToolRun run = Tool.Run(folder, "build", ".", "--out", "out", "--emit", "html");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        SortedDictionary<string, string> outputs = Outputs(folder);
        Assert.Contains("assets/logo.svg", outputs.Keys);
        Assert.Contains("--nhsuk-brand-colour: #123456;", outputs["assets/theme.css"], StringComparison.Ordinal);
        Assert.Contains("neutral theme", outputs["assets/theme.css"], StringComparison.Ordinal);
        Assert.Contains("<footer><p>Made by Our &lt;Trust&gt;, ", outputs["index.html"], StringComparison.Ordinal);
        Assert.Contains("src=\"assets/logo.svg\"", outputs["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><path d=\"M0 0\"/>", "<path d=\"M0 0\" />")]
    [InlineData("<g onload=\"alert(1)\" id=\"a\"/>", "<g id=\"a\" />")]
    [InlineData("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", "")]
    [InlineData("<use href=\"https://example.org/a.svg#b\"/><use href=\"#b\"/>", "<use /><use href=\"#b\" />")]
    [InlineData("<image href=\"track.png\"/><image href=\"data:image/svg+xml;base64,AAAA\"/>", "<image /><image />")]
    [InlineData("<a href=\"javascript:alert(1)\"><path d=\"M0 0\"/></a>", "<path d=\"M0 0\" />")]
    [InlineData("<style>@import 'https://example.org/a.css';</style><style>path { fill: red }</style>", "<style>path { fill: red }</style>")]
    [InlineData("<style>path { fill: \\75rl(https://example.org) }</style>", "")]
    [InlineData("<rect fill=\"url(#a)\" style=\"fill: url( 'http://example.org/a' )\" mask=\"URL(b.svg#c)\"/>", "<rect fill=\"url(#a)\" />")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/><animate attributeName=\"href\"/>", "")]
    [InlineData("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>", "")]
    [InlineData("<?xml-stylesheet href=\"https://example.org/a.css\"?><path/>", "<path />")]
    public void A_logo_can_only_be_looked_at(string content, string published)
    {
        var logo = BuiltLogo($"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/x.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\" onclick=\"x()\">{content}<title>Ours</title></svg>").Logo;
        Assert.Equal($"<svg xmlns=\"http://www.w3.org/2000/svg\">{published}<title>Ours</title></svg>", logo);
    }

    [Fact]
    public void A_logo_that_only_draws_stays_byte_for_byte()
    {
        const string Plain = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Ours -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 1 1\">"
            + "<defs><path id=\"p\" d=\"M0 0\"/></defs><use xlink:href='#p' style=\"fill:#123\"/><a/></svg>\n";
        Assert.Equal(Plain.Replace("<a/>", "", StringComparison.Ordinal), BuiltLogo(Plain.Replace("<a/>", "", StringComparison.Ordinal)).Logo);
    }

    [Theory]
    [InlineData("not a picture")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>")]
    [InlineData("<svg><path/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&b;</title></svg>")]
    public void A_logo_that_is_no_picture_is_refused(string text)
    {
        (ToolRun? run, string? logo) = BuiltLogo(text);
        Assert.Equal((2, ""), (run.ExitCode, logo));
        Assert.Contains("delegation.json: the logo look/logo.svg cannot be read as a picture in SVG", run.Error, StringComparison.Ordinal);
    }

    private static (ToolRun Run, string Logo) BuiltLogo(string text)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("look/logo.svg", text).With("delegation.json", "{ \"site\": { \"logo\": \"look/logo.svg\" } }");
        ToolRun run = Tool.Run(folder, "build", ".", "--out", "out", "--emit", "html");
        return (run, Outputs(folder).GetValueOrDefault("assets/logo.svg", ""));
    }

    [Theory]
    [InlineData("own/fotter.sbn-html", "x", "did you mean footer.sbn-html?")]
    [InlineData("own/footer.hbs", "x", "own/footer.hbs is a Handlebars template, and templates of the pages are written in Scriban now: see what “delegation templates” writes out as footer.sbn-html")]
    [InlineData("other/footer.sbn-html", "x", "there are no templates in the folder own")]
    [InlineData("own/footer.sbn-html", "<p>\n{{ organisaton }}</p>", "own/footer.sbn-html, line 2: there is no “organisaton” here; did you mean organisation?")]
    [InlineData("own/table.sbn-html", "<p>\n\n{{ for row in rows }}{{ row.cell }}</p>{{ end }}", "own/table.sbn-html, line 3: there is no “cell” here; did you mean cells?")]
    [InlineData("own/page.sbn-html", "<script>let x = '{{ heading }}';</script>", "own/page.sbn-html, line 1: no value is safe in the text of script")]
    [InlineData("own/page.sbn-html", "{{ if heading }}", "own/page.sbn-html, line 1: ")]
    public void Templates_that_cannot_be_used_are_named(string file, string text, string message)
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With(file, text).With("delegation.json", "{ \"site\": { \"templates\": \"own\" } }");

        ToolRun run = Tool.Run(folder, "build", ".", "--out", "out");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(Outputs(folder));
    }

    [Fact]
    public void Templates_are_written_out_and_make_the_same_pages()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        Tool.Run(folder, "build", ".", "--out", "out", "--emit", "html");
        SortedDictionary<string, string> before = Outputs(folder);

        Assert.Equal(0, Tool.Run(folder, "templates", "own").ExitCode);
        folder.With("delegation.json", "{ \"site\": { \"templates\": \"own\" } }");

        Assert.Contains("(nothing has changed)", Tool.Run(folder, "build", ".", "--out", "out", "--emit", "html").Output, StringComparison.Ordinal);
        Assert.Equal(before, Outputs(folder));
        Assert.Equal(2, Tool.Run(folder, "templates", "own").ExitCode);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_exits_2()
    {
        using TemporaryFolder folder = Schemes.Folder(Schemes.Sound);
        folder.With("out", "a file");

        Assert.Equal(2, Tool.Run(folder, "build", ".", "--out", "out").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "build", ".").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "build", ".", "--out", "").ExitCode);
    }

    private static SortedDictionary<string, string> Outputs(TemporaryFolder folder)
    {
        var outputs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string? name, string? content) in folder.Content().Where(file => file.Key.StartsWith("out/", StringComparison.Ordinal)))
        {
            outputs.Add(name["out/".Length..], content);
        }

        return outputs;
    }
}
