using Antlr4.Runtime;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>A rule that is being read: where in the sentence it started.</summary>
internal class RuleContextBase : ParserRuleContext
{
    public RuleContextBase()
    {
    }

    public RuleContextBase(ParserRuleContext? parent, int invokingState)
        : base(parent, invokingState)
    {
    }

    /// <summary>The first token of the rule in the sentence.</summary>
    public int First { get; set; }
}

/// <summary>
/// What the generated parser is made on. ANTLR's own tree, its listeners and its token objects are not used: as a clause or a line
/// completes, its place is handed on, and our tree is built from that.
/// </summary>
internal abstract class SentenceParser : Antlr4.Runtime.Parser
{
    private SentenceTokenStream stream;

    protected SentenceParser(ITokenStream input, TextWriter output, TextWriter errorOutput)
        : base(input, output, errorOutput)
    {
        stream = (SentenceTokenStream)input;
        BuildParseTree = false;
        RemoveErrorListeners();
    }

    /// <summary>Where completed parts are handed to.</summary>
    public SentenceOutline Outline { get; set; } = new();

    /// <summary>Makes the nodes of completed parts.</summary>
    public required NodeFactory Nodes { get; init; }

    /// <summary>Where in the sentence reading stands.</summary>
    public int Position => stream.Index;

    /// <summary>The kind of the next token.</summary>
    public TokenKind CurrentKind => stream.Current;

    /// <summary>Gets ready to read at a position of the sentence in the window.</summary>
    public void Restart(int position)
    {
        Context = null;
        State = -1;
        stream.Seek(position);
    }

    /// <summary>The first token of the clause that is being read; -1 outside any.</summary>
    public int ClauseStart()
    {
        for (RuleContext? context = Context; context is RuleContextBase rule; context = context.Parent)
        {
            if (rule.RuleIndex is DelegationParser.RULE_clause or DelegationParser.RULE_headClause)
            {
                return rule.First;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override IToken Match(int ttype)
    {
        if ((int)stream.Current == ttype)
        {
            stream.Consume();
            return NoToken.Instance;
        }

        // Throws: what is wrong is reported by the rule that is being read.
        return ttype == TokenConstants.EOF && stream.Current == TokenKind.EndOfFile ? NoToken.Instance : ErrorHandler.RecoverInline(this);
    }

    /// <inheritdoc/>
    public override IToken Consume()
    {
        stream.Consume();
        return NoToken.Instance;
    }

    /// <inheritdoc/>
    public override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        State = state;
        Context = localctx;
        ((RuleContextBase)localctx).First = stream.Index;
    }

    /// <inheritdoc/>
    public override void EnterOuterAlt(ParserRuleContext localctx, int altNum) => Context = localctx;

    /// <inheritdoc/>
    public override void ExitRule()
    {
        ParserRuleContext context = Context;
        int first = ((RuleContextBase)context).First;
        switch (context.RuleIndex)
        {
            case DelegationParser.RULE_clause or DelegationParser.RULE_headClause:
                Outline.AddClause(first, stream.Index);
                break;
            case DelegationParser.RULE_line:
                Outline.AddLine(first, stream.Index);
                break;
            case DelegationParser.RULE_item:
                // As if the colon or the comma before it were the dash of a line.
                Outline.AddLine(first - 1, stream.Index);
                break;
            default:
                // What was passed over after a fault belongs to nothing.
                bool isBroken = context.exception is not null && Outline.Faults.Count > 0;
                Nodes.EndRule(context.RuleIndex, first, isBroken ? Math.Min(stream.Index, Outline.Faults[^1].Index) : stream.Index);
                break;
        }

        State = context.invokingState;
        Context = (ParserRuleContext?)context.Parent;
    }

    /// <summary>The token objects that the generated parser hands about and nobody looks at.</summary>
    private static class NoToken
    {
        public static readonly IToken Instance = new CommonToken(TokenConstants.InvalidType);
    }
}
