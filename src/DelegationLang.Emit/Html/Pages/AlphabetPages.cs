using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>The index from A to Z: everything that has a name, its other names too.</summary>
internal sealed class AlphabetPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "a-to-z.html";

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All() => ListPages.Of("a-to-z", Entries(context), 3000, Page);

    /// <summary>Everything that has a name, in alphabetical order, an entry for each name it goes by.</summary>
    public static IReadOnlyList<AlphabetEntry> Entries(PageContext context)
    {
        var entries = new List<AlphabetEntry>();
        foreach (Symbol symbol in context.Model.Symbols)
        {
            string href = context.Addresses.Of(symbol);
            if (href.Length == 0)
            {
                continue;
            }

            entries.Add(new AlphabetEntry(symbol.DisplayName, "", symbol, href));
            entries.AddRange(symbol.Aliases.Where(alias => alias != symbol.DisplayName).Select(alias => new AlphabetEntry(alias, symbol.DisplayName, symbol, href)));
        }

        return [.. entries.OrderBy(entry => entry.Name.ToUpperInvariant(), StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Href, StringComparer.Ordinal)];
    }

    private static PageDraft Page(IReadOnlyList<AlphabetEntry> entries, PageDraft draft)
    {
        var sections = new List<SectionView>();
        foreach (IGrouping<string, AlphabetEntry> letter in entries.GroupBy(entry => LetterOf(entry.Name), StringComparer.Ordinal))
        {
            IEnumerable<LineView> lines = letter.Select(entry => new LineBuilder()
                .Add(new Segment(entry.Name, entry.Href))
                .Text(entry.Stands.Length > 0 ? " (" + entry.Stands + ", " + Kind(entry.Symbol) + ")" : " (" + Kind(entry.Symbol) + ")").ToLine("entry"));
            sections.Add(new SectionView(letter.Key == "#" ? "letter-other" : "letter-" + letter.Key.ToLowerInvariant(), letter.Key == "#" ? "Other" : letter.Key, new ContentView { Lines = [.. lines] }, []));
        }

        return draft with { Heading = "A to Z", Style = "alphabet", Lines = LineBuilder.Lines("Everything that this scheme gives a name."), Sections = sections, HasContents = sections.Count > 1 };
    }

    private static string Kind(Symbol symbol) => symbol.Kind.Name;

    private static string LetterOf(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) ? char.ToUpperInvariant(name[0]).ToString() : "#";
}

/// <summary>A name in the index.</summary>
/// <param name="Name">The name.</param>
/// <param name="Stands">What it stands for, where it is another name of something; empty otherwise.</param>
/// <param name="Symbol">The thing.</param>
/// <param name="Href">Where it is told.</param>
internal sealed record AlphabetEntry(string Name, string Stands, Symbol Symbol, string Href) : OutputPart;
