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
        json.WriteString("$id", "urn:delegationlang:delegation:1");
        json.WriteString("title", ProjectConfiguration.FileName);
        json.WriteString("description", "The settings of a project of DelegationLang: which files belong to it, how much each diagnostic weighs, and how its pages look.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteSchemaSetting(json);
        WriteFiles(json);
        WriteSeverities(json);
        WriteSite(json);
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
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.Descriptors)
        {
            json.WriteStartObject(descriptor.Code);
            json.WriteString("description", MessageStyle.Sentence(descriptor.Title));
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

    private static void WriteSite(Utf8JsonWriter json)
    {
        json.WriteStartObject(ProjectConfigurationReader.SiteKey);
        json.WriteString("description", "How the pages that build writes look.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        json.WriteStartObject(SiteSettingsReader.ThemeKey);
        json.WriteString("description", "The style of the NHS, that of GOV.UK, or one that is nobody's in particular. Without it, NHS bodies have the first and everybody else the last.");
        json.WriteStartArray("enum");
        foreach (var theme in SiteSettingsReader.Themes)
        {
            json.WriteStringValue(theme);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteText(json, SiteSettingsReader.NameKey, "The name at the top of every page. Without it, that of the scheme's own organisation.", ".");
        WriteText(json, SiteSettingsReader.AddressKey, "Where the pages are published. With it a feed of dated changes is written, which programs can subscribe to.", "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\\\#?]+$");
        WriteText(json, SiteSettingsReader.LogoKey, "A picture beside the name: a file of the project folder.", "\\.(svg|png|jpg|webp)$");
        WriteText(json, SiteSettingsReader.TemplatesKey, "A folder of templates that stand in the place of the built-in ones (see delegation templates).", ".");
        WriteText(json, SiteSettingsReader.WordKey, "A Word file of which documents take their styles, pages, headers and footers.", "\\.(docx|dotx)$");
        json.WriteStartObject(SiteSettingsReader.ColoursKey);
        json.WriteString("description", "Colours instead of the theme's, each dark enough to be read on white and to carry white letters.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteText(json, SiteSettingsReader.BrandKey, "The banner.", "^#[0-9a-fA-F]{6}$");
        WriteText(json, SiteSettingsReader.LinksKey, "Links.", "^#[0-9a-fA-F]{6}$");
        WriteText(json, SiteSettingsReader.ButtonsKey, "Buttons.", "^#[0-9a-fA-F]{6}$");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string key, string description, string pattern)
    {
        json.WriteStartObject(key);
        json.WriteString("description", description);
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }
}
