using Antlr4.Runtime;
using Antlr4.Runtime.Misc;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>The tokens of one sentence as the generated parser wants them. Token objects are made only where something is wrong and somebody asks.</summary>
internal sealed class SentenceTokenStream(SentenceTokens window) : ITokenStream, ITokenSource
{
    private int index;

    /// <inheritdoc/>
    public int Index => index;

    /// <inheritdoc/>
    public int Size => window.Count;

    /// <inheritdoc/>
    public string SourceName => IntStreamConstants.UnknownSourceName;

    /// <inheritdoc/>
    public ITokenSource TokenSource => this;

    /// <inheritdoc/>
    public int Line => 1;

    /// <inheritdoc/>
    public int Column => window[index].Start;

    /// <inheritdoc/>
    public ICharStream? InputStream => null;

    /// <inheritdoc/>
    public ITokenFactory TokenFactory { get; set; } = CommonTokenFactory.Default;

    /// <summary>The kind of the next token.</summary>
    public TokenKind Current => window.KindAt(index);

    /// <inheritdoc/>
    public void Consume() => index++;

    /// <inheritdoc/>
    public int LA(int i) => TypeOf(window.KindAt(i > 0 ? index + i - 1 : index + i));

    /// <inheritdoc/>
    public IToken LT(int k) => Get(k > 0 ? index + k - 1 : index + k);

    /// <inheritdoc/>
    public IToken Get(int i)
    {
        Lexeme lexeme = window[Math.Max(0, i)];
        return new CommonToken(TypeOf(lexeme.Kind)) { TokenIndex = i, StartIndex = lexeme.Start, StopIndex = lexeme.End - 1, Text = "" };
    }

    /// <inheritdoc/>
    public int Mark() => 0;

    /// <inheritdoc/>
    public void Release(int marker)
    {
    }

    /// <inheritdoc/>
    public void Seek(int index) => this.index = index;

    /// <inheritdoc/>
    public IToken NextToken() => Get(index++);

    /// <inheritdoc/>
    public string GetText() => "";

    /// <inheritdoc/>
    public string GetText(Interval interval) => "";

    /// <inheritdoc/>
    public string GetText(RuleContext ctx) => "";

    /// <inheritdoc/>
    public string GetText(IToken start, IToken stop) => "";

    private static int TypeOf(TokenKind kind) => kind == TokenKind.EndOfFile ? TokenConstants.EOF : (int)kind;
}
