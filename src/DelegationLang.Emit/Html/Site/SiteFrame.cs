using System.Globalization;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Templating;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Site;

/// <summary>What all pages have in common: whose they are, the way around, and what must be said on each.</summary>
internal sealed class SiteFrame
{
    // Scripts and style sheets are files of ours and nothing else. From a disk, where a page has no origin, they are files too.
    /// <summary>The content security policy of every page.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'";

    private readonly SiteView site;
    private readonly IReadOnlyList<Segment> areas;
    private readonly IReadOnlyList<LineView> warnings;
    private readonly string titleSuffix;
    private readonly SiteTemplate template;
    private readonly Dictionary<string, Markup> headers = new(StringComparer.Ordinal);
    private readonly Markup footer;

    public SiteFrame(PageContext context, SiteTemplate template)
    {
        this.template = template;
        SchemeModel model = context.Model;
        SchemeInfo info = model.Info;
        SiteOptions options = context.Publication.Input.Site;
        Theme = ThemeOf(context.Publication.Input);
        DateOnly? asOf = context.Publication.Input.AsOf;
        site = new SiteView
        {
            Organisation = options.Name.Length > 0 ? options.Name : model.OwnOrganisation?.DisplayName ?? "",
            Logo = options.Logo is { } logo ? SiteAssets.LogoPath(logo) : "",
            Title = info.Title.Length > 0 ? info.Title : "Scheme of delegation",
            Subtitle = Subtitle(info),
            Approved = Wording.List([.. info.Approvals.Select(approval => "by " + approval.By.Symbol.DisplayName + (approval.On is { } day ? " on " + Wording.Day(day) : ""))]),
            ReviewBy = info.ReviewBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ReviewByWords = info.ReviewBy is { } review ? Wording.Day(review) : "",
            IsReviewOverdue = info.ReviewBy is { } due && asOf is { } today && due < today,
            Fingerprint = SchemeFingerprint.Of(model, context.Publication.Files),
            Feed = options.Address.Length > 0 ? ChangeFeed.FileName : "",
            Policy = Policy,
            Frontend = $"assets/{SiteAssets.FrontendOf(Theme)}.css",
        };
        titleSuffix = ", " + site.Title + (info.Version.Length > 0 ? ", version " + info.Version : "");
        warnings = [.. Warnings(context)];
        areas = [.. Areas(context)];
        footer = template.Footer(site);
        foreach (string area in areas.Select(area => area.Href).Append(""))
        {
            headers.Add(area, Header(area));
        }
    }

    /// <summary>Whose scheme it is; empty when nobody's in particular.</summary>
    public string Organisation => site.Organisation;

    /// <summary>The title of the scheme.</summary>
    public string Title => site.Title;

    /// <summary>The clothes that the pages wear: one of the themes that are not chosen by the organisation.</summary>
    public SiteTheme Theme { get; }

    /// <summary>A page with what all pages have in common.</summary>
    public PageView PageOf(PageDraft draft)
    {
        string part = draft.Parts.Count > 1 ? FormattableString.Invariant($", part {draft.Part + 1} of {draft.Parts.Count}") : "";
        return new PageView
        {
            Site = site,
            PageTitle = (draft.File == HomePage.File ? "Who decides?" : draft.Heading) + part + titleSuffix,
            Header = headers.GetValueOrDefault(draft.Area) ?? headers[""],
            Footer = footer,
            Breadcrumbs = draft.File == HomePage.File ? [] : [new Segment("Who decides?", HomePage.File), .. draft.Above],
            Kicker = draft.Kicker,
            Heading = draft.Heading + part,
            Style = draft.Style,
            Warnings = warnings,
            Lines = draft.Lines,
            Sections = draft.Sections,
            HasContents = draft.HasContents,
            Parts = [.. draft.Parts.Select((file, number) => new NavigationItem(FormattableString.Invariant($"Part {number + 1}"), file, number == draft.Part))],
            Ask = draft.Ask,
            IsSearch = draft.IsSearch,
            HasSources = draft.HasSources,
            Map = draft.Map,
            Network = draft.Network,
            Scripts = draft.Scripts,
        };
    }

    /// <summary>The theme of a site: what the organisation chose, or that of its sort.</summary>
    public static SiteTheme ThemeOf(EmitInput input) => input.Site.Theme != SiteTheme.ByOrganisation ? input.Site.Theme : IsNhsBody(input.Model.OwnOrganisation) ? SiteTheme.Nhs : SiteTheme.Neutral;

    private Markup Header(string area) =>
        template.Header(new HeaderView(site, [.. areas.Select(one => new NavigationItem(one.Text, one.Href, one.Href == area))]));

    private static bool IsNhsBody(PartySymbol? organisation) =>
        organisation?.Kind.Has(KindTrait.PublishesAsNhs) == true;

    /// <summary>Version and days in a line; empty for none.</summary>
    public static string Subtitle(SchemeInfo info)
    {
        string version = info.Version.Length > 0 ? "Version " + info.Version : "";
        string days = Wording.Days(info.InForce);
        string force = info.IsProposed ? ("proposed " + days).TrimEnd() : days.Length > 0 ? "in force " + days : "";
        return KindWords.Capital(string.Join(", ", new[] { version, force }.Where(text => text.Length > 0)));
    }

    private static IEnumerable<Segment> Areas(PageContext context)
    {
        yield return new Segment("Who decides?", HomePage.File);
        yield return new Segment("Map", MapPages.List);
        yield return new Segment("Functions and matters", SubjectPages.List);
        yield return new Segment("People and bodies", PartyPages.List);
        if (context.ShownOf<PlaceSymbol>().Any())
        {
            yield return new Segment("Places", PlacePages.List);
        }

        yield return new Segment("Matrix", MatrixPages.List);
        yield return new Segment("The scheme", DocumentPages.List);
        yield return new Segment("Dates", DatesPages.List);
        if (context.Publication.Input.Changes is not null)
        {
            yield return new Segment(ChangesPage.Heading, ChangesPage.File);
        }

        if (!context.Grounds.IsEmpty || context.Model.Symbols.Any(symbol => symbol is PowerSymbol or AgreementSymbol && context.Shown.Contains(symbol)))
        {
            yield return new Segment("Law", LawPages.List);
        }

        yield return new Segment("A to Z", AlphabetPages.List);
    }

    /// <summary>What must be said before anything else, on every page; nothing where all is well.</summary>
    public static IEnumerable<LineView> Warnings(PageContext context)
    {
        if (context.Model.Info.IsProposed)
        {
            string days = Wording.Days(context.Model.Info.InForce);
            yield return LineBuilder.Of($"This scheme is proposed{(days.Length > 0 ? " " + days : "")}. It is not in force: what these pages say holds only if it is adopted.");
        }

        int faulty = context.Publication.Sentences.All.Count(sentence => !sentence.IsEffective);
        if (faulty > 0)
        {
            yield return LineBuilder.Of(faulty == 1
                ? "One sentence of this scheme has a fault and is without effect. It is marked where it is shown."
                : FormattableString.Invariant($"{faulty} sentences of this scheme have a fault and are without effect. They are marked where they are shown."));
        }

        if (context.Publication.Input.AsOf is { } asOf && !context.Definition.InForce.Contains(asOf))
        {
            yield return LineBuilder.Of($"This scheme is not in force on {Wording.Day(asOf)}.");
        }
    }
}
