using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.Policy;

namespace DelegationLang.Service.Serving;

/// <summary>An answer with all that proves it: in words, and with the words of each sentence that it rests on.</summary>
internal static class Explanation
{
    /// <summary>Writes it as an object: <c>answer</c> (as <c>ask --json</c> prints it), <c>words</c>, and <c>sentences</c> with file, line and text.</summary>
    public static void Write(Utf8JsonWriter json, ServedScheme scheme, Answer answer)
    {
        json.WriteStartObject();
        json.WritePropertyName("answer");
        json.WriteRawValue(answer.ToJson(), skipInputValidation: true);
        json.WriteString("words", AnswerText.Write(answer));
        json.WriteStartArray("sentences");
        foreach (SourceReference source in Sources(answer).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("file", source.File);
            json.WriteNumber("line", source.Line);

            // Those of a library are not part of the scheme.
            if (scheme.SentenceAt(source) is { } sentence)
            {
                json.WriteString("text", sentence.Text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<SourceReference> Sources(Answer answer) =>
    [
        .. answer.Chain.Select(link => link.Source),
        .. answer.Deputies.Select(deputy => deputy.Source),
        .. answer.Authorities.SelectMany(authority => authority.Chain).Select(link => link.Source),
        .. answer.Cases.SelectMany(one => Sources(one.Answer)),
        .. answer.ForFunctions.SelectMany(one => Sources(one.Answer)),
    ];
}
