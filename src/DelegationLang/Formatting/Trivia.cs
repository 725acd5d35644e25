using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Formatting;

/// <summary>A comment between two tokens.</summary>
/// <param name="Text">From <c>//</c> to the last character of its line that is no white space.</param>
/// <param name="IsTrailing">Whether it stands on the line of the token before it.</param>
/// <param name="HasBlankLineBefore">Whether a blank line separates it from what stands before.</param>
internal sealed record Comment(string Text, bool IsTrailing, bool HasBlankLineBefore);

/// <summary>What stands between two tokens.</summary>
/// <param name="Comments">The comments in order.</param>
/// <param name="HasLineBreak">Whether a line ends in it.</param>
/// <param name="HasBlankLineAtEnd">Whether a blank line stands straight before the second token.</param>
internal sealed record Trivia(ImmutableArray<Comment> Comments, bool HasLineBreak, bool HasBlankLineAtEnd)
{
    /// <summary>Reads what stands between two positions, which holds nothing but white space and comments.</summary>
    public static Trivia Read(string content, int start, int end, bool isAtStartOfFile = false)
    {
        ImmutableArray<Comment>.Builder comments = ImmutableArray.CreateBuilder<Comment>();
        int breaks = 0;
        bool isOwnLine = isAtStartOfFile;
        bool hasBreak = false;
        for (int i = start; i < end; i++)
        {
            char c = content[i];
            if (IsLineBreak(content, i))
            {
                breaks++;
                isOwnLine = hasBreak = true;
            }
            else if (c == '/' && i + 1 < end && content[i + 1] == '/')
            {
                int stop = i;
                while (stop < end && content[stop] is not ('\n' or '\r'))
                {
                    stop++;
                }

                comments.Add(new Comment(content[i..stop].TrimEnd(), !isOwnLine, breaks > 1));
                breaks = 0;
                i = stop - 1;
            }
        }

        return new Trivia(comments.ToImmutable(), hasBreak, breaks > 1);
    }

    /// <summary>Whether nothing but white space and comments stands between the tokens of a stretch of text.</summary>
    public static bool IsPlain(string content, int start, int end, ImmutableArray<SyntaxToken> tokens)
    {
        int position = start;
        foreach (SyntaxToken token in tokens)
        {
            if (!IsPlain(content, position, token.Span.Start))
            {
                return false;
            }

            position = token.Span.End;
        }

        return IsPlain(content, position, end);
    }

    /// <summary>Whether nothing but white space and comments stands between two positions.</summary>
    public static bool IsPlain(string content, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (content[i] == '/' && i + 1 < end && content[i + 1] == '/')
            {
                while (i < end && content[i] is not ('\n' or '\r'))
                {
                    i++;
                }
            }
            else if (!char.IsWhiteSpace(content[i]))
            {
                return false;
            }
        }

        return true;
    }

    // A carriage return and a line feed are one break.
    private static bool IsLineBreak(string content, int position) =>
        content[position] == '\n' || (content[position] == '\r' && (position + 1 == content.Length || content[position + 1] != '\n'));
}
