using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>A set of kinds of token, as bits: made and asked in no time, while a set by hash would be compiled for this type at each start.</summary>
internal sealed class TokenKindSet
{
    private readonly ulong[] bits = new ulong[4];

    /// <summary>The set of these kinds.</summary>
    public TokenKindSet(params TokenKind[] kinds)
    {
        foreach (TokenKind kind in kinds)
        {
            bits[(int)kind / 64] |= 1UL << ((int)kind % 64);
        }
    }

    /// <summary>Whether the kind is in the set.</summary>
    public bool Contains(TokenKind kind) => (bits[(int)kind / 64] & (1UL << ((int)kind % 64))) != 0;

    /// <summary>The kinds of both sets.</summary>
    public TokenKindSet And(TokenKindSet other)
    {
        var both = new TokenKindSet();
        for (int i = 0; i < bits.Length; i++)
        {
            both.bits[i] = bits[i] | other.bits[i];
        }

        return both;
    }
}
