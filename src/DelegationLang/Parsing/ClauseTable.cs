using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Whether a clause may stand in a sentence more than once.</summary>
internal enum ClauseRepeat
{
    /// <summary>It holds one value, which a second could only contradict.</summary>
    Once,

    /// <summary>It holds a list, which may go on in a second clause.</summary>
    List,

    /// <summary>It is usual to have several of them.</summary>
    Again,
}

/// <summary>What stands after the words of a clause.</summary>
internal enum ClauseShape
{
    /// <summary>Names and nothing else: a <see cref="NamesClauseSyntax"/>.</summary>
    Names,

    /// <summary>A quotation, a word or a number and nothing else: a <see cref="TextClauseSyntax"/>.</summary>
    Text,

    /// <summary>Something of its own, for which it has a node of its own.</summary>
    Own,
}

/// <summary>Words that open a clause.</summary>
/// <param name="Words">The words.</param>
/// <param name="Token">The token they make.</param>
/// <param name="After">What is proposed after them, in the notation of snippets.</param>
/// <param name="Help">What the clause means, in a sentence; empty for words that are not proposed.</param>
/// <param name="Example">A whole sentence with it.</param>
/// <param name="Condition">What must follow the words for them to be these.</param>
internal sealed record ClauseWords(
    string Words, TokenKind Token, string After = "", string Help = "", string Example = "", PhraseCondition Condition = PhraseCondition.None);

/// <summary>All that is known of a clause.</summary>
/// <param name="Kind">Which clause.</param>
/// <param name="Repeat">Whether a sentence may have it more than once.</param>
/// <param name="Shape">What stands after its words.</param>
/// <param name="Home">Where it belongs, for whoever wrote it elsewhere; empty where there is nothing to say.</param>
/// <param name="Sentences">The sentences that may have it.</param>
/// <param name="Words">The words that open it.</param>
internal sealed record ClauseRow(ClauseKind Kind, ClauseRepeat Repeat, ClauseShape Shape, string Home, SentenceSort Sentences, params ClauseWords[] Words)
{
    /// <summary>The sentences in which it may stand more than once although it holds one value: for each body that approves, for each basis of an amount.</summary>
    public SentenceSort RepeatedIn { get; init; }

    /// <summary>Sentences that may not have it, of which the binder says so, and not the parser.</summary>
    public SentenceSort LeftToBinder { get; init; }

    /// <summary>How the address that it gives is published; none for a clause that means more, or is no address.</summary>
    public PublishedWording? Publishes { get; init; }
}

/// <summary>
/// The clauses of the language: the words of each, the sentences that may have it, how often, and what it means. The grammar lets every
/// sentence have all of them, so that a report can say what is wrong and not merely that something is.
/// </summary>
internal static class ClauseTable
{
    /// <summary>How many kinds of clause there are, <see cref="ClauseKind.None"/> included.</summary>
    public static readonly int Count = ClauseRows.All.Length + 1;

    private static readonly ClauseRow?[] ByKind = BuildByKind();
    private static readonly ClauseRow?[] ByToken = BuildByToken();

    /// <summary>What is known of a clause; none for <see cref="ClauseKind.None"/>.</summary>
    public static ClauseRow? Of(ClauseKind kind) => ByKind[(int)kind];

    /// <summary>What is known of the clause that a token opens; none for a token that opens none of its own.</summary>
    public static ClauseRow? Of(TokenKind token) => ByToken[(int)token];

    /// <summary>Whether a clause may stand in a sentence of this sort, or of one of these sorts.</summary>
    public static bool MayStand(ClauseKind kind, SentenceSort sort) => Of(kind) is { } row && (row.Sentences & sort) != 0;

    /// <summary>Whether a quotation must follow the words of a token.</summary>
    public static bool IsQuoted(TokenKind token) => Of(token) is { Words: [{ Condition: PhraseCondition.Quotation }, ..] };

    private static ClauseRow?[] BuildByKind()
    {
        var rows = new ClauseRow?[Count];
        foreach (ClauseRow row in ClauseRows.All)
        {
            rows[(int)row.Kind] = row;
        }

        return rows;
    }

    private static ClauseRow?[] BuildByToken()
    {
        var rows = new ClauseRow?[TokenKinds.Count];
        foreach (ClauseRow row in ClauseRows.All)
        {
            foreach (ClauseWords words in row.Words)
            {
                rows[(int)words.Token] = row;
            }
        }

        return rows;
    }
}
