using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Dfa;
using Antlr4.Runtime.Sharpen;
using DelegationLang.Parsing;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>The grammar itself: it fits the scanner, it is nowhere ambiguous, and every choice is decided by the next token.</summary>
public sealed class GrammarTests
{
    [Fact]
    public void Tokens_of_the_grammar_are_the_kinds_of_the_tree()
    {
        string[] kinds = [.. Enum.GetValues<TokenKind>().Skip(1).Select(kind => kind.ToString())];
        string[] tokens = [.. Enumerable.Range(1, kinds.Length).Select(type => Pascal(DelegationParser.DefaultVocabulary.GetSymbolicName(type)))];
        Assert.Equal(kinds, tokens);
        Assert.Equal(kinds.Length, ((Vocabulary)DelegationParser.DefaultVocabulary).getMaxTokenType());
    }

    [Fact]
    public void Every_choice_is_decided_by_the_next_token()
    {
        string generated = File.ReadAllText(Repository.PathOf("src", "DelegationLang", "Parsing", "Generated", "DelegationParser.cs"));
        Assert.DoesNotContain("AdaptivePredict", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reserved_phrase_has_its_token()
    {
        foreach (Phrase phrase in PhraseTable.All)
        {
            Assert.Equal(phrase.Words, phrase.Words.ToLowerInvariant().Replace("vat", "VAT", StringComparison.Ordinal));
            Assert.True(Enum.IsDefined(phrase.Kind));
        }
    }

    /// <summary>Every decision of the grammar is predicted by ANTLR in full, with exact detection of ambiguity; and what it accepts, we accept.</summary>
    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void No_sample_is_ambiguous(string file)
    {
        SourceText source = Samples.Read(file);
        var faults = new FaultBag(source);
        var scanner = new Scanner(source, Samples.NamesFor(file), NamePlaces.None, faults, isQuestion: false);
        scanner.ScanAll();
        var reader = new SentenceReader(new FaultBag(source), NameTable.Empty);
        int start = 0;
        for (int i = 0; i < scanner.Lexemes.Length; i++)
        {
            if (scanner.Lexemes[i].Kind == TokenKind.FullStop)
            {
                LexemeRun sentence = scanner.Lexemes[start..(i + 1)];
                string text = source.Content[sentence[0].Start..sentence[sentence.Length - 1].End];
                Assert.True(IsAccepted(sentence, text) == reader.Read(sentence, isQuestion: false), $"ANTLR and the parser differ on: {text}");
                start = i + 1;
            }
        }
    }

    [Theory]
    [InlineData("who decides x at Leeds worth £5 per contract on 1 May 2026 when in budget, contract length is 4 years?")]
    [InlineData("may Chair decide x for y unless urgent?")]
    [InlineData("what may Chair decide on 1 May 2026")]
    public void No_question_is_ambiguous(string question)
    {
        var source = new SourceText("question", question);
        var scanner = new Scanner(source, NameTable.Empty, NamePlaces.None, new FaultBag(source), isQuestion: true);
        scanner.ScanAll();
        Assert.True(IsAccepted(scanner.Lexemes, question, "question"));
    }

    private static bool IsAccepted(LexemeRun sentence, string text, string rule = "sentence")
    {
        var tokens = new List<IToken>();
        for (int i = 0; i < sentence.Length; i++)
        {
            Lexeme lexeme = sentence[i];
            if (!lexeme.Has(LexemeFlags.Hidden))
            {
                tokens.Add(new CommonToken((int)lexeme.Kind) { StartIndex = lexeme.Start, StopIndex = lexeme.End - 1, Text = lexeme.Kind.ToString() });
            }
        }

        var listener = new AmbiguityListener(text);
        var interpreter = new ParserInterpreter(
            "DelegationParser.g4", DelegationParser.DefaultVocabulary, DelegationParser.ruleNames, DelegationParser._ATN, new CommonTokenStream(new ListTokenSource(tokens)));
        interpreter.RemoveErrorListeners();
        interpreter.AddErrorListener(listener);
        interpreter.Interpreter.PredictionMode = PredictionMode.LL_EXACT_AMBIG_DETECTION;
        interpreter.Parse(Array.IndexOf(DelegationParser.ruleNames, rule));
        return listener.Errors == 0;
    }

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(part => part[..1] + part[1..].ToLowerInvariant()));

    private sealed class AmbiguityListener(string sentence) : BaseErrorListener
    {
        public int Errors { get; private set; }

        public override void SyntaxError(
            TextWriter output, IRecognizer recognizer, IToken offendingSymbol, int line, int charPositionInLine, string msg, RecognitionException e) => Errors++;

        public override void ReportAmbiguity(
            Antlr4.Runtime.Parser recognizer, DFA dfa, int startIndex, int stopIndex, bool exact, BitSet ambigAlts, ATNConfigSet configs) =>
            Assert.Fail($"two readings, in {DelegationParser.ruleNames[dfa.atnStartState.ruleIndex]}, of: {sentence}");

        public override void ReportAttemptingFullContext(
            Antlr4.Runtime.Parser recognizer, DFA dfa, int startIndex, int stopIndex, BitSet conflictingAlts, SimulatorState conflictState) =>
            Assert.Fail($"the next token does not decide, in {DelegationParser.ruleNames[dfa.atnStartState.ruleIndex]}: {sentence}");
    }
}
