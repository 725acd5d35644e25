using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>What a <c>use</c> sentence names.</summary>
/// <param name="Name">The file or the library, as written.</param>
/// <param name="IsFile">Whether it is a file, which is written in quotation marks.</param>
internal sealed record UseTarget(string Name, bool IsFile)
{
    /// <summary>What a sentence names.</summary>
    public static UseTarget Of(UseSyntax use) => new(use.Target.Text, use.Target.IsQuoted);
}

/// <summary>
/// Guesses what a text uses without parsing it. Names quoted in any file change how every file is read, so that all files must be known before
/// one is parsed; a guess that is wrong costs a second parse and nothing else.
/// </summary>
internal static class UseScan
{
    private const string Word = "use";

    /// <summary>The targets of what look like <c>use</c> sentences: the word at the start of a line, and a name or a quotation after it.</summary>
    public static List<UseTarget> Guess(SourceText source)
    {
        var targets = new List<UseTarget>();
        ReadOnlySpan<char> text = source.Content.AsSpan();
        var at = 0;
        while (text[at..].IndexOf(Word, StringComparison.Ordinal) is var step && step >= 0)
        {
            var start = at + step;
            at = start + Word.Length;
            if (StartsLine(text, start) && at < text.Length && char.IsWhiteSpace(text[at]) && Target(text[at..].TrimStart()) is UseTarget target)
            {
                targets.Add(target);
            }
        }

        return targets;
    }

    private static bool StartsLine(ReadOnlySpan<char> text, int position)
    {
        ReadOnlySpan<char> before = text[..position].TrimEnd(" \t\u00A0\uFEFF");
        return before.IsEmpty || before[^1] is '\n' or '\r';
    }

    private static UseTarget? Target(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (text[0] is '"' or '\u201C' or '\u201D')
        {
            var end = text[1..].IndexOfAny("\"\u201C\u201D\r\n");
            return end > 0 ? new UseTarget(text[1..(end + 1)].ToString(), IsFile: true) : null;
        }

        var stop = text.IndexOfAny(".\r\n");
        return stop > 0 ? new UseTarget(text[..stop].Trim().ToString(), IsFile: false) : null;
    }
}
