using DelegationLang.Emit.Scheme;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Every sentence of the scheme as it was written, by file and section; the examples that are checked stand apart.</summary>
internal static class SentencesSection
{
    public static SectionView Build(PageContext context) => Build(
        context,
        "sentences",
        "The sentences of the scheme",
        "What the scheme says, word for word: everything above follows from it. “With reserved matters” is published as “subject to reserved matters”.",
        sentence => sentence.Kind != "scenario");

    public static SectionView? Examples(PageContext context) => context.Model.Scenarios.IsEmpty ? null : Build(
        context,
        "examples",
        "Examples that are checked",
        "What the authors expect the sentences of the scheme to mean. Each is tried whenever the scheme is checked; one that does not hold counts as an error.",
        sentence => sentence.Kind == "scenario");

    private static SectionView Build(PageContext context, string id, string heading, string intro, Func<PublishedSentence, bool> belongs)
    {
        var parts = new List<PartView>();
        int number = 0;
        foreach (IGrouping<string, PublishedSentence> file in context.Publication.Sentences.All.Where(belongs).GroupBy(sentence => sentence.File, StringComparer.Ordinal))
        {
            var sections = new List<PartView>();
            var withoutSection = new ContentView();
            foreach (IGrouping<string, PublishedSentence> section in BySection(file))
            {
                var content = new ContentView { Sentences = [.. section.Select(View)] };
                if (section.Key.Length == 0)
                {
                    withoutSection = content;
                }
                else
                {
                    number++;
                    sections.Add(new PartView(FormattableString.Invariant($"{id}-section-{number}"), section.Key, content, []));
                }
            }

            number++;
            parts.Add(new PartView(FormattableString.Invariant($"{id}-file-{number}"), file.Key, withoutSection, sections));
        }

        return new SectionView(id, heading, new ContentView { Lines = LineBuilder.Lines(intro) }, parts);
    }

    // Two sections of one title in one file are shown as one.
    private static IEnumerable<IGrouping<string, PublishedSentence>> BySection(IEnumerable<PublishedSentence> sentences) =>
        sentences.GroupBy(sentence => sentence.Section, StringComparer.Ordinal);

    private static SentenceView View(PublishedSentence sentence)
    {
        string[] lines = sentence.Text.Split('\n');
        string place = FormattableString.Invariant($"{sentence.File}, line {sentence.Line}");
        string references = string.Join(", ", sentence.References);
        return new SentenceView
        {
            Id = sentence.Id,
            Lead = lines[0],
            Bullets = [.. lines.Skip(1).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)],
            Source = references.Length > 0 ? place + ". Reference " + references : place,
            Notes = [],
            IsVoid = !sentence.IsEffective,
        };
    }
}
