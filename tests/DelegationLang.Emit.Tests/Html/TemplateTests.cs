using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Templating;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>Templates, an organisation's own included: text stays text wherever they put it, and what is wrong with one is said with its place.</summary>
public sealed class TemplateTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "javascript:alert(1)", " java\tscript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<b>",
        "//elsewhere.example/x.js", "/\\elsewhere.example/x.js", "--> <b>", "]]> <b>", "</title><b>", "</textarea><b>", "{{ heading }}", "\u202Etxt.exe", "\0<b>", "\ud83d", "`<b>`",
    ];

    // Every place where a template may put a value, with the elements that it must come to.
    private static readonly (string Template, string Elements)[] Places =
    [
        ("<p>{{ title }}</p>", "p"), ("<p title=\"{{ title }}\" class='a {{ title }} b'>x</p>", "p[title][class]"), ("<title>{{ title }} {{ title }}</title>", "title"),
        ("<textarea>{{ title }}</textarea>", "textarea"), ("<a href=\"{{ title }}\">{{ title | string.upcase }}</a>", "a[href]"), ("<a href='x/{{ title }}/{{ title }}'>x</a>", "a[href]"),
        ("<a href=\"#{{ title }}\">x</a>", "a[href]"), ("<a href=\"https://example.org/{{ title }}\">x</a>", "a[href]"), ("<img src=\"{{ title }}\" alt=\"{{ title }}\">", "img[src][alt]"),
        ("<script src=\"{{ title }}\"></script>", "script[src]"), ("<script src=\"a/{{ title }}\"></script>", "script[src]"), ("<iframe src=\"{{ title }}\"></iframe>", "iframe[src]"),
        ("<p{{ if title }} title=\"{{ title }}\"{{ end }}{{ if subtitle }} lang=\"{{ subtitle }}\"{{ end }}>x</p>", "p[title][lang]"), ("{{ x = title + \"<b>\" }}<p>{{ x }}{{ $\"<i>{x}</i>\" }}</p>", "p"),
        ("{{ for i in 1..2 }}<p id=\"{{ title }}\">{{ i }}</p>{{ else }}<p>none</p>{{ end }}", "p[id] p[id]"), ("{{ case title }}{{ when \"a\" }}<b>{{ title }}</b>{{ else }}<i>{{ title }}</i>{{ end }}", "i"),
        ("<p data-x = \"{{ title }}\" hidden>{{ title | string.append '<b>' | string.prepend '</p>' }}</p>", "p[data-x][hidden]"), ("<svg><text x=\"1\">{{ title }}</text></svg>", "svg text[x]"),
    ];

    private static readonly Lazy<EmitInput> Scheme = new(() => Samples.Compile("scheme Small\n  version 1\n\nTrust is an NHS trust.\nBoard is the board of Trust.\ncare is a function of Trust.\nTrust delegates care to Board.\n").Input);

    public static TheoryData<int> EveryPlace => [.. Enumerable.Range(0, Places.Length)];

    [Theory]
    [MemberData(nameof(EveryPlace))]
    public void Hostile_text_stays_text_wherever_a_template_puts_it(int place)
    {
        foreach (string text in Hostile)
        {
            IHtmlDocument page = new HtmlParser().ParseDocument("<body>" + Footer(Places[place].Template, text));

            // Those of the page itself are there in any case, and title goes to the head.
            IEnumerable<string> elements = page.All.Where(element => element.LocalName is not ("html" or "head" or "body"))
                .Select(element => element.LocalName + string.Concat(element.Attributes.Select(attribute => $"[{attribute.Name}]")));
            Assert.Equal(Places[place].Elements, string.Join(' ', elements));
            foreach (IElement element in page.All)
            {
                string address = element.GetAttribute("href") ?? element.GetAttribute("src") ?? "";
                Assert.Matches("^(#|x/|a/|https://example.org/|[^:]*$)", address);
                Assert.False(element.LocalName is "script" or "iframe" && (address.StartsWith("//", StringComparison.Ordinal) || address.Contains('\\', StringComparison.Ordinal)) && !address.StartsWith("a/", StringComparison.Ordinal), address);
            }
        }
    }

    [Theory]
    [InlineData("<script>var x = \"{{ title }}\";</script>", "no value is safe in the text of script")]
    [InlineData("<style>p { color: {{ title }} }</style>", "no value is safe in the text of style")]
    [InlineData("<!-- {{ title }} -->", "no value is safe in a comment")]
    [InlineData("<p onclick=\"{{ title }}\">x</p>", "no value is safe in the attribute onclick")]
    [InlineData("<p ONCLICK='{{ title }}'>x</p>", "no value is safe in the attribute onclick")]
    [InlineData("<p style=\"color: {{ title }}\">x</p>", "no value is safe in the attribute style")]
    [InlineData("<iframe srcdoc=\"{{ title }}\"></iframe>", "no value is safe in the attribute srcdoc")]
    [InlineData("<p title={{ title }}>x</p>", "put the value of the attribute between quotation marks")]
    [InlineData("<p title=a{{ title }}>x</p>", "put the value of the attribute between quotation marks")]
    [InlineData("<p {{ title }}>x</p>", "no value is safe within a tag, outside of the quoted value of an attribute")]
    [InlineData("<p {{ title }}=\"1\">x</p>", "no value is safe within a tag, outside of the quoted value of an attribute")]
    [InlineData("<{{ title }}>", "no value is safe within a tag, outside of the quoted value of an attribute")]
    [InlineData("<a href=\"java{{ title }}\">x</a>", "what stands before the value must settle where the address leads")]
    [InlineData("<a href=\"javascript:f('{{ title }}')\">x</a>", "what stands before the value must settle where the address leads")]
    [InlineData("<a href=\"{{ title }}{{ title }}\">x</a>", "what stands before the value must settle where the address leads")]
    [InlineData("<script src=\"/{{ title }}\"></script>", "what stands before the value must settle where the address leads")]
    [InlineData("<script src=\"https://{{ title }}/x.js\"></script>", "what stands before the value must settle where the address leads")]
    [InlineData("<p{{ if title }} on{{ end }}click=\"{{ title }}\">x</p>", "no value is safe in the attribute ?click")]
    [InlineData("{{ if title }}<p title=\"{{ end }}{{ title }}", "the ways from here must come to the same place, but one comes to stand in the attribute title and the other between tags")]
    [InlineData("<p title=\"{{ title }}", "the template ends in the attribute title")]
    [InlineData("<p title=\"{{ paragraphs lines }}\">", "there is no “lines” here")]
    [InlineData("x\n\n{{ organisaton }}", "line 3: there is no “organisaton” here; did you mean organisation?")]
    [InlineData("x\n{{ title.size2 }}", "line 2: there is no “size2” here")]
    [InlineData("\n{{ if title }}x", "line 2: ")]
    [InlineData("{{ show \"tabel\" title }}", "there is no template “tabel”; there are ask, bodies, content, footer, header")]
    [InlineData("{{ show \"table\" title }}", "the template table does not show this: it wants something with caption, columns")]
    [InlineData("{{ this }}", "this is no text")]
    [InlineData("{{ date.now }}", "there is no “date” here")]
    [InlineData("{{ math.random 1 2 }}", "there is no “random” here")]
    [InlineData("{{ include 'page' }}", "there is no “include” here")]
    [InlineData("{{ while true }}x{{ end }}", "templates may write values, and use if, case and for")]
    [InlineData("{{ func f(x) }}<b>{{ x }}</b>{{ end }}", "templates may write values, and use if, case and for")]
    [InlineData("{{ capture x }}<b>{{ end }}", "templates may write values, and use if, case and for")]
    [InlineData("{{ title = 'x' }}", "title")]
    public void What_is_wrong_with_a_template_is_said_with_its_place(string template, string message)
    {
        TemplateFault fault = Assert.Throws<TemplateFault>(() => Footer(template, "Title"));

        Assert.StartsWith("footer.sbn-html, line ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Scriban", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_shows_while_the_pages_are_made_has_its_place_too()
    {
        string page = SiteTemplates.Read("page.sbn-html").Replace("{{ heading }}", "{{ headign }}", StringComparison.Ordinal);
        TemplateFault fault = Assert.Throws<TemplateFault>(() => Build("page.sbn-html", page));

        int line = page[..page.IndexOf("headign", StringComparison.Ordinal)].Count(character => character == '\n') + 1;
        Assert.Equal($"page.sbn-html, line {line}: there is no “headign” here; did you mean heading?", fault.Message);
    }

    [Fact]
    public void Long_texts_and_long_lists_are_not_cut()
    {
        string word = new('x', 3_000_000);
        Assert.Equal($"<p>{word}</p>{string.Concat(Enumerable.Repeat("y", 5000))}", Footer("<p>{{ title }}</p>{{ for i in 1..5000 }}y{{ end }}", word));
    }

    [Fact]
    public void An_empty_text_and_an_empty_list_count_as_no() =>
        Assert.Equal("no no yes", Footer("{{ if logo }}yes{{ else }}no{{ end }} {{ if [] }}yes{{ else }}no{{ end }} {{ if title && !logo }}yes{{ end }}", "Title"));

    private static string Footer(string template, string title)
    {
        var templates = SiteTemplate.Of(ImmutableDictionary<string, string>.Empty.Add("footer.sbn-html", template));
        return templates.Footer(new SiteView
        {
            Organisation = title, Logo = "", Title = title, Subtitle = title, Approved = title, ReviewBy = title, ReviewByWords = title, IsReviewOverdue = false, Fingerprint = title, Feed = "",
            Policy = title, Frontend = "",
        }).ToString() ?? "";
    }

    private static ImmutableArray<EmittedFile> Build(string template, string text) => new HtmlEmitter().Emit(Scheme.Value with
    {
        Site = new SiteOptions { Templates = ImmutableDictionary<string, string>.Empty.Add(template, text) },
    });
}
