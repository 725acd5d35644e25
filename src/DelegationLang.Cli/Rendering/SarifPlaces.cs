using System.Text.Json;
using DelegationLang.Text;

namespace DelegationLang.Cli.Rendering;

/// <summary>Places in a SARIF log. Lines and columns count from 1, columns in UTF-16 units; the end is the place after the last character.</summary>
internal sealed class SarifPlaces(Utf8JsonWriter json, string folder)
{
    /// <summary>What relative paths are relative to.</summary>
    public const string BaseId = "%SRCROOT%";

    /// <summary>Writes the members of a location: in a file, or in a library, which is in no file.</summary>
    public void WriteMembers(SourceLocation location, FileNames files)
    {
        if (files.IsOfProject(location.File))
        {
            json.WriteStartObject("physicalLocation");
            WriteArtifact(location, files);
            WriteRegion("region", location);
            json.WriteEndObject();
            return;
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{location.File}:{location.Line}"));
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes which file a place is in.</summary>
    public void WriteArtifact(SourceLocation location, FileNames files)
    {
        string shown = files.Show(location.File).Replace('\\', '/');
        bool isBelow = !Path.IsPathRooted(shown) && !shown.Split('/').Contains("..");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", isBelow ? Escaped(shown) : AbsoluteUri(shown));
        if (isBelow)
        {
            json.WriteString("uriBaseId", BaseId);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the lines and columns of a place.</summary>
    public void WriteRegion(string name, SourceLocation location)
    {
        LinePosition start = location.Source.GetPosition(location.Span.Start);
        LinePosition end = location.Source.GetPosition(location.Span.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private string AbsoluteUri(string shown)
    {
        string full = Path.GetFullPath(shown, folder).Replace('\\', '/');
        return "file:///" + Escaped(full.TrimStart('/')).Replace("%3A", ":", StringComparison.Ordinal);
    }

    private static string Escaped(string path) =>
        string.Join('/', path.Split('/').Where(part => part.Length > 0 && part != ".").Select(Uri.EscapeDataString));
}
