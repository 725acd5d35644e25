using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Cli.Rendering;

/// <summary>A comparison of two versions for people at a terminal: each change in words, and under it the question that shows it and the sentences.</summary>
/// <param name="host">The machine.</param>
/// <param name="before">How files of the earlier version are shown.</param>
/// <param name="after">How files of the later version are shown.</param>
internal sealed class DiffText(Host host, FileNames before, FileNames after)
{
    private readonly Palette palette = new(host.HasColour);

    /// <summary>Writes it.</summary>
    public void Write(SchemeDiff diff)
    {
        var arranged = ArrangedChanges.Of(diff);
        foreach (ChangeCategory category in ChangeTerms.Categories)
        {
            var changes = arranged.First.Where(change => change.Change.Category == category).ToList();
            if (changes.Count > 0)
            {
                Line($"{palette.Strong}{ChangeTerms.Heading(category)}{palette.End}");
                changes.ForEach(Write);
                Line("");
            }
        }

        if (!arranged.Following.IsEmpty)
        {
            Line($"{palette.Strong}{ArrangedChanges.Heading}{palette.End}");
            foreach (ShownChange change in arranged.Following)
            {
                Line("  " + Plain(ChangeTerms.Sentence(change.Change)));
            }

            Line("");
        }

        if (!diff.Renamed.IsEmpty)
        {
            Line($"{palette.Strong}Renamed{palette.End}");
            foreach (RenamedName name in diff.Renamed)
            {
                Line("  " + Plain(ChangeTerms.Renamed(name)));
            }

            Line("");
        }

        if (!diff.WordingOnly.IsEmpty)
        {
            Line($"{palette.Strong}{ChangeTerms.Wording(diff)}{palette.End}");
            foreach (WordingChange change in diff.WordingOnly)
            {
                Line("  " + (change.After is { } now ? Plain(ChangeTerms.Place(now, after.Show)) : change.Before is { } then ? Plain(ChangeTerms.Place(then, before.Show)) + ", taken away" : ""));
            }

            Line("");
        }

        foreach (string subject in diff.CutShort)
        {
            Line(Plain(ChangeTerms.CutShort(subject)));
        }

        Line(ChangeTerms.Total(diff));
    }

    /// <summary>Writes the changes alone, each in its sentence.</summary>
    public void WriteShort(SchemeDiff diff)
    {
        foreach (ShownChange change in diff.Changes)
        {
            Line("  " + Plain(ChangeTerms.Sentence(change.Change)));
        }

        Line(ChangeTerms.Total(diff));
    }

    private void Write(ShownChange change)
    {
        Line("  " + Plain(ChangeTerms.Sentence(change.Change)));
        Line("      " + Plain(change.Question));
        Line("      before: " + Plain(ChangeTerms.Summary(change.Before, change.After)) + Places(change.SentencesBefore, before));
        Line("      after:  " + Plain(ChangeTerms.Summary(change.After, change.Before)) + Places(change.SentencesAfter, after));
    }

    private static string Places(IReadOnlyCollection<VersionSentence> sentences, FileNames files) =>
        sentences.Count == 0 ? "" : Plain(" (" + string.Join(", ", sentences.Select(sentence => ChangeTerms.Place(sentence, files.Show))) + ")");

    private static string Plain(string text) => DisplayText.Harmless(text);

    private void Line(string text) => host.Output.WriteLine(text);
}
