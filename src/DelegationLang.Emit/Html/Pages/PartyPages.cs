using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each party: what it may decide and by what chain, what it gives on, and how it stands to others.</summary>
internal sealed class PartyPages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "parties.html";

    private const int RowsOnPage = 600;

    private readonly AuthorityTables authorities = new(context);
    private readonly PartyFacts facts = new(context);

    /// <summary>The list of parties and the page of each.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        // On how many pages a party goes shows only once its tables are made.
        PartySymbol[] parties = [.. context.ShownOf<PartySymbol>()];
        var pages = new Func<PageDraft>[parties.Length][];
        Parallel.For(0, parties.Length, i => pages[i] = [.. Pages(parties[i])]);
        return [Index, .. pages.SelectMany(ofParty => ofParty)];
    }

    /// <summary>The parties in groups: under each organisation its own, groups before posts; then those that several organisations share.</summary>
    public IReadOnlyList<PartyGroup> Groups()
    {
        PartySymbol[] parties = [.. context.ShownOf<PartySymbol>()];
        PartySymbol[] organisations = [.. parties.Where(party => party.IsOrganisation).OrderByDescending(party => party == context.Model.OwnOrganisation)];
        ILookup<PartySymbol?, PartySymbol> members = parties.Where(party => !party.IsOrganisation)
            .ToLookup(party => OrganisationsOf(party) is [var only] ? only : null);
        var groups = organisations.Select(organisation => new PartyGroup(organisation, [.. Sorted(members[organisation])])).ToList();
        PartySymbol[] shared = [.. Sorted(members[null])];
        if (shared.Length > 0)
        {
            groups.Add(new PartyGroup(null, shared));
        }

        return groups;
    }

    private PageDraft Index()
    {
        var sections = new List<SectionView>();
        var others = new TableBuilder("Organisations without a body or a post in this scheme", "Organisation", "What it is") { Style = "plain" };
        foreach (PartyGroup group in Groups())
        {
            if (group is { Organisation: { } alone, Members.Count: 0 })
            {
                others.Row("", [LineBuilder.Of(context.Link(alone))], [KindWords.Of(context, alone)]);
                continue;
            }

            string name = group.Organisation?.DisplayName ?? "Shared between organisations";
            var table = new TableBuilder("Bodies and posts: " + name, "Who", "What it is", "Reports to") { Style = "plain" };
            if (group.Organisation is { } organisation)
            {
                Row(table, organisation);
            }

            foreach (PartySymbol party in group.Members)
            {
                Row(table, party);
            }

            string id = group.Organisation is { } own ? "list-" + context.Publication.Ids.Of(own) : "list-shared";
            sections.Add(new SectionView(id, name, new ContentView { Tables = table.ToTables() }, []));
        }

        if (others.ToTables() is { Count: > 0 } tables)
        {
            sections.Add(new SectionView("list-others", "Other organisations", new ContentView { Tables = tables }, []));
        }

        return new PageDraft(List, "People and bodies")
        {
            Area = List,
            Lines = LineBuilder.Lines("Each body and post has a page: what it may decide, up to how much, until when, and by which sentences."),
            Sections = sections,
            HasContents = sections.Count > 2,
        };
    }

    private void Row(TableBuilder table, PartySymbol party) => table.Row(
        "",
        party.Lifetime,
        [LineBuilder.Of(context.Link(party))],
        [KindWords.Of(context, party)],
        party.ReportsTo.IsEmpty ? [] : [new LineBuilder().List(party.ReportsTo.Select(context.Link)).ToLine()]);

    // A party that holds or gives so much that it does not go on one page has several.
    private IEnumerable<Func<PageDraft>> Pages(PartySymbol party)
    {
        IReadOnlyList<TableView> tables = Held(party);
        int rows = Math.Max(tables.Sum(table => table.Rows.Sum(Lines)), context.Index.GivenBy[party].Count());
        int parts = Math.Max(1, (rows + RowsOnPage - 1) / RowsOnPage);
        string[] files = parts == 1 ? [] : [.. Enumerable.Range(0, parts).Select(part => SiteAddresses.Part(context.Addresses.FileOf(party), part))];
        return Enumerable.Range(0, parts).Select(part => (Func<PageDraft>)(() => Page(party, Cut(tables, part), context.Sentences.Of(context.Index.GivenBy[party].Skip(part * RowsOnPage).Take(RowsOnPage)), part, files)));
    }

    /// <summary>All that the page of a party says, however much it is.</summary>
    public PageDraft Whole(PartySymbol party) => Page(party, Held(party), context.Sentences.Of(context.Index.GivenBy[party]), 0, [], isPage: false);

    private IReadOnlyList<TableView> Held(PartySymbol party) =>
        party.HeldBy is null && context.Publication.Index.IndexOf(party) is >= 0 and var index ? authorities.OfParty(index) : [];

    private static IReadOnlyList<TableView> Cut(IReadOnlyList<TableView> tables, int part)
    {
        var cut = new List<TableView>();
        int from = part * RowsOnPage;
        int until = from + RowsOnPage;
        int before = 0;
        foreach (TableView table in tables)
        {
            var rows = new List<RowView>();
            foreach (RowView row in table.Rows)
            {
                if (before >= from && before < until)
                {
                    rows.Add(row);
                }

                before += Lines(row);
            }

            if (rows.Count > 0)
            {
                cut.Add(table with { Rows = rows });
            }
        }

        return cut;
    }

    private static int Lines(RowView row) => Math.Max(1, row.Cells[0].Lines.Count);

    private PageDraft Page(PartySymbol party, IReadOnlyList<TableView> tables, IReadOnlyList<SentenceView> given, int part, IReadOnlyList<string> parts, bool isPage = true)
    {
        var sections = new List<SectionView>();
        if (tables.Count > 0)
        {
            sections.Add(new SectionView("decides", "What it may decide", new ContentView { Tables = tables }, []));
        }

        if (given.Count > 0)
        {
            sections.Add(new SectionView("gives", "What it gives to others", new ContentView { Lines = LineBuilder.Lines("To delegate is not to give away: it may still decide these itself, and remains accountable."), Sentences = given }, []));
        }

        if (part == 0 && facts.Advice(party) is { Count: > 0 } advice)
        {
            sections.Add(new SectionView("advice", "What it is asked about first", new ContentView { Lines = advice }, []));
        }

        FactView[] about = [.. facts.Of(party)];
        if (about.Length > 0)
        {
            sections.Add(new SectionView("about", "About it", new ContentView { Facts = about }, []));
        }

        SectionView? card = part == 0 && isPage ? new PartyCards(context).Of(party) : null;
        if (card is not null)
        {
            sections.Add(card);
        }

        return new PageDraft(SiteAddresses.Part(context.Addresses.FileOf(party), part), party.DisplayName)
        {
            Part = part,
            Parts = parts,
            Kicker = party.IsOrganisation ? "Organisation" : party.IsGroup ? "Body" : "Post",
            Area = List,
            Above = [new Segment("People and bodies", List)],
            Lines = [KindWords.Of(context, party), .. Standing(party, tables.Count > 0), .. isPage ? new ChangesPage(context).Of(party) : [], .. isPage ? Downloads.OfParty(context, party) : [], .. card is null ? Array.Empty<LineView>() : [LineBuilder.Of(new Segment("My delegations, as a card to print", "#" + PartyCards.Anchor), "ask-link")]],
            Sections = sections,
        };
    }

    private static IEnumerable<PartySymbol> Sorted(IEnumerable<PartySymbol> parties) => parties.OrderBy(party => party.IsRole);

    private static List<PartySymbol> OrganisationsOf(PartySymbol party)
    {
        var found = new List<PartySymbol>();
        var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        Visit(party);
        return found;

        void Visit(Symbol symbol)
        {
            if (!seen.Add(symbol))
            {
                return;
            }

            if (symbol is PartySymbol { IsOrganisation: true } organisation)
            {
                found.Add(organisation);
                return;
            }

            IEnumerable<Symbol> above = symbol.Owners.IsEmpty && symbol is PartySymbol { HeldBy: { } post } ? [post] : symbol.Owners;
            foreach (Symbol owner in above)
            {
                Visit(owner);
            }
        }
    }

    // Who acts for an organisation: its board or its cabinet.
    private int[] Acting(PartySymbol party) => context.Publication.Index.IndexOf(party) is >= 0 and var index
        ? [.. context.Authorities.OfParty(index).Select(row => row.Terms.ActsThrough).Where(through => through >= 0).Distinct()]
        : [];

    private IEnumerable<LineView> Standing(PartySymbol party, bool holds)
    {
        if (party.HeldBy is not null)
        {
            foreach (Designation designation in party.Designations)
            {
                yield return new LineBuilder().Text("Held by ").Add(context.Link(designation.Holder)).Text(PartyFacts.DaysAfter(designation.Days))
                    .Text(": they are one person, and what is given to either is told there.").ToLine();
            }
        }
        else if (Acting(party) is { Length: > 0 } acting)
        {
            yield return new LineBuilder().List(acting.Select(context.PartyLink)).Text(acting.Length == 1 ? " acts for it, and may decide" : " act for it, and may decide").Text(" whatever it holds.").ToLine();
        }
        else if (!holds)
        {
            yield return LineBuilder.Of(context.Steps.Contains(party) || context.Model.Involvements.Any(statement => statement.Actor == party || statement.Others.Contains(party))
                ? "It decides nothing itself: what it is asked about, and what it takes part in, stands below."
                : "No sentence of this scheme gives it anything to decide.");
        }
    }
}

/// <summary>The parties of an organisation; of none where several share them.</summary>
internal sealed record PartyGroup(PartySymbol? Organisation, IReadOnlyList<PartySymbol> Members) : OutputPart;
