using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>The decision map leaves nothing out: whoever decides something stands there with what, and up to how much.</summary>
public sealed partial class MapPageTests
{
    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_decides_stands_on_the_map(string name) => Check(Samples.Get(name), name);

    [Fact]
    public void Whoever_decides_in_a_random_scheme_stands_on_the_map() => Parallel.For(0, Effort.Of(3, 200), seed =>
        Check(Samples.Compile("random", [("scheme.delegation", RandomScheme.Make(seed + 500, 20 + ((seed * 13) % 120), 0, hasFaults: false).Text)], []), "seed " + (seed + 500)));

    [Fact]
    public void Who_decides_what_is_not_listed_is_told_though_all_that_is_listed_is_given_by_other_sentences()
    {
        var site = BuiltSite.Of(Samples.Compile("""
            scheme Brackendale approved by Full Council on 1 June 2026 in force from 1 July 2026.
            use england.
            Brackendale Council is a local authority known as Council.
            Full Council is the board of Council.
            Chief Executive is an officer of Council.
            Parks Manager is an officer of Council.
            play equipment is a matter of Council.
            Council delegates play equipment to Parks Manager.
            Council delegates all other matters to Chief Executive reference "5".
            """).Input);
        Assert.Equal("Not listed? Chief Executive decides 5", site.Page("map.html").QuerySelector(".residual")?.TextContent);
        Assert.Contains("[\"Chief Executive\",\"5\",", site.Files["data/search.js"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_tells_what_begins_above_an_amount_of_another_vat_with_that_amount()
    {
        Sample sample = Samples.Compile("""
            scheme Brackendale approved by Board on 1 June 2026 in force from 1 July 2026.
            use england.
            Brackendale Trust is an NHS trust known as Trust.
            Board is the board of Trust.
            North is a place.
            Estates Director is an officer of Trust.
            Finance Director is an officer of Trust.
            Estates Manager is an officer of Trust.
            repairs is a matter of Trust.
            Board delegates repairs to Estates Director jointly with Estates Manager up to £1,000 including VAT.
            Board delegates repairs to Estates Director jointly with Finance Director up to £5,000 excluding VAT at North.
            """);
        string column = Spaces().Replace(BuiltSite.Of(sample).Page("map.html").QuerySelector(".place")?.TextContent ?? "", " ");
        Assert.Contains("up to £5,000 per decision excluding VAT", column, StringComparison.Ordinal);
        Assert.DoesNotContain("any amount", column, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_exceptional_power_reaches_on_other_terms_is_told_by_itself()
    {
        Sample sample = Samples.Compile("""
            scheme Brackendale approved by Board on 1 June 2026 in force from 1 July 2026.
            use england.
            Brackendale Trust is an NHS trust known as Trust.
            Board is the board of Trust.
            Chief Executive is an officer of Trust.
            contracts is a matter of Trust.
            leases is a matter of Trust within contracts.
            urgent is a condition.
            Board reserves contracts to Board.
            Board delegates contracts to Chief Executive even if reserved when urgent ratified by Board.
            Nobody may decide leases above £1,000,000.
            """);
        string[] items = [.. BuiltSite.Of(sample).Page("map.html").QuerySelectorAll(".exceptional li").Select(item => Spaces().Replace(item.TextContent, " ").Trim())];
        Assert.Contains("Chief Executive: contracts (when urgent; ratified by Board)", items);
        Assert.Contains("Chief Executive: leases up to £1 million per decision (when urgent; ratified by Board)", items);
    }

    private static void Check(Sample sample, string what)
    {
        var context = new PageContext(new Publication(sample.Input));
        var entries = new MapEntries(context);
        var site = BuiltSite.Of(sample);
        string[] parts =
        [
            .. site.PageNames.Where(page => MapPage().IsMatch(page)).SelectMany(page => site.Page(page).QuerySelectorAll(".map-box, .map-table tr, .map-band > .map-items > li"))
                .Select(part => Spaces().Replace(part.TextContent, " ")),
        ];
        foreach (MapEntry entry in entries.All)
        {
            string party = entry.Words.Party;
            string[] figures = [.. entry.Row.Terms.Amounts.Where(amount => amount.To is not null).Select(amount => Wording.Amount(amount.To ?? 0, amount.Currency))];
            string[] places = [.. entry.Words.Places];

            // In the box of a place a name stands without that of the place; what most places share says whose it is by its kind.
            bool isTold = Array.Exists(parts, part => figures.All(figure => part.Contains(figure, StringComparison.Ordinal))
                && (part.Contains(party, StringComparison.Ordinal) || places.Any(place => Short(party, place) is var name && part.Contains(name, StringComparison.OrdinalIgnoreCase)
                    && (part.Contains(place, StringComparison.Ordinal) || part.Contains("the place's", StringComparison.Ordinal)))));

            // What is left to whoever acts for the organisation is told in general where it has no bound.
            bool isRest = entries.Acting.Contains(entry.Party) && figures.Length == 0;
            Assert.True(isTold || isRest, $"{what}: {entry.Words.Words} {Wording.Days(entry.Row.Days)} is not on the map");
        }
    }

    private static string Short(string party, string place) => party.Replace(place, "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',', '-', '(', ')');

    [GeneratedRegex("^map(-[0-9]+)?[.]html$")]
    private static partial Regex MapPage();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
