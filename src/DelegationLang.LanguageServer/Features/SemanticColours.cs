using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Colours by meaning: what each name stands for, what is reserved, what is a figure.</summary>
internal static class SemanticColours
{
    private const int Keyword = 13;
    private const int Number = 14;
    private const int Text = 15;
    private const int Comment = 16;
    private const int Declaration = 1;
    private const int Library = 2;
    private const int Ended = 4;

    /// <summary>The types in the order of the families, then those of other words; the modifiers, a bit each.</summary>
    public static SemanticTokensLegend Legend { get; } = new(
        [
            "class", "interface", "enumMember", "function", "method", "property", "namespace", "decorator", "struct", "variable", "parameter", "type", "event",
            "keyword", "number", "string", "comment",
        ],
        ["declaration", "defaultLibrary", "deprecated"]);

    public static SemanticTokens Of(DocumentView view, TextSpan within)
    {
        var runs = new List<Run>();
        foreach (NameSpan name in view.Project.References.In(view.Source))
        {
            int modifiers = (name.IsDeclaration ? Declaration : 0) | (name.Symbol.IsFromLibrary ? Library : 0) | (HasEnded(view, name.Symbol) ? Ended : 0);
            runs.Add(new Run(name.Location.Span, (int)name.Symbol.Kind.Family, modifiers));
        }

        foreach (SyntaxToken token in view.Tree.Tokens)
        {
            int type = token.Kind switch
            {
                TokenKind.Money or TokenKind.Number or TokenKind.PercentOf or TokenKind.Date or TokenKind.FinancialYear => Number,
                TokenKind.Quotation or TokenKind.Title => Text,
                >= TokenKind.Scheme => Keyword,
                _ => -1,
            };
            if (type >= 0)
            {
                runs.Add(new Run(token.Span, type, 0));
            }
        }

        runs.AddRange(view.Tree.Comments.Select(comment => new Run(comment, Comment, 0)));
        return Encode(view, runs, within);
    }

    private static bool HasEnded(DocumentView view, Symbol symbol) => symbol.Lifetime.HasLast && symbol.Lifetime.Last < view.Project.Compilation.AsOf;

    // Each token by its distance from the one before; none over two lines, and none over another.
    private static SemanticTokens Encode(DocumentView view, List<Run> runs, TextSpan within)
    {
        var data = new List<int>();
        int lastLine = 0, lastCharacter = 0, lastEnd = -1;
        foreach (Run run in runs.Where(run => run.Span.Overlaps(within)).OrderBy(run => run.Span.Start).ThenBy(run => run.Span.Length))
        {
            foreach (TextSpan part in Lines(view.Source, run.Span))
            {
                if (part.Start < lastEnd || part.Length == 0)
                {
                    continue;
                }

                Position start = view.Position(part.Start);
                data.Add(start.Line - lastLine);
                data.Add(start.Line == lastLine ? start.Character - lastCharacter : start.Character);
                data.Add(view.Count(view.Source.Content.AsSpan(part.Start, part.Length)));
                data.Add(run.Type);
                data.Add(run.Modifiers);
                (lastLine, lastCharacter, lastEnd) = (start.Line, start.Character, part.End);
            }
        }

        return new SemanticTokens([.. data]);
    }

    private static IEnumerable<TextSpan> Lines(SourceText source, TextSpan span)
    {
        int first = source.GetPosition(span.Start).Line, last = source.GetPosition(span.End).Line;
        for (int line = first; line <= last; line++)
        {
            TextSpan whole = source.GetLineSpan(line);
            int start = Math.Max(whole.Start, span.Start);
            while (line > first && start < whole.End && char.IsWhiteSpace(source.Content[start]))
            {
                start++;
            }

            yield return TextSpan.FromBounds(start, Math.Min(whole.End, span.End));
        }
    }

    private sealed record Run(TextSpan Span, int Type, int Modifiers);
}
