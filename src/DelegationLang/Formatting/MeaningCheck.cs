using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Formatting;

/// <summary>Whether a text still says the same after it was laid out anew: the same sentences with the same words, each read as it was.</summary>
internal static class MeaningCheck
{
    /// <summary>The first block that is read differently in the text laid out anew; negative when none is.</summary>
    public static int FirstDifference(ImmutableArray<SourceBlock> before, SyntaxTree after)
    {
        ImmutableArray<SourceBlock> now = SourceBlock.Of(after, null);
        int count = Math.Min(before.Length, now.Length);
        for (int i = 0; i < count; i++)
        {
            if (!IsSame(before[i], now[i]))
            {
                return i;
            }
        }

        return before.Length == now.Length ? -1 : Math.Max(0, count - 1);
    }

    private static bool IsSame(SourceBlock one, SourceBlock other)
    {
        if (one.Tokens.Length != other.Tokens.Length
            || one.Sentence?.GetType() != other.Sentence?.GetType()
            || one.Sentence?.HasErrors != other.Sentence?.HasErrors)
        {
            return false;
        }

        for (int i = 0; i < one.Tokens.Length; i++)
        {
            if (one.Tokens[i].Kind != other.Tokens[i].Kind
                || !string.Equals(TokenText.Of(one.Content, one.Tokens[i]), TokenText.Of(other.Content, other.Tokens[i]), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
