using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each function, matter and budget: who decides it in each case, and which sentences speak of it.</summary>
internal sealed class SubjectPages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "subjects.html";

    private const int RowsOnPage = 500;

    private readonly TermLines words = new(context);
    private readonly AuthorityTables authorities = new(context);
    private readonly SubjectRules rules = new(context);

    /// <summary>The lists and the page of each subject.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        SubjectSymbol[] subjects = [.. context.ShownOf<SubjectSymbol>().OrderBy(Order)];
        foreach (Func<PageDraft> page in ListPages.Of("subjects", subjects, RowsOnPage, Index))
        {
            yield return page;
        }

        foreach (SubjectSymbol subject in subjects)
        {
            yield return () => Page(subject);
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

    private PageDraft Index(IReadOnlyList<SubjectSymbol> subjects, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<int, SubjectSymbol> family in subjects.GroupBy(Order))
        {
            (string id, string heading, string caption) = family.Key switch
            {
                0 => ("functions", "Functions", "Functions: the work that the law gives a body"),
                1 => ("matters", "Matters", "Matters: kinds of decision"),
                _ => ("budgets", "Budgets", "Budgets, and the functions that they cover"),
            };
            var table = new TableBuilder(caption, "Subject", "Held by law by", "Who decides") { IsFilterable = true };
            foreach (SubjectSymbol subject in family)
            {
                table.Row(
                    "",
                    subject.Lifetime,
                    [LineBuilder.Of(context.Link(subject)), .. About(subject)],
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

    private PageDraft Page(SubjectSymbol subject)
    {
        var sections = new List<SectionView>();
        bool canAsk = Open(context, subject) is not null;
        if (Decides(subject) is { } decides)
        {
            sections.Add(new SectionView("decides", "Who decides", decides, []));
        }

        if (Sentences(subject) is { Count: > 0 } sentences)
        {
            sections.Add(new SectionView("sentences", "Sentences that name it", new ContentView { Tables = sentences }, []));
        }

        if (rules.Wider(subject) is { Count: > 0 } wider)
        {
            sections.Add(new SectionView("wider", "What it is part of", new ContentView { Lines = wider }, []));
        }

        SubjectSymbol[] parts = [.. context.Index.Parts[subject].Where(context.Shown.Contains)];
        if (parts.Length > 0)
        {
            sections.Add(new SectionView("parts", "What lies within it", new ContentView { Lines = [new LineBuilder().List(parts.Select(context.Link)).ToLine()] }, []));
        }

        LineView[] holder = [.. HolderByLaw(subject)];
        return new PageDraft(context.Addresses.FileOf(subject), subject.DisplayName)
        {
            Kicker = Word(subject),
            Area = List,
            Above = [new Segment("Functions and matters", List)],
            Lines =
            [
                new LineBuilder().Text("Held by law by ").AddLine(holder[0]).Text(".").ToLine(),
                .. About(subject).Select(line => line with { Style = "" }),
                .. new ChangesPage(context).Of(subject),
                .. canAsk ? [LineBuilder.Of(new Segment("Ask who decides, for a sum, a place and a day", "index.html#what=" + Uri.EscapeDataString(subject.DisplayName)), "ask-link")] : Array.Empty<LineView>(),
            ],
            Sections = sections,
        };
    }

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

    private ContentView? Decides(SubjectSymbol subject)
    {
        if (context.Publication.Index.IndexOf(subject) is not (>= 0 and var index))
        {
            return null;
        }

        var lines = new List<LineView>();
        var tables = new List<TableView>();
        if (subject.IsBudget && !subject.Covers.IsEmpty)
        {
            lines.Add(new LineBuilder().Text("The budget stands for what it covers: ").List(subject.Covers.Select(context.Link)).Text(".").ToLine());
        }

        IReadOnlyList<AuthorityOfSubject> subjects = context.Authorities.OfSubject(index);
        foreach (AuthorityOfSubject found in subjects)
        {
            string what = context.Authorities.NameOf(found.Function, found.Matter);
            tables.AddRange(authorities.OfSubject(what, found));
            lines.AddRange(LineBuilder.Lines(found.Gaps.Select(gap => $"Nobody may decide {what}{PartyFacts.DaysAfter(gap.Days)}: {gap.Reason}.")));
            if (found.IsCutShort)
            {
                lines.Add(LineBuilder.Of($"There are too many cases of {what} to tell all of them apart."));
            }
        }

        lines.AddRange(Normally(subjects.SelectMany(found => found.Rows)));
        return new ContentView { Lines = lines, Tables = tables };
    }

    // What is normally so is taken to be so by whoever asks without saying: the tables tell what holds otherwise too.
    private IEnumerable<LineView> Normally(IEnumerable<AuthorityRow> rows)
    {
        string[] normal =
        [
            .. rows.SelectMany(row => row.Terms.Conditions).Select(value => context.Definition.Conditions[value.Condition]).Distinct()
                .Where(condition => condition.Normally is not null)
                .Select(condition => (condition.Normally == true ? "" : "not ") + condition.Name),
        ];
        return LineBuilder.Lines(normal.Length == 0 ? "" : "Normally: " + string.Join("; ", normal) + ".");
    }

    private IReadOnlyList<TableView> Sentences(SubjectSymbol subject)
    {
        var table = new TableBuilder("Sentences that name " + subject.DisplayName, "What it does", "How much, where and when", "Conditions and duties", "Sentence");
        foreach (Statement statement in context.Index.Naming[subject].OrderBy(statement => statement.Order))
        {
            LineView what = statement is InvolvementStatement involvement ? Involvements.Line(context, words, involvement) : rules.Line(statement, withGiver: true);
            table.Row("", words.DaysOf(statement), [what], [.. words.Bounds(statement)], [.. words.Conditions(statement), .. words.Duties(statement)], words.Source(statement));
        }

        return table.ToTables();
    }

    private IReadOnlyList<LineView> HolderByLaw(SubjectSymbol subject)
    {
        int owner = context.Publication.Index.IndexOf(subject) is >= 0 and var index ? context.Definition.Subjects[index].Owner : -1;
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
            yield return LineBuilder.Of("worth " + WorthWords.Of(worth), "note");
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
