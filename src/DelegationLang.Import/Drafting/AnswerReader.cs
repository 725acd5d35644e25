using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Drafting;

/// <summary>Reads answers: the filled list of questions, or JSON such as <c>{ "3": 1 }</c>.</summary>
internal static class AnswerReader
{
    /// <summary>The chosen answer, from 1, by the number of the question.</summary>
    /// <exception cref="ImportException">The text is neither.</exception>
    public static Dictionary<int, int> Read(string text)
    {
        return text.TrimStart().StartsWith('{') ? ReadJson(text) : ReadList(text);
    }

    private static Dictionary<int, int> ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            JsonElement root = json.RootElement.TryGetProperty("answers", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object ? inner : json.RootElement;
            var answers = new Dictionary<int, int>();
            foreach (JsonProperty property in root.EnumerateObject())
            {
                bool isNumber = int.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
                int choice = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out int given) ? given
                    : property.Value.ValueKind == JsonValueKind.String && int.TryParse(property.Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out int spelt) ? spelt : 0;
                if (!isNumber || choice < 1)
                {
                    throw new ImportException($"its answer “{property.Name}” is not a number of a question with a number of a choice");
                }

                answers[number] = choice;
            }

            return answers;
        }
        catch (JsonException)
        {
            throw new ImportException("it is not JSON that can be read");
        }
    }

    private static Dictionary<int, int> ReadList(string text)
    {
        var answers = new Dictionary<int, int>();
        int number = 0;
        foreach (string line in text.Split('\n').Select(line => line.Trim()))
        {
            if (Heading.Match(line) is { Success: true } heading)
            {
                number = int.TryParse(heading.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int found) ? found : 0;
            }
            else if (number > 0 && Answer.Match(line) is { Success: true } answer)
            {
                answers[number] = int.TryParse(answer.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int choice) ? choice : 0;
            }
        }

        return answers;
    }

    private static readonly Regex Heading = new(@"^#{1,6}\s*(\d{1,6})\.", RegexOptions.CultureInvariant);

    private static readonly Regex Answer = new(@"^\**Answer:?\**:?\s*(\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
