using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Diagnostics;
using DelegationLang.Policy.Answers;
using DelegationLang.Text;
using DelegationLang.Workspaces.Exemptions;

namespace DelegationLang.Cli.Rendering;

/// <summary>The results of a SARIF log: one a finding.</summary>
internal sealed class SarifResults(Utf8JsonWriter json, ImmutableArray<DiagnosticDescriptor> rules, SarifPlaces places)
{
    /// <summary>Writes one result.</summary>
    public void Write(Finding finding)
    {
        (Diagnostic diagnostic, FileNames files) = finding;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", IndexOf(diagnostic.Code));
        json.WriteString("level", SarifRule.LevelOf(diagnostic.Severity));

        // The first sentence is what a viewer shows where there is little room: what is wrong. What to write instead comes after it.
        WriteMessage("message", (MessageStyle.Sentence(diagnostic.Message) + " " + diagnostic.Help).TrimEnd());
        json.WriteStartArray("locations");
        json.WriteStartObject();
        places.WriteMembers(diagnostic.Location, files);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(diagnostic, files);
        WriteFixes(diagnostic, files);
        WriteSuppressions(finding.Exemption);
        json.WriteEndObject();
    }

    private int IndexOf(string code)
    {
        int index = 0;
        while (rules[index].Code != code)
        {
            index++;
        }

        return index;
    }

    private void WriteRelated(Diagnostic diagnostic, FileNames files)
    {
        if (diagnostic.Related.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        int id = 1;
        foreach (RelatedLocation related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteNumber("id", id++);
            places.WriteMembers(related.Location, files);
            WriteMessage("message", related.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFixes(Diagnostic diagnostic, FileNames files)
    {
        if (diagnostic.Fixes.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("fixes");
        foreach (CodeFix fix in diagnostic.Fixes)
        {
            json.WriteStartObject();
            WriteMessage("description", fix.Title);
            json.WriteStartArray("artifactChanges");
            foreach (IGrouping<SourceText, TextEdit> inOneFile in fix.Edits.GroupBy(edit => edit.Location.Source))
            {
                WriteChange(inOneFile.OrderBy(edit => edit.Location.Span.Start), inOneFile.First().Location, files);
            }

            json.WriteEndArray();
            json.WriteStartObject("properties");
            json.WriteBoolean("isSafe", fix.IsSafe);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteChange(IEnumerable<TextEdit> edits, SourceLocation file, FileNames files)
    {
        json.WriteStartObject();
        places.WriteArtifact(file, files);
        json.WriteStartArray("replacements");
        foreach (TextEdit edit in edits)
        {
            json.WriteStartObject();
            places.WriteRegion("deletedRegion", edit.Location);
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Empty where nothing is suppressed: either all results of a log have this member, or none.
    private void WriteSuppressions(ExemptedDiagnostic? exemption)
    {
        json.WriteStartArray("suppressions");
        if (exemption is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("status", "accepted");
            if (exemption.Reason.Length > 0)
            {
                json.WriteString("justification", exemption.Reason);
            }

            if (exemption.Until is DateOnly until)
            {
                json.WriteStartObject("properties");
                json.WriteString("until", JsonText.Day(until));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMessage(string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifRule.Literal(text));
        json.WriteEndObject();
    }
}
