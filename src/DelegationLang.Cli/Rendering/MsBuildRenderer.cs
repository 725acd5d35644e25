using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>One line a diagnostic, in the form that build logs and editors pick up: <c>file(line,column,endLine,endColumn): error DL3001: message</c>.</summary>
internal static class MsBuildRenderer
{
    /// <summary>Writes the diagnostics in their order.</summary>
    public static void Write(TextWriter writer, IEnumerable<Finding> findings)
    {
        foreach ((Diagnostic diagnostic, FileNames files) in findings)
        {
            SourceText source = diagnostic.Location.Source;
            LinePosition start = source.GetPosition(diagnostic.Location.Span.Start);
            LinePosition end = source.GetPosition(diagnostic.Location.Span.End);
            string file = files.Show(diagnostic.Location.File);
            writer.WriteLine(
                $"{file}({start.Line},{start.Column},{end.Line},{end.Column}): {SeverityWords.Of(diagnostic.Severity)} {diagnostic.Code}: {DisplayText.Harmless(diagnostic.Message)}");
        }
    }
}
