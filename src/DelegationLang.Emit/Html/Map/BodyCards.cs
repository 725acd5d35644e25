using DelegationLang.Emit.Html.Pages;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Map;

/// <summary>The boxes of the decision map for organisations and bodies: what each keeps, decides, gives on and advises on.</summary>
internal sealed class BodyCards(PageContext context, MapEntries entries, MapLines lines)
{
    private readonly TermLines words = new(context);

    /// <summary>Those above the organisation: other organisations that give it something, or keep something from it.</summary>
    public IReadOnlyList<MapCardView> Above() => [.. AboveParties().Select(AboveCard)];

    /// <summary>Whoever acts for the organisation: what each keeps and decides, and with the first what may be decided when it cannot wait.</summary>
    public IReadOnlyList<MapCardView> Board() =>
    [
        .. Parties(entries.Acting.Contains).Select((party, number) => BoardCard(party) is var card && number == 0 && Exceptional() is { Count: > 0 } exceptional
            ? card with { Groups = [.. card.Groups, new MapGroupView("Cannot wait?", "exceptional", exceptional)] }
            : card),
    ];

    // What may be decided when it cannot wait, by exceptional powers.
    private List<MapItemView> Exceptional()
    {
        var items = new List<MapItemView>();
        foreach (IGrouping<string, MapEntry> power in entries.All.Where(entry => entry.Words.IsExceptional).GroupBy(Power, StringComparer.Ordinal))
        {
            MapEntry[] told =
            [
                .. power.OrderBy(entry => entry.IsLimited).GroupBy(entry => (lines.Amount(entry), entry.Words.Place, string.Join('|', entry.Words.Conditions), string.Join('|', entry.Words.Steps)))
                    .Select(alike => alike.First() with { Subjects = [.. alike.SelectMany(entry => entry.Subjects).Distinct()] }),
            ];
            for (int i = 0; i < told.Length; i++)
            {
                // A power over all matters names them as its sentence does; what it reaches on other terms is named by itself.
                LineView? all = i == 0 && told[i].Statement(context) is DelegationStatement statement && ResidualClauses.Is(statement) && told[i].Subjects.Count > 1 ? words.Subjects(statement.Subjects, statement.Terms, null) : null;
                MapItemView item = lines.Item(told[i], party: context.PartyLink(told[i].Party), subjects: all);
                items.Add(all is null ? item : item with { Line = item.Line with { Claim = null } });
            }
        }

        // By which sentences, by whom together and on which days.
        static string Power(MapEntry entry) => string.Join('|', entry.Row.Terms.Rules) + string.Join('|', entry.Words.Groups.Select(group => string.Join('+', group.Order(StringComparer.Ordinal))).DefaultIfEmpty(entry.Words.Party)) + Wording.Days(entry.Row.Days);
        return items;
    }

    /// <summary>The bodies of the whole organisation, then joint bodies, then other organisations; none that neither decides nor takes part in anything.</summary>
    public IReadOnlyList<MapCardView> Bodies()
    {
        HashSet<PartySymbol> above = new(AboveParties(), ReferenceEqualityComparer.Instance);
        return
        [
            .. Parties(index => !entries.Acting.Contains(index)).Where(party => !party.IsRole && party != context.Model.OwnOrganisation && party.At.IsEmpty && !above.Contains(party))
                .OrderBy(party => party.IsJoint ? 1 : entries.IsOwn(party) ? 0 : 2)
                .Select(Card).Where(card => card.Groups.Count > 0),
        ];
    }

    /// <summary>Whether a body has a box of its own, in which all that it decides stands.</summary>
    public bool HasCard(int party) => context.Publication.Index.Party(party) is { IsRole: false };

    /// <summary>The entries of a party that the map tells with it, in order: exceptional powers stand by themselves.</summary>
    public IEnumerable<MapEntry> Told(int party) => entries.ByParty[party].Where(entry => !entry.Words.IsExceptional);

    private IEnumerable<PartySymbol> Parties(Func<int, bool> isWanted) => Enumerable.Range(0, context.Definition.Parties.Length).Where(isWanted).Select(context.Publication.Index.Party).OfType<PartySymbol>().Where(party => context.Shown.Contains(party) && party.HeldBy is null);

    private IEnumerable<PartySymbol> AboveParties() => Parties(_ => true).Where(party => party.IsOrganisation && party != context.Model.OwnOrganisation && party.At.IsEmpty
        && Given(party).Any(given => given.Terms.At.IsEmpty));

    // What another organisation gives to the one whose scheme it is.
    private IEnumerable<DelegationStatement> Given(PartySymbol giver) => context.Index.GivenBy[giver].Where(statement => !statement.IsEntrusted && context.Publication.Gives(statement)
        && statement.Holders.Any(holder => holder.Group.Parties.Any(entries.IsOwn)));

    private MapCardView AboveCard(PartySymbol party) => Box(
        party,
        "above",
        [.. KeptAndDecided(Told(context.Publication.Index.IndexOf(party))), new MapGroupView("Gives " + (context.Model.OwnOrganisation?.DisplayName ?? "on"), "given", [.. Given(party).Select(statement => Given(statement, party))])]);

    private MapItemView Given(DelegationStatement statement, PartySymbol giver)
    {
        LineBuilder line = new LineBuilder().AddLine(words.Subjects(statement.Subjects, statement.Terms, giver));
        if (!statement.Holders.All(holder => holder.Group.Parties is [var only] && only == context.Model.OwnOrganisation))
        {
            line.Text(" to ").AddLine(words.Holders(statement.Holders));
        }

        foreach (LineView bound in words.Bounds(statement))
        {
            line.Text(", ").AddLine(bound);
        }

        return new MapItemView(lines.Told(line.Each(lines.References(statement)).ToLine(), statement));
    }

    // What is left to it without a limit of its own, above somebody else's, at other places, on later days or in other cases, is told where that somebody is.
    private MapCardView BoardCard(PartySymbol party) => Box(party, "board", [.. KeptAndDecided(Told(context.Publication.Index.IndexOf(party))
        .Where(entry => entry.Row.Terms.Claim == AuthorityClaim.Reserved || IsBelowAnother(entry) || !entry.Subjects.All(subject => entries.Of(subject).Any(other => other.Party != entry.Party && !other.Words.IsExceptional))))]);

    // Whether what is above its limit goes to somebody else.
    private bool IsBelowAnother(MapEntry entry) => entry.IsLimited && !entry.IsPlaced
        && entry.Subjects.Any(subject => entries.Of(subject).Any(other => other.Party != entry.Party && !other.Words.IsExceptional && other.Floor >= entry.Ceiling));

    private IEnumerable<MapGroupView> KeptAndDecided(IEnumerable<MapEntry> all)
    {
        ILookup<bool, MapEntry> byKept = all.ToLookup(entry => entry.Row.Terms.Claim == AuthorityClaim.Reserved);
        yield return new MapGroupView("Keeps", "keeps", [.. byKept[true].Select(Kept).DistinctBy(item => item.Line.Words)]);
        yield return new MapGroupView("Decides", "decides", [.. byKept[false].Select(entry => lines.Item(entry))]);
    }

    // That an exceptional power reaches it is told by that power.
    private MapItemView Kept(MapEntry entry) => lines.Item(entry, said:
        [.. entry.Subjects.SelectMany(entries.Of).Where(other => other.Words.IsExceptional).SelectMany(other => other.Words.Facts).SelectMany(fact => (string[])["unless " + fact.Name, "when " + fact.Name])]);

    private MapCardView Card(PartySymbol party)
    {
        int index = context.Publication.Index.IndexOf(party);
        MapItemView[] decides = [.. Told(index).Where(entry => entry.Row.Terms.Places.IsEmpty).Select(entry => lines.Item(entry))];

        // Whom it gives its authority on to, unless they have a box of their own.
        MapItemView[] gives =
        [
            .. entries.GivenBy(party).Where(entry => !entry.Words.IsExceptional && !entry.IsPlaced && entry.Party != index && !HasCard(entry.Party))
                .Select(entry => lines.Item(entry, party: context.PartyLink(entry.Party))),
        ];
        MapItemView[] takesPart = [.. Involvements.LinesFor(context, party).Select(line => new MapItemView(Capital(line)))];
        string style = decides.Length + gives.Length == 0 ? "advises" : party.IsJoint ? "joint" : entries.IsOwn(party) ? "own" : "other";
        return Box(party, style, [new MapGroupView("", "decides", decides), new MapGroupView("Gives on to", "given", gives), new MapGroupView(style == "advises" ? "Decides nothing" : "", "advises", takesPart)]);
    }

    private MapCardView Box(PartySymbol party, string style, IReadOnlyList<MapGroupView> groups) =>
        new("map-" + context.Publication.Ids.Of(party), LineBuilder.Of(context.Link(party)), style, [.. About(party)], [.. groups.Where(group => group.Items.Count > 0)], []);

    private IEnumerable<LineView> About(PartySymbol party)
    {
        if (party.IsJoint)
        {
            yield return new LineBuilder().Text("With ").List(party.Owners.Where(owner => owner != context.Model.OwnOrganisation).Select(owner => context.Link(owner) with { Text = Short(owner) })).ToLine("note");
        }
        else if (!entries.IsOwn(party) && party.IsGroup)
        {
            yield return KindWords.Of(context, party) with { Style = "note" };
        }

        if (party.Quorum is { } quorum)
        {
            int members = party.Members.Sum(member => member.Count);
            yield return LineBuilder.Of(FormattableString.Invariant($"Quorum {quorum}") + (members > 0 ? FormattableString.Invariant($" of {members}") : "") + (party.DecidesBy.Length > 0 ? ", by " + party.DecidesBy : ""), "note");
        }

        if (party.Lifetime != DateRange.Always)
        {
            yield return LineBuilder.Of("Exists " + Wording.Days(party.Lifetime), "note");
        }
    }

    // A shorter name that it is known by, unless that is a word alone, which may be known to few.
    private static string Short(Symbol symbol) =>
        symbol.Aliases.Where(alias => alias.Contains(' ', StringComparison.Ordinal) && alias.Length < symbol.DisplayName.Length).OrderBy(alias => alias.Length).FirstOrDefault() ?? symbol.DisplayName;

    private static LineView Capital(LineView line) => line.Segments.Count == 0 ? line : line with { Segments = [line.Segments[0] with { Text = KindWords.Capital(line.Segments[0].Text) }, .. line.Segments.Skip(1)] };
}
