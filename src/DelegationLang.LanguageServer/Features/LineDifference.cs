using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The edits that make one text of another, run by run of lines, so that a cursor elsewhere stays where it is.</summary>
internal static class LineDifference
{
    /// <summary>How far ahead lines that are alike are looked for. Layouts differ in small runs.</summary>
    private const int Reach = 64;

    public static TextEdit[] Of(DocumentView view, string after)
    {
        var target = new SourceText(view.Source.FileName, after);
        var edits = new List<TextEdit>();
        int a = 0, b = 0;
        int countA = view.Source.LineCount, countB = target.LineCount;
        while (a < countA || b < countB)
        {
            if (a < countA && b < countB && IsSame(view.Source, a, target, b))
            {
                a++;
                b++;
                continue;
            }

            int skipA = countA - a, skipB = countB - b;
            Resynchronise(view.Source, a, target, b, ref skipA, ref skipB);
            TextSpan old = TextSpan.FromBounds(StartOf(view.Source, a), StartOf(view.Source, a + skipA));
            string text = target.ToString(TextSpan.FromBounds(StartOf(target, b), StartOf(target, b + skipB)));
            edits.Add(new TextEdit(view.Range(old), text));
            a += skipA;
            b += skipB;
        }

        return [.. edits];
    }

    // The nearest pair of lines that are alike and not empty; the ends of both where there is none in reach.
    private static void Resynchronise(SourceText source, int a, SourceText target, int b, ref int skipA, ref int skipB)
    {
        for (int sum = 1; sum <= 2 * Reach; sum++)
        {
            for (int i = Math.Max(0, sum - Reach); i <= Math.Min(sum, Reach); i++)
            {
                int j = sum - i;
                if (i < skipA && j < skipB && source.GetLineSpan(a + i + 1).Length > 0 && IsSame(source, a + i, target, b + j))
                {
                    skipA = i;
                    skipB = j;
                    return;
                }
            }
        }
    }

    private static bool IsSame(SourceText source, int a, SourceText target, int b) =>
        source.Content.AsSpan(StartOf(source, a)..StartOf(source, a + 1)).SequenceEqual(target.Content.AsSpan(StartOf(target, b)..StartOf(target, b + 1)));

    private static int StartOf(SourceText source, int line) => line >= source.LineCount ? source.Length : source.GetLineSpan(line + 1).Start;
}
