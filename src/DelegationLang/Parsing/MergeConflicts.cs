using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// The marks that version control leaves where two changes of one place could not be merged. They are said once for a text; the first side is read and the
/// second passed over, so that nothing seems to be declared twice.
/// </summary>
internal static class MergeConflicts
{
    private const string Start = "<<<<<<<";
    private const string Base = "|||||||";
    private const string Middle = "=======";
    private const string End = ">>>>>>>";

    /// <summary>Whether a text holds such marks.</summary>
    public static bool AreIn(string text) => Find(text, 0, Start) >= 0;

    /// <summary>Where reading goes on if a mark stands at the start of a line; the same place where none does.</summary>
    public static int Skip(string text, int position)
    {
        if (IsMark(text, position, Start) || IsMark(text, position, End))
        {
            return SourceScan.LineEnd(text, position);
        }

        if (!IsMark(text, position, Middle) && !IsMark(text, position, Base))
        {
            return position;
        }

        int end = Find(text, position, End);
        return end < 0 ? position : SourceScan.LineEnd(text, end);
    }

    /// <summary>Reports the marks of a text, where there are any.</summary>
    public static void Check(SourceText source, FaultBag faults)
    {
        string text = source.Content;
        int start = Find(text, 0, Start);
        if (start < 0)
        {
            return;
        }

        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, source, start, SourceScan.LineEnd(text, start), "two changes of this place have not been merged: both sides stand here") with
        {
            Label = "a mark of version control",
            Help = "keep one side and take out the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`; until then the first side is read",
            Fixes = [Keep(source, "Keep the first side everywhere", isFirst: true), Keep(source, "Keep the second side everywhere", isFirst: false)],
        });
    }

    private static CodeFix Keep(SourceText source, string title, bool isFirst)
    {
        string text = source.Content;
        var edits = new List<TextEdit>();
        for (int start = Find(text, 0, Start); start >= 0;)
        {
            int middle = Find(text, start, Middle);
            int end = middle < 0 ? -1 : Find(text, middle, End);
            if (end < 0)
            {
                break;
            }

            int other = Find(text, start, Base) is var before and >= 0 && before < middle ? before : middle;
            int first = NextLine(text, start), second = NextLine(text, middle), after = NextLine(text, end);
            Leave(start, isFirst ? first : second);
            Leave(isFirst ? other : end, after);
            start = Find(text, after, Start);
        }

        return new CodeFix(title, [.. edits]);

        void Leave(int from, int to) => edits.Add(new TextEdit(new SourceLocation(source, TextSpan.FromBounds(from, to)), ""));
    }

    private static int NextLine(string text, int position)
    {
        int end = SourceScan.LineEnd(text, position);
        return end >= text.Length ? end : text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? end + 2 : end + 1;
    }

    private static bool IsMark(string text, int position, string mark) =>
        (position == 0 || Characters.IsLineBreak(text[position - 1])) && string.CompareOrdinal(text, position, mark, 0, mark.Length) == 0
        && (position + mark.Length >= text.Length || char.IsWhiteSpace(text[position + mark.Length]));

    private static int Find(string text, int from, string mark)
    {
        for (int at = text.IndexOf(mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            if (IsMark(text, at, mark))
            {
                return at;
            }
        }

        return -1;
    }
}
