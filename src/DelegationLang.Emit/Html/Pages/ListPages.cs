using DelegationLang.Emit.Html.Site;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Cuts a list that is too long for one page.</summary>
internal static class ListPages
{
    /// <summary>How many rows stand on a page.</summary>
    public const int Rows = 1500;

    /// <summary>The pages of a list: <c>name.html</c>, <c>name-2.html</c> and so on; one page for a list of nothing.</summary>
    /// <param name="name">The name of the first file without its ending.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="most">How many stand on a page.</param>
    /// <param name="make">A page of some of them: the items and a draft with its file and its part set.</param>
    public static IEnumerable<Func<PageDraft>> Of<T>(string name, IReadOnlyList<T> items, int most, Func<IReadOnlyList<T>, PageDraft, PageDraft> make)
    {
        int parts = Math.Max(1, (items.Count + most - 1) / most);
        string[] files = parts == 1 ? [] : [.. Enumerable.Range(0, parts).Select(part => SiteAddresses.Numbered(name, part))];
        for (int part = 0; part < parts; part++)
        {
            int from = part * most;
            T[] some = [.. items.Skip(from).Take(most)];
            var draft = new PageDraft(SiteAddresses.Numbered(name, part), "") { Parts = files, Part = part, Area = name + ".html" };
            yield return () => make(some, draft);
        }
    }
}
