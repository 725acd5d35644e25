using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Office;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Emit.Tests;

/// <summary>Whatever authors write in names, notes, references and titles stays text in every output.</summary>
public sealed class HostileTextTests
{
    // A quotation ends on its line and holds no quotation mark: everything else may stand in one.
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "*/ } class Evil { /*", "</summary> & <b>", "{{Title}} {{{Title}}}",
        "\\u0022; \\", "\u202Etxt.exe\u202C", "a\u200Fb", "$\"{1}\"".Replace("\"", "", StringComparison.Ordinal), "--> <!-- <![CDATA[ ]]>", "`${alert(1)}`", "javascript:alert(1)", "=cmd|' /C calc'!A0",
    ];

    private static readonly Lazy<Sample> Hostile = new(() => Samples.Compile(Scheme()));

    // What is hostile stands in both versions, and who decides is otherwise in the later one.
    private static readonly Lazy<(SchemeDiff Diff, BuiltSite Site)> Changed = new(() => WithChanges(null));

    private static readonly Lazy<BuiltSite> Site = new(() => BuiltSite.Of(Hostile.Value.Input));

    [Fact]
    public void The_sentences_are_understood() => Assert.Empty(Hostile.Value.Input.Model.Diagnostics.Concat(Hostile.Value.Input.Model.Trees.SelectMany(tree => tree.Diagnostics))
        .Where(diagnostic => diagnostic.Severity == Diagnostics.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message));

    [Fact]
    public void The_pages_have_the_elements_that_they_would_have_with_harmless_text()
    {
        var harmless = BuiltSite.Of(Samples.Compile(Scheme("harmless ")).Input);
        string[] shared = [.. Site.Value.PageNames.Intersect(harmless.PageNames).Except(["a-to-z.html"])];
        Assert.Contains("document.html", shared);
        Assert.Contains("index.html", shared);
        Assert.Equal(harmless.PageNames.Count, Site.Value.PageNames.Count);
        Assert.All(shared, name =>
        {
            IHtmlDocument page = Site.Value.Page(name);
            Assert.Equal(Elements(harmless.Page(name)).Select(element => element.LocalName), Elements(page).Select(element => element.LocalName));
            Assert.Equal(
                Elements(harmless.Page(name)).Select(element => string.Join(' ', element.Attributes.Select(attribute => attribute.Name))),
                Elements(page).Select(element => string.Join(' ', element.Attributes.Select(attribute => attribute.Name))));
        });
        Assert.All(Site.Value.Pages, page =>
        {
            Assert.All(page.QuerySelectorAll("script"), script => Assert.Empty(script.TextContent));
            Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^[a-z0-9#-]", link.GetAttribute("href") ?? ""));
            Assert.All(page.QuerySelectorAll("a"), link => Assert.DoesNotContain("javascript:", link.GetAttribute("href") ?? "", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        });
    }

    // In the picture a longer text has more lines, each an element of its own.
    private static IEnumerable<IElement> Elements(IHtmlDocument page) => page.All.Where(element => element.LocalName != "text");

    [Fact]
    public void The_pages_show_the_texts_as_they_are()
    {
        string shown = Site.Value.Page("document.html").Body?.TextContent ?? "";
        Assert.All(Texts.Where(text => !text.Contains('\u202E') && !text.Contains('\u200F')), text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_in_scripts_cannot_leave_its_place() => Assert.All(
        Site.Value.Files.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal)),
        file =>
        {
            Assert.DoesNotContain('<', file.Value);
            Assert.DoesNotContain('`', file.Value);
            Assert.DoesNotContain('\u202E', file.Value);
        });

    [Fact]
    public void Marks_that_turn_the_direction_of_text_are_shown_by_number()
    {
        foreach (IEmitter emitter in new IEmitter[] { new HtmlEmitter(), new CSharpEmitter() })
        {
            Assert.All(emitter.Emit(Hostile.Value.Input), file =>
            {
                Assert.DoesNotContain('\u202E', file.ToText());
                Assert.DoesNotContain('\u200F', file.ToText());
            });
        }

        Assert.Contains("[U+202E]txt.exe[U+202C]", Site.Value.Files["document.html"], StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', new JsonEmitter().Emit(Hostile.Value.Input).Single().ToText());
    }

    [Fact]
    public void Emitted_code_compiles_and_knows_the_names()
    {
        string code = new CSharpEmitter().Emit(Hostile.Value.Input).Single().ToText();
        Assert.Empty(EmittedCode.Complaints(EmittedCode.ForNet8(code)));
        SpaceDefinition definition = EmittedCode.SpaceOf(EmittedCode.Load(code)).Definition;

        // A mark without width in a name is nothing that an author could see: reading leaves it out.
        Assert.All(Texts, text => Assert.Contains(definition.Subjects, subject => subject.Name == "matter " + text.Replace("\u200F", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Json_holds_the_texts_and_cannot_leave_a_script_element()
    {
        string text = new JsonEmitter().Emit(Hostile.Value.Input).Single().ToText();
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('&', text);
        using var document = JsonDocument.Parse(text);
        string[] notes = [.. document.RootElement.GetProperty("subjects").EnumerateArray().Where(subject => subject.TryGetProperty("notes", out _)).SelectMany(subject => subject.GetProperty("notes").EnumerateArray()).Select(note => note.GetString() ?? "")];
        Assert.All(Texts, expected => Assert.Contains("note " + expected, notes));
    }

    [Fact]
    public void The_pages_of_changes_have_the_elements_that_they_would_have_with_harmless_text()
    {
        (SchemeDiff diff, BuiltSite site) = Changed.Value;
        (SchemeDiff harmlessDiff, BuiltSite harmless) = WithChanges("harmless ");
        Assert.True(diff.Changes.Length > Texts.Length);
        Assert.Equal(harmlessDiff.Changes.Length, diff.Changes.Length);
        foreach (string name in (string[])["changes.html", "days.html"])
        {
            IHtmlDocument page = site.Page(name);
            Assert.True(page.QuerySelectorAll("tbody tr").Length >= Texts.Length, name);
            Assert.Equal(
                Elements(harmless.Page(name)).Select(element => element.LocalName + " " + string.Join(' ', element.Attributes.Select(attribute => attribute.Name))),
                Elements(page).Select(element => element.LocalName + " " + string.Join(' ', element.Attributes.Select(attribute => attribute.Name))));
            Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^[a-z0-9#-]", link.GetAttribute("href") ?? ""));
            string shown = page.Body?.TextContent ?? "";
            Assert.All(Texts.Where(text => !text.Contains('\u202E') && !text.Contains('\u200F')), text => Assert.Contains("party " + text, shown, StringComparison.Ordinal));
            Assert.DoesNotContain('\u202E', site.Files[name]);
        }

        // The marks on the pages of those that they touch.
        Assert.Equal(harmless.Pages.Count(IsMarked), site.Pages.Count(IsMarked));
        Assert.True(site.Pages.Count(IsMarked) > Texts.Length);

        static bool IsMarked(IHtmlDocument page) => page.QuerySelectorAll(".mark").Any(mark => mark.TextContent == "Changed on 1 April 2026");
    }

    [Fact]
    public void The_feed_of_changes_holds_the_texts_as_text()
    {
        string feed = Changed.Value.Site.Files["feed.xml"];
        Assert.DoesNotContain('\u202E', feed);
        Assert.DoesNotContain('\u200F', feed);
        var document = XDocument.Parse(feed);
        Assert.Equal(
            ["feed", "id", "title", "updated", "author", "name", "link", "entry", "content"],
            document.Descendants().Select(element => element.Name.LocalName).Distinct());
        Assert.All(document.Descendants().Where(element => element.Name.LocalName == "content"), content =>
        {
            // It is read as HTML by whoever shows it.
            IHtmlDocument html = new HtmlParser().ParseDocument(content.Value);
            Assert.Empty(html.Body?.QuerySelectorAll("*").Select(element => element.LocalName).Except(["ul", "li", "p"]) ?? []);
            Assert.DoesNotContain(html.All, element => element.Attributes.Length > 0);
        });
        string words = string.Join('\n', document.Descendants().Where(element => element.Name.LocalName == "content").Select(content => new HtmlParser().ParseDocument(content.Value).Body?.TextContent));
        Assert.Contains("party " + Texts[0], words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_paper_and_the_comment_of_changes_hold_the_texts_as_text()
    {
        (SchemeDiff diff, _) = Changed.Value;
        using var stream = new MemoryStream(OfficeExport.Changes(diff, file => file, file => file, template: null).ToArray());
        using (var paper = WordprocessingDocument.Open(stream, isEditable: false))
        {
            DocumentTests.Check(paper, "hostile changes");
            string words = paper.MainDocumentPart?.Document?.Body?.InnerText ?? "";
            Assert.Contains("party " + Texts[0], words, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', words);
            Assert.Empty(paper.MainDocumentPart?.ExternalRelationships ?? []);
            Assert.DoesNotContain(paper.MainDocumentPart?.HyperlinkRelationships ?? [], link => link.IsExternal);
        }

        string comment = ChangeMarkdown.Of(diff, file => file, file => file);
        Assert.DoesNotContain("<script", comment, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", comment, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", comment, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', comment);
    }

    private static (SchemeDiff Diff, BuiltSite Site) WithChanges(string? instead)
    {
        string text = Scheme(instead);
        Sample before = Samples.Compile(text.Replace("up to £5 ", "up to £4 until 30 June 2026 ", StringComparison.Ordinal));
        Sample after = Samples.Compile(text.Replace("up to £5 ", "up to £5 until 31 August 2026 ", StringComparison.Ordinal));
        var diff = SchemeDiff.Of(SchemeVersion.Of(before.Input, before.Engine.Answerer), SchemeVersion.Of(after.Input, after.Engine.Answerer), DateRange.Always, Samples.Today);
        return (diff, BuiltSite.Of(after.Input with { Changes = diff, Site = new SiteOptions { Address = "https://example.org/a/" } }));
    }

    private static string Scheme(string? instead = null)
    {
        string[] texts = [.. Texts.Select((text, i) => instead is null ? text : instead + (char)('a' + i))];
        return $"""
            scheme Title {texts[0]}
              version 1
              approved by Board on 1 March 2026
              in force from 1 April 2026
              note "{texts[1]}".
            Trust is an organisation known as "{texts[2]}".
            Board is the board of Trust.
            section {texts[4]}
            {string.Join('\n', texts.Select((text, i) => $"\"party {text}\" is an officer of Trust note \"{text}\"."))}
            {string.Join('\n', texts.Select((text, i) => $"\"matter {text}\" is a matter of Trust note \"note {text}\" reference \"{text}\"."))}
            {string.Join('\n', texts.Select((text, i) => $"\"place {text}\" is a place of Trust."))}
            {string.Join('\n', texts.Select((text, i) => $"\"condition {text}\" is a condition."))}
            {string.Join('\n', texts.Select((text, i) => $"\"measure {text}\" is a measure in \"{text}\"."))}
            {string.Join('\n', texts.Select((text, i) => $"Trust delegates \"matter {text}\" to \"party {text}\" up to £5 at \"place {text}\" when \"condition {text}\" recorded in \"{text}\" reference \"{text}\" note \"{text}\"."))}
            """;
    }
}
