using System.Globalization;
using System.Text.Json;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>The report of <c>check --format json</c>. Lines and columns count from 1, columns in UTF-16 units; the end is the place after the last character.</summary>
internal static class DiagnosticJson
{
    /// <summary>The whole report as one object on one line.</summary>
    /// <param name="findings">What is reported.</param>
    /// <param name="exempted">What is not, because authors exempted it.</param>
    /// <param name="mended">What was mended, each with the fix that did it; none where nobody asked for it.</param>
    public static string Of(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> exempted, IReadOnlyList<Finding>? mended) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        Write(json, "diagnostics", findings);
        Write(json, "exempted", exempted);
        if (mended is not null)
        {
            Write(json, "mended", mended);
        }

        json.WriteStartObject("summary");
        json.WriteNumber("errors", Finding.Count(findings, DiagnosticSeverity.Error));
        json.WriteNumber("warnings", Finding.Count(findings, DiagnosticSeverity.Warning));
        json.WriteNumber("infos", Finding.Count(findings, DiagnosticSeverity.Info));
        json.WriteNumber("exempted", exempted.Count);
        if (mended is not null)
        {
            json.WriteNumber("mended", mended.Count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (Finding finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        (Diagnostic diagnostic, FileNames files) = finding;
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", SeverityWords.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        Place(json, diagnostic.Location, files);
        json.WriteString("label", diagnostic.Label);
        json.WriteString("help", diagnostic.Help);
        json.WriteStartArray("related");
        foreach (RelatedLocation related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", related.Label);
            Place(json, related.Location, files);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (CodeFix fix in diagnostic.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteBoolean("isSafe", fix.IsSafe);
            json.WriteStartArray("edits");
            foreach (TextEdit edit in fix.Edits)
            {
                json.WriteStartObject();
                Place(json, edit.Location, files);
                json.WriteString("newText", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Exemption is { } exemption)
        {
            json.WriteString("reason", exemption.Reason);
            if (exemption.Until is DateOnly until)
            {
                json.WriteString("until", JsonText.Day(until));
            }
        }

        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, SourceLocation location, FileNames files)
    {
        LinePosition start = location.Source.GetPosition(location.Span.Start);
        LinePosition end = location.Source.GetPosition(location.Span.End);
        json.WriteString("file", files.Show(location.File));
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
