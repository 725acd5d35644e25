using System.Text.Json;
using System.Text.Json.Serialization;

namespace DelegationLang.Policy.Answers;

/// <summary>An answer as <see cref="JsonSerializer"/> writes it: as <see cref="Answer.ToJson"/> does, within the writer's own escaping.</summary>
internal sealed class AnswerJsonConverter : JsonConverter<Answer>
{
    /// <exception cref="NotSupportedException">Always: an answer that is kept is a document of its own. Ask its question again to have one that can be used.</exception>
    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An answer that was kept as JSON is read as JSON: ask its question again for an answer that a program can use.");

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options) => AnswerJson.Write(writer, value);
}

/// <summary>An outcome as a word: <c>decided</c>.</summary>
internal sealed class OutcomeJsonConverter : JsonConverter<Outcome>
{
    public override Outcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        for (Outcome outcome = Outcome.Error; outcome <= Outcome.No; outcome++)
        {
            if (AnswerJson.Word(outcome) == word)
            {
                return outcome;
            }
        }

        throw new JsonException("An outcome is one of error, decided, reserved, depends, nobody, yes and no.");
    }

    public override void Write(Utf8JsonWriter writer, Outcome value, JsonSerializerOptions options) => writer.WriteStringValue(AnswerJson.Word(value));
}
