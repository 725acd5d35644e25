using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The page of the search, and the statement on accessibility.</summary>
internal static class PlainPages
{
    /// <summary>The file of the search.</summary>
    public const string Search = "search.html";

    /// <summary>The file of the statement on accessibility.</summary>
    public const string Accessibility = "accessibility.html";

    /// <summary>Where results of the search are shown. Without script it leads to the index.</summary>
    public static PageDraft SearchPage() => new(Search, "Search")
    {
        IsSearch = true,
        Area = Search,
        Scripts = ["data/search.js", "assets/find.js"],
        Lines = [new LineBuilder().Text("Without script, find names in ").Add(new Segment("the index from A to Z", AlphabetPages.List)).Text(".").ToLine("without-script")],
    };

    /// <summary>The statement on accessibility.</summary>
    public static PageDraft AccessibilityPage(PageContext context)
    {
        string owner = context.Model.OwnOrganisation?.DisplayName ?? "The organisation";
        SchemeInfo info = context.Model.Info;
        var lines = new List<LineView>();
        if (info.InterpretedBy is { } interpreter)
        {
            lines.Add(new LineBuilder().Text("Questions of what the scheme means are settled by ").Add(context.Link(interpreter.Symbol)).Text(".").ToLine());
        }

        return new PageDraft(Accessibility, "Accessibility statement")
        {
            Area = Accessibility,
            Lines =
            [
                LineBuilder.Of($"This statement is about the pages of “{(info.Title.Length > 0 ? info.Title : "Scheme of delegation")}”, which {owner} publishes. It wants as many people as possible to be able to use them."),
            ],
            Sections =
            [
                new SectionView("use", "How you can use these pages", new ContentView
                {
                    Lines = LineBuilder.Lines(
                        "You can zoom in up to 400% without text spilling off the screen, move around with a keyboard alone, use speech recognition, and listen with a screen reader.",
                        "You can change colours, contrast and fonts in your browser, and print every page.",
                        "Nothing needs script. Where script runs, the form on the first page answers at once, lists can be narrowed, and a date can be chosen; the same answers stand as tables on the page of each function and matter.",
                        "The picture of the map is also there as lists and tables, and no meaning is carried by colour alone."),
                }, []),
                new SectionView("status", "How accessible these pages are", new ContentView
                {
                    Lines = LineBuilder.Lines(
                        "The pages are made to meet the Web Content Accessibility Guidelines version 2.2, level AA. They come from templates that are checked with automatic tools (axe-core and the Nu HTML checker) whenever those templates change. Templates, colours and a logo that the organisation has put in their place are its own to check.",
                        "Automatic tools do not find every fault. The texts of the scheme are shown as their authors wrote them."),
                }, []),
                new SectionView("contact", "If something cannot be used", new ContentView
                {
                    Lines =
                    [
                        LineBuilder.Of($"Tell {owner} what you could not use, and how you would like to have it instead."),
                        .. lines,
                        LineBuilder.Of("If you are not content with the answer, the Equality Advisory and Support Service can advise you. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."),
                    ],
                }, []),
                new SectionView("made", "When this statement was made", new ContentView
                {
                    Lines = LineBuilder.Lines(
                        "It was written with the pages, and holds for this version of the scheme" + (info.Version.Length > 0 ? ": version " + info.Version : "") + "."
                        + (info.ApprovedBy?.On is { } day ? " The scheme was approved on " + Wording.Day(day) + "." : "")),
                }, []),
            ],
        };
    }
}
