using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Sentences as rows of a paper: what each does in columns, and its words beside it.</summary>
internal sealed class DocumentRows
{
    private readonly PageContext context;
    private readonly TermLines words;
    private readonly SubjectRules rules;
    private readonly SentenceContents contents;

    public DocumentRows(PageContext context)
    {
        this.context = context;
        words = new TermLines(context);
        rules = new SubjectRules(context);
        contents = context.Publication.Contents;
    }

    /// <summary>Which sentences share a table.</summary>
    public static string GroupOf(PublishedSentence sentence) => sentence.Kind switch
    {
        "declaration" or "list" or "designation" => "Names",
        "reservation" => "Reserved matters",
        "delegation" or "entrustment" => "Delegations",
        "limits" => "Limits " + sentence.Id,
        "deputy" => "Deputies",
        "involvement" => "Advice, recommendation and oversight",
        _ => "General",
    };

    /// <summary>What a table of sentences of one group is called.</summary>
    public string HeadingOf(IReadOnlyList<PublishedSentence> sentences)
    {
        string group = GroupOf(sentences[0]);
        bool isList = sentences.Any(sentence => contents.StatementsOf(sentence).Any(statement => statement is ReservationStatement)) && group == "Names";
        return sentences[0].Kind == "limits" ? Limits(sentences[0]) : isList ? "Names and reserved matters" : group;
    }

    /// <summary>The table of sentences of one group.</summary>
    public IReadOnlyList<TableView> Table(IReadOnlyList<PublishedSentence> sentences, string section)
    {
        string group = HeadingOf(sentences);
        var table = new TableBuilder(group + " (" + section + ")", "What it is about", "What it does", "How much, where and when", "Conditions and duties", "The sentence") { Style = "sentences" };
        foreach (PublishedSentence sentence in sentences)
        {
            Add(table, sentence);
        }

        return table.ToTables();
    }

    private string Limits(PublishedSentence sentence)
    {
        DelegationStatement? first = contents.StatementsOf(sentence).OfType<DelegationStatement>().FirstOrDefault();
        if (first is null)
        {
            return "Limits";
        }

        string subjects = words.Subjects(first.Subjects, first.Terms, first.Delegator).Words;
        string of = first.Delegator is { } giver && !subjects.EndsWith(" of " + giver.DisplayName, StringComparison.Ordinal) ? ", from " + giver.DisplayName : "";
        return "Limits for " + subjects + of;
    }

    private void Add(TableBuilder table, PublishedSentence sentence)
    {
        Statement[] own = [.. contents.StatementsOf(sentence)];
        var told = own.SelectMany(SiteIndex.SubjectsOf).Where(contents.DeclaredIn(sentence).Contains).ToHashSet();
        Symbol[] declared = [.. contents.DeclaredIn(sentence).Where(symbol => !told.Contains(symbol))];
        int count = own.Length + declared.Length;
        for (int i = 0; i < count; i++)
        {
            string id = i == 0 ? sentence.Id : "";
            IReadOnlyList<LineView> text = Words(sentence, i, count);
            if (i >= own.Length)
            {
                Symbol symbol = declared[i - own.Length];
                DatedAmount[] figures = [.. contents.FiguresIn(sentence, symbol)];
                table.Row(
                    id,
                    figures is [var only] ? only.Days : symbol.Lifetime,
                    [LineBuilder.Of(context.Link(symbol))],
                    [KindWords.Of(context, symbol), .. KindWords.CommonLines(context, symbol)],
                    LineBuilder.Lines(figures.Select(figure => (Wording.Amount(figure.Value, figure.Currency) + " " + Wording.Days(figure.Days)).TrimEnd())),
                    [],
                    text);
                continue;
            }

            Statement statement = own[i];
            table.Row(
                id,
                words.DaysOf(statement),
                [First(statement), .. Notes(statement, told)],
                [Second(statement)],
                [.. statement is DelegationStatement { Table: not null, Terms.Limit: null } ? LineBuilder.Lines("any amount") : [], .. words.Bounds(statement)],
                [.. words.Conditions(statement), .. words.Duties(statement)],
                text);
        }

        if (count == 0)
        {
            table.Row(sentence.Id, DateRange.Always, [LineBuilder.Of(General(sentence))], [], [], [], Words(sentence, 0, 1));
        }
    }

    private static string General(PublishedSentence sentence) => sentence.Kind switch
    {
        "scheme" => "The scheme",
        "use" => "A library or a file that it builds on",
        "every delegation" => "Every delegation",
        "unreadable" => "A sentence that could not be read",
        "designation" => "Two titles of one person",
        _ => "A general sentence",
    };

    private LineView First(Statement statement) => statement switch
    {
        DelegationStatement { Table: not null } line => words.Holders(line.Holders),
        DelegationStatement delegation => words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator),
        ReservationStatement reservation => words.Subjects(reservation.Subjects, reservation.Terms, reservation.Reserver),
        InvolvementStatement involvement => words.Subjects(involvement.Subjects, involvement.Terms, involvement.Actor),
        DeputyStatement { Deputy: { } deputy } => LineBuilder.Of(context.Link(deputy)),
        _ => LineBuilder.Of("all matters"),
    };

    private LineView Second(Statement statement) => statement switch
    {
        DelegationStatement { Table: not null } => LineBuilder.Of("may decide"),
        InvolvementStatement involvement => Involvements.Line(context, words, involvement),
        DeputyStatement deputy => new LineBuilder().Text("stands in for ").List(deputy.Principals.Select(context.Link)).Text(" while they are away or conflicted").ToLine(),
        _ => rules.Line(statement),
    };

    // A line of "matters of A reserved to B" declares the matter and reserves it: what it says stands with the matter.
    private static IEnumerable<LineView> Notes(Statement statement, HashSet<Symbol> told) => statement.Terms.Notes.IsEmpty
        ? SiteIndex.SubjectsOf(statement).Where(told.Contains).SelectMany(subject => subject.Notes).Select(note => LineBuilder.Of("Note: " + note, "note"))
        : [];

    // A sentence with a row for each of its lines has the lines beside them; any other stands whole beside its first row.
    private List<LineView> Words(PublishedSentence sentence, int row, int rows)
    {
        string[] text = sentence.Text.Split('\n');
        bool isByLine = rows > 1 && text.Length == rows + 1;
        var lines = new List<LineView>();
        for (int i = 0; i < text.Length; i++)
        {
            if (isByLine ? i == row + 1 || (i == 0 && row == 0) : row == 0)
            {
                lines.Add(LineBuilder.Of(text[i], i == 0 ? "words" : "words bullet"));
            }
        }

        if (row > 0)
        {
            return lines;
        }

        string references = sentence.References.IsEmpty ? "" : ". Reference " + string.Join(", ", sentence.References.Distinct());
        lines.Add(LineBuilder.Of(FormattableString.Invariant($"{sentence.File}, line {sentence.Line}{references}"), "source"));
        if (!sentence.IsEffective)
        {
            lines.Add(new LineBuilder().Add(new Segment("Without effect", IsMark: true)).Text(" A fault was found in this sentence: it gives nobody authority.").ToLine());
        }

        return lines;
    }
}
