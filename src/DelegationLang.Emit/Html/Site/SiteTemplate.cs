using System.Collections.Immutable;
using DelegationLang.Emit.Html.Bodies;
using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.Html.Site;

/// <summary>The templates of the pages, read once for each set of texts.</summary>
internal sealed class SiteTemplate
{
    private static readonly Lazy<SiteTemplate> BuiltIn = new(() => new SiteTemplate(ImmutableDictionary<string, string>.Empty));

    private static readonly (string Name, Type Shows)[] Kinds =
    [
        ("ask", typeof(AskView)), ("bodies", typeof(BodiesView)), ("content", typeof(ContentView)), ("footer", typeof(SiteView)), ("header", typeof(HeaderView)), ("map", typeof(MapView)), ("network", typeof(NetworkView)),
        ("page", typeof(PageView)), ("section", typeof(SectionView)), ("sentence", typeof(SentenceView)), ("table", typeof(TableView)),
    ];

    private readonly ImmutableDictionary<string, string> own;
    private readonly TemplateSet templates;

    private SiteTemplate(ImmutableDictionary<string, string> own)
    {
        this.own = own;
        templates = new TemplateSet(
            Kinds.Select(kind => new TemplateText(kind.Name + SiteTemplates.Extension, Text(kind.Name + SiteTemplates.Extension), kind.Shows)),
            ViewTypes.All,
            new HtmlLanguage(),
            ("paragraphs", () => new LineFunction()),
            ("chains", () => new TreeFunction()),
            ("table_rows", () => new RowsFunction()),
            ("phrase", () => new PhraseFunction()));
    }

    /// <summary>The templates with some texts of an organisation's own.</summary>
    /// <exception cref="TemplateFault">One of these is no template.</exception>
    public static SiteTemplate Of(ImmutableDictionary<string, string> own) => own.IsEmpty ? BuiltIn.Value : new SiteTemplate(own);

    /// <summary>The text of a template, style sheet or script: the organisation's own where it has one.</summary>
    public string Text(string name) => own.GetValueOrDefault(name) ?? SiteTemplates.Read(name);

    /// <summary>A page, as UTF-8.</summary>
    public byte[] Page(PageView view) => templates.Write("page", view);

    /// <summary>The front page of several schemes, as UTF-8.</summary>
    public byte[] Bodies(BodiesView view) => templates.Write("bodies", view);

    /// <summary>The head of a page.</summary>
    public Markup Header(HeaderView view) => new MarkupText(System.Text.Encoding.UTF8.GetString(templates.Write("header", view)));

    /// <summary>The foot of a page.</summary>
    public Markup Footer(SiteView site) => new MarkupText(System.Text.Encoding.UTF8.GetString(templates.Write("footer", site)));
}
