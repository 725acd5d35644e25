using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>A set of kinds of token, one bit for each.</summary>
internal readonly struct TokenKindSet
{
    private readonly ulong low;
    private readonly ulong high;

    public TokenKindSet(params ReadOnlySpan<TokenKind> kinds)
    {
        foreach (TokenKind kind in kinds)
        {
            if ((int)kind < 64)
            {
                low |= 1UL << (int)kind;
            }
            else
            {
                high |= 1UL << ((int)kind - 64);
            }
        }
    }

    private TokenKindSet(ulong low, ulong high)
    {
        this.low = low;
        this.high = high;
    }

    public static TokenKindSet operator |(TokenKindSet a, TokenKindSet b) => new(a.low | b.low, a.high | b.high);

    public bool Contains(TokenKind kind) => (((int)kind < 64 ? low >> (int)kind : high >> ((int)kind - 64)) & 1) != 0;
}
