using DelegationLang.Import;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>A draft never permits more than its source: what is excepted, refused, limited or only recommended gives nobody a power.</summary>
public sealed class WithheldTests
{
    private const string Trust = "Hollow NHS Trust";
    private const string Undeclared = "error";

    [Theory]
    [InlineData("Buying vans except over £5,000 | Fleet Manager")]
    [InlineData("Buying vans unless above £5,000 | Fleet Manager")]
    [InlineData("Buying vans, excluding those of more than £5,000 | Fleet Manager")]
    [InlineData("Buying vans (other than where the price exceeds £5,000) | Fleet Manager")]
    [InlineData("Buying vans, save for any in excess of £5,000 | Fleet Manager")]
    [InlineData("Buying vans with the exception of vans over £5,000 | Fleet Manager")]
    [InlineData("Buying vans not over £5,000 | Fleet Manager")]
    [InlineData("Buying vans but not above £5,000 | Fleet Manager")]
    [InlineData("Buying vans, nothing greater than £5,000 | Fleet Manager")]
    [InlineData("Buying vans | Fleet Manager, except over £5,000")]
    [InlineData("Buying vans | Fleet Manager (unless above £5,000)")]
    [InlineData("Buying vans | Fleet Manager, but not those of more than £5,000")]
    public void A_sum_that_is_excepted_lies_on_the_other_side(string row) => Answers(
        Documents.Page(Trust, Documents.Table("Matter | Delegated to\n" + row)),
        ("buying vans worth £5,000", "Fleet Manager"),
        ("buying vans worth £5,000.01", "Board"));

    [Theory]
    [InlineData("Naming vans | Fleet Manager, other than contracts above £16,000")]
    [InlineData("Naming vans unless below £20 | Fleet Manager")]
    [InlineData("Naming vans except those worth between £100 and £500 | Fleet Manager")]
    [InlineData("Naming vans | Fleet Manager (does not apply above £400)")]
    [InlineData("Naming vans | Fleet Manager and, over £500, the Treasurer")]
    [InlineData("Naming vans | All officers except the Fleet Manager")]
    [InlineData("Naming vans | No officer")]
    [InlineData("Naming vans | Neither the Clerk nor the Treasurer")]
    [InlineData("Naming vans | Not the Chief Executive")]
    [InlineData("Naming vans | Fleet Manager to recommend to the Board")]
    [InlineData("Naming vans | Fleet Manager (from July 2026)")]
    [InlineData("Naming vans | Fleet Manager (deleted)")]
    [InlineData("No officer may name vans | Fleet Manager")]
    [InlineData("Not to name vans | Fleet Manager")]
    public void What_nobody_can_read_safely_gives_nobody_a_power(string row)
    {
        ImportResult result = Import(Documents.Page(Trust, Documents.Table("Matter | Delegated to\n" + row)));

        Assert.Empty(result.Understood);
        Assert.Equal(1, result.Asked.Length + result.Skipped.Count(skipped => skipped.Place.StartsWith("table", StringComparison.Ordinal)));
        Assert.Equal(Undeclared, Asked(result, "naming vans"));
    }

    [Fact]
    public void Refusals_in_paragraphs_and_lists_are_comments()
    {
        ImportResult result = Import(Documents.Page(Trust, "<p>No officer may borrow money.</p><p>Neither the Chief Executive nor the Treasurer may sell land.</p><p>The Chief Executive may not close a hospital.</p>"
            + "<h3>Director of Estates</h3><ul><li>To let offices</li><li>Not to sell barns</li><li>No power to grant licences</li><li>May not sign deeds</li></ul>"
            + "<p>The following are not delegated to the Director of Estates:</p><ul><li>Naming buildings</li></ul><p>The Treasurer may not:</p><ul><li>lend money</li></ul>"));

        Assert.Equal(["let offices"], Matters(result));
        Assert.Equal(9, result.Skipped.Length);
        Assert.Equal("Director of Estates", Asked(result, "let offices"));
    }

    [Fact]
    public void What_is_listed_below_an_exception_is_taken_out_of_the_power_above_it() => Answers(
        Documents.Page(Trust, "<h3>Director of Estates</h3><ul><li>To approve repairs other than:<ul><li>Roof repairs</li></ul></li><li>To let offices</li></ul>"
            + "<p>The Treasurer may approve payments except:</p><ul><li>Gifts</li></ul><p>The Matron is authorised to do the following:</p><ul><li>order drugs</li><li>Except:</li><li>poisons</li></ul>"),
        ("\"approve repairs\"", "Director of Estates"),
        ("\"approve repairs\" on 1 May 2026 when roof repairs", "Board"),
        ("\"let offices\"", "Director of Estates"),
        ("\"approve payments\" on 1 May 2026 unless gifts", "Treasurer"),
        ("\"approve payments\" on 1 May 2026 when gifts", "Board"),
        ("order drugs on 1 May 2026 when poisons", "Board"),
        ("gifts", Undeclared));

    [Fact]
    public void Different_verbs_about_one_thing_stay_apart() => Answers(
        Documents.Page(Trust, "<h3>Chief Executive</h3><ul><li>Settle claims up to £5,000</li></ul><h3>Treasurer</h3><ul><li>Defend claims</li></ul>"),
        ("settle claims worth £5,000", "Chief Executive"),
        ("settle claims worth £5,000.01", "Board"),
        ("defend claims worth £9,000", "Treasurer"));

    [Fact]
    public void Only_whoever_approves_decides()
    {
        ImportResult result = Import(Documents.Page(Trust, Documents.Table("Matter | Role | Post\nOpening accounts | Approves | Treasurer\nOpening accounts | Recommends | Clerk\nClosing accounts | Recommends | Treasurer\nMoving accounts | Reviews | Treasurer\nNaming accounts | Consulted | Treasurer\nSelling accounts | Informed | Treasurer")));

        Assert.Equal(["Opening accounts"], Matters(result));
        Assert.Equal(4, result.Asked.Length);
        Assert.Contains("to Treasurer after recommendation of Clerk", result.Files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_steps_and_days_are_kept()
    {
        string scheme = Import(Documents.Page(Trust, Documents.Table("Matter | Delegated to | Consultation | From | Until | Review date\nSelling cars | Fleet Manager | The Chair must be consulted before any sale | 1 May 2026 | 30 June 2026 | 4 June 2026\nBuying cars | Fleet Manager | All affected residents | the opening of the garage | | July 2028"))).Files[0].Content;

        Assert.Contains("from 1 May 2026", scheme, StringComparison.Ordinal);
        Assert.Contains("until 30 June 2026", scheme, StringComparison.Ordinal);
        Assert.Contains("after consulting Chair", scheme, StringComparison.Ordinal);
        Assert.Contains("Review date: 4 June 2026", scheme, StringComparison.Ordinal);
        Assert.Contains("Consultation: All affected residents\" is a condition, normally false", scheme, StringComparison.Ordinal);
        Assert.Contains("From: the opening of the garage\" is a condition, normally false", scheme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("£500 limit", "up to £500")]
    [InlineData("A limit of £800 applies", "up to £800")]
    [InlineData("Nothing above £900", "up to £900")]
    [InlineData("Cost not to exceed £600", "up to £600")]
    [InlineData("Mayor must agree", "after approval of Mayor")]
    [InlineData("Subject to final sign-off by the Board", "after approval of Board")]
    [InlineData("Requires approval of the Board", "after approval of Board")]
    [InlineData("Chair's written agreement required", "after approval of Chair")]
    [InlineData("Only where approved in advance by the Board", "after approval of Board")]
    [InlineData("To be countersigned by the Treasurer", "after approval of Treasurer")]
    [InlineData("In consultation with the Chair and subject to ratification by the Board", "after consulting Chair ratified by Board")]
    [InlineData("Not land", "unless land")]
    [InlineData("Emergencies only", "when emergency")]
    [InlineData("£5,000 for revenue, otherwise £10,000", "not understood")]
    [InlineData("Over £800 the Chair must agree", "not understood")]
    [InlineData("The Fleet Manager may not approve own claims", "not understood")]
    [InlineData("Jointly with the Chair", "not understood")]
    public void Limits_and_steps_in_a_column_of_restrictions_count(string restriction, string written) => Assert.Contains(
        written, Import(Documents.Page(Trust, Documents.Table("Matter | Delegated to | Restrictions\nSelling cars | Fleet Manager | " + restriction))).Files[0].Content, StringComparison.Ordinal);

    [Theory]
    [InlineData("Fleet Manager (from 1 January 2027)", "to Fleet Manager from 1 January 2027")]
    [InlineData("Fleet Manager until 31 March 2027", "to Fleet Manager until 31 March 2027")]
    [InlineData("Fleet Manager following approval by the Board", "to Fleet Manager after approval of Board")]
    [InlineData("Fleet Manager (with Board approval)", "to Fleet Manager after approval of Board")]
    [InlineData("Fleet Manager (not delegable)", "to Fleet Manager note \"not delegable\"")]
    [InlineData("Fleet Manager (formerly Transport Manager)", "to Fleet Manager note \"formerly Transport Manager\"")]
    [InlineData("Fleet Manager, formerly Transport Manager", "to Fleet Manager note \"formerly Transport Manager\"")]
    [InlineData("Only Fleet Committee", "reserves Selling cars to Fleet Committee")]
    [InlineData("Two councillors", "to two of Councillor")]
    [InlineData("Fleet Manager, except in an emergency", "to Fleet Manager unless emergency")]
    [InlineData("Fleet Manager other than in exceptional circumstances", "to Fleet Manager unless exceptional circumstances")]
    [InlineData("Not delegated to officers", "reserved to Board")]
    public void Words_beside_a_name_are_no_part_of_it(string decider, string written) => Assert.Contains(
        written, Import(Documents.Page(Trust, Documents.Table("Matter | Delegated to\nSelling cars | " + decider))).Files[0].Content, StringComparison.Ordinal);

    [Fact]
    public void Lists_below_a_title_and_may_are_read() => Answers(
        Documents.Page(Trust, "<h3>Chief Officer</h3><p>May not:</p><ul><li>sell land</li></ul><p>May:</p><ul><li>buy land up to £500</li></ul>"),
        ("buy land worth £500", "Chief Officer"),
        ("sell land", Undeclared));

    private static void Answers(ImportedFile file, params (string Subject, string Deciders)[] expected)
    {
        ImportResult result = Import(file);
        Assert.All(expected, row => Assert.Equal(row, (row.Subject, Asked(result, row.Subject))));
    }

    private static string Asked(ImportResult result, string subject)
    {
        Compilation compilation = ImportCase.Compile(result);
        Assert.DoesNotContain(compilation.Diagnostics, found => found.Severity == Diagnostics.DiagnosticSeverity.Error);
        Answer answer = compilation.Engine.Ask($"who decides {subject}{(subject.Contains(" on 1 May", StringComparison.Ordinal) ? "" : " on 1 May 2026")}?", new DateOnly(2026, 5, 1));
        return answer.Outcome switch
        {
            Outcome.Decided or Outcome.Reserved => string.Join("; ", answer.Deciders.Order(StringComparer.Ordinal)),
            Outcome.Error => Undeclared,
            _ => answer.Outcome.ToString(),
        };
    }

    // The kinds of decision that the draft declares.
    private static string[] Matters(ImportResult result)
    {
        string[] lines = result.Files[0].Content.Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith("matters of", StringComparison.Ordinal));
        return lines[first].TrimEnd().EndsWith(':') ? [.. lines.Skip(first + 1).TakeWhile(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line.Trim(' ', '-', '.', '"'))]
            : [lines[first]];
    }

    private static ImportResult Import(ImportedFile file) => Importer.Import([file], new ImportOptions());
}
