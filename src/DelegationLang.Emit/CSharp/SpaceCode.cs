using System.Text;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy.Definition;
using DelegationLang.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>The decision space as code carries it: the JSON that <c>scheme.json</c> has, with the sentence above each rule as a comment.</summary>
/// <remarks>One constant of bytes, because a compiler takes as long for ten thousand small ones as for all the rest.</remarks>
internal static class SpaceCode
{
    private const string StartOfRules = "\"rules\": [";

    /// <summary>The JSON, a line a thing.</summary>
    /// <param name="publication">The scheme.</param>
    /// <param name="sentenceAt">The text of a sentence on one line; empty for none.</param>
    public static IEnumerable<string> Lines(Publication publication, Func<SourceLocation?, string> sentenceAt)
    {
        int rule = -1;
        foreach (string line in Json(publication.Definition).Split('\n').Select(line => line.Trim()))
        {
            bool isItem = line.StartsWith("{\"", StringComparison.Ordinal);
            if (rule >= 0 && isItem && rule < publication.Index.Rules.Length && sentenceAt(publication.Index.Rules[rule].Location) is { Length: > 0 } sentence)
            {
                yield return "// " + sentence;
            }

            yield return line;
            rule = line == StartOfRules ? 0 : rule >= 0 && isItem ? rule + 1 : -1;
        }
    }

    private static string Json(SpaceDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var json = new JsonFields(stream))
        {
            json.Object(() => new SpaceWriter(json).Write(definition));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
