using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Reads texts. Pure, and safe to call from several threads.</summary>
public static class Parser
{
    /// <summary>The number of tokens from which on the two halves of a text are read side by side: about four hundred sentences.</summary>
    private const int FewestForHalves = 8_000;

    /// <summary>Reads a file. Never throws for what the text holds: faults are in the tree's diagnostics.</summary>
    /// <param name="source">The file.</param>
    /// <param name="names">The names declared in all files of the project, libraries included.</param>
    public static SyntaxTree Parse(SourceText source, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(names);
        var faults = new FaultBag(source);
        if (!TextChecks.Check(source, faults))
        {
            return TextChecks.Unread(source, faults);
        }

        NamePlaces places = names.PlacesIn(source);
        var scanner = new Scanner(source, names, places, faults, isQuestion: false);
        scanner.ScanAll();
        NamePlaceFaults.Report(places, faults);
        faults.EndScan();
        ImmutableArray<SentenceSyntax> sentences = ReadSentences(scanner.Lexemes, faults, names);
        return new SyntaxTree(source, TokensOf(source, scanner.Lexemes), sentences, faults.ToImmutable()) { Comments = ImmutableCollectionsMarshal.AsImmutableArray(scanner.Comments.ToArray()) };
    }

    /// <summary>Reads a question: <c>who decides …?</c>, <c>may X decide …?</c> or <c>what may X decide …?</c>; the question mark may be left out.</summary>
    /// <param name="source">The question alone.</param>
    /// <param name="names">The names declared in the scheme that is asked.</param>
    public static QuestionParse ParseQuestion(SourceText source, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(names);
        var faults = new FaultBag(source);
        if (source.Length > Limits.LineLength)
        {
            faults.Add(ParsingFaults.TooLarge(source, 0, source.Length, "this question", Limits.LineLength, "characters"));
            return new QuestionParse(EmptyQuestion(), faults.ToImmutable());
        }

        var scanner = new Scanner(source, names, NamePlaces.None, faults, isQuestion: true);
        scanner.ScanAll();
        faults.EndScan();
        var reader = new SentenceReader(faults, names);
        reader.Read(scanner.Lexemes, isQuestion: true);
        QuestionSyntax question = new TreeBuilder(reader, faults, names).BuildQuestion();
        return new QuestionParse(question, faults.ToImmutable());
    }

    /// <summary>
    /// Reads a question that is being written as a text of one sentence, for an editor that proposes what may come in it: with its tokens, and its decision as that of a
    /// scenario without a name.
    /// </summary>
    /// <param name="source">The question alone, however much of it there is.</param>
    /// <param name="names">The names declared in the scheme that is asked.</param>
    internal static SyntaxTree ParseWrittenQuestion(SourceText source, NameTable names)
    {
        var faults = new FaultBag(source);
        if (source.Length > Limits.LineLength || !TextChecks.Check(source, faults))
        {
            return TextChecks.Unread(source, faults);
        }

        var scanner = new Scanner(source, names, NamePlaces.None, faults, isQuestion: true);
        scanner.ScanAll();
        faults.EndScan();
        var whole = new TextSpan(0, source.Length);
        var scenario = new ScenarioSyntax
        {
            Title = new QuotedTextSyntax { Text = "", Span = new TextSpan(0, 0), IsMissing = true },
            Decision = ParseQuestion(source, names).Question.Decision,
            Expectation = ExpectationKind.DecidedByNobody,
            Span = whole,
        };
        return new SyntaxTree(source, TokensOf(source, scanner.Lexemes), [scenario], faults.ToImmutable());
    }

    private static QuestionSyntax EmptyQuestion()
    {
        NameSyntax nothing = NodeFactory.MissingName(0);
        return new QuestionSyntax { Kind = QuestionKind.WhoDecides, Decision = new DecisionSyntax { Subject = nothing, Span = nothing.Span }, Span = nothing.Span };
    }

    private static ImmutableArray<SentenceSyntax> ReadSentences(LexemeRun lexemes, FaultBag faults, NameTable names)
    {
        var sentences = new List<LexemeRun>();
        int start = 0;
        for (int i = 0; i < lexemes.Length; i++)
        {
            if (lexemes[i].Kind == TokenKind.FullStop)
            {
                sentences.Add(lexemes[start..(i + 1)]);
                start = i + 1;
            }
        }

        var read = new SentenceSyntax[sentences.Count];
        if (lexemes.Length < FewestForHalves || !SideBySide.IsPossible || !TryReadHalves(sentences, read, faults, names))
        {
            ReadRange(sentences, 0, read.Length, read, faults, names);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(read);
    }

    // The author of a long text waits for it at every key. Each sentence stands for itself; only the count of faults goes through the whole text, so that
    // where there are nearly as many as will be reported, the halves are thrown away and all is read in turn.
    private static bool TryReadHalves(List<LexemeRun> sentences, SentenceSyntax[] read, FaultBag faults, NameTable names)
    {
        int middle = sentences.Count / 2;
        FaultBag first = faults.Branch();
        FaultBag second = faults.Branch();
        Parallel.Invoke(
            () => ReadRange(sentences, 0, middle, read, first, names),
            () => ReadRange(sentences, middle, read.Length, read, second, names));
        return faults.TryTake(first, second);
    }

    private static void ReadRange(List<LexemeRun> sentences, int start, int end, SentenceSyntax[] read, FaultBag faults, NameTable names)
    {
        var reader = new SentenceReader(faults, names);
        var builder = new TreeBuilder(reader, faults, names);
        for (int i = start; i < end; i++)
        {
            read[i] = ReadSentence(sentences[i], reader, builder, faults);
        }
    }

    private static SentenceSyntax ReadSentence(LexemeRun sentence, SentenceReader reader, TreeBuilder builder, FaultBag faults)
    {
        if (faults.IsFull)
        {
            faults.CutShort();

            // No further fault would be reported, and a sentence that may have one must not be taken for sound.
            return new BrokenSentenceSyntax { Span = TextSpan.FromBounds(sentence[0].Start, sentence[^1].End), HasErrors = true };
        }

        faults.StartSentence();
        reader.Read(sentence, isQuestion: false);
        return builder.Build();
    }

    private static ImmutableArray<SyntaxToken> TokensOf(SourceText source, LexemeRun lexemes)
    {
        var tokens = new SyntaxToken[lexemes.Length + 1];
        int count = 0;
        int end = 0;
        for (int i = 0; i < lexemes.Length; i++)
        {
            ref readonly Lexeme lexeme = ref lexemes[i];
            if (lexeme.End > lexeme.Start)
            {
                tokens[count++] = new SyntaxToken(lexeme.Kind, end, TextSpan.FromBounds(lexeme.Start, lexeme.End));
                end = lexeme.End;
            }
        }

        tokens[count++] = new SyntaxToken(TokenKind.EndOfFile, end, new TextSpan(source.Length, 0));
        if (count < tokens.Length)
        {
            var exact = new SyntaxToken[count];
            Array.Copy(tokens, exact, count);
            tokens = exact;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
