using System.Collections.Immutable;
using System.Text;
using DelegationLang.Syntax;

namespace DelegationLang.Formatting;

/// <summary>
/// The lines of one sentence. A sentence falls into segments: what stands before the first line of a table or list, and each such line. Each
/// segment is laid out by itself: on one line if it fits, otherwise a clause a line.
/// </summary>
internal sealed class SentenceLayout
{
    /// <summary>The widest first column of a table whose second column is aligned.</summary>
    private const int WidestColumn = 60;

    private readonly List<string> lines = [];
    private readonly StringBuilder line = new();
    private readonly bool isTitled;
    private readonly bool isInline;

    private SentenceLayout(SentenceSyntax? sentence)
    {
        isTitled = sentence is SchemeSyntax;
        isInline = PieceList.IsInline(sentence);
    }

    /// <summary>The lines of a sentence, without the breaks between them.</summary>
    public static IReadOnlyList<string> Of(SourceBlock block)
    {
        var layout = new SentenceLayout(block.Sentence);
        ImmutableArray<ImmutableArray<LayoutPiece>> segments = Segments(PieceList.Of(block));
        int column = block.Sentence is LimitsTableSyntax ? ColumnOf(segments) : 0;
        for (int i = 0; i < segments.Length; i++)
        {
            layout.Write(segments[i], i == 0 ? 0 : 2, i > 0 && segments[i][0].Text == "-" ? column : 0);
        }

        layout.EndLine();
        return layout.lines;
    }

    private static ImmutableArray<ImmutableArray<LayoutPiece>> Segments(ImmutableArray<LayoutPiece> pieces)
    {
        ImmutableArray<ImmutableArray<LayoutPiece>>.Builder segments = ImmutableArray.CreateBuilder<ImmutableArray<LayoutPiece>>();
        int start = 0;
        for (int i = 1; i <= pieces.Length; i++)
        {
            if (i == pieces.Length || pieces[i].Break == BreakKind.Line)
            {
                segments.Add(pieces[start..i]);
                start = i;
            }
        }

        return segments.ToImmutable();
    }

    // Where the second column of a table starts, counted from the bullet; 0 where aligning would make a line too long or a gap too wide.
    private static int ColumnOf(ImmutableArray<ImmutableArray<LayoutPiece>> segments)
    {
        int widest = 0;
        int longestRest = 0;
        int aligned = 0;
        foreach (ImmutableArray<LayoutPiece> segment in segments.Skip(1))
        {
            int clause = FirstClause(segment);
            if (clause < 0)
            {
                continue;
            }

            if (IsOpen(segment))
            {
                return 0;
            }

            int whole = FlatWidth(segment, 0, segment.Length);
            int first = FlatWidth(segment, 0, clause);
            widest = Math.Max(widest, first);
            longestRest = Math.Max(longestRest, whole - first - 1);
            aligned++;
        }

        return aligned > 1 && widest <= WidestColumn && 2 + widest + 1 + longestRest <= Formatter.Width ? widest + 1 : 0;
    }

    private static int FirstClause(ImmutableArray<LayoutPiece> segment)
    {
        for (int i = 0; i < segment.Length; i++)
        {
            if (segment[i].Break == BreakKind.Clause)
            {
                return i;
            }
        }

        return -1;
    }

    private static int FlatWidth(ImmutableArray<LayoutPiece> segment, int from, int to)
    {
        int width = 0;
        for (int i = from; i < to; i++)
        {
            width += segment[i].Text.Length + (i == from || segment[i].IsGlued ? 0 : 1);
        }

        return width;
    }

    // Whether a segment cannot stand on one line, whatever its length: it has a list of items, or a comment in its midst.
    private static bool IsOpen(ImmutableArray<LayoutPiece> segment)
    {
        for (int i = 1; i < segment.Length; i++)
        {
            if (segment[i].Break is BreakKind.Item or BreakKind.AfterItems || !segment[i].Before.Comments.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private void Write(ImmutableArray<LayoutPiece> segment, int indent, int column)
    {
        bool isOpen = IsOpen(segment) || (isTitled && indent > 0) || indent + FlatWidth(segment, 0, segment.Length) > Formatter.Width;
        int clauseIndent = indent + (segment[0].Text == "-" ? 4 : isTitled && indent > 0 ? 0 : 2);
        int firstClause = FirstClause(segment);
        bool breaksClauses = isOpen && !FitsBeforeExpectation(segment, indent);
        for (int i = 0; i < segment.Length; i++)
        {
            LayoutPiece piece = segment[i];
            int inner = piece.IsInClause ? clauseIndent + 2 : clauseIndent;
            if (i == 0)
            {
                StartLine(piece, indent);
            }
            else if (piece.Break == BreakKind.Item)
            {
                StartLine(piece, inner);
            }
            else if (piece.Break == BreakKind.AfterItems || (breaksClauses && piece.Break == BreakKind.Clause) || (isOpen && piece.Break == BreakKind.Expectation))
            {
                StartLine(piece, clauseIndent);
            }
            else if (!piece.Before.Comments.IsEmpty)
            {
                StartLine(piece, clauseIndent + 2);
            }
            else if (isOpen && piece.Break == BreakKind.Comma && !Fits(segment, i))
            {
                StartLine(piece, isInline ? clauseIndent : clauseIndent + 2);
            }
            else
            {
                Space(piece, i == firstClause && !isOpen ? indent + column : 0);
            }

            line.Append(piece.Text);
        }
    }

    // Whether all that stands before what is expected of a scenario fits on one line, and has no comment in its midst.
    private static bool FitsBeforeExpectation(ImmutableArray<LayoutPiece> segment, int indent)
    {
        for (int i = 0; i < segment.Length; i++)
        {
            if (i > 0 && !segment[i].Before.Comments.IsEmpty)
            {
                return false;
            }

            if (segment[i].Break == BreakKind.Expectation)
            {
                return indent + FlatWidth(segment, 0, i) <= Formatter.Width;
            }
        }

        return false;
    }

    // Whether everything up to the next place where the line may be broken still fits on it.
    private bool Fits(ImmutableArray<LayoutPiece> segment, int from)
    {
        int width = line.Length;
        for (int i = from; i < segment.Length; i++)
        {
            if (i > from && (segment[i].Break != BreakKind.None || !segment[i].Before.Comments.IsEmpty))
            {
                break;
            }

            width += segment[i].Text.Length + (segment[i].IsGlued ? 0 : 1);
        }

        return width <= Formatter.Width;
    }

    private void Space(LayoutPiece piece, int column)
    {
        if (!piece.IsGlued)
        {
            line.Append(' ', Math.Max(1, column - line.Length));
        }
    }

    private void StartLine(LayoutPiece piece, int indent)
    {
        foreach (Comment comment in piece.Before.Comments)
        {
            if (comment.IsTrailing && line.Length > 0)
            {
                line.Append(' ').Append(comment.Text);
                EndLine();
                continue;
            }

            EndLine();
            line.Append(' ', indent).Append(comment.Text);
        }

        EndLine();
        line.Append(' ', indent);
    }

    private void EndLine()
    {
        if (line.Length > 0)
        {
            lines.Add(line.ToString());
            line.Clear();
        }
    }
}
