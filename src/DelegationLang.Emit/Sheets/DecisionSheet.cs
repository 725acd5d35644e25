using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Sheets;

/// <summary>
/// The table of authority as a sheet: who decides what, a row for each subject, place and region of amounts, days and facts. Whoever only keeps authority
/// above those who decide stands in the sheet of that party alone.
/// </summary>
internal sealed class DecisionSheet(PageContext context)
{
    /// <summary>The columns, those that people look for first.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("subject", 34, "What is decided, by the name that questions take: a function, a matter, or a matter for a function"),
        new("matter", 24, "The matter, where it is one"),
        new("from £", 14, "The lower end of the sums; none where they have none. Sums in other currencies stand among the conditions"),
        new("to £", 14, "The upper end of the sums; none where they have none"),
        new("basis", 14, "What a sum counts: per decision, per contract, per year, in total"),
        new("VAT", 14, "Whether value added tax is counted, where that makes a difference"),
        new("place", 18, "Where, with all that lies within it; none for everywhere"),
        new("from", 14, "The first day, included; none for always"),
        new("until", 14, "The last day, included; none for always"),
        new("conditions", 34, "What else must be so, all of it"),
        new("deciders", 34, "Who decides; those who decide together stand together"),
        new("jointly", 9, "Whether those named decide together"),
        new("steps", 34, "What must come first"),
        new("reference", 14, "The references of the sentence"),
        new("sentence", 70, "The sentence that it rests on last, word for word"),
        new("how", 24, "Whether it is reserved to them, or they decide, or may decide although others do, or nobody may, or not all cases are told"),
        new("function", 24, "The function, where it is one or is decided for one"),
        new("amount", 34, "The limits in words, those in other currencies and on other bases included"),
        new("from £ itself", 14, "Whether the lower end is itself included"),
        new("to £ itself", 14, "Whether the upper end is itself included"),
        new("except", 24, "What is carved out"),
        new("afterwards", 24, "What must come afterwards"),
        new("acts through", 20, "Who acts for an organisation"),
        new("given by", 30, "Who gave it; none for whoever holds it by law"),
        new("remarks", 30, "How else it is held, and whether it may be delegated on"),
        new("file", 24, "The file of the sentence"),
        new("line", 8, "The line of the file"),
    ];

    /// <summary>Where a column stands, counted from 0.</summary>
    public static int IndexOf(string heading) => Columns.TakeWhile(column => column.Heading != heading).Count();

    /// <summary>Who decides each subject that the scheme speaks of, in the order of the matrix.</summary>
    public Sheet All() => new("Who decides", Columns, MatrixRows.Of(context).SelectMany(row => OfSubject(row.Found)));

    /// <summary>
    /// The same with every sentence of the scheme below it, word for word, in rows of which only the sentence, its reference, its section and its place are
    /// filled: a file of one table that holds the whole scheme.
    /// </summary>
    public Sheet Whole()
    {
        Sheet all = All();
        return all with { Columns = [.. all.Columns, new SheetColumn("section", 30, "The section that the sentence stands in")], Rows = [.. all.Rows.Select(row => (IReadOnlyList<SheetCell>)[.. row, SheetCell.Empty]), .. context.Publication.Sentences.All.Select(Sentence)] };
    }

    /// <summary>What one party may decide, alone or with others, and above others.</summary>
    /// <param name="party">The party, or a post that somebody holds besides their own.</param>
    public Sheet OfParty(PartySymbol party)
    {
        int index = context.Publication.Index.IndexOf(party);
        return new Sheet("What it may decide", Columns, index < 0 ? [] : [.. Rows(context.Authorities.OfParty(index)), .. MatrixRows.Of(context).SelectMany(row => NotAll(row.Found))]);
    }

    private IReadOnlyList<SheetCell> Sentence(PublishedSentence sentence)
    {
        var row = new Dictionary<string, SheetCell>(StringComparer.Ordinal)
        {
            ["reference"] = SheetCell.Of(string.Join(", ", sentence.References.Distinct())),
            ["sentence"] = SentenceSheet.Words(context, sentence),
            ["how"] = SheetCell.Of("the sentence itself"),
            ["file"] = SheetCell.Of(sentence.File),
            ["line"] = SheetCell.Of(sentence.Line),
        };
        return [.. Columns.Select(column => row.GetValueOrDefault(column.Heading, SheetCell.Empty)), SheetCell.Of(sentence.Section)];
    }

    private IEnumerable<IReadOnlyList<SheetCell>> OfSubject(AuthorityOfSubject subject) =>
    [
        .. Rows(subject.Rows.Where(row => row.Terms.Claim != AuthorityClaim.May)),
        .. subject.Gaps.Select(gap => DecisionRow.Nobody(context.Authorities.NameOf(subject.Function, subject.Matter), Name(subject.Function), Name(subject.Matter), gap)),
        .. NotAll(subject),
    ];

    private IReadOnlyList<SheetCell>[] NotAll(AuthorityOfSubject subject) =>
        subject.IsCutShort ? [DecisionRow.NotAll(context.Authorities.NameOf(subject.Function, subject.Matter), Name(subject.Function), Name(subject.Matter))] : [];

    private string Name(int subject) => subject < 0 ? "" : context.Definition.Subjects[subject].Name;

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(IEnumerable<AuthorityRow> rows) =>
        rows.GroupBy(row => AuthorityTables.Rank(row.Terms.Claim)).OrderBy(group => group.Key).SelectMany(group =>
        {
            IEnumerable<IReadOnlyList<SheetCell>> cells = group.SelectMany(Rows);
            return group.First().Terms.Claim == AuthorityClaim.Jointly ? JointRows.Widest([.. cells]) : cells;
        });

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(AuthorityRow row)
    {
        var told = new DecisionRow(context.Authorities.Describe(row), context.Authorities.LimitsByShare(row), SourceOf(row));
        string[] deciders = row.Terms.Claim == AuthorityClaim.Jointly ? [.. told.Groups()] : [row.Terms.Party < 0 ? "nobody" : context.Definition.Parties[row.Terms.Party].Name];
        return deciders.SelectMany(who => told.Places().Select(place => told.Cells(who, place)));
    }

    // The sentence that it rests on last: the one that gives it, or the declaration of who holds it.
    private RowSource SourceOf(AuthorityRow row)
    {
        if (row.Terms.Rules is [.., var rule])
        {
            Statement statement = context.Publication.Index.Rules[rule];
            string own = context.Publication.Texts.OneLine(statement.Location);
            string reference = string.Join(", ", statement.Terms.References);
            return context.Publication.Sentences.At(statement.Location) is { } sentence
                ? new RowSource(sentence.Location.Span == statement.Location.Span ? own : sentence.Text.Split('\n')[0] + " " + own, reference, sentence.File, statement.Location.Line)
                : new RowSource(own, reference, "", 0);
        }

        return row.Terms.Chain is [.., var link] && context.Publication.Sentences.At(link.Source) is { } declared
            ? new RowSource(declared.Text.Replace('\n', ' '), link.Reference, declared.File, declared.Line)
            : new RowSource("", "", "", 0);
    }
}

/// <summary>The sentence that a row rests on.</summary>
/// <param name="Text">Its words; empty for none in the project's files.</param>
/// <param name="Reference">Its references.</param>
/// <param name="File">The file as published.</param>
/// <param name="Line">The line on which it, or its own line of a table, begins; 0 for none.</param>
internal sealed record RowSource(string Text, string Reference, string File, int Line) : OutputPart;
