using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// Reads one sentence after another with the generated parser. Where a sentence has a fault, it first tries to mend the tokens (a name
/// that should have been quoted is put together) and reads again, so that the tree still says what could be read.
/// </summary>
internal sealed class SentenceReader
{
    private const int MostRepairs = 8;

    private readonly FaultBag faults;
    private readonly NameTable names;
    private readonly DelegationParser parser;
    private readonly RecoveryStrategy strategy = new();
    private readonly SyntaxMessages messages;

    public SentenceReader(FaultBag faults, NameTable names)
    {
        this.faults = faults;
        this.names = names;
        Window = new SentenceTokens();
        Nodes = new NodeFactory(Window, faults, names);
        messages = new SyntaxMessages(Window, faults, names);
        parser = new DelegationParser(new SentenceTokenStream(Window), TextWriter.Null, TextWriter.Null) { ErrorHandler = strategy, Outline = Outline, Nodes = Nodes };
    }

    /// <summary>The tokens of the sentence read last, mended where that was possible.</summary>
    public SentenceTokens Window { get; }

    /// <summary>What was found in it.</summary>
    public SentenceOutline Outline { get; } = new();

    /// <summary>What was made of its names, lists, facts and amounts.</summary>
    public NodeFactory Nodes { get; }

    /// <summary>Reads a sentence; says whether it is free of faults of grammar.</summary>
    public bool Read(LexemeRun sentence, bool isQuestion)
    {
        Window.Load(sentence);
        Parse(isQuestion);
        if (Outline.Faults.Count == 0)
        {
            return true;
        }

        Mend(isQuestion);
        return false;
    }

    private void Mend(bool isQuestion)
    {
        bool isSilent = faults.IsUnreadable(Window.Start, Window.End);
        if (!isSilent && !isQuestion && IsNearHead(Outline.Faults[0]) && PaperSentence.Find(faults.Source, names, Window) is { } paper)
        {
            faults.Add(paper);
            return;
        }

        var repair = new TokenRepair(Window, isSilent ? new FaultBag(faults.Source) : faults, names);
        for (int i = 0; i < MostRepairs && Outline.Faults.Count > 0 && repair.TryMend(Outline.Faults[0]); i++)
        {
            Parse(isQuestion);
        }

        if (repair.IsExplained)
        {
            return;
        }

        int reported = 0;
        for (int i = 0; i < Outline.Faults.Count; i++)
        {
            SyntaxFault fault = Outline.Faults[i];
            if (isSilent || reported >= Limits.FaultsInSentence)
            {
                return;
            }

            if (!IsKnown(fault.Index))
            {
                faults.Add(messages.Describe(fault));
                reported++;
            }

            if (IsHead(fault))
            {
                // Where the sentence itself is not understood, its clauses cannot be either.
                return;
            }
        }
    }

    /// <summary>Whether a fault of the token itself, or of the one before, has been reported.</summary>
    private bool IsKnown(int index) => Window[index].Has(LexemeFlags.Faulty) || (index > 0 && Window[index - 1].Has(LexemeFlags.Faulty));

    private bool IsNearHead(SyntaxFault fault) => IsHead(fault) || (fault.Index <= 3 && Window.KindAt(1) == Syntax.TokenKind.Is);

    private static bool IsHead(SyntaxFault fault) =>
        fault.Index <= 1 && fault.Rule is DelegationParser.RULE_sentence or DelegationParser.RULE_statement;

    private void Parse(bool isQuestion)
    {
        Outline.Clear();
        Nodes.Clear();
        strategy.Reset(parser);
        parser.Restart(0);
        if (isQuestion)
        {
            parser.question();
        }
        else
        {
            parser.sentence();
        }

        while (parser.Position < Window.Count)
        {
            Resume();
        }
    }

    /// <summary>Goes on reading after a fault that ended the sentence's own rule.</summary>
    private void Resume()
    {
        int position = parser.Position;
        TokenKind kind = Window.KindAt(position);
        parser.Restart(position);
        switch (kind)
        {
            case TokenKind.LineBullet:
                parser.line();
                break;
            case TokenKind.IsDecidedBy or TokenKind.IsReservedTo:
                parser.expectation();
                break;
            default:
                parser.clauses();
                break;
        }

        if (parser.Position == position)
        {
            parser.Restart(position + 1);
        }
    }
}
