using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Marks that turn the direction of a text: in a name, a title or a quotation, all of which are published, and the stronger ones in comments too.
/// With them a text may be read as something that it does not say.
/// </summary>
internal static class DirectionMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>One warning for each name, title, quotation or comment with such marks; the fix takes them all out of it.</summary>
    public static ImmutableArray<Diagnostic> Find(SyntaxTree tree)
    {
        string content = tree.Source.Content;
        int at = content.AsSpan().IndexOfAny(Marks);
        if (at < 0)
        {
            return [];
        }

        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Kind is TokenKind.Name or TokenKind.Title or TokenKind.Quotation)
            {
                Add(found, tree.Source, token.Span, Characters.IsDirectional);
            }
        }

        foreach (TextSpan comment in tree.Comments)
        {
            Add(found, tree.Source, comment, Characters.IsDirectionControl);
        }

        return found.ToImmutable();
    }

    private static void Add(ImmutableArray<Diagnostic>.Builder found, SourceText source, TextSpan span, Func<char, bool> isMeant)
    {
        ImmutableArray<TextEdit>.Builder edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (int i = span.Start; i < span.End; i++)
        {
            if (isMeant(source.Content[i]))
            {
                edits.Add(new TextEdit(new SourceLocation(source, new TextSpan(i, 1)), ""));
            }
        }

        if (edits.Count == 0)
        {
            return;
        }

        string code = string.Create(CultureInfo.InvariantCulture, $"U+{(int)source.Content[edits[0].Location.Span.Start]:X4}");
        found.Add(new Diagnostic(ParsingDiagnostics.DirectionMark, edits[0].Location, $"an unseen mark here turns the direction of the text ({code})")
        {
            Label = "nobody can see it",
            Help = "leave it out: with it, this may be read as something that it does not say",
            Fixes = [new CodeFix(edits.Count == 1 ? "Leave the mark out" : "Leave the marks out", edits.ToImmutable(), IsSafe: true)],
        });
    }
}
