using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;

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
        foreach (var group in impact.Groups)
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
        foreach (var sentence in sentences)
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

/// <summary>What ends with something, for people at a terminal.</summary>
/// <param name="host">The machine.</param>
/// <param name="files">How files are shown.</param>
internal sealed class ImpactText(Host host, FileNames files)
{
    private readonly Palette palette = new(host.HasColour);

    /// <summary>What a group below its quorum needs.</summary>
    public static string Needs(GroupBelowQuorum group) => string.Create(CultureInfo.InvariantCulture, $"{group.Quorum - group.Members} more {(group.Quorum - group.Members == 1 ? "member" : "members")}, or a smaller quorum");

    /// <summary>Writes it.</summary>
    public void Write(SchemeImpact impact)
    {
        var heading = $"If {impact.Ended} ends on {Wording.Day(impact.On)}{(impact.Successor.Length > 0 ? $" and {impact.Successor} takes over" : "")}:";
        host.Output.WriteLine(palette.Strong + DisplayText.Harmless(heading) + palette.End);
        host.Output.WriteLine();
        new DiffText(host, files, files).Write(impact.Diff);
        Sentences("Sentences that need something", impact.Sentences);
        Sentences("Steps that nobody could take", impact.Steps);
        if (!impact.Groups.IsEmpty)
        {
            Heading("Groups below their quorum");
            foreach (var group in impact.Groups)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"{group.Group}: {group.Members} left of a quorum of {group.Quorum}. It needs {Needs(group)}."));
            }
        }
    }

    private void Sentences(string heading, ImmutableArray<NeedySentence> sentences)
    {
        if (sentences.IsEmpty)
        {
            return;
        }

        Heading(heading);
        foreach (var sentence in sentences)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{files.Show(sentence.File)}:{sentence.Line}: {sentence.Problem}. It needs {sentence.Needs}."));
        }
    }

    private void Heading(string text)
    {
        host.Output.WriteLine();
        host.Output.WriteLine(palette.Strong + text + palette.End);
    }

    private void Line(string text) => host.Output.WriteLine("  " + DisplayText.Harmless(text));
}
