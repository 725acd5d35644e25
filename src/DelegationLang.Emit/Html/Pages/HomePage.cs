using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The first page: the form that asks who decides, the ways into the scheme, and what it is.</summary>
internal sealed class HomePage(PageContext context)
{
    /// <summary>The file.</summary>
    public const string File = "index.html";

    private const int MostParties = 150;
    private const int MostSubjects = 150;
    private const int MostPlaces = 400;

    /// <summary>The page.</summary>
    public PageDraft Page()
    {
        var sections = new List<SectionView> { Ways(!context.Model.Deputies.IsEmpty || !context.Model.Involvements.IsEmpty || context.Model.Delegations.Any(delegation => delegation.Terms.IsEvenIfReserved)) };
        SubjectSymbol[] subjects = [.. context.ShownOf<SubjectSymbol>().Where(subject => subject.IsFunction || subject.IsMatter)];
        if (subjects.Length is > 0 and <= MostSubjects)
        {
            FactView[] facts =
            [
                .. subjects.GroupBy(subject => subject.IsFunction).OrderByDescending(family => family.Key)
                    .Select(family => new FactView(family.Key ? "Functions" : "Matters", [new LineBuilder().List(family.DistinctBy(subject => subject.DisplayName).OrderBy(subject => subject.DisplayName.ToUpperInvariant(), StringComparer.Ordinal).Select(context.Link)).ToLine("ways")])),
            ];
            sections.Add(new SectionView("subjects", "What is decided", new ContentView { Facts = facts }, []));
        }

        if (context.ShownOf<PartySymbol>().Count() <= MostParties)
        {
            FactView[] facts =
            [
                .. new PartyPages(context).Groups().Where(group => group.Members.Count > 0).Select(group => new FactView(
                    group.Organisation?.DisplayName ?? "Shared between organisations",
                    [new LineBuilder().List(group.Members.Select(context.Link)).ToLine("ways")])),
            ];
            if (facts.Length > 0)
            {
                sections.Add(new SectionView("parties", "People and bodies", new ContentView { Facts = facts }, []));
            }
        }

        sections.Add(AboutSection.Build(context));
        return new PageDraft(File, "Who decides?") { Area = File, Ask = Ask(), Sections = sections, Scripts = ["data/site.js", "assets/decide.js", "assets/ask.js"] };
    }

    private AskView Ask() => new(
        [.. context.ShownOf<PlaceSymbol>().Take(MostPlaces).Select(place => place.DisplayName)],
        [.. Bases().Select(basis => new Segment(LabelOf(basis), basis))]);

    private static string LabelOf(string basis) => basis switch
    {
        "decision" => "for one decision",
        "contract" => "for a contract",
        "year" => "a year",
        "total" => "in total",
        _ => "for each " + basis,
    };

    private IEnumerable<string> Bases() => context.Definition.Rules
        .SelectMany(rule => new[] { rule.Limit?.Basis, rule.Limit?.Also?.Basis, rule.Onward?.Limit?.Basis }).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private SectionView Ways(bool hasExceptional)
    {
        var facts = new List<FactView>
        {
            Way("Functions and matters", SubjectPages.List, "Who decides each, in every case, and by which sentences."),
            Way("People and bodies", PartyPages.List, "What each may decide, up to how much, and until when."),
        };
        if (context.ShownOf<PlaceSymbol>().Any())
        {
            facts.Add(Way("Places", PlacePages.List, "Who acts in each place."));
        }

        facts.Add(Way("Map", MapPages.List, "Who decides what, on one page."));
        facts.Add(Way("Chain", NetworkPages.List, "Who delegates what to whom."));
        facts.Add(Way("Matrix", MatrixPages.List, "Functions and matters down the side, bodies and posts across the top."));
        facts.Add(Way("The scheme", DocumentPages.List, "The whole text, sentence by sentence, ready to print."));
        if (hasExceptional)
        {
            facts.Add(Way("Exceptions", ExceptionalPage.File, "Exceptional powers, deputies, and who advises, recommends and oversees."));
        }

        if (!context.Model.Scenarios.IsEmpty)
        {
            facts.Add(Way("Examples", ExamplePages.List, "What the authors expect the scheme to mean, checked."));
        }

        facts.Add(Way("Dates", DatesPages.List, "What is in force on a day, and what starts and ends when."));
        return new SectionView("ways", "Find your way", new ContentView { Facts = facts }, []);
    }

    private static FactView Way(string text, string href, string what) =>
        new(text, [new LineBuilder().Add(new Segment(what, href)).ToLine()]);
}
