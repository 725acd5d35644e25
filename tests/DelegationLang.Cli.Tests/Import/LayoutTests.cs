using System.Text;
using DelegationLang.Import;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>Layouts that published schemes have, beside those of the samples: each is read as a person reads it, or asked about.</summary>
public sealed class LayoutTests
{
    private const string Trust = "Hollow NHS Trust";

    [Fact]
    public void A_small_table_of_roles_and_limits_for_each_area() => Decides(
        Documents.Page(Trust, "<h3>1. Purchasing</h3>" + Documents.Table("Role | Limit (£, excluding VAT)\nBudget Holder | 5,000\nDirector of Finance | 250,000\nBoard | Unlimited")
            + "<h3>2. Writing off debts</h3>" + Documents.Table("Role | Limit\nCredit Controller | £100\nFinance Committee | Over £100")),
        ("purchasing worth £5,000 excluding VAT", "Budget Holder"),
        ("purchasing worth £5,000.01 excluding VAT", "Director of Finance"),
        ("purchasing worth £250,000.01 excluding VAT", "Board"),
        ("writing off debts worth £100", "Credit Controller"),
        ("writing off debts worth £100.01", "Finance Committee"));

    [Fact]
    public void Lower_and_upper_ends_in_columns_of_their_own() => Decides(
        Documents.Page(Trust, Documents.Table("Matter | Over (£) | Up to and including (£) | Approved by\nWrite-offs | 0 | 500 | Budget Manager\nWrite-offs | 500 | 5,000 | Director of Finance\nWrite-offs | 5,000 | No limit | Board")
            + Documents.Table("Matter | Minimum | Maximum | Officer\nLoans | £0 | £10k | Treasurer\nLoans | £10,001 | £50k | Director of Finance\nLoans | £50,001 | n/a | Board")),
        ("write-offs worth £500", "Budget Manager"),
        ("write-offs worth £500.01", "Director of Finance"),
        ("write-offs worth £5,000", "Director of Finance"),
        ("write-offs worth £5,000.01", "Board"),
        ("loans worth £10,000", "Treasurer"),
        ("loans worth £10,001", "Director of Finance"),
        ("loans worth £50,000", "Director of Finance"),
        ("loans worth £50,001", "Board"));

    [Fact]
    public void Ends_that_are_not_there_are_no_limits_only_beside_a_sum() => Decides(
        Documents.Page(Trust, Documents.Table("Matter | From | To | Approved by\nLoans | £0 | £10k | Treasurer\nLoans | £10k | – | Board\nGrants | – | – | Treasurer\nLeases | £0 | – | Treasurer\nGifts | £5 | tbc | Treasurer\nFees | – | No limit | Treasurer")),
        ("loans worth £10,000", "Treasurer"),
        ("loans worth £10,000.01", "Board"),
        ("grants", null),
        ("leases", null),
        ("gifts", null),
        ("fees worth £1 million", "Treasurer"));

    [Fact]
    public void Posts_as_headings_with_bullets_below() => Decides(
        Documents.Page(Trust, "<h3>Chief Executive</h3><ul><li>To approve expenditure up to £50,000</li><li>Settling claims not exceeding £10,000, in consultation with the Chair</li></ul>"
            + "<h3>Director of Estates</h3><ul><li>To let offices in accordance with the lettings policy</li></ul><h3>Matters reserved to the Board</h3><ul><li>Borrowing</li></ul>"),
        ("approve expenditure worth £50,000", "Chief Executive"),
        ("settling claims worth £10,000", "Chief Executive"),
        ("\"let offices in accordance with the lettings policy\"", "Director of Estates"),
        ("borrowing", "Board"));

    [Fact]
    public void Letters_with_a_key() => Decides(
        Documents.Page(Trust, "<p>Key: A = Approves; R = Recommends; C = Consulted; I = Informed</p>"
            + Documents.Table("Ref | Decision | Board | Audit Committee | Chief Executive | Director of Finance\n1 | Approving the annual plan | A | | R | C\n2 | Appointing the internal auditor | I | A | | R\n3 | Opening bank accounts | | I | C | A\n4 | Signing leases | | | A | A\n5 | Insurance | | | S |")),
        ("approving the annual plan", "Board"),
        ("appointing the internal auditor", "Audit Committee"),
        ("opening bank accounts", "Director of Finance"),
        ("signing leases", null),
        ("insurance", null));

    [Fact]
    public void Posts_across_with_sums_below() => Decides(
        Documents.Page(Trust, Documents.Table("Matter | Admin Officer | Deputy Director | Finance Committee\nStationery | £100 | £250 | Unlimited\nGrounds maintenance | – | £500 | £10,000")),
        ("stationery worth £100", "Admin Officer"),
        ("stationery worth £250", "Deputy Director"),
        ("stationery worth £9,000", "Finance Committee"),
        ("grounds maintenance worth £50", "Deputy Director"),
        ("grounds maintenance worth £10,000.01", "Board"));

    [Fact]
    public void Posts_across_with_lists_below() => Decides(
        Documents.Page(Trust, "<table><tr><th>Board</th><th>Chief Executive</th></tr><tr><td><ul><li>Approving the budget</li><li>Appointing the Chief Executive</li></ul></td><td><ul><li>Contracts up to £50,000</li></ul></td></tr></table>"),
        ("approving the budget", "Board"),
        ("appointing the Chief Executive", "Board"),
        ("contracts worth £50,000", "Chief Executive"));

    [Fact]
    public void The_holder_before_the_decision() => Decides(
        Documents.Page(Trust, Documents.Table("Delegated to | Decision\nChief Officer | Approve business cases up to £100,000\nBoard | Approve business cases over £100,000\nChief Finance Officer | Sign contracts")),
        ("approve business cases worth £100,000", "Chief Officer"),
        ("approve business cases worth £100,000.01", "Board"),
        ("sign contracts", "Chief Finance Officer"));

    [Fact]
    public void Rules_with_typed_numbers() => Decides(
        Documents.Page(Trust, "<h3>1. Contracts</h3><p>1.1 The Head of Legal Services is authorised to sign contracts for supplies.</p><p>1.2 Authority to determine appeals is delegated to the Appeals Panel.</p>"
            + "<p>1.3 Leases may be granted by the Head of Estates or the Director of Finance.</p><p>1.4 The following are reserved to the Board:</p><p>(a) adopting the strategy;</p><p>(b) closing a hospital.</p>"),
        ("\"sign contracts for supplies\"", "Head of Legal Services"),
        ("determine appeals", "Appeals Panel"),
        ("leases", "Director of Finance; Head of Estates"),
        ("closing a hospital", "Board"));

    [Fact]
    public void Columns_beside_each_other_for_the_board_committees_and_officers() => Decides(
        Documents.Page(Trust, Documents.Table("Ref | Theme | Decision | Reserved to the Board | Delegated to committee | Delegated to officer\n1 | Strategy | Approve the strategy | ✓ | | \n2 | Finance | Approve capital cases | | Finance Committee | \n3 | Finance | Approve invoices | | | Chief Finance Officer")),
        ("approve the strategy", "Board"),
        ("approve capital cases", "Finance Committee"),
        ("approve invoices", "Chief Finance Officer"));

    [Fact]
    public void A_table_that_says_who_beside_one_that_says_how_much() => Decides(
        Documents.Page(Trust, "<h3>Table A</h3>" + Documents.Table("No. | Delegated matter | Delegated to\n1 | Quotations | See Table B\n2 | Leave | Line Manager")
            + "<h3>Table B</h3>" + Documents.Table("No. | Matter | Limit | Authority\n1 | Quotations | Up to £50,000 | Divisional Director\n1 | Quotations | Over £50,000 | Chief Executive")),
        ("quotations worth £50,000", "Divisional Director"),
        ("quotations worth £50,000.01", "Chief Executive"),
        ("leave", "Line Manager"));

    [Fact]
    public void A_table_of_Word_whose_cells_have_tiers_and_steps() => Decides(
        Documents.Word(Documents.WordTable(
            ["Matter", "Delegated to"],
            ["Acceptance of tenders", "Director (up to £5,000); Chief Executive, on the recommendation of the Director (over £5,000)"],
            ["Petty cash", "Ward Manager – up to £50"],
            ["Filling posts", "Any two of Chief Executive, Director of Finance and Director of Nursing"],
            ["Car parks", "Director of Estates and Chief Executive"])),
        ("acceptance of tenders worth £5,000", "Director"),
        ("acceptance of tenders worth £5,000.01", "Chief Executive"),
        ("petty cash worth £50", "Ward Manager"),
        ("filling posts", "Chief Executive; Director of Finance; Director of Nursing"),
        ("car parks", null));

    [Fact]
    public void Numbers_of_a_workbook_with_a_head_that_says_limit() => Decides(
        Documents.Workbook([["Hollow NHS Trust – Scheme of Delegation"], ["Approved by", "Board on 3 March 2026"], ["Effective from", "1 April 2026"], ["Ref", "Matter", "Limit", "Approver"], ["1", "Orders", 5000, "Ward Manager"], ["1", "Orders", 50000, "Director of Finance"], ["2", "Gifts", 25, "Any officer concerned"]]),
        ("orders worth £5,000", "Ward Manager"),
        ("orders worth £5,000.01", "Director of Finance"),
        ("orders worth £50,000.01", "Board"));

    [Fact]
    public void Limits_of_nothing_that_is_named_are_asked_about_once()
    {
        ImportedFile page = Documents.Page(Trust, Documents.Table("Post | Limit\nBudget Holder | £5,000\nDirector of Finance | £50,000"));

        ImportQuestion question = Assert.Single(Import(page, "").Questions, asked => asked.Ask.Contains("not of what", StringComparison.Ordinal));

        Assert.Contains("up to £5,000", question.Writes[0], StringComparison.Ordinal);
        string answered = Import(page, $"{{ \"{question.Number}\": 1 }}").Files[0].Content;
        Assert.Contains("limits for expenditure", answered, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_that_were_saved_twice_are_put_right()
    {
        byte[] twice = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Matter,Officer,Limit\nLeases,Estates Manager,\"up to £5,000\"")));

        ImportResult result = Import(new ImportedFile("scheme.csv", twice), "");

        Assert.Contains("up to £5,000", result.Files[0].Content, StringComparison.Ordinal);
        Assert.Contains(result.Remarks, remark => remark.Contains("wrong encoding", StringComparison.Ordinal));
    }

    [Fact]
    public void Levels_stand_for_posts() => Decides(
        Documents.Page(Trust, Documents.Table("Level | Authorised officers | Limit\nLevel 1 | Budget holders | £2,500\nLevel 2 | Heads of Department | £10,000\nLevel 3 | Director of Finance | £50,000")
            + Documents.Table("Transaction | Authorisation level\nStaff expenses | Level 2\nWrite-off of debts | Level 3\nGifts | Level 7")),
        ("staff expenses", "Head of Department"),
        ("\"write-off of debts\"", "Director of Finance"),
        ("gifts", null),
        ("expenditure worth £2,500", null));

    [Fact]
    public void A_key_says_who_letters_are() => Decides(
        Documents.Page(Trust, Documents.Table("Decision | Approval | Thresholds\nContracts | CO | Up to £100,000\nContracts | E | Over £100,000\nLeases | CO in consultation with E | Rent below £25,000 p.a.\nVirement | CO + S151 | £50k or less")
            + "<p>Key: CO = Chief Officer; E = Estates Director; S151 = Section 151 Officer.</p>"),
        ("contracts worth £100,000", "Chief Officer"),
        ("contracts worth £100,000.01", "Estates Director"),
        ("leases worth £24,999 per year", "Chief Officer"),
        ("virement worth £10", null));

    [Fact]
    public void Words_and_sums_below_bodies_and_posts() => Decides(
        Documents.Page(Trust, Documents.Table("Function | Full Board | Finance Committee | Clerk\nSetting the budget | Decision | Recommendation | Prepares draft\nExpenditure | Over £5,000 | £1,000 to £5,000 | Up to £1,000\nReplies | | | Delegated, after consulting the Chair\nRepairs | | £9,000 (after consulting the Chair) | £500")),
        ("setting the budget", "Full Board"),
        ("expenditure worth £1,000", "Clerk"),
        ("expenditure worth £5,000", "Finance Committee"),
        ("expenditure worth £5,000.01", "Full Board"),
        ("replies", "Clerk"),
        ("repairs worth £9,000", "Finance Committee"));

    [Fact]
    public void Numbers_with_a_key() => Decides(
        Documents.Page(Trust, "<p>1 = Recommend, 2 = Decide, 3 = Be informed</p>" + Documents.Table(" | Trust Board | CEO | Local Governing Body | Head\nAdmissions policy | 2 | 1 | 3 | \nSchool uniform | | | 2 | 1")),
        ("admissions policy", "Board"),
        ("school uniform", "Local Governing Body"));

    [Fact]
    public void Tiers_that_stand_line_by_line_beside_each_other() => Decides(
        Documents.Page(Trust, "<table><tr><th>Category</th><th>Delegated authority</th><th>Authority in absence</th></tr>"
            + "<tr><td>2.1 Requisitions (excl VAT):<br>Up to £1,000<br>£1,001 to £10,000<br>Over £10,000</td><td>Ward Manager<br>Head of Service<br>Chief Executive</td><td></td></tr>"
            + "<tr><td>2.2 Projects</td><td>Chief Executive (up to £250k); Board (above £250k)</td><td>Deputy Chief Executive</td></tr></table>"),
        ("requisitions worth £1,000 excluding VAT", "Ward Manager"),
        ("requisitions worth £10,000 excluding VAT", "Head of Service"),
        ("requisitions worth £10,000.01 excluding VAT", "Chief Executive"),
        ("projects worth £250,000", "Chief Executive"),
        ("projects worth £250,000.01", "Board"));

    [Fact]
    public void Limits_with_a_label_below_posts() => Decides(
        Documents.Page(Trust, "<h3>Director of Assets</h3><p>Repairs contracts: £75,000 per contract</p><p>Land purchases: nil</p><h3>Chief Executive</h3><p>Repairs contracts: £250,000 per contract</p><p>Land purchases: £500,000, subject to the Development Committee's approval</p>"),
        ("repairs contracts worth £75,000 per contract", "Director of Assets"),
        ("repairs contracts worth £250,000 per contract", "Chief Executive"),
        ("land purchases worth £500,000", "Chief Executive"));

    [Fact]
    public void Lines_that_put_the_sum_before_the_post() => Decides(
        Documents.Page(Trust, "<ul><li>Cheques: any two of the Chair, the Treasurer and the Secretary</li><li>Leases – Board only</li><li>Contracts up to £20k – Chief Executive; £20k–£100k – Chief Executive and Treasurer jointly; over £100k – Board</li></ul>"),
        ("cheques", "Chair; Secretary; Treasurer"),
        ("leases", "Board"),
        ("contracts worth £20,000", "Chief Executive"),
        ("contracts worth £100,000", "Chief Executive; Treasurer"),
        ("contracts worth £100,000.01", "Board"));

    [Fact]
    public void Minutes_and_rules_that_name_whom_first() => Decides(
        Documents.Page(Trust, Documents.Table("Minute | Resolution\n23/14 | RESOLVED that the Clerk be authorised to spend up to £500 on repairs\n23/15 | RESOLVED that grants up to £1,000 be delegated to the Grants Committee\n23/16 | The report was noted")
            + "<p>To the Head of Planning, all planning applications.</p>"),
        ("\"spend on repairs\" worth £500", "Clerk"),
        ("grants worth £1,000", "Grants Committee"),
        ("all planning applications", "Head of Planning"));

    [Fact]
    public void Figures_in_thousands_are_written_out() => Decides(
        Documents.Page(Trust, "<p>Figures are in £000s and exclude VAT.</p>" + Documents.Table(" | CEO | Director | Manager\nOperating spend | 100 | 25 | 5\nCapital | 50 | – | –")),
        ("operating spend worth £5,000 excluding VAT", "Manager"),
        ("operating spend worth £100,000 excluding VAT", "CEO"),
        ("capital worth £50,000 excluding VAT", "CEO"));

    [Fact]
    public void One_committee_with_several_matters_in_a_cell() => Decides(
        Documents.Page(Trust, "<table><tr><th>Committee</th><th>Delegated matters</th></tr><tr><td>Finance Committee</td><td>Contracts over £1m and up to £10m<br>Investment policy</td></tr></table>"),
        ("contracts worth £10 million", "Finance Committee"),
        ("investment policy", "Finance Committee"));

    [Fact]
    public void Two_posts_where_one_name_could_be_meant_are_asked_about()
    {
        ImportResult result = Import(Documents.Page(Trust, Documents.Table("Matter | Authority\nOrders | Chief Executive\nPilotage | Pilot and Chief Executive\nWaivers | Chief Executive & Director of Finance\nNotices | Solicitor, to commence prosecutions")));

        Assert.Equal(3, result.Asked.Length);
        Assert.DoesNotContain("\nPilot", result.Files[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("prosecutions\" is", result.Files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_with_a_number_above_their_numbered_powers() => Decides(
        Documents.Page(Trust, "<p>1.1 Officers may authorise others to act on their behalf.</p><p>2. Chief Executive</p><p>2.1 To dispose of land up to a value of £500,000.</p><p>3. Director of Resources (Section 73 Officer)</p><p>3.1 To write off debts up to £25,000 per debtor.</p><p>4. Solicitor</p><p>4.1 To amend the standing orders; to affix the seal; and to settle claims up to £50,000.</p>"),
        ("dispose of land worth £500,000", "Chief Executive"),
        ("\"write off debts\" worth £25,000 per debtor", "Director of Resources"),
        ("amend the standing orders", "Solicitor"),
        ("affix the seal", "Solicitor"),
        ("settle claims worth £50,000", "Solicitor"));

    [Fact]
    public void More_matters_than_a_list_may_have_stand_in_several()
    {
        string rows = string.Concat(Enumerable.Range(0, 10_500).Select(i => $"{i},Matter {i},\"£5,000\",Clerk\n"));

        ImportResult result = Import(new ImportedFile("long.csv", Encoding.UTF8.GetBytes("Ref,Matter,Limit,Approver\n" + rows)));

        Assert.Equal(10_500, result.Understood.Length);
    }

    [Fact]
    public void Sums_without_a_matter_keep_what_stands_beside_them()
    {
        ImportedFile page = Documents.Page(Trust, Documents.Table("Ref | Contract value | Who may approve | Consultation with\n7.1 | Up to £9,999 | Service Manager | \n7.2 | £10,000 to £50,000 | Director | Chair"));

        ImportQuestion question = Assert.Single(Import(page).Questions, asked => asked.Ask.Contains("not of what", StringComparison.Ordinal));

        Assert.Contains("after consulting Chair", question.Writes[0], StringComparison.Ordinal);
        Assert.Contains("reference \"7.1\"", question.Writes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_stands_alone_is_asked_about() =>
        Assert.Contains("Is the sum an upper limit?", Assert.Single(Import(Documents.Page(Trust, Documents.Table("Matter | Value | Authority\nOrders | £5,000 | Ward Manager"))).Asked).Reason, StringComparison.Ordinal);

    [Fact]
    public void Gaps_and_shared_figures_are_written_as_they_stand_and_said()
    {
        ImportResult result = Import(Documents.Page(Trust, Documents.Table("Matter | Value | Authority\nOrders | less than £1,000 | Ward Manager\nOrders | over £1,000 | Director\nLeases | up to £1,000 | Ward Manager\nLeases | £1,000 to £5,000 | Director")));

        Assert.Contains(result.Remarks, remark => remark.Contains("at exactly £1,000 no tier says who decides", StringComparison.Ordinal));
        Assert.Contains(result.Remarks, remark => remark.Contains("£1,000 stands in two tiers; it was left with the lower one", StringComparison.Ordinal));
        Assert.Contains("below £1,000", result.Files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_nearly_one_are_asked_about()
    {
        ImportResult result = Import(Documents.Page(Trust, Documents.Table("Matter | Authority\nOrders | Chief Executive\nLeases | Cheif Executive")));

        Assert.Contains(result.Questions, question => question.Ask.Contains("“Chief Executive” and “Cheif Executive”", StringComparison.Ordinal));
    }

    // Each question is answered by these alone; null for what must be asked about, so that nobody declared it.
    private static void Decides(ImportedFile file, params (string Subject, string? Deciders)[] expected)
    {
        ImportResult result = Import(file);
        Compilation compilation = ImportCase.Compile(result);
        Assert.DoesNotContain(compilation.Diagnostics, found => found.Severity == Diagnostics.DiagnosticSeverity.Error);
        Assert.All(expected, row =>
        {
            Answer answer = compilation.Engine.Ask($"who decides {row.Subject} on 1 May 2026?", new DateOnly(2026, 5, 1));
            Assert.Equal((row.Subject, row.Deciders ?? "error"), (row.Subject, answer.Outcome is Outcome.Decided or Outcome.Reserved ? string.Join("; ", answer.Deciders.Order(StringComparer.Ordinal)) : answer.Outcome.ToString().ToLowerInvariant()));
        });
        Assert.Equal(expected.Count(row => row.Deciders is null) > 0, !result.Asked.IsEmpty && expected.Any(row => row.Deciders is null));
    }

    private static ImportResult Import(ImportedFile file, string answers = "") => Importer.Import([file], new ImportOptions { Answers = answers });
}
