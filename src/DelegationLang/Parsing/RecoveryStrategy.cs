using Antlr4.Runtime;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// What happens at a token that the grammar cannot use: the fault is noted, and reading goes on where the next clause or line starts, or at
/// the end of the sentence. ANTLR's own strategy inserts and deletes tokens by guess, which makes messages about things that nobody wrote.
/// </summary>
internal sealed class RecoveryStrategy : IAntlrErrorStrategy
{
    private const int MostFaults = 200;

    private static readonly bool[] ClauseStarts = FindClauseStarts();

    private int lastResumed = -1;

    /// <summary>Whether a token of this kind starts a clause.</summary>
    public static bool StartsClause(TokenKind kind) => ClauseStarts[(int)kind];

    /// <inheritdoc/>
    public void Reset(Antlr4.Runtime.Parser recognizer) => lastResumed = -1;

    /// <inheritdoc/>
    public bool InErrorRecoveryMode(Antlr4.Runtime.Parser recognizer) => false;

    /// <inheritdoc/>
    public void ReportMatch(Antlr4.Runtime.Parser recognizer)
    {
    }

    /// <inheritdoc/>
    public IToken RecoverInline(Antlr4.Runtime.Parser recognizer) => throw new InputMismatchException(recognizer);

    /// <inheritdoc/>
    public void Sync(Antlr4.Runtime.Parser recognizer)
    {
        // Only the list of clauses goes on after a fault of its own; elsewhere the token that is wrong shows itself when it is matched.
        var parser = (SentenceParser)recognizer;
        if (recognizer.Context.RuleIndex != DelegationParser.RULE_clauses)
        {
            return;
        }

        TokenKind kind = parser.CurrentKind;
        if (!ClauseStarts[(int)kind] && !EndsClauses(kind))
        {
            Note(parser);
        }
    }

    /// <inheritdoc/>
    public void ReportError(Antlr4.Runtime.Parser recognizer, RecognitionException e)
    {
        // Noted in Recover, which is always called next and knows where reading goes on.
    }

    /// <inheritdoc/>
    public void Recover(Antlr4.Runtime.Parser recognizer, RecognitionException e) => Note((SentenceParser)recognizer);

    private static bool EndsClauses(TokenKind kind) => kind is TokenKind.FullStop or TokenKind.EndOfFile or TokenKind.LineBullet
        or TokenKind.QuestionMark or TokenKind.IsDecidedBy or TokenKind.IsReservedTo;

    private void Note(SentenceParser parser)
    {
        int index = parser.Position;
        int clause = parser.ClauseStart();
        int rule = parser.Context.RuleIndex;
        if (index == lastResumed)
        {
            // Nothing was read since the last fault: it is the same one, seen from a rule further out.
            return;
        }

        // A sentence with this many faults is none: what is left of it is not looked at.
        bool isHopeless = parser.Outline.Faults.Count >= MostFaults;
        while (isHopeless && parser.CurrentKind != TokenKind.EndOfFile)
        {
            parser.Consume();
        }

        while (!ClauseStarts[(int)parser.CurrentKind] && !EndsClauses(parser.CurrentKind))
        {
            parser.Consume();
        }

        lastResumed = parser.Position;
        parser.Outline.Faults.Add(new SyntaxFault(index, rule, clause, lastResumed));
    }

    private static bool[] FindClauseStarts()
    {
        var starts = new bool[TokenKinds.Count];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = (TokenKind)i != TokenKind.FinancialYear && ClauseTable.Of((TokenKind)i) is not null;
        }

        foreach (TokenKind kind in (ReadOnlySpan<TokenKind>)[TokenKind.To, TokenKind.Before, TokenKind.ByConsentOf, TokenKind.WithinDays])
        {
            starts[(int)kind] = true;
        }

        return starts;
    }
}
