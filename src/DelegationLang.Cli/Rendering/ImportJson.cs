using System.Text.Json;
using DelegationLang.Import;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Cli.Rendering;

/// <summary>What came of an import, for programs.</summary>
internal static class ImportJson
{
    /// <summary>The report.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="sentences">The sentences, where none are written to files; none otherwise.</param>
    public static string Of(ImportResult result, string? sentences) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rows", result.Understood.Length + result.Asked.Length);
        json.WriteNumber("understood", result.Understood.Length);
        json.WriteNumber("asked", result.Asked.Length);
        json.WriteNumber("skipped", result.Skipped.Length);
        json.WriteStartObject("places");
        Rows(json, "understood", result.Understood);
        Rows(json, "asked", result.Asked);
        Rows(json, "skipped", result.Skipped);
        json.WriteEndObject();
        json.WriteStartArray("questions");
        foreach (ImportQuestion question in result.Questions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", question.Number);
            json.WriteString("place", question.Place);
            json.WriteString("words", question.Words);
            json.WriteString("ask", question.Ask);
            json.Strings("choices", question.Choices);
            json.Strings("writes", question.Writes);
            json.WriteNumber("answer", question.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Strings("remarks", result.Remarks);
        if (sentences is null)
        {
            json.Strings("files", result.Files.Select(file => file.Path));
        }
        else
        {
            json.WriteString("sentences", sentences);
        }

        json.WriteEndObject();
    });

    private static void Rows(Utf8JsonWriter json, string name, IEnumerable<ImportedRow> rows)
    {
        json.WriteStartArray(name);
        foreach (ImportedRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("place", row.Place);
            json.WriteString("words", row.Words);
            json.WriteString("reason", row.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
