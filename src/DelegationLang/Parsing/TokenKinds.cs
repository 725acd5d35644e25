using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Facts about the kinds of token as a whole.</summary>
internal static class TokenKinds
{
    /// <summary>How many kinds there are.</summary>
    public static readonly int Count = (int)Enum.GetValues<TokenKind>().Max() + 1;
}
