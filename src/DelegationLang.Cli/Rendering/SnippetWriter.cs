using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>Shows lines of one source with marks under what matters, and a frame of line numbers.</summary>
internal sealed class SnippetWriter(TextWriter writer, Palette palette, int gutter, int width)
{
    /// <summary>How many columns of a long line stay visible before the first mark.</summary>
    private const int LeadIn = 24;

    private const int NarrowestWindow = 40;

    /// <summary>The number of digits that the line numbers of these annotations take.</summary>
    public static int GutterFor(IEnumerable<Annotation> annotations) =>
        annotations.Max(annotation => annotation.LastLine).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    /// <summary>Writes the lines that the annotations of one source touch.</summary>
    /// <param name="annotations">The annotations, the primary one first.</param>
    /// <param name="colour">The colour of the primary marks.</param>
    public void Write(IReadOnlyList<Annotation> annotations, string colour)
    {
        SourceText source = annotations[0].Source;
        var lines = annotations.SelectMany(annotation => annotation.Lines()).Distinct().Order().ToList();
        Frame();
        int previous = lines[0] - 1;
        foreach (int line in lines)
        {
            if (line == previous + 2)
            {
                WriteLine(source, previous + 1, [], colour);
            }
            else if (line > previous + 2)
            {
                writer.WriteLine(palette.Frame + "..." + palette.End);
            }

            WriteLine(source, line, [.. annotations.Where(annotation => annotation.Touches(line))], colour);
            previous = line;
        }
    }

    /// <summary>Writes an empty line of the frame.</summary>
    public void Frame() => writer.WriteLine($"{new string(' ', gutter)} {palette.Frame}|{palette.End}");

    private void WriteLine(SourceText source, int line, IReadOnlyList<Annotation> annotations, string colour)
    {
        TextSpan span = source.GetLineSpan(line);
        var text = DisplayText.Of(source.Content.AsSpan(span.Start, span.Length));
        (int From, int To) window = Window(text, line, annotations);
        string shown = (window.From > 0 ? "…" : "") + text.Slice(window.From, window.To) + (window.To < text.Width ? "…" : "");
        string number = line.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(gutter);
        writer.WriteLine($"{palette.Frame}{number} |{palette.End} {shown}".TrimEnd());
        foreach (Annotation annotation in annotations)
        {
            WriteMarks(text, line, annotation, window, colour);
        }
    }

    private void WriteMarks(DisplayText text, int line, Annotation annotation, (int From, int To) window, string colour)
    {
        (int startIndex, int endIndex) = annotation.PartOf(line);
        int start = text.ColumnOf(startIndex);
        int end = Math.Max(text.ColumnOf(endIndex), start + 1);
        int edge = window.From > 0 ? 1 : 0;
        int from = Math.Clamp(start, window.From, window.To) - window.From + edge;
        int to = Math.Clamp(end, window.From, Math.Max(window.To, start + 1)) - window.From + edge;
        char mark = annotation.IsPrimary ? '^' : '-';
        bool isLast = line == annotation.LastLine;
        string label = isLast && annotation.Label.Length > 0 ? " " + DisplayText.Harmless(annotation.Label) : "";
        string tint = annotation.IsPrimary ? colour : palette.Second;
        writer.WriteLine(
            $"{new string(' ', gutter)} {palette.Frame}|{palette.End} {new string(' ', from)}{tint}{new string(mark, Math.Max(1, to - from))}{label}{palette.End}");
    }

    /// <summary>The columns of a line to show: all of them, or those round the first mark.</summary>
    private (int From, int To) Window(DisplayText text, int line, IReadOnlyList<Annotation> annotations)
    {
        int room = Math.Max(NarrowestWindow, width - gutter - 5);
        if (text.Width <= room)
        {
            return (0, text.Width);
        }

        int start = annotations.Count == 0 ? 0 : text.ColumnOf(annotations[0].PartOf(line).Start);
        int end = annotations.Count == 0 ? 0 : text.ColumnOf(annotations[0].PartOf(line).End);
        int from = end <= room ? 0 : Math.Min(Math.Max(0, start - LeadIn), text.Width - room);
        return (from, Math.Min(text.Width, from + room));
    }
}
