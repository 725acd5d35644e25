using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <content>Lists that declare.</content>
internal sealed partial class TreeBuilder
{
    private ListDeclarationSyntax ListDeclaration()
    {
        ImmutableArray<PartyListSyntax> reservedTo = [];
        int headEnd = outline.Lines.Count > 0 ? outline.Lines[0].First : window.Count;
        int headClauses = 0;
        while (headClauses < outline.Clauses.Count && outline.Clauses[headClauses].First < headEnd)
        {
            headClauses++;
        }

        for (int i = 2; i < headEnd && reservedTo.IsEmpty; i++)
        {
            if (window.KindAt(i) == TokenKind.ReservedTo)
            {
                int index = i + 1;
                reservedTo = [nodes.Parties(ref index)];
            }
        }

        ImmutableArray<ClauseSyntax> clauses = Clauses(reservedTo.IsEmpty ? SentenceSort.Declaration : SentenceSort.ListItem, 0, headClauses);

        ImmutableArray<ListItemSyntax>.Builder items = ImmutableArray.CreateBuilder<ListItemSyntax>(outline.Lines.Count);
        for (int i = 0; i < outline.Lines.Count; i++)
        {
            items.Add(ListItem(i));
        }

        CheckLastItem(items);
        return new ListDeclarationSyntax
        {
            Kinds = KindsOfList(), Owner = nodes.Name(1), ReservedTo = reservedTo, Clauses = clauses, Items = items.ToImmutable(), Span = Span,
        };
    }

    // "A, B and C": three, or two of which the last is called "B and C".
    private void CheckLastItem(ImmutableArray<ListItemSyntax>.Builder items)
    {
        int last = outline.Lines.Count - 1;
        if (last < 1 || !items[last].IsInline || window[outline.Lines[last].First + 1].Has(LexemeFlags.Quoted))
        {
            return;
        }

        NameSyntax name = items[last].Name;
        string written = faults.Source.ToString(name.Span);
        int and = written.LastIndexOf(" and ", StringComparison.Ordinal);
        if (and <= 0)
        {
            return;
        }

        string one = written[..and].TrimEnd();
        string other = written[(and + " and ".Length)..].TrimStart();
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, name.Span.Start, name.Span.End, $"`{name.Text}` can be read in two ways: as `{one}` and `{other}`, or as one name") with
        {
            Label = "one name, or two",
            Help = "separate the names by commas; a last name that holds an `and` goes in quotation marks, or further forward",
            Fixes =
            [
                ParsingFaults.Replace(faults.Source, name.Span.Start, name.Span.End, $"{one}, {other}", "Write two names"),
                ParsingFaults.Replace(faults.Source, name.Span.Start, name.Span.End, $"\"{written}\"", "Write one name"),
            ],
        });
    }

    // The words of the head without its `of`.
    private NameSyntax KindsOfList()
    {
        Lexeme head = window[0];
        int end = SourceScan.TrimEnd(faults.Source.Content, head.Start, head.End - "of".Length);
        return new NameSyntax { Text = NameText.Fold(faults.Source.Content, head.Start, end), Span = TextSpan.FromBounds(head.Start, end) };
    }

    private ListItemSyntax ListItem(int number)
    {
        LineOutline line = outline.Lines[number];
        NameSyntax name = nodes.Name(line.First + 1);
        int headEnd = ClausesStart(line);
        if (line.First + 2 < headEnd && window.KindAt(line.First + 2) is TokenKind.Comma or TokenKind.Or)
        {
            Report(
                ParsingDiagnostics.UnreadableSentence,
                nodes.SpanOf(line.First + 2),
                "each line of this list declares one name",
                "write a line for each; if this belongs to the name, put the whole name in quotation marks");
        }

        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.ListItem, line.FirstClause, line.EndClause);
        ReportRecipients("a line of a list");
        bool isInline = window.KindAt(line.First) != TokenKind.LineBullet;
        TextSpan span = nodes.Between(isInline ? line.First + 1 : line.First, line.End);
        return new ListItemSyntax { Name = name, Clauses = clauses, IsInline = isInline, Span = span, HasErrors = HasFault(number) };
    }
}
