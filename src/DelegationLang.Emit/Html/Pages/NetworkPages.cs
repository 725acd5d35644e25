using DelegationLang.Emit.Html.Map;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Who delegates what to whom: the lists that say what the picture shows, so that nobody needs the picture.</summary>
internal sealed class NetworkPages(PageContext context)
{
    /// <summary>The file of the first page.</summary>
    public const string List = "network.html";

    private const int RowsOnPage = 500;

    // So many parties a picture can hold, and a page the sentences of.
    private const int MostParties = 150;

    // Of a sentence about very much, such as all other matters, the pages of those who have it tell what comes of it.
    private const int MostLines = 12;

    private readonly TermLines words = new(context);
    private readonly AuthorityLines lines = new(context);
    private readonly Lazy<ILookup<int, AuthorityRow>> byRule = new(() => Enumerable.Range(0, context.Definition.Parties.Length)
        .SelectMany(context.Authorities.OfParty).Where(row => !row.Terms.Rules.IsEmpty).ToLookup(row => row.Terms.Rules[^1]));

    /// <summary>The pages.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        if (context.ShownOf<PartySymbol>().Skip(MostParties).Any())
        {
            return [Large];
        }

        DelegationStatement[] rows =
        [
            .. context.ShownOf<PartySymbol>().OrderBy(party => party.IsOrganisation ? 0 : party.IsGroup ? 1 : 2).SelectMany(party => context.Index.GivenBy[party]),
        ];
        return ListPages.Of("network", rows, RowsOnPage, Page);
    }

    // Who gives to whom, in a line each: what is given stands on the page of whoever gives it.
    private PageDraft Large()
    {
        var table = new TableBuilder("Who delegates to whom", "Who", "To whom") { IsFilterable = true };
        foreach (PartySymbol party in context.ShownOf<PartySymbol>())
        {
            Symbol[] receivers = [.. context.Index.GivenBy[party].SelectMany(delegation => delegation.Holders).SelectMany(holder => holder.Group.Parties).Distinct()];
            if (receivers.Length > 0)
            {
                table.Row("", [LineBuilder.Of(context.Link(party))], [new LineBuilder().List(receivers.Select(context.Link)).ToLine()]);
            }
        }

        return new PageDraft(List, "Who delegates what to whom")
        {
            Area = MapPages.List,
            Lines = LineBuilder.Lines("There are more bodies and posts than a picture can hold. What each gives to others, and on what terms, stands on its page."),
            Sections = [new SectionView("lists", "Delegations by who makes them", new ContentView { Tables = table.ToTables() }, [])],
        };
    }

    private PageDraft Page(IReadOnlyList<DelegationStatement> delegations, PageDraft draft)
    {
        var parts = new List<PartView>();
        foreach (IGrouping<PartySymbol?, DelegationStatement> giver in delegations.GroupBy(delegation => delegation.Delegator))
        {
            if (giver.Key is not { } party)
            {
                continue;
            }

            var table = new TableBuilder("What " + party.DisplayName + " gives to others", "To whom", "What", "How much, where and when", "Conditions and duties", "What comes of it", "Sentence");
            foreach (DelegationStatement delegation in giver)
            {
                table.Row(
                    "",
                    words.DaysOf(delegation),
                    [words.Holders(delegation.Holders), .. delegation.IsEntrusted ? [new LineBuilder().Add(new Segment("Under contract", IsMark: true)).ToLine()] : Array.Empty<LineView>(),
                        .. context.Publication.Gives(delegation) ? Array.Empty<LineView>() : [new LineBuilder().Add(new Segment("Gives nothing", IsMark: true)).Text(" It is reserved, or not held by whoever gives it.").ToLine()]],
                    [words.Subjects(delegation.Subjects, delegation.Terms, delegation.Delegator)],
                    [.. words.Bounds(delegation)],
                    [.. words.Conditions(delegation), .. words.Duties(delegation)],
                    ComesOf(delegation),
                    words.Source(delegation));
            }

            parts.Add(new PartView(
                "from-" + context.Publication.Ids.Of(party),
                party.DisplayName,
                new ContentView { Lines = [new LineBuilder().AddLine(KindWords.Of(context, party)).Text(". ").Add(new Segment("All about " + party.DisplayName, context.Addresses.Of(party))).ToLine()], Tables = table.ToTables() },
                []));
        }

        NetworkView? network = draft.Part == 0 && parts.Count > 0 ? NetworkView.Of(context) : null;
        return draft with
        {
            Heading = "Who delegates what to whom",
            Style = "picture",
            Network = network,
            Scripts = network is null ? [] : ["assets/network.js"],
            Lines = LineBuilder.Lines("From the bodies that hold their functions by law down to the posts that act for them. Whoever delegates keeps the authority as well."),
            Sections = parts.Count == 0 ? [] : [new SectionView("lists", "Delegations by who makes them", new ContentView { Lines = [new LineBuilder().List(parts.Select(part => new Segment(part.Heading, "#" + part.Id))).ToLine("ways")] }, parts)],
        };
    }

    // Who may decide what by a sentence, once all else that the scheme says is taken into account.
    private LineView[] ComesOf(DelegationStatement delegation)
    {
        AuthorityRow[] rows = context.Publication.Index.RuleOf(delegation) is >= 0 and var rule ? [.. byRule.Value[rule].Take(MostLines + 1)] : [];
        LineView[] told = [.. rows.SelectMany(row => lines.Of(row, withParty: true, withSubject: true)).Take(MostLines + 1)];
        return told.Length <= MostLines ? told : [LineBuilder.Of("Very much: the pages of those who have it tell what.", "note")];
    }
}
