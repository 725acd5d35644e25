using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each function, matter and budget: who decides it in each case, and which sentences speak of it.</summary>
internal sealed class SubjectPages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "subjects.html";

    private const int RowsOnPage = 500;

    private readonly AuthorityTables authorities = new(context);

    // Who is said to be responsible for each; that gives nobody authority.
    private readonly Lazy<ILookup<SubjectSymbol, PartySymbol>> responsible = new(() =>
        context.ShownOf<PartySymbol>().SelectMany(party => party.ResponsibleFor.Select(subject => (subject, party))).ToLookup(pair => pair.subject, pair => pair.party));

    /// <summary>The lists and the page of each subject.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        SubjectSymbol[] subjects = [.. context.ShownOf<SubjectSymbol>().OrderBy(Order)];
        IGrouping<SubjectSymbol, SubjectSymbol>[] pages = [.. subjects.GroupBy(context.Addresses.HeadOf)];
        foreach (Func<PageDraft> page in ListPages.Of("subjects", pages, RowsOnPage, Index))
        {
            yield return page;
        }

        foreach (IGrouping<SubjectSymbol, SubjectSymbol> page in pages)
        {
            yield return () => Page(page.Key, [.. page.Where(subject => subject != page.Key)]);
        }
    }

    /// <summary>The decision that leaves open everything but the subject; none for a budget that covers several functions.</summary>
    public static Decision? Open(PageContext context, SubjectSymbol subject)
    {
        int index = context.Publication.Index.IndexOf(subject);
        if (index < 0)
        {
            return null;
        }

        SubjectDefinition definition = context.Definition.Subjects[index];
        return definition.Kind switch
        {
            SubjectKind.Matter => new Decision { Day = default, Matter = index },
            SubjectKind.Function => new Decision { Day = default, Function = index },
            _ when definition.Covers.Length > 1 => null,
            _ => new Decision { Day = default, Function = definition.Covers.IsEmpty ? index : definition.Covers[0], Place = definition.At.Length == 1 ? definition.At[0] : -1 },
        };
    }

    /// <summary>What a subject is: <c>Function</c>, <c>Matter</c> or <c>Budget</c>.</summary>
    public static string Word(SubjectSymbol subject) => subject.IsFunction ? "Function" : subject.IsMatter ? "Matter" : "Budget";

    private static int Order(SubjectSymbol subject) => subject.IsFunction ? 0 : subject.IsMatter ? 1 : 2;

    private PageDraft Index(IReadOnlyList<IGrouping<SubjectSymbol, SubjectSymbol>> pages, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<int, IGrouping<SubjectSymbol, SubjectSymbol>> family in pages.GroupBy(page => Order(page.Key)))
        {
            (string id, string heading, string caption) = family.Key switch
            {
                0 => ("functions", "Functions", "Functions: the work that the law gives a body"),
                1 => ("matters", "Matters", "Matters: kinds of decision"),
                _ => ("budgets", "Budgets", "Budgets, and the functions that they cover"),
            };
            var table = new TableBuilder(caption, "Subject", "Held by law by", "Who decides") { IsFilterable = true };
            foreach (IGrouping<SubjectSymbol, SubjectSymbol> page in family)
            {
                SubjectSymbol subject = page.Key;
                table.Row(
                    "",
                    subject.Lifetime,
                    [LineBuilder.Of(context.Link(subject)), .. About(subject), .. Sharing(page.Count() - 1)],
                    HolderByLaw(subject),
                    [.. Deciders(subject)]);
            }

            sections.Add(new SectionView(id, heading, new ContentView { Tables = table.ToTables() }, []));
        }

        return draft with
        {
            Heading = "Functions and matters",
            Lines = LineBuilder.Lines("A sentence about a subject is also about everything within it, unless a narrower sentence says otherwise. What no sentence names stays with the board of the organisation that holds it by law."),
            Sections = sections,
            HasContents = sections.Count > 1,
        };
    }

    private PageDraft Page(SubjectSymbol subject, IReadOnlyList<SubjectSymbol> others)
    {
        var sections = new SubjectSections(context);
        return new PageDraft(context.Addresses.FileOf(subject), subject.DisplayName)
        {
            Kicker = Word(subject),
            Area = List,
            Above = [new Segment("Functions and matters", List)],
            Lines =
            [
                new LineBuilder().Text("Held by law by ").AddLine(HolderByLaw(subject)[0]).Text(IsHeld(subject) ? ", which remains accountable." : ".").ToLine(),
                .. About(subject).Select(line => line with { Style = "" }),
                .. new ChangesPage(context).Of(subject),
                .. sections.Ask(subject),
            ],
            Sections = [.. sections.Of(subject), .. others.Select(sections.OfMember)],
            HasContents = others.Count > 0,
        };
    }

    private static IReadOnlyList<LineView> Sharing(int others) => others == 0 ? []
        : [LineBuilder.Of(others == 1 ? "its page tells of one more" : FormattableString.Invariant($"its page tells of {others} more"), "note")];

    // In the list the subjects themselves: a matter in relation to functions is told on its page.
    private IEnumerable<LineView> Deciders(SubjectSymbol subject)
    {
        if (subject.Covers.IsEmpty && context.Publication.Index.IndexOf(subject) is >= 0 and var index)
        {
            foreach (AuthorityOfSubject found in context.Authorities.OfSubject(index).Take(1))
            {
                foreach (LineView line in authorities.Deciders(found, withSubject: false))
                {
                    yield return line;
                }
            }
        }
    }

    private bool IsHeld(SubjectSymbol subject) => OwnerOf(subject) >= 0;

    private int OwnerOf(SubjectSymbol subject) => context.Publication.Index.IndexOf(subject) is >= 0 and var index ? context.Definition.Subjects[index].Owner : -1;

    private IReadOnlyList<LineView> HolderByLaw(SubjectSymbol subject)
    {
        int owner = OwnerOf(subject);
        return owner >= 0 ? [LineBuilder.Of(context.PartyLink(owner))] : LineBuilder.Lines("no body of this scheme");
    }

    private IEnumerable<LineView> About(SubjectSymbol subject)
    {
        if (subject.Parent is { } parent)
        {
            yield return new LineBuilder().Text("within ").Add(context.Link(parent)).ToLine("note");
        }

        if (subject.Kind.Parent is not null)
        {
            yield return LineBuilder.Of(KindWords.Capital(subject.Kind.Name), "note");
        }

        if (!subject.Covers.IsEmpty)
        {
            yield return new LineBuilder().Text("covers ").List(subject.Covers.Select(context.Link)).ToLine("note");
        }

        if (!subject.At.IsEmpty)
        {
            yield return new LineBuilder().Text("at ").List(subject.At.Select(context.Link)).ToLine("note");
        }

        foreach (Worth worth in subject.Worth)
        {
            yield return LineBuilder.Of("worth " + WorthWords.Of(worth) + (worth.Because.Length > 0 ? ", because: " + worth.Because : ""), "note");
        }

        if (responsible.Value[subject].Select(context.Link).ToArray() is { Length: > 0 } posts)
        {
            yield return new LineBuilder().List(posts).Text(posts.Length == 1 ? " is responsible for it" : " are responsible for it").ToLine("note");
        }

        if (subject.Under is { } power)
        {
            yield return new LineBuilder().Text("under ").Add(context.Link(power)).ToLine("note");
        }

        foreach (LineView line in KindWords.CommonLines(context, subject))
        {
            yield return line;
        }
    }
}
