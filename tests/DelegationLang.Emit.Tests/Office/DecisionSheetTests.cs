using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DelegationLang.Emit.Tests.Html;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Testing.Generation;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>Every row of the exported table is read back and compared with what questions answer: within each bound, on it and just outside.</summary>
public sealed partial class DecisionSheetTests
{
    [Theory]
    [MemberData(nameof(Samples.Examples), MemberType = typeof(Samples))]
    public void The_rows_of_an_example_say_what_is_so(string name) => Assert.True(Check(Samples.Get(name), name) > 100);

    [Fact]
    public void The_rows_of_random_schemes_say_what_is_so()
    {
        int schemes = Effort.Of(3, 200);
        int rows = 0;
        Parallel.For(0, schemes, seed => Interlocked.Add(ref rows, Check(
            Samples.Compile("random", [("scheme.delegation", RandomScheme.Make(seed + 1, (seed * 13) % 90, 0, hasFaults: seed % 6 == 0).Text)], []), "seed " + (seed + 1))));
        Assert.True(rows > 10 * schemes, $"only {rows} rows");
    }

    [Fact]
    public void The_columns_that_people_look_for_come_first_and_in_this_order() => Assert.Equal(
        "subject, matter, from £, to £, basis, VAT, place, from, until, conditions, deciders, jointly, steps, reference, sentence",
        string.Join(", ", Exported(Samples.Get("foundation-trust")).Headings.Take(15)));

    [Fact]
    public void A_row_has_sums_and_days_as_figures_and_the_sentence_word_for_word()
    {
        Sample sample = Samples.Compile("""
            scheme Buying
              approved by Board on 1 March 2026
              in force from 1 April 2026.
            Trust is an organisation.
            Board is the board of Trust.
            Director is an officer of Trust.
            Chair is an officer of Trust.
            buying is a matter of Trust.
            Leeds is a place.
            in budget is a condition.
            Trust delegates buying to Director above £1,000 up to £50,000.50 per contract excluding VAT at Leeds
              from 1 May 2026 until 31 May 2026
              when in budget
              after consulting Chair
              reference "4.2".
            limits for buying of Trust:
              - Director jointly with Chair up to £500.
            """);
        IReadOnlyDictionary<string, string> row = Exported(sample).Rows.Single(row => row["how"] == "decides" && row["deciders"] == "Director");
        Assert.Equal(
            ["buying", "buying", "1000", "50000.5", "per contract", "excluding VAT", "Leeds", "2026-05-01", "2026-05-31", "when in budget", "Director", "no", "after consulting Chair", "4.2"],
            Exported(sample).Headings.Take(14).Select(heading => row[heading]));
        Assert.StartsWith("Trust delegates buying to Director above £1,000 up to £50,000.50", row["sentence"], StringComparison.Ordinal);
        Assert.Equal(("not included", "included"), (row["from £ itself"], row["to £ itself"]));
        Assert.Equal(("scheme.delegation", "11", "Board"), (row["file"], row["line"], row["given by"]));
    }

    [Fact]
    public void Those_who_decide_together_stand_in_one_row()
    {
        Sample sample = Samples.Compile("""
            scheme Buying
              in force from 1 April 2026.
            Trust is an organisation.
            Board is the board of Trust.
            Director is an officer of Trust.
            Chair is an officer of Trust.
            buying is a matter of Trust.
            Trust delegates buying to Director jointly with Chair up to £500.
            """);
        IReadOnlyDictionary<string, string> row = Exported(sample).Rows.Single(row => row["jointly"] == "yes");
        Assert.Equal(("Director jointly with Chair", "500", "jointly decides"), (row["deciders"], row["to £"], row["how"]));
    }

    [Fact]
    public void The_sheet_of_a_party_also_tells_what_it_may_decide_above_others()
    {
        Sample sample = Samples.Get("foundation-trust");
        PartySymbol board = sample.Input.Model.Symbols.OfType<PartySymbol>().Single(party => party.DisplayName == "Board");
        var rows = CsvRows.Of(new OfficeExport(sample.Input).Of(board, OfficeFormat.Values).Span);
        Assert.Contains(rows.Rows, row => row["how"] == "may decide");
        Assert.All(rows.Rows, row => Assert.Contains("Board", row["deciders"], StringComparison.Ordinal));
        Check(sample, "Board", rows);
    }

    [Theory]
    [MemberData(nameof(Samples.Examples), MemberType = typeof(Samples))]
    public void Conditions_are_those_of_the_pages(string name)
    {
        Sample sample = Samples.Get(name);
        var site = BuiltSite.Of(sample);
        (string Party, string Subject, string Claim, string Conditions)[] told =
        [
            .. site.PageNames.Where(page => page.StartsWith("subject-", StringComparison.Ordinal)).SelectMany(page => site.Page(page).QuerySelectorAll("[data-claim]"))
                .Where(element => element.GetAttribute("data-claim") is "decides" or "jointly" or "reserved")
                .Select(element => (element.GetAttribute("data-party") ?? "", element.GetAttribute("data-subject") ?? "", element.GetAttribute("data-claim") ?? "", element.LocalName == "tr" ? ConditionsIn(element) : ConditionsOf(element.TextContent)))
                .Distinct().Order(),
        ];
        HashSet<string> subjects = [.. told.Select(line => line.Subject)];
        (string Party, string Subject, string Claim, string Conditions)[] exported =
        [
            .. Exported(sample).Rows.Where(row => subjects.Contains(row["subject"])).SelectMany(row => Claims(row)
                .Select(claim => (claim.Party, claim.Subject, claim.Claim, InOrder(string.Concat(row["conditions"].Split("; ").Where(condition => condition.Length > 0 && !condition.StartsWith("also ", StringComparison.Ordinal)).Select(condition => ", " + condition))))))
                .Distinct().Order(),
        ];
        Assert.Equal(told.Where(line => line.Claim != "jointly"), exported.Where(line => line.Claim != "jointly"));

        // A page tells of each of those who decide together the cases that matter to that one; the sheet has them in one row.
        (string Subject, string Conditions)[] groups = [.. told.Where(line => line.Claim == "jointly").Select(line => (line.Subject, line.Conditions)).Distinct()];
        Assert.All(exported.Where(line => line.Claim == "jointly"), line => Assert.Contains((line.Subject, line.Conditions), groups));
        Assert.All(told.Where(line => line.Claim == "jointly"), line => Assert.Contains(exported, row => row.Claim == "jointly" && (row.Party, row.Subject) == (line.Party, line.Subject) && line.Conditions.Contains(row.Conditions, StringComparison.Ordinal)));
        Assert.Contains(exported, line => line.Conditions.Length > 0);
    }

    [Fact]
    public void What_has_too_many_cases_to_tell_them_apart_says_so()
    {
        Sample sample = Samples.Compile(SchemeShapes.All.Single(shape => shape.Name == "conditions").Write(40, 1));
        Assert.Contains(Exported(sample).Rows, row => row["subject"] == "shared work" && row["how"] == "not all cases are told");
        PartySymbol officer = sample.Party("Officer 1");
        var own = CsvRows.Of(new OfficeExport(sample.Input).Of(officer, OfficeFormat.Values).Span);
        Assert.Contains(own.Rows, row => row["subject"] == "shared work" && row["how"] == "not all cases are told");
    }

    [Theory]
    [MemberData(nameof(OfficeSchemes.Examples), MemberType = typeof(OfficeSchemes))]
    public void Every_kind_of_party_has_what_it_may_decide(string name)
    {
        Sample sample = Samples.Get(name);
        var export = new OfficeExport(sample.Input);
        PartySymbol[] parties = [.. sample.Input.Model.Symbols.OfType<PartySymbol>().Where(party => !party.IsFromLibrary)];
        foreach (PartySymbol party in parties.GroupBy(party => (party.IsOrganisation, party.IsGroup, party.HeldBy is not null)).SelectMany(kind => kind.Take(Effort.Of(1, 500))))
        {
            string who = party.DisplayName;
            var rows = CsvRows.Of(export.Of(party, OfficeFormat.Values).Span);
            Assert.Equal(rows.Rows.Select(row => row["deciders"]), WorkbookTests.Texts(export.Of(party, OfficeFormat.Workbook).ToArray(), "What it may decide")[1..].Select(row => row[10]));
            Assert.All(rows.Rows, row => Assert.Contains(party.HeldBy?.DisplayName ?? who, row["deciders"], StringComparison.Ordinal));
            Check(sample, name + ", " + who, rows);
        }

        Assert.True(parties.Any(party => party.IsOrganisation) && parties.Any(party => party.IsGroup) && parties.Any(party => party.HeldBy is not null));
    }

    // From the first condition to whatever comes after the last.
    private static string ConditionsOf(string text)
    {
        Match conditions = AllConditions().Match(text);
        return conditions.Success ? InOrder(conditions.Value) : "";
    }

    // Of a row: those of its own, and those that all rows of the table have in common.
    private static string ConditionsIn(IElement row)
    {
        string own = row.QuerySelector("[data-label=If]")?.TextContent.Trim() ?? "";
        return InOrder(ConditionsOf(row.Closest("table")?.QuerySelector("caption")?.TextContent ?? "") + (own.Length > 0 ? ", " + own : ""));
    }

    private static string InOrder(string conditions) => string.Concat(EachCondition().Split(conditions).Order(StringComparer.Ordinal));

    [GeneratedRegex("(?=, (?:when|unless) )")]
    private static partial Regex EachCondition();

    [GeneratedRegex(@"(, (when|unless) ((?!, (when|unless|from|until|on) |; | acts for it|, by an|, under a).)+)+")]
    private static partial Regex AllConditions();

    private static CsvRows Exported(Sample sample) => CsvRows.Of(new OfficeExport(sample.Input).Scheme(OfficeFormat.Values).Span);

    private static int Check(Sample sample, string what) => Check(sample, what, Exported(sample));

    private static int Check(Sample sample, string what, CsvRows sheet)
    {
        var asking = new ReadBackTests.Asking(sample);
        StatedClaim[] claims = [.. sheet.Rows.SelectMany(Claims).Distinct()];
        foreach (StatedClaim claim in claims)
        {
            var others = claims.Where(other => other.Party == claim.Party && other.Subject == claim.Subject).Select(other => new List<StatedClaim> { other }).ToList();
            string? wrong = asking.Contradiction(claim, others);

            // The sheet of all leaves out whoever only keeps authority above: outside its bounds a row says nothing of them.
            Assert.True(wrong is null || wrong.StartsWith("it is so too of", StringComparison.Ordinal), $"{what}: {claim}: {wrong}");
        }

        return claims.Length;
    }

    // What a row states, for each of those who decide together.
    private static IEnumerable<StatedClaim> Claims(IReadOnlyDictionary<string, string> row)
    {
        string claim = row["how"] switch { "decides" => "decides", "may decide" => "may", "jointly decides" => "jointly", "has it reserved to it" => "reserved", _ => "" };
        string place = row["place"].Split(", but not ")[0];
        foreach (string party in row["deciders"].Split(" jointly with ").Where(_ => claim.Length > 0))
        {
            yield return new StatedClaim(
                party.StartsWith("two of ", StringComparison.Ordinal) ? party["two of ".Length..] : party,
                row["subject"],
                claim,
                place.StartsWith("anywhere but ", StringComparison.Ordinal) ? "" : place,
                row["from"].Length > 0 ? row["from"] : row["until"],
                row["basis"],
                row["VAT"],
                "")
            {
                From = Figure(row["from £"]),
                IsFromOpen = row["from £ itself"] == "not included",
                To = Figure(row["to £"]),
                IsToOpen = row["to £ itself"] == "not included",
            };
        }
    }

    private static decimal? Figure(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
