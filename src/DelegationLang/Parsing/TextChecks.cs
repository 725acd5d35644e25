using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is looked at before a text is read: its encoding, its size, its lines.</summary>
internal static class TextChecks
{
    /// <summary>Reports what is wrong with the text as a whole; says whether it can be read at all.</summary>
    public static bool Check(SourceText source, FaultBag faults)
    {
        if (source.IsBinary)
        {
            faults.Add(ParsingFaults.NotText(source));
            return false;
        }

        if (!source.UndecodableSpans.IsEmpty)
        {
            TextSpan first = source.UndecodableSpans[0];
            faults.Add(ParsingFaults.Undecodable(source, first.Start, first.End, source.UndecodableSpans.Length));
            foreach (TextSpan span in source.UndecodableSpans)
            {
                faults.Mark(span.Start);
            }
        }

        if (source.Length > Limits.FileLength)
        {
            faults.Add(ParsingFaults.TooLarge(source, 0, 0, "this file", Limits.FileLength, "characters"));
            return false;
        }

        for (int line = 1; line <= source.LineCount && !faults.IsFull; line++)
        {
            TextSpan span = source.GetLineSpan(line);
            if (span.Length > Limits.LineLength)
            {
                faults.Add(ParsingFaults.TooLarge(source, span.Start, span.Start + 1, "this line", Limits.LineLength, "characters"));
            }
        }

        MergeConflicts.Check(source, faults);
        return true;
    }

    /// <summary>The tree of a text that is not read: one unknown token holds all of it.</summary>
    public static SyntaxTree Unread(SourceText source, FaultBag faults)
    {
        var all = new TextSpan(0, source.Length);
        var broken = new BrokenSentenceSyntax { Span = all, HasErrors = true };
        return new SyntaxTree(
            source,
            [new SyntaxToken(TokenKind.Unknown, 0, all), new SyntaxToken(TokenKind.EndOfFile, source.Length, new TextSpan(source.Length, 0))],
            [broken],
            faults.ToImmutable());
    }
}
