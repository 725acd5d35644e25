using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>Reads <c>delegation.json</c>. Comments and commas after the last item are allowed in it.</summary>
public sealed class ProjectConfigurationReader
{
    private static readonly string[] Keys = ["files", "severity"];
    private static readonly string[] SeverityNames = ["error", "warning", "info", "off"];

    private readonly byte[] content;
    private readonly IReadOnlyCollection<string> codes;
    private readonly List<ConfigurationFault> faults = [];
    private readonly List<string> files = [];
    private readonly List<SeveritySetting> severities = [];

    private ProjectConfigurationReader(byte[] content, IReadOnlyCollection<string> codes)
    {
        this.content = content;
        this.codes = codes;
    }

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
        switch (key)
        {
            case "files":
                ReadFiles(ref json);
                break;
            case "severity":
                ReadSeverities(ref json);
                break;
            case "$schema":
                json.Skip();
                break;
            default:
                Report(start, $"there is no setting \"{key}\"{DidYouMean(key, Keys)}");
                json.Skip();
                break;
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

            json.Read();
            var name = json.TokenType == JsonTokenType.String ? json.GetString() ?? "" : "";
            if (Severity(name) is { } severity)
            {
                severities.RemoveAll(setting => setting.Code == code);
                severities.Add(new SeveritySetting(code, severity));
            }
            else
            {
                Report(json.TokenStartIndex, $"the severity of {code} must be \"error\", \"warning\", \"info\" or \"off\"{DidYouMean(name, SeverityNames)}");
                json.Skip();
            }
        }
    }

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
