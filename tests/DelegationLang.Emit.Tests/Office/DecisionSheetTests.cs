using System.Globalization;
using DelegationLang.Emit.Tests.Html;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Office;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>Every row of the exported table is read back and compared with what questions answer: within each bound, on it and just outside.</summary>
public sealed class DecisionSheetTests
{
    [Theory]
    [InlineData("west-yorkshire-icb")]
    [InlineData("borough-council")]
    [InlineData("foundation-trust")]
    public void The_rows_of_an_example_say_what_is_so(string name) => Assert.True(Check(Samples.Get(name), name) > 100);

    [Fact]
    public void The_rows_of_random_schemes_say_what_is_so()
    {
        int schemes = Effort.Of(10, 200);
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
        CsvRows rows = CsvRows.Of(new OfficeExport(sample.Input).Of(board, OfficeFormat.Values).Span);
        Assert.Contains(rows.Rows, row => row["how"] == "may decide");
        Assert.All(rows.Rows, row => Assert.Contains("Board", row["deciders"], StringComparison.Ordinal));
        Check(sample, "Board", rows);
    }

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
