using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>
/// The JSON schema of <c>delegation.json</c> (draft 2020-12), from which editors offer what may be written there. It lists every code of this
/// version of the compiler.
/// </summary>
public static class ConfigurationSchema
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        // Quotation marks of the titles stay readable; the text never goes into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of the schema; lines end with <c>\n</c>, the last one too.</summary>
    public static string Text
    {
        get
        {
            var buffer = new ArrayBufferWriter<byte>(16 * 1024);
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                Write(json);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", ProjectConfiguration.FileName);
        json.WriteString("description", "The settings of a project of DelegationLang: which files belong to it, and how much each diagnostic weighs.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteSchemaSetting(json);
        WriteFiles(json);
        WriteSeverities(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSchemaSetting(Utf8JsonWriter json)
    {
        json.WriteStartObject(ProjectConfigurationReader.SchemaKey);
        json.WriteString("description", "Where this schema lies, for editors. The compiler does not read it.");
        json.WriteString("type", "string");
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json)
    {
        json.WriteStartObject(ProjectConfigurationReader.FilesKey);
        json.WriteString(
            "description",
            "Which files belong to the project, in the order of reading: paths relative to this folder, where * stands for any characters of a name, ** for any folders and ? for one character. Without it, every .delegation file does.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteEndObject();
        json.WriteStartArray("examples");
        json.WriteStartArray();
        json.WriteStringValue("main.delegation");
        json.WriteStringValue("places/*.delegation");
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeverities(Utf8JsonWriter json)
    {
        json.WriteStartObject(ProjectConfigurationReader.SeverityKey);
        json.WriteString("description", "How much a diagnostic weighs in this project. It changes the report alone, never who may decide.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var descriptor in DiagnosticCatalogue.Descriptors)
        {
            json.WriteStartObject(descriptor.Code);
            json.WriteString("description", Voice.Sentence(descriptor.Title));
            json.WriteStartArray("enum");
            foreach (var name in ProjectConfigurationReader.SeverityNames)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteString("default", ProjectConfigurationReader.NameOf(descriptor.DefaultSeverity));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
