using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>Reads <c>delegation.json</c>. Comments and commas after the last item are allowed in it.</summary>
public sealed class ProjectConfigurationReader
{
    internal const string FilesKey = "files";
    internal const string SeverityKey = "severity";
    internal const string SiteKey = "site";
    internal const string SchemaKey = "$schema";

    private static readonly string[] Keys = [FilesKey, SeverityKey, SiteKey, SchemaKey];

    private readonly byte[] content;
    private readonly IReadOnlyCollection<string> codes;
    private readonly List<ConfigurationFault> faults = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly List<string> files = [];
    private readonly List<SeveritySetting> severities = [];
    private SiteSettings site = new();

    private ProjectConfigurationReader(byte[] content, IReadOnlyCollection<string> codes)
    {
        this.content = content;
        this.codes = codes;
    }

    /// <summary>The severities as the file writes them.</summary>
    internal static string[] SeverityNames { get; } = ["error", "warning", "info", "off"];

    /// <summary>Reads a configuration.</summary>
    /// <param name="bytes">The bytes of the file, UTF-8 with or without a byte order mark.</param>
    /// <param name="codes">The codes of every diagnostic there is.</param>
    /// <returns>The configuration as far as it could be read, and everything that is wrong with it.</returns>
    public static (ProjectConfiguration Configuration, ImmutableArray<ConfigurationFault> Faults) Read(
        ReadOnlySpan<byte> bytes, IReadOnlyCollection<string> codes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var reader = new ProjectConfigurationReader((bytes.StartsWith(mark) ? bytes[3..] : bytes).ToArray(), codes);
        reader.Read();
        var configuration = new ProjectConfiguration
        {
            Files = [.. reader.files],
            Severities = [.. reader.severities],
            Site = reader.site,
        };
        return (configuration, [.. reader.faults]);
    }

    private void Read()
    {
        var json = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                Report(json.TokenStartIndex, "this file must hold one object: { \"files\": [ … ], \"severity\": { … } }");
                return;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                ReadSetting(ref json);
            }

            json.Read();
        }
        catch (JsonException fault)
        {
            var line = (int)(fault.LineNumber ?? 0) + 1;
            var column = (int)(fault.BytePositionInLine ?? 0) + 1;
            faults.Add(new ConfigurationFault(line, column, "this is not well-formed JSON: look for a missing quotation mark, comma or bracket here or just before"));
        }
    }

    private void ReadSetting(ref Utf8JsonReader json)
    {
        var key = json.GetString() ?? "";
        var start = json.TokenStartIndex;
        json.Read();
        if (!keys.Add(key))
        {
            Report(start, $"\"{key}\" is set twice: keep one of the two");
        }

        switch (key)
        {
            case FilesKey:
                ReadFiles(ref json);
                break;
            case SeverityKey:
                ReadSeverities(ref json);
                break;
            case SiteKey:
                site = new SiteSettingsReader(Report).Read(ref json);
                break;
            case SchemaKey:
                ReadSchema(ref json);
                break;
            default:
                Report(start, $"there is no setting \"{key}\"{DidYouMean(key, Keys)}");
                json.Skip();
                break;
        }
    }

    // Where the schema lies matters to editors alone.
    private void ReadSchema(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Report(json.TokenStartIndex, "\"$schema\" must be the address of the schema in quotation marks");
            json.Skip();
        }
    }

    private void ReadFiles(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            Report(json.TokenStartIndex, "\"files\" must be a list: [\"main.delegation\", \"places/*.delegation\"]");
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var text = json.TokenType == JsonTokenType.String ? json.GetString() ?? "" : "";
            if (text.Length == 0)
            {
                Report(json.TokenStartIndex, "\"files\" holds file names in quotation marks, such as \"main.delegation\"");
                json.Skip();
            }
            else if (ProjectPath.Resolve("", text) is { } path)
            {
                files.Add(path);
            }
            else
            {
                Report(json.TokenStartIndex, $"\"{text}\" lies outside the project folder: files are named relative to the folder of {ProjectConfiguration.FileName}");
            }
        }
    }

    private void ReadSeverities(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Report(json.TokenStartIndex, "\"severity\" must name codes: { \"DL3010\": \"off\" }");
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var code = json.GetString() ?? "";
            if (!codes.Contains(code))
            {
                Report(json.TokenStartIndex, $"there is no diagnostic \"{code}\"{DidYouMean(code, codes)}");
            }
            else if (!keys.Add(code))
            {
                Report(json.TokenStartIndex, $"the severity of {code} is set twice: keep one of the two");
            }

            json.Read();
            var name = json.TokenType == JsonTokenType.String ? json.GetString() ?? "" : "";
            if (Severity(name) is { } severity)
            {
                severities.Add(new SeveritySetting(code, severity));
            }
            else
            {
                Report(json.TokenStartIndex, $"the severity of {code} must be \"error\", \"warning\", \"info\" or \"off\"{DidYouMean(name, SeverityNames)}");
                json.Skip();
            }
        }
    }

    /// <summary>A severity as the file writes it.</summary>
    internal static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "off",
    };

    private static DiagnosticSeverity? Severity(string name) => name switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        "off" => DiagnosticSeverity.Off,
        _ => null,
    };

    private static string DidYouMean(string written, IEnumerable<string> candidates) =>
        written.Length > 0 && Suggestion.Closest(written, candidates) is { } closest ? $"; did you mean \"{closest}\"?" : "";

    private void Report(long position, string message)
    {
        int line = 1, column = 1;
        foreach (var unit in content.AsSpan(0, (int)Math.Min(position, content.Length)))
        {
            (line, column) = unit == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        faults.Add(new ConfigurationFault(line, column, message));
    }
}
