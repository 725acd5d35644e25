using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Facts about the kinds of token as a whole.</summary>
internal static class TokenKinds
{
    /// <summary>How many kinds there are; a test compares it with the grammar.</summary>
    public const int Count = (int)TokenKind.SecondedTo + 1;
}
