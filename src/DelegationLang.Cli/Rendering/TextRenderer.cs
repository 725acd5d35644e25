using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>Diagnostics for people: what is wrong, the lines it is about with marks under the words, and what to write instead.</summary>
internal sealed class TextRenderer(TextWriter writer, Palette palette, FileNames files, int width)
{
    /// <summary>Writes one diagnostic and an empty line after it.</summary>
    public void Write(Diagnostic diagnostic)
    {
        string colour = palette.Of(diagnostic.Severity);
        writer.WriteLine(
            $"{colour}{SeverityWords.Of(diagnostic.Severity)}[{diagnostic.Code}]{palette.End}{palette.Strong}: {DisplayText.Harmless(diagnostic.Message)}{palette.End}");

        List<Annotation> annotations = Annotations(diagnostic);
        int gutter = SnippetWriter.GutterFor(annotations);
        var snippets = new SnippetWriter(writer, palette, gutter, width);
        string arrow = "-->";
        foreach (IGrouping<SourceText, Annotation> inOneFile in annotations.GroupBy(annotation => annotation.Source))
        {
            // The file of the finding names the finding's own place, any other the first that is shown of it.
            Annotation place = inOneFile.OrderByDescending(annotation => annotation.IsPrimary).ThenBy(annotation => annotation.First.Line).First();
            writer.WriteLine(
                $"{new string(' ', gutter)}{palette.Frame}{arrow}{palette.End} {files.Show(place.Source.FileName)}:{place.First.Line}:{place.First.Column}");
            snippets.Write([.. inOneFile], colour);
            arrow = ":::";
        }

        WriteAdvice(diagnostic, snippets, gutter);
        writer.WriteLine();
    }

    private static List<Annotation> Annotations(Diagnostic diagnostic)
    {
        var annotations = new List<Annotation> { Annotation.Of(diagnostic.Location, diagnostic.Label, isPrimary: true) };
        annotations.AddRange(diagnostic.Related.Select(related => Annotation.Of(related.Location, related.Label, isPrimary: false)));
        return annotations;
    }

    private void WriteAdvice(Diagnostic diagnostic, SnippetWriter snippets, int gutter)
    {
        var fixes = diagnostic.Fixes.Where(fix => fix.Title.Length > 0 && !diagnostic.Help.Contains(fix.Title, StringComparison.OrdinalIgnoreCase)).ToList();
        if (diagnostic.Help.Length == 0 && fixes.Count == 0)
        {
            return;
        }

        snippets.Frame();
        if (diagnostic.Help.Length > 0)
        {
            Advice("help", diagnostic.Help, gutter);
        }

        foreach (CodeFix? fix in fixes)
        {
            Advice("fix", fix.Title, gutter);
        }
    }

    private void Advice(string kind, string text, int gutter)
    {
        string head = $"{new string(' ', gutter)} {palette.Frame}={palette.End} {palette.Second}{kind}:{palette.End} ";
        string indent = new string(' ', gutter + 3 + kind.Length + 2);
        foreach (string line in text.Split('\n'))
        {
            writer.WriteLine(head + DisplayText.Harmless(line));
            head = indent;
        }
    }
}
