using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Builds the node of a sentence from what the parser found in it. Works on broken sentences too: what could be read is in the tree.</summary>
internal sealed partial class TreeBuilder
{
    private readonly SentenceTokens window;
    private readonly SentenceOutline outline;
    private readonly FaultBag faults;
    private readonly NameTable names;
    private readonly NodeFactory nodes;
    private readonly ClauseAssembler assembler;
    private readonly ClauseTokens rules;

    public TreeBuilder(SentenceReader sentence, FaultBag faults, NameTable names)
    {
        window = sentence.Window;
        outline = sentence.Outline;
        this.faults = faults;
        this.names = names;
        nodes = sentence.Nodes;
        assembler = new ClauseAssembler(window, nodes, faults, names);
        rules = new ClauseTokens(faults);
    }

    private TextSpan Span => TextSpan.FromBounds(window.Start, window.End);

    private int HeadEnd => outline.Clauses.Count > 0 ? outline.Clauses[0].First : window.Count;

    /// <summary>The sentence in the window.</summary>
    public SentenceSyntax Build()
    {
        SentenceSyntax sentence = window.KindAt(0) switch
        {
            TokenKind.Scheme => Scheme(),
            TokenKind.Section => new SectionSyntax { Title = Title(), Span = Span },
            TokenKind.Use => Use(),
            TokenKind.UseScheme => UseScheme(),
            TokenKind.Limits => LimitsTable(),
            TokenKind.ListOf => ListDeclaration(),
            TokenKind.EveryDelegation => EveryDelegation(),
            TokenKind.Scenario => Scenario(),
            TokenKind.NobodyMayDecide => Prohibition(),
            TokenKind.NobodyTakesPart => ConflictsRule(),
            TokenKind.Name => Statement(),
            _ => Broken(),
        };
        CheckSize();

        // Each line of a table counts by itself: its fault is no fault of the others.
        int end = outline.Lines.Count > 0 ? Math.Max(window.Start, window[outline.Lines[0].First].Start - 1) : window.End;
        return faults.AnyIn(window.FullStart, end) ? sentence with { HasErrors = true } : sentence;
    }

    private SentenceSyntax Statement()
    {
        switch (window.KindAt(1))
        {
            case TokenKind.Is:
                return Declaration();
            case TokenKind.Delegates or TokenKind.Reserves or TokenKind.Entrusts:
                return Deciding();
            case TokenKind.Recommends or TokenKind.Advises or TokenKind.Oversees or TokenKind.Consults:
                return Involvement();
            case TokenKind.TakesNoPart:
                return Recusal();
            case TokenKind.Concerns:
                return Concerns();
            case TokenKind.TakesOver:
                return Succession();
            case TokenKind.Deputises:
                return Deputy();
            default:
                return Broken();
        }
    }

    private BrokenSentenceSyntax Broken()
    {
        ImmutableArray<ClauseSyntax> clauses = assembler.Assemble(outline.Clauses, 0, outline.Clauses.Count);
        return new BrokenSentenceSyntax { Clauses = clauses, Span = Span };
    }

    private SchemeSyntax Scheme()
    {
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Scheme, 0, outline.Clauses.Count);
        return new SchemeSyntax { Title = Title(), Clauses = clauses, Span = Span };
    }

    private NameSyntax Title()
    {
        Lexeme title = window[1];
        return title.Kind == TokenKind.Title
            ? new NameSyntax { Text = NameText.Fold(faults.Source.Content, title.Start, title.End), Span = nodes.SpanOf(1) }
            : NodeFactory.MissingName(window[0].End);
    }

    private UseSyntax Use()
    {
        _ = assembler.Assemble(outline.Clauses, 0, outline.Clauses.Count);
        rules.Check(SentenceSort.Use, assembler.Given);
        ReportRecipients("a sentence with `use`");
        return new UseSyntax { Target = nodes.Name(1), Span = Span };
    }

    private EveryDelegationSyntax EveryDelegation()
    {
        NameSyntax where = nodes.Name(1);
        string key = NameKey.Of(where.Text);
        if (!where.IsMissing && !SentenceStarts.Extents.Contains(key))
        {
            string? meant = SentenceStarts.Extents.FirstOrDefault(extent => EditDistance.Of(key, extent, 2) <= 2);
            faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, where.Span.Start, where.Span.End, $"`{where.Text}` does not say which delegations are meant") with
            {
                Help = "write `every delegation in this scheme:` or `every delegation in this section:`",
                Fixes = meant is null ? [] : [ParsingFaults.Replace(faults.Source, where.Span.Start, where.Span.End, meant, $"Write {meant}", isSafe: true)],
            });
        }

        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.EveryDelegation, 0, outline.Clauses.Count);
        ReportRecipients("a sentence about every delegation");
        return new EveryDelegationSyntax { InSection = key == "in this section", Clauses = clauses, Span = Span };
    }

    private LimitsTableSyntax LimitsTable()
    {
        int index = 2;
        int lineStart = outline.Lines.Count > 0 ? outline.Lines[0].First : window.Count;
        ImmutableArray<NameSyntax> subjects = nodes.Names(ref index);
        ImmutableArray<ClauseSyntax> clauses = [];
        if (index < lineStart && window.KindAt(index) == TokenKind.For)
        {
            int first = index++;
            ImmutableArray<NameSyntax> functions = nodes.Names(ref index);
            clauses = functions.IsEmpty ? [] : [new ForClauseSyntax { Keyword = "for", Names = functions, Span = nodes.Between(first, index) }];
        }

        ImmutableArray<TableLineSyntax>.Builder lines = ImmutableArray.CreateBuilder<TableLineSyntax>(outline.Lines.Count);
        for (int i = 0; i < outline.Lines.Count; i++)
        {
            lines.Add(TableLine(i));
        }

        return new LimitsTableSyntax { Subjects = OrMissing(subjects, 2), Clauses = clauses, Lines = lines.ToImmutable(), Span = Span };
    }

    private TableLineSyntax TableLine(int number)
    {
        LineOutline line = outline.Lines[number];
        int index = line.First + 1;
        PartyListSyntax holders = nodes.Parties(ref index);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.TableLine, line.FirstClause, line.EndClause);
        ReportRecipients("a line of a table of limits");
        TextSpan span = nodes.Between(line.First, line.End);
        return new TableLineSyntax { Holders = holders, Clauses = clauses, Span = span, HasErrors = HasFault(number) };
    }

    /// <summary>Reports a reserved word that belongs to a name.</summary>
    private NameSyntax JoinedName(TextSpan span, TextSpan word)
    {
        string name = NameText.Fold(faults.Source.Content, span.Start, span.End);
        string reserved = ParsingFaults.Shown(faults.Source, word.Start, word.End);
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.ReservedWordInName, faults.Source, word.Start, word.End, $"`{reserved}` is a reserved word; here it probably belongs to the name `{name}`") with
        {
            Label = "ends the name before it",
            Help = $"put the whole name in quotation marks where it is declared: \"{name}\"",
            Fixes = [ParsingFaults.Replace(faults.Source, span.Start, span.End, $"\"{name}\"", $"Write \"{name}\"")],
        });
        return new NameSyntax { Text = name, Span = span };
    }

    /// <summary>Whether a fault was found from this line on, up to the next.</summary>
    private bool HasFault(int number)
    {
        bool isLast = number + 1 == outline.Lines.Count;
        int end = isLast ? window.End : window[outline.Lines[number + 1].First].Start - 1;
        return faults.AnyIn(window[outline.Lines[number].First].Start, end);
    }

    private int ClausesStart(LineOutline line) =>
        line.FirstClause < line.EndClause ? Math.Min(line.End, outline.Clauses[line.FirstClause].First) : line.End;

    private ImmutableArray<ClauseSyntax> Clauses(SentenceSort sort, int first, int end, bool isChecked = true)
    {
        ImmutableArray<ClauseSyntax> clauses = assembler.Assemble(outline.Clauses, first, end);
        if (end - first > Limits.Clauses)
        {
            int start = window[outline.Clauses[first].First].Start;
            faults.Add(ParsingFaults.TooLarge(faults.Source, start, start + 1, "this list of clauses", Limits.Clauses, "clauses"));
        }

        if (isChecked)
        {
            rules.Check(sort, assembler.Given);
            rules.CheckLimit(sort, clauses);
        }

        return clauses;
    }

    private ImmutableArray<NameSyntax> OrMissing(ImmutableArray<NameSyntax> list, int index) =>
        list.IsEmpty ? [NodeFactory.MissingName(nodes.EndBefore(index))] : list;

    private void ReportRecipients(string sentence)
    {
        for (int i = 0; i < assembler.Recipients.Count; i++)
        {
            Recipient recipient = assembler.Recipients[i];
            if (SlipBefore(recipient.Span) is { } slip)
            {
                faults.Add(ParsingFaults.NoClause(faults.Source, slip));
                continue;
            }

            Report(ParsingDiagnostics.MisplacedClause, recipient.Span, $"{sentence} cannot have `to`", "leave it out; if the word belongs to a name, put the name in quotation marks");
        }
    }

    private void CheckSize()
    {
        nodes.CheckCount(outline.Lines.Count, Span);
        if (window.End - window.Start > Limits.SentenceLength)
        {
            faults.Add(ParsingFaults.TooLarge(faults.Source, window.Start, window.Start + 1, "this sentence", Limits.SentenceLength, "characters"));
        }
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, string message, string help) =>
        faults.Add(ParsingFaults.Make(descriptor, faults.Source, span.Start, span.End, message) with { Help = help });
}
