using System.Text;
using System.Text.Json;
using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>What a SARIF log says of a kind of finding: its page, in the parts that viewers show.</summary>
internal static class SarifRule
{
    /// <summary>Writes one rule.</summary>
    public static void Write(Utf8JsonWriter json, DiagnosticDescriptor descriptor)
    {
        string page = DiagnosticCatalogue.PageOf(descriptor.Code) ?? "";
        string what = Plain(Section(page, "What is wrong"));
        json.WriteStartObject();
        json.WriteString("id", descriptor.Code);
        json.WriteString("name", PascalCase(descriptor.Name));
        Text(json, "shortDescription", MessageStyle.Sentence(descriptor.Title));
        Text(json, "fullDescription", what);
        json.WriteStartObject("help");
        json.WriteString("text", Literal(what + "\n\n" + Plain(Section(page, "Why it matters"))));
        json.WriteString("markdown", Literal(page.TrimEnd('\n')));
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(descriptor.DefaultSeverity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(TagOf(descriptor.Basis));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A severity as SARIF calls it.</summary>
    public static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    /// <summary>A text in which nothing is a placeholder: braces are doubled, as SARIF wants.</summary>
    public static string Literal(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Literal(text));
        json.WriteEndObject();
    }

    private static string TagOf(RuleBasis basis) => basis switch
    {
        RuleBasis.Law => "law",
        RuleBasis.Local => "local practice",
        RuleBasis.Unverified => "unverified",
        _ => "consistency",
    };

    private static string PascalCase(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The text of a page under a heading.</summary>
    private static string Section(string page, string heading)
    {
        string head = "\n## " + heading + "\n";
        int start = page.IndexOf(head, StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += head.Length;
        int end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return page[start..(end < 0 ? page.Length : end)].Trim('\n');
    }

    /// <summary>Markdown without its marks, each paragraph on one line.</summary>
    private static string Plain(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        foreach (string? line in markdown.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)))
        {
            if (line.Length == 0)
            {
                text.Append("\n\n");
            }
            else
            {
                text.Append(text.Length == 0 || text[^1] == '\n' ? "" : " ").Append(line.Trim());
            }
        }

        return text.Replace("**", "").Replace("`", "").Replace("*", "").ToString();
    }
}
