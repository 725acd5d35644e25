using System.Collections.Immutable;
using System.Globalization;
using HandlebarsDotNet;

namespace DelegationLang.Emit.Html.Site;

/// <summary>The templates of the pages, compiled once for each set of texts.</summary>
internal sealed class SiteTemplate
{
    private static readonly Lazy<SiteTemplate> BuiltIn = new(() => new SiteTemplate(ImmutableDictionary<string, string>.Empty));

    private readonly ImmutableDictionary<string, string> own;
    private readonly HandlebarsTemplate<object, object> page;
    private readonly HandlebarsTemplate<object, object> header;
    private readonly HandlebarsTemplate<object, object> footer;

    private SiteTemplate(ImmutableDictionary<string, string> own)
    {
        this.own = own;
        IHandlebars engine = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlTextEncoder(),
            FormatProvider = CultureInfo.InvariantCulture,
            // A template that names something that does not exist is a mistake to be seen, not an empty place on the page.
            ThrowOnUnresolvedBindingExpression = true,
        });
        LineMarkup.Register(engine);
        foreach (string name in SiteTemplates.Names.Where(name => name.EndsWith(".hbs", StringComparison.Ordinal)))
        {
            engine.RegisterTemplate(name[..^4], Text(name));
        }

        page = engine.Compile(Text("page.hbs"));
        header = engine.Compile(Text("header.hbs"));
        footer = engine.Compile(Text("footer.hbs"));
    }

    /// <summary>The templates with some texts of an organisation's own.</summary>
    public static SiteTemplate Of(ImmutableDictionary<string, string> own) => own.IsEmpty ? BuiltIn.Value : new SiteTemplate(own);

    /// <summary>The text of a template, style sheet or script: the organisation's own where it has one.</summary>
    public string Text(string name) => own.GetValueOrDefault(name) ?? SiteTemplates.Read(name);

    /// <summary>A page.</summary>
    public string Page(PageView view) => page(view);

    /// <summary>The head of a page.</summary>
    public string Header(HeaderView view) => header(view);

    /// <summary>The foot of a page.</summary>
    public string Footer(SiteView site) => footer(site);
}
