using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Text;
using DiffPlex;
using DiffPlex.Model;

namespace DelegationLang.LanguageServer.Features;

/// <summary>How one text became another, line by line.</summary>
public static class LineChanges
{
    /// <summary>With more lines than these that only one of the texts has, all is changed: to look for what stayed would take the square of them.</summary>
    private const int MostLines = 20_000;

    /// <summary>The lines of a text, each with what ends it.</summary>
    public static string[] LinesOf(string text)
    {
        var source = new SourceText("", text);
        int count = source.LineCount - (source.LineCount > 0 && StartOf(source, source.LineCount - 1) == source.Length ? 1 : 0);
        return [.. Enumerable.Range(0, count).Select(line => source.Content[StartOf(source, line)..StartOf(source, line + 1)])];
    }

    /// <summary>The changes, in order; none between texts that are alike.</summary>
    public static IList<DiffBlock> Between(string[] before, string[] after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        int own = before.Except(after, StringComparer.Ordinal).Count() + after.Except(before, StringComparer.Ordinal).Count();
        return own > MostLines
            ? [new DiffBlock(0, before.Length, 0, after.Length)]
            : Differ.Instance.CreateDiffs("before", "after", ignoreWhiteSpace: false, ignoreCase: false, new Chunks(before, after)).DiffBlocks;
    }

    /// <summary>The edits that make one text of another, so that a cursor elsewhere stays where it is.</summary>
    internal static TextEdit[] Edits(DocumentView view, string after)
    {
        var target = new SourceText(view.Source.FileName, after);
        return
        [
            .. Between(LinesOf(view.Source.Content), LinesOf(after)).Select(change => new TextEdit(
                view.Range(TextSpan.FromBounds(StartOf(view.Source, change.DeleteStartA), StartOf(view.Source, change.DeleteStartA + change.DeleteCountA))),
                after[StartOf(target, change.InsertStartB)..StartOf(target, change.InsertStartB + change.InsertCountB)])),
        ];
    }

    private static int StartOf(SourceText source, int line) => line >= source.LineCount ? source.Length : source.GetLineSpan(line + 1).Start;

    // The texts are in lines already.
    private sealed class Chunks(string[] before, string[] after) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "before" ? before : after;
    }
}
