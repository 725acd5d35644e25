using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Text;
using DelegationLang.Emit.Html.Ask;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Sheets;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Site;

/// <summary>Puts the site together: its pages, its style sheets and scripts, and its data.</summary>
internal static class SiteBuilder
{
    /// <summary>All files.</summary>
    public static ImmutableArray<EmittedFile> Build(EmitInput input)
    {
        var context = new PageContext(new Publication(input));
        var template = SiteTemplate.Of(input.Site.Templates);
        var frame = new SiteFrame(context, template);

        // What is different on which day is one piece of work: it goes on beside all else, and the pages that tell it come last.
        _ = Task.Run(() => context.Days);

        // Whatever states authority reads this table: who may decide each subject is worked out on all cores before pages are begun.
        Parallel.For(0, context.Definition.Subjects.Length, subject => context.Authorities.OfSubject(subject));
        List<Func<IEnumerable<EmittedFile>>> files = [.. Drafts(context).Select(Rendered)];
        files.AddRange(SiteAssets.Of(input.Site, frame.Theme, template).Select(asset => (Func<IEnumerable<EmittedFile>>)(() => [asset()])));
        files.Add(() => [SearchData.Make(context)]);
        files.Add(() => [CsvText.Make(Downloads.Matrix, MatrixSheet.Of(context))]);
        files.AddRange(new AskFiles(context).All());
        ImmutableArray<EmittedFile> made = Make(files);
        List<Func<IEnumerable<EmittedFile>>> last = [.. DatedDrafts(context).Select(Rendered)];
        if (input.Site.Address.Length > 0)
        {
            last.Add(() => [new ChangeFeed(context, frame).Make()]);
        }

        return made.AddRange(Make(last));

        Func<IEnumerable<EmittedFile>> Rendered(Func<PageDraft> draft) => () => [Render(draft())];

        EmittedFile Render(PageDraft draft) => new(draft.File, template.Page(frame.PageOf(draft)));
    }

    /// <summary>A part of the decision map alone, without any other page being made; of a large scheme the first is its overview. For an editor that shows it beside the text.</summary>
    public static string Map(EmitInput input, int part)
    {
        var context = new PageContext(new Publication(input)) { LeadsIntoText = true };
        var template = SiteTemplate.Of(input.Site.Templates);
        var frame = new SiteFrame(context, template);

        // Whoever looks at the map waits for it at every key.
        if (Environment.ProcessorCount > 1)
        {
            Parallel.For(0, context.Definition.Subjects.Length, subject => context.Authorities.OfSubject(subject));
        }

        Func<PageDraft>[] drafts = [.. new MapPages(context).All()];
        PageDraft draft = drafts[part > 0 && part < drafts.Length ? part : 0]();
        List<string> parts = [.. draft.Parts];
        string html = Encoding.UTF8.GetString(template.Page(frame.PageOf(draft)));
        var sheets = SiteAssets.StyleSheets(input.Site, frame.Theme, template).Select(sheet => sheet()).ToDictionary(sheet => sheet.Path, sheet => Encoding.UTF8.GetString(sheet.Content.Span), StringComparer.Ordinal);
        var places = new Dictionary<string, (string File, int Line)>(StringComparer.Ordinal);
        foreach (PublishedSentence sentence in context.Publication.Sentences.All)
        {
            places.TryAdd(context.Addresses.Of(sentence), (sentence.Location.File, sentence.Line));
        }

        foreach (Symbol symbol in context.ShownOf<Symbol>().Where(symbol => symbol.Location.Source is not null))
        {
            places.TryAdd(context.Addresses.Of(symbol), (symbol.Location.File, symbol.Location.Line));
        }

        return LonePage.Of(html, sheets, address => places.TryGetValue(address, out (string File, int Line) place) ? place : null, parts.IndexOf);
    }

    private static IEnumerable<Func<PageDraft>> Drafts(PageContext context)
    {
        yield return new HomePage(context).Page;
        var map = new MapPages(context);
        IEnumerable<Func<PageDraft>>[] groups =
        [
            map.All(), new LevelPages(context, map.Entries).All(), new NetworkPages(context).All(), new PartyPages(context).All(), new SubjectPages(context).All(), new PlacePages(context).All(), new LawPages(context).All(),
            new FactPages(context).All(), new DocumentPages(context).All(), new ExamplePages(context).All(), new MatrixPages(context).All(), new AlphabetPages(context).All(),
        ];
        foreach (Func<PageDraft> draft in groups.SelectMany(group => group))
        {
            yield return draft;
        }

        if (new ExceptionalPage(context).Page() is { } exceptional)
        {
            yield return () => exceptional;
        }

        if (new ChangesPage(context).Page() is { } changes)
        {
            yield return () => changes;
        }

        yield return PlainPages.SearchPage;
        yield return () => PlainPages.AccessibilityPage(context);
    }

    // What is told day by day.
    private static IEnumerable<Func<PageDraft>> DatedDrafts(PageContext context) => new DatesPages(context).All().Concat(new DayPages(context).All());

    // Pages do not depend on each other, and each goes to its own place: in whatever order they come about, the files are the same.
    private static ImmutableArray<EmittedFile> Make(List<Func<IEnumerable<EmittedFile>>> makers)
    {
        var files = new EmittedFile[makers.Count][];
        try
        {
            Parallel.For(0, files.Length, i => files[i] = [.. makers[i]()]);
        }
        catch (AggregateException several) when (several.InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return [.. files.SelectMany(some => some)];
    }
}
