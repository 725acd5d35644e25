using DelegationLang.Text;

namespace DelegationLang.Syntax;

/// <summary>One token: its characters, and where the trivia before it starts.</summary>
/// <param name="Kind">What kind of token it is.</param>
/// <param name="FullStart">Where the white space and comments before it start; the end of the token before.</param>
/// <param name="Span">Its own characters.</param>
public readonly record struct SyntaxToken(TokenKind Kind, int FullStart, TextSpan Span);
