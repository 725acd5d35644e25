using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Rendering;

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
        string heading = $"If {impact.Ended} ends on {Wording.Day(impact.On)}{(impact.Successor.Length > 0 ? $" and {impact.Successor} takes over" : "")}:";
        host.Output.WriteLine(palette.Strong + DisplayText.Harmless(heading) + palette.End);
        host.Output.WriteLine();
        new DiffText(host, files, files).Write(impact.Diff);
        Sentences("Sentences that need something", impact.Sentences);
        Sentences("Steps that nobody could take", impact.Steps);
        if (!impact.Groups.IsEmpty)
        {
            Heading("Groups below their quorum");
            foreach (GroupBelowQuorum group in impact.Groups)
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
        foreach (NeedySentence sentence in sentences)
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
