using System.Collections.Immutable;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What has changed since the version that the scheme supersedes, and the marks on the pages of what it touches.</summary>
internal sealed class ChangesPage(PageContext context)
{
    /// <summary>The file.</summary>
    public const string File = "changes.html";

    /// <summary>What the page is called, and the way to it.</summary>
    public const string Heading = "What has changed";

    // On the page of a party or a subject nobody reads more of them: the rest stand on the page of changes.
    private const int MostMarks = 5;

    private readonly ChangeLines lines = new(context);

    /// <summary>What the pages of a version are called by the version before: with its number where it has one.</summary>
    private static string Former(SchemeDiff diff) => diff.Before.Version.Length > 0 ? "version " + diff.Before.Version : "the version before";

    private SchemeDiff? Diff => context.Publication.Input.Changes;

    /// <summary>The page; none for a scheme that supersedes nothing that can be read.</summary>
    public PageDraft? Page()
    {
        if (Diff is not { } diff)
        {
            return null;
        }

        SectionView[] sections = [.. ChangeTerms.Categories.Select(category => Section(diff, category)).OfType<SectionView>(), .. Others(diff)];
        return new PageDraft(File, Heading)
        {
            Area = File,
            Lines = [LineBuilder.Of(ChangeTerms.Total(diff)), LineBuilder.Of($"This is compared with {Former(diff)}, subject by subject: whatever is not listed is decided by the same people on the same terms as before."), new LineBuilder().Text("What begins and ends while this version is in force, day by day: ").Add(new Segment(DayPages.Heading, DayPages.List)).Text(".").ToLine()],
            Sections = sections,
            HasContents = sections.Length > 1,
        };
    }

    /// <summary>What has changed for a party, in words, with the way to all changes; nothing where nothing has.</summary>
    public IReadOnlyList<LineView> Of(PartySymbol party) => Marks([.. Changes.Where(change => change.Change.Parties.Contains(party.DisplayName))]);

    /// <summary>What has changed in a subject, in words, with the way to all changes; nothing where nothing has.</summary>
    public IReadOnlyList<LineView> Of(SubjectSymbol subject)
    {
        string name = subject.DisplayName;
        ShownChange[] own = [.. Changes.Where(change => change.Change.Subjects.Contains(name))];

        // What is so of it in relation to others comes after what is so of it by itself.
        return Marks([.. own, .. Changes.Except(own).Where(change => change.Change.OfFunctions.Contains(name) || change.Change.Subjects.Any(one => one.StartsWith(name + " for ", StringComparison.Ordinal)))]);
    }

    private ImmutableArray<ShownChange> Changes => Diff?.Changes ?? [];

    private IReadOnlyList<LineView> Marks(ShownChange[] changes) => changes.Length == 0
        ? []
        :
        [
            .. changes.Take(MostMarks).Select(change => new LineBuilder().Add(new Segment(Mark(change.Change), IsMark: true)).Text(" " + ChangeTerms.Sentence(change.Change)).ToLine()),
            LineBuilder.Of(new Segment(changes.Length > MostMarks ? "All that has changed" : Heading, File)),
        ];

    // What is so from the first day of the version on has changed on that day.
    private string Mark(SpaceChange change)
    {
        DateRange days = change.Days.Intersect(context.Model.Info.InForce);
        return days.HasFirst ? "Changed on " + Wording.Day(days.First) : "Changed";
    }

    private SectionView? Section(SchemeDiff diff, ChangeCategory category)
    {
        var table = new TableBuilder(ChangeTerms.Heading(category), "Change", "Before", "After", "Sentences");
        foreach (ShownChange change in diff.Changes.Where(change => change.Change.Category == category).Take(ListPages.Rows))
        {
            table.Row(
                "",
                change.Change.Days,
                [LineBuilder.Of(ChangeTerms.Sentence(change.Change))],
                lines.Of(change.Change, change.Change.Before, change.Change.After, asked: null),
                lines.Of(change.Change, change.Change.After, change.Change.Before, change.Change.AskedAfter),
                [.. change.SentencesAfter.Select(Sentence), .. change.SentencesBefore.Select(sentence => LineBuilder.Of("Until now: " + sentence.Text.Replace('\n', ' '), "words"))]);
        }

        return table.ToTables() is { Count: > 0 } tables ? new SectionView(ChangeTerms.Word(category), ChangeTerms.Heading(category), new ContentView { Tables = tables }, []) : null;
    }

    private static IEnumerable<SectionView> Others(SchemeDiff diff)
    {
        if (!diff.Renamed.IsEmpty)
        {
            yield return new SectionView("renamed", "Renamed", new ContentView { Lines = LineBuilder.Lines(diff.Renamed.Select(ChangeTerms.Renamed)) }, []);
        }

        if (!diff.WordingOnly.IsEmpty)
        {
            yield return new SectionView(
                "wording",
                "Wording",
                new ContentView { Lines = [LineBuilder.Of(ChangeTerms.Wording(diff) + "."), .. diff.WordingOnly.Take(ListPages.Rows).Select(change => LineBuilder.Of((change.After ?? change.Before)?.Text.Replace('\n', ' ') ?? "", "words"))] },
                []);
        }
    }

    private LineView Sentence(VersionSentence sentence) => LineBuilder.Of(context.SourceLink(new SourceReference(context.Publication.Files.Of(sentence.File), sentence.Line)), "source");
}
