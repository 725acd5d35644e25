using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Functions, matters and budgets: who holds each by law, and which sentences keep it or give it.</summary>
internal sealed class SubjectsSection
{
    private readonly PageContext context;
    private readonly TermLines words;
    private readonly ILookup<Symbol, Statement> naming;

    private SubjectsSection(PageContext context)
    {
        this.context = context;
        words = new TermLines(context);
        naming = context.Publication.Index.Rules
            .SelectMany(rule => SubjectsOf(rule).Distinct().Select(subject => (subject, rule)))
            .ToLookup(pair => pair.subject, pair => pair.rule);
    }

    public static SectionView? Build(PageContext context) => new SubjectsSection(context).Build();

    private SectionView? Build()
    {
        PartView?[] parts =
        [
            Part("functions", "Functions", "Functions: the work that the law gives a body", subject => subject.IsFunction),
            Part("matters", "Matters", "Matters: kinds of decision", subject => subject.IsMatter),
            Part("budgets", "Budgets", "Budgets, and the functions that they cover", subject => subject.IsBudget),
        ];
        PartView[] present = [.. parts.OfType<PartView>()];
        return present.Length == 0 ? null : new SectionView(
            "subjects",
            "What there is to decide",
            new ContentView { Lines = LineBuilder.Lines("A sentence about a subject is also about everything within it, unless a narrower sentence says otherwise. What no sentence names stays with the board of the organisation that holds it by law.") },
            present);
    }

    private static IEnumerable<Symbol> SubjectsOf(Statement statement) => (statement switch
    {
        DelegationStatement delegation => delegation.Subjects,
        ReservationStatement reservation => reservation.Subjects,
        _ => [],
    }).Select(subject => subject.Symbol).OfType<Symbol>();

    private PartView? Part(string id, string heading, string caption, Func<SubjectSymbol, bool> belongs)
    {
        var table = new TableBuilder(caption, "Subject", "Held by law by", "Kept or given by sentences that name it");
        foreach (SubjectSymbol subject in context.ShownOf<SubjectSymbol>().Where(belongs))
        {
            table.Row(
                context.Publication.Ids.Of(subject),
                [LineBuilder.Of(subject.DisplayName), .. About(subject)],
                HolderByLaw(subject),
                [.. Rules(subject)]);
        }

        return table.ToTables() is { Count: > 0 } tables ? new PartView(id, heading, new ContentView { Tables = tables }, []) : null;
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

    private IEnumerable<LineView> Rules(SubjectSymbol subject)
    {
        foreach (Statement statement in naming[subject])
        {
            var line = new LineBuilder();
            switch (statement)
            {
                case ReservationStatement reservation:
                    line.Add(new Segment("Reserved", IsMark: true)).Text(" to ").AddLine(words.Holders(reservation.Holders));
                    break;
                case DelegationStatement delegation:
                    line.Text(delegation.IsEntrusted ? "entrusted to " : delegation.Terms.IsEvenIfReserved ? "exceptionally to " : "to ").AddLine(words.Holders(delegation.Holders));
                    if (!delegation.Terms.For.IsEmpty)
                    {
                        line.Text(" for ").List(delegation.Terms.For.Select(reference => context.Link(reference.Symbol)));
                    }

                    line.Text(delegation.Terms.Limit is { } limit ? ", " + AmountWords.Of(limit) : "");
                    break;
            }

            if (!context.Publication.IsEffective(statement))
            {
                line.Text(" ").Add(new Segment("Without effect", IsMark: true));
            }

            yield return line.Text(" (").Add(context.SourceLink(statement.Location)).Text(")").ToLine();
        }
    }
}
