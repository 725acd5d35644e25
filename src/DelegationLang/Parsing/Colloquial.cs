using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>What schemes on paper say and this language says otherwise.</summary>
/// <param name="Words">The words on paper.</param>
/// <param name="Kind">The phrase that says the same here.</param>
/// <param name="NeedsAmount">Whether the words mean this only before a figure.</param>
/// <param name="SaysTheSame">Whether nobody could read anything else into the words; otherwise their author has to choose.</param>
internal sealed record Colloquial(string Words, TokenKind Kind, bool NeedsAmount = false, bool SaysTheSame = true)
{
    private readonly string[] parts = Words.Split(' ');

    /// <summary>Longer ones stand before those that they hold.</summary>
    private static readonly Colloquial[] All =
    [
        new("up to and including", TokenKind.UpTo, true),
        new("up to but not exceeding", TokenKind.UpTo, true),
        new("up to a maximum of", TokenKind.UpTo, true),
        new("to a maximum of", TokenKind.UpTo, true),
        new("a maximum of", TokenKind.UpTo, true),
        new("not exceeding", TokenKind.UpTo, true),
        new("not more than", TokenKind.UpTo, true),
        new("no more than", TokenKind.UpTo, true),
        new("at most", TokenKind.UpTo, true),
        new("up to but not including", TokenKind.Below, true),
        new("less than", TokenKind.Below, true),
        new("under", TokenKind.Below, true),
        new("not less than", TokenKind.AtLeast, true),
        new("no less than", TokenKind.AtLeast, true),
        new("a minimum of", TokenKind.AtLeast, true),
        new("in excess of", TokenKind.Above, true),
        new("greater than", TokenKind.Above, true),
        new("more than", TokenKind.Above, true),
        new("exceeding", TokenKind.Above, true),
        new("over", TokenKind.Above, true),
        new("with a value of", TokenKind.Worth, true, SaysTheSame: false),
        new("to the value of", TokenKind.UpTo, true, SaysTheSame: false),

        new("in consultation with", TokenKind.AfterConsulting, SaysTheSame: false),
        new("following consultation with", TokenKind.AfterConsulting),
        new("after consultation with", TokenKind.AfterConsulting),
        new("subject to consultation with", TokenKind.AfterConsulting, SaysTheSame: false),
        new("on the recommendation of", TokenKind.AfterRecommendation),
        new("with the approval of", TokenKind.AfterApproval),
        new("with the agreement of", TokenKind.AfterApproval, SaysTheSame: false),
        new("with approval of", TokenKind.AfterApproval),
        new("subject to the approval of", TokenKind.AfterApproval),
        new("subject to the agreement of", TokenKind.AfterApproval, SaysTheSame: false),
        new("subject to approval by", TokenKind.AfterApproval),
        new("subject to approval of", TokenKind.AfterApproval),
        new("subject to ratification by", TokenKind.RatifiedBy),
        new("in conjunction with", TokenKind.JointlyWith, SaysTheSame: false),
        new("together with", TokenKind.JointlyWith, SaysTheSame: false),
        new("along with", TokenKind.JointlyWith, SaysTheSame: false),
        new("acting with", TokenKind.JointlyWith, SaysTheSame: false),
        new("with effect from", TokenKind.From),
        new("with the power to delegate", TokenKind.WithPower),
        new("with authority to delegate", TokenKind.WithPower),
        new("with the exception of", TokenKind.Except),
    ];

    /// <summary>The phrase of the language that says the same.</summary>
    public string Instead => PhraseTable.WordsOf(Kind);

    /// <summary>Looks for such words between two positions; says where they stand.</summary>
    public static Colloquial? Find(string text, int start, int limit, out int foundAt, out int foundEnd)
    {
        for (int word = start; word < limit; word = NextWord(text, word))
        {
            foreach (Colloquial phrase in All)
            {
                int end = phrase.MatchAt(text, word);
                if (end >= 0 && end <= limit)
                {
                    foundAt = word;
                    foundEnd = end;
                    return phrase;
                }
            }
        }

        foundAt = foundEnd = start;
        return null;
    }

    private static int NextWord(string text, int word) =>
        SourceScan.SkipTrivia(text, Math.Max(word + 1, SourceScan.WordEnd(text, word)));

    private int MatchAt(string text, int start)
    {
        int end = start;
        foreach (string part in parts)
        {
            end = SourceScan.MatchWord(text, SourceScan.SkipTrivia(text, end), part);
            if (end < 0)
            {
                return end;
            }
        }

        int next = SourceScan.SkipSpace(text, end);
        bool hasAmount = next < text.Length && (Currencies.IsSign(text[next]) || char.IsAsciiDigit(text[next]) || Currencies.IsMoneyAt(text, next, out _));
        return NeedsAmount && !hasAmount ? -1 : end;
    }
}
