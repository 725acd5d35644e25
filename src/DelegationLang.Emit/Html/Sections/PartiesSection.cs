using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Every party with what it may decide, by organisation: the organisation, its groups, its posts.</summary>
internal sealed class PartiesSection(PageContext context)
{
    private readonly AuthorityTables authorities = new(context);

    public static SectionView Build(PageContext context) => new PartiesSection(context).Build();

    private SectionView Build()
    {
        PartySymbol[] parties = [.. context.ShownOf<PartySymbol>()];
        PartySymbol[] organisations = [.. parties.Where(party => party.IsOrganisation).OrderByDescending(party => party == context.Model.OwnOrganisation)];
        ILookup<PartySymbol?, PartySymbol> members = parties.Where(party => !party.IsOrganisation)
            .ToLookup(party => OrganisationsOf(party) is [var only] ? only : null);
        var parts = new List<PartView>();
        foreach (PartySymbol organisation in organisations)
        {
            parts.Add(Part(organisation, [.. Sorted(members[organisation]).Select(party => Part(party, []))]));
        }

        PartySymbol[] shared = [.. Sorted(members[null])];
        if (shared.Length > 0)
        {
            parts.Add(new PartView("parties-shared", "Shared between organisations", new ContentView(), [.. shared.Select(party => Part(party, []))]));
        }

        return new SectionView(
            "parties",
            "Who may decide what",
            new ContentView
            {
                Lines = LineBuilder.Lines("Each organisation, then its groups and its posts. The last column of a table gives the chain of sentences by which the party holds what it holds."),
                Facts = [.. parts.Select(Index)],
            },
            parts);
    }

    // A way in: who is to be found under each organisation.
    private static FactView Index(PartView part)
    {
        var line = new LineBuilder();
        foreach (PartView inner in part.Parts)
        {
            line.Text(line.IsEmpty ? "" : ", ").Add(new Segment(inner.Heading, "#" + inner.Id));
        }

        return new FactView(part.Heading, [line.IsEmpty ? LineBuilder.Of(new Segment(part.Heading, "#" + part.Id)) : line.ToLine()]);
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

    private PartView Part(PartySymbol party, IReadOnlyList<PartView> parts)
    {
        IReadOnlyList<TableView> tables = party.HeldBy is null && context.Publication.Index.IndexOf(party) is >= 0 and var index ? authorities.Of(index) : [];
        IReadOnlyList<LineView> lines = [KindWords.Of(context, party), .. Standing(party, tables.Count > 0)];
        return new PartView(
            context.Publication.Ids.Of(party),
            party.DisplayName,
            new ContentView { Lines = lines, Facts = [.. Facts(party)], Tables = tables },
            parts);
    }

    private IEnumerable<LineView> Standing(PartySymbol party, bool holds)
    {
        if (party.HeldBy is not null)
        {
            foreach (Designation designation in party.Designations)
            {
                yield return new LineBuilder().Text("Held by ").Add(context.Link(designation.Holder)).Text(DaysAfter(designation.Days))
                    .Text(": they are one person, and what is given to either is told there.").ToLine();
            }
        }
        else if (!holds)
        {
            yield return LineBuilder.Of("No sentence of this scheme gives it anything to decide.");
        }
    }

    private IEnumerable<FactView> Facts(PartySymbol party)
    {
        foreach (FactView fact in KindWords.Common(context, party))
        {
            yield return fact;
        }

        if (!party.ReportsTo.IsEmpty)
        {
            yield return Links("Reports to", party.ReportsTo);
        }

        if (party.Chair is { } chair)
        {
            yield return Links("Chaired by", [chair]);
        }

        if (!party.Members.IsEmpty)
        {
            var line = new LineBuilder();
            foreach (Member member in party.Members)
            {
                line.Text(line.IsEmpty ? "" : ", ").Text(member.Count > 1 ? FormattableString.Invariant($"{member.Count} × ") : "").Add(context.Link(member.Party));
            }

            yield return new FactView("Members", [line.ToLine()]);
        }

        if (party.Quorum is { } quorum)
        {
            yield return new FactView("Quorum", LineBuilder.Lines(FormattableString.Invariant($"{quorum} members present")));
        }

        if (party.Host is { } host)
        {
            yield return Links("Hosted by", [host]);
        }

        if (party.Under is { } power)
        {
            yield return Links("Under", [power]);
        }

        LineView[] designations =
        [
            .. context.ShownOf<PartySymbol>().SelectMany(other => other.Designations
                .Where(designation => designation.Holder == party)
                .Select(designation => new LineBuilder().Add(context.Link(other)).Text(DaysAfter(designation.Days)).ToLine())),
        ];
        if (designations.Length > 0)
        {
            yield return new FactView("Is also", designations);
        }

        LineView[] deputies = [.. Deputies(party)];
        if (deputies.Length > 0)
        {
            yield return new FactView("Deputies", deputies);
        }

        LineView[] part = [.. InvolvementSection.LinesFor(context, party)];
        if (part.Length > 0)
        {
            yield return new FactView("Takes part in", part);
        }
    }

    private IEnumerable<LineView> Deputies(PartySymbol party)
    {
        foreach (DeputyStatement statement in context.Model.Deputies.Where(statement => context.Publication.IsEffective(statement)))
        {
            if (statement.Deputy is { } deputy && statement.Principals.Contains(party))
            {
                yield return new LineBuilder().Add(context.Link(deputy)).Text(" stands in while it is away or conflicted").ToLine();
            }

            if (statement.Deputy == party)
            {
                yield return new LineBuilder().Text("Stands in for ").List(statement.Principals.Select(context.Link)).Text(" while away or conflicted").ToLine();
            }
        }
    }

    private static string DaysAfter(DateRange days) => days == DateRange.Always ? "" : " " + Wording.Days(days);

    private FactView Links(string label, IEnumerable<Symbol> symbols) =>
        new(label, [new LineBuilder().List(symbols.Select(context.Link)).ToLine()]);
}
