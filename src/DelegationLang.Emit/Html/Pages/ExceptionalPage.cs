using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Exceptional powers, deputies, and those who advise: apart from ordinary authority, so that nobody takes them for it.</summary>
internal sealed class ExceptionalPage(PageContext context)
{
    /// <summary>The file.</summary>
    public const string File = "exceptional.html";

    /// <summary>The page; none for a scheme that has nothing of the sort.</summary>
    public PageDraft? Page()
    {
        var sections = new List<SectionView>();
        Add("exceptional", "Exceptional powers", "These reach even what is reserved.", context.Model.Delegations.Where(delegation => delegation.Terms.IsEvenIfReserved));
        Add("deputies", "Deputies", "A deputy acts only while the other is away or conflicted.", context.Model.Deputies);
        Add("involvement", "Advice, recommendation and oversight", "Nobody decides anything by these sentences.", context.Model.Involvements);
        return sections.Count == 0 ? null : new PageDraft(File, "Exceptional powers, deputies and advice")
        {
            Area = DocumentPages.List,
            Above = [new Segment("The scheme", DocumentPages.List)],
            Sections = sections,
            HasContents = sections.Count > 1,
        };

        void Add(string id, string heading, string intro, IEnumerable<Statement> some)
        {
            if (context.Sentences.Of(some.Take(ListPages.Rows)) is { Count: > 0 } sentences)
            {
                sections.Add(new SectionView(id, heading, new ContentView { Lines = LineBuilder.Lines(intro), Sentences = sentences }, []));
            }
        }
    }
}
