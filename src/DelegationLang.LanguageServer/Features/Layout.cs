using DelegationLang.Formatting;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Lays a document, or the sentences of a range, out anew: exactly as <c>delegation fmt</c> does.</summary>
internal static class Layout
{
    public static TextEdit[] Whole(DocumentView view) => Edits(view, null);

    public static TextEdit[] Lines(DocumentView view, Protocol.Types.Range range)
    {
        // A range that ends at the start of a line ends before it.
        int last = range.End.Character == 0 && range.End.Line > range.Start.Line ? range.End.Line : range.End.Line + 1;
        return Edits(view, new LineRange(range.Start.Line + 1, last));
    }

    private static TextEdit[] Edits(DocumentView view, LineRange? lines)
    {
        string before = view.Source.Content;
        string after = Formatter.Format(view.Source, view.Project.Compilation.Names, lines);
        return string.Equals(before, after, StringComparison.Ordinal) ? [] : LineDifference.Of(view, after);
    }
}
