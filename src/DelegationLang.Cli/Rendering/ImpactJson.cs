using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Cli.Rendering;

/// <summary>What ends with something, as JSON: the members of a comparison, and what the sentences need.</summary>
/// <param name="files">How files are shown.</param>
internal sealed class ImpactJson(FileNames files)
{
    /// <summary>The whole, on one line.</summary>
    public string Of(SchemeImpact impact) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("ends", impact.Ended);
        json.WriteString("kind", impact.Kind);
        json.WriteString("on", JsonText.Day(impact.On));
        if (impact.Successor.Length > 0)
        {
            json.WriteString("successor", impact.Successor);
        }

        new DiffJson(files, files).Members(json, impact.Diff);
        Sentences(json, "sentences", impact.Sentences);
        Sentences(json, "steps", impact.Steps);
        json.WriteStartArray("groups");
        foreach (GroupBelowQuorum group in impact.Groups)
        {
            json.WriteStartObject();
            json.WriteString("group", group.Group);
            json.WriteNumber("members", group.Members);
            json.WriteNumber("quorum", group.Quorum);
            json.WriteString("needs", ImpactText.Needs(group));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Sentences(Utf8JsonWriter json, string name, ImmutableArray<NeedySentence> sentences)
    {
        json.WriteStartArray(name);
        foreach (NeedySentence sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("file", files.Show(sentence.File));
            json.WriteNumber("line", sentence.Line);
            json.WriteString("problem", sentence.Problem);
            json.WriteString("needs", sentence.Needs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
