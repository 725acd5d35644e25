using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Tests.Semantics;

/// <summary>Each finding of name resolution where it is due, and only there.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("Hospital Trust delegates goods to Chef Executive.", "Chef Executive", "Chief Executive")]
    [InlineData("Hospitl Trust delegates goods to Chair.", "Hospitl Trust", "Hospital Trust")]
    [InlineData("Hospital Trust delegates good to Chair.", "good", "goods")]
    [InlineData("Hospital Trust delegates goods to Chair at Leedes.", "Leedes", "Leeds")]
    [InlineData("Hospital Trust delegates goods to Chair for surgry care.", "surgry care", "surgery care")]
    [InlineData("Hospital Trust delegates goods to Chair when in bugdet.", "in bugdet", "in budget")]
    [InlineData("Hospital Trust delegates goods to Chair ratified by Bord.", "Bord", "Board")]
    [InlineData("Hospital Trust delegates goods to Chair with power to delegate to Finance Directr.", "Finance Directr", "Finance Director")]
    [InlineData("Hospital Trust delegates goods to Chair under NHS Act 2006 section 75a.", "NHS Act 2006 section 75a", "")]
    [InlineData("Hospital Trust delegates goods to Chair up to turnovre.", "turnovre", "turnover")]
    [InlineData("Chair deputises for Chief Executiv.", "Chief Executiv", "Chief Executive")]
    [InlineData("Chair recommends gods to Board.", "gods", "goods")]
    [InlineData("Quality Committee is a committee of Bord.", "Bord", "Board")]
    [InlineData("Quality Committee is a committee of Board chaired by Chairr.", "Chairr", "Chair")]
    [InlineData("limits for goods of Hospital Trst:\n  - Chair up to £5.", "Hospital Trst", "Hospital Trust")]
    [InlineData("limits for godds of Hospital Trust:\n  - Chair up to £5.", "godds", "goods")]
    [InlineData("scenario \"s\": goods at Leedss is decided by Board.", "Leedss", "Leeds")]
    [InlineData("scenario \"s\": goods is decided by Bord.", "Bord", "Board")]
    public void An_undeclared_name_is_reported_with_what_was_meant(string sentence, string words, string meant)
    {
        SchemeModel model = SchemeText.BindTrust(sentence);

        Diagnostic finding = SchemeText.Single(model, "DL2001");
        Assert.Equal(words, SchemeText.Words(finding));
        Assert.Contains($"`{words}`", finding.Message, StringComparison.Ordinal);
        if (meant.Length > 0)
        {
            Assert.Contains($"`{meant}`", finding.Help, StringComparison.Ordinal);
            Assert.Empty(SchemeText.Findings(SchemeText.Bind(SchemeText.Apply(finding))));
        }
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to Ward Manager.")]
    [InlineData("Hospital Trust delegates goods to Safety Committee.")]
    [InlineData("Hospital Trust delegates painting to Chair.")]
    [InlineData("Hospital Trust delegates goods to Chair at Wakefield.")]
    [InlineData("Hospital Trust delegates goods to Chair when out of hours.")]
    public void A_name_like_no_other_can_be_declared_by_the_fix(string sentence)
    {
        Diagnostic finding = SchemeText.Single(SchemeText.BindTrust(sentence), "DL2001");

        SchemeText.BindSound(SchemeText.Apply(finding, finding.Fixes.Length - 1));
    }

    [Fact]
    public void A_name_used_ten_times_is_reported_at_each_place_and_as_nothing_else()
    {
        SchemeModel model = SchemeText.BindTrust(string.Concat(Enumerable.Range(1, 10).Select(i => $"Hospital Trust delegates goods to Nobody Known up to £{i} at Nobody Known.\n")));

        Assert.Equal(Enumerable.Repeat("DL2001:Nobody Known", 20), SchemeText.Findings(model));
    }

    [Fact]
    public void The_name_of_a_kind_is_not_the_name_of_a_party()
    {
        Diagnostic finding = SchemeText.Single(SchemeText.BindTrust("Hospital Trust delegates goods to NHS foundation trust."), "DL2001");

        Assert.Contains("is a kind", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_owners_thing_is_named_with_its_owner()
    {
        Diagnostic finding = SchemeText.Single(
            SchemeText.BindTrust("City Council is a local authority.\nHospital Trust delegates goods to Audit Committee of City Council."), "DL2001");

        Assert.Contains("`City Council` has no `Audit Committee`", finding.Message, StringComparison.Ordinal);
        SchemeText.BindSound(SchemeText.Apply(finding));
    }

    [Fact]
    public void Words_after_a_declared_name_that_are_no_clause_are_pointed_out()
    {
        Diagnostic finding = SchemeText.Single(SchemeText.BindTrust("Hospital Trust delegates goods to Chair answering Board."), "DL2001");

        Assert.Contains("`answering Board` is no clause", finding.Help, StringComparison.Ordinal);
        Assert.Contains("invoice is a basis", SchemeText.Single(SchemeText.BindTrust("Hospital Trust delegates goods to Chair per invoice up to £5."), "DL2001").Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Board is a committee of Hospital Trust.\nX is a matter.", true)]
    [InlineData("goods is a function of Hospital Trust.", true)]
    [InlineData("Hospital Trust is a place.", true)]
    [InlineData("Other Trust is an NHS trust known as HT.", true)]
    [InlineData("goods is a function.", true)]
    [InlineData("Goods is a function of HT.", true)]
    [InlineData("City Council is a local authority.\ngoods is a matter of City Council.", false)]
    [InlineData("Hospital is an NHS trust known as the Hospital.", false)]
    [InlineData("matters of Hospital Trust:\n  - goods.", true)]
    public void A_name_declared_twice_for_one_owner_is_reported(string sentences, bool isReported)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Assert.Equal(isReported ? ["DL2002"] : [], model.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.Code));
        Assert.All(model.Diagnostics.Where(finding => finding.Code == "DL2002"), finding => Assert.Single(finding.Related));
    }

    [Theory]
    [InlineData("New Board is the board of Hospital Trust.", true)]
    [InlineData("New Board is the board of Hospital Trust from 1 May 2026.", true)]
    [InlineData("City Council is a local authority.\nNew Board is the board of City Council.", false)]
    [InlineData("City Council is a local authority.\nOld Cabinet is the board of City Council until 30 April 2026.\nNew Board is the board of City Council from 1 May 2026.", false)]
    [InlineData("City Council is a local authority.\nOld Cabinet is the board of City Council until 30 April 2026.\nNew Board is the board of City Council from 30 April 2026.", true)]
    public void A_second_board_on_the_same_days_is_reported(string sentences, bool isReported) =>
        Assert.Equal(isReported ? ["DL2002:New Board"] : [], SchemeText.Findings(SchemeText.BindTrust(sentences)));

    [Fact]
    public void A_second_scheme_sentence_is_reported()
    {
        SchemeModel model = SchemeText.Bind("scheme One\n  version 1.", "scheme Two\n  version 2.");

        Diagnostic finding = SchemeText.Single(model, "DL2002");
        Assert.Equal("b.delegation", finding.Location.File);
        Assert.Equal("a.delegation", Assert.Single(finding.Related).Location.File);
        Assert.Equal("One", model.Info.Title);
    }

    [Theory]
    [InlineData("threshold is an amount of £1 until 31 May 2026.\nthreshold is an amount of £2 from 1 June 2026.", false)]
    [InlineData("threshold is an amount of £1 until 1 June 2026.\nthreshold is an amount of £2 from 1 June 2026.", true)]
    [InlineData("threshold is an amount of £1.\nthreshold is an amount of £2.", true)]
    public void An_amount_has_one_figure_a_day(string sentences, bool isReported) =>
        Assert.Equal(isReported ? ["DL2002:threshold"] : [], SchemeText.Findings(SchemeText.BindTrust(sentences)));

    [Theory]
    [InlineData("Hospital Trust delegates goods to Leeds.", "Leeds", "a place")]
    [InlineData("Leeds delegates goods to Chair.", "Leeds", "a place")]
    [InlineData("goods reserves surgery care to Board.", "goods", "a matter")]
    [InlineData("Hospital Trust delegates Chair to Board.", "Chair", "a chair")]
    [InlineData("care budget is a budget of Hospital Trust covering surgery care at Audit Committee.", "Audit Committee", "a committee")]
    [InlineData("care budget is a budget of Hospital Trust covering goods.", "goods", "a matter")]
    [InlineData("Hospital Trust delegates goods to Chair at Board.", "Board", "a board")]
    [InlineData("Hospital Trust delegates goods to Chair for goods.", "goods", "a matter")]
    [InlineData("Hospital Trust delegates goods to Chair under Board.", "Board", "a board")]
    [InlineData("Hospital Trust delegates goods to Chair when Board.", "Board", "a board")]
    [InlineData("Hospital Trust delegates goods to Chair when contract length.", "contract length", "a measure")]
    [InlineData("Hospital Trust delegates goods to Chair up to contract length.", "contract length", "a measure in years")]
    [InlineData("Hospital Trust delegates goods to Chair except in budget.", "in budget", "a condition")]
    [InlineData("Hospital Trust delegates goods to Chair reporting to Leeds.", "Leeds", "a place")]
    [InlineData("Hospital Trust delegates goods to two of Board.", "Board", "a board")]
    [InlineData("Hospital Trust deputises for Chair.", "Hospital Trust", "an NHS trust")]
    [InlineData("Quality Committee is a committee of goods.", "goods", "a matter")]
    [InlineData("Harehills is a neighbourhood of Leeds.", "Leeds", "a place")]
    [InlineData("podiatry is a function of Hospital Trust within goods.", "goods", "a matter")]
    [InlineData("Quality Committee is a committee of Board chaired by Board.", "Board", "a board")]
    [InlineData("Board is also Section 151 Officer.", "Board", "a board")]
    [InlineData("Finance Director is also Board.", "Board", "a board")]
    [InlineData("scenario \"s\": Chair is decided by Board.", "Chair", "a chair")]
    [InlineData("scenario \"s\": goods is decided by Leeds.", "Leeds", "a place")]
    [InlineData("scenario \"s\": goods when contract length is decided by Board.", "contract length", "a measure")]
    public void The_wrong_kind_of_thing_is_named_with_what_it_is(string sentence, string words, string kind)
    {
        Diagnostic finding = SchemeText.Single(SchemeText.BindTrust(sentence), "DL2003");

        Assert.Equal(words, SchemeText.Words(finding));
        Assert.Contains($"`{words}` is {kind}", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Help);
        Assert.Single(finding.Related);
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to Chair when contract length up to 5 months.", "5 months")]
    [InlineData("Hospital Trust delegates goods to Chair when contract length up to £5.", "£5")]
    [InlineData("Hospital Trust delegates goods to Chair when turnover up to EUR 5.", "EUR 5")]
    [InlineData("Hospital Trust delegates goods to Chair above EUR 3 up to £5.", "up to £5")]
    [InlineData("Hospital Trust delegates goods to Chair up to the lower of £5, EUR 5.", "the lower of £5, EUR 5")]
    [InlineData("Hospital Trust delegates goods to three of Chair, Board.", "three of Chair, Board")]
    public void Figures_that_do_not_fit_are_reported(string sentence, string words) =>
        Assert.Equal(words, SchemeText.Words(SchemeText.Single(SchemeText.BindTrust(sentence), "DL2003")));

    [Theory]
    [InlineData("A is a function within B.\nB is a function within A.", "DL2005:B")]
    [InlineData("A is a function within A.", "DL2005:A")]
    [InlineData("A is a place within B.\nB is a place within C.\nC is a place within A.", "DL2005:C")]
    [InlineData("A is a committee of B.\nB is a committee of A.", "DL2005:B")]
    [InlineData("A is a committee of A.", "DL2005:A")]
    [InlineData("A is a committee of Board reporting to B.\nB is a committee of Board reporting to A.", "DL2005:B")]
    [InlineData("A is a committee of Board reporting to A.", "DL2005:A")]
    [InlineData("A is an officer of HT.\nB is an officer of HT.\nA is also B.\nB is also A.", "DL2005:B")]
    [InlineData("Finance Director is also Finance Director.", "DL2005:Finance Director")]
    [InlineData("A is a committee of Board reporting to B.\nB is a committee of Board reporting to Board.", "")]
    public void A_circle_is_reported_once_and_cut(string sentences, string expected)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Assert.Equal(expected.Length == 0 ? [] : [expected], SchemeText.Findings(model));
        foreach (Symbol symbol in model.Symbols)
        {
            AssertEnds(symbol, one => one.Owners);
            AssertEnds(symbol, one => one is PartySymbol party ? party.ReportsTo : []);
            AssertEnds(symbol, one => one is PartySymbol { HeldBy: { } holder } ? [holder] : []);
            AssertEnds(symbol, one => one is SubjectSymbol { Parent: { } parent } ? [parent] : one is PlaceSymbol { Parent: { } place } ? [place] : []);
        }
    }

    [Fact]
    public void A_long_line_of_parts_does_no_harm()
    {
        string sentences = "p0 is a function of HT.\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"p{i} is a function within p{i - 1}.\n"));

        Assert.Empty(SchemeText.Findings(SchemeText.BindTrust(sentences)));
    }

    [Theory]
    [InlineData("Quality Committee is a committee of Board.", "Quality Committee")]
    [InlineData("out of hours is a condition.", "out of hours")]
    [InlineData("invoice is a basis.", "invoice")]
    [InlineData("seal is a matter of HT.", "seal")]
    [InlineData("Wakefield is a place of HT.", "Wakefield")]
    [InlineData("trustee board is a kind of board.", "trustee board")]
    [InlineData("Spare Agreement is a memorandum between HT, Board.", "Spare Agreement")]
    [InlineData("seal is a matter of HT.\nHT delegates all other matters to Chair.", "")]
    [InlineData("podiatry is a function of HT within surgery care.", "")]
    [InlineData("Spare Act is a power for NHS trust to delegate to committee.", "Spare Act")]
    [InlineData("Local Act is a power for NHS trust to delegate to committee covering goods with quorum 3.", "")]
    [InlineData("Remuneration Committee is a committee of Board.", "")]
    [InlineData("invoice is a basis.\nHT delegates goods to Chair up to £5 per invoice.", "")]
    [InlineData("out of hours is a condition.\nHT delegates goods to Chair unless out of hours.", "")]
    [InlineData("Quality Committee is a committee of Board.\nX is also Y.", "")]
    [InlineData("Quality Committee is a committee of Board.\nHT delegates goods to Chair after consulting Qualty Committee.", "")]
    public void What_is_never_used_is_mentioned(string sentences, string expected)
    {
        // The trust itself leaves a few things unused; only what the sentences add is looked at.
        SchemeModel model = SchemeText.BindTrust(sentences);
        IEnumerable<string> unused = model.Diagnostics
            .Where(finding => finding.Code == "DL2006" && finding.Location.Span.Start >= SchemeText.Trust.Length)
            .Select(SchemeText.Words);

        Assert.Equal(expected.Length == 0 ? [] : [expected], unused.Where(_ => !sentences.Contains("X is also", StringComparison.Ordinal)));
        Assert.All(model.Diagnostics.Where(finding => finding.Code == "DL2006"), finding => Assert.Equal(DiagnosticSeverity.Info, finding.Severity));
    }

    [Theory]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nHT delegates goods to Matron.", "Matron")]
    [InlineData("Matron is an officer of HT until 30 April 2026.\nHT delegates goods to Matron from 1 May 2026.", "Matron")]
    [InlineData("Matron is an officer of HT until 30 April 2026.\nHT delegates goods to Matron from 30 April 2026.", "")]
    [InlineData("Matron is an officer of HT until 30 April 2026.\nHT delegates goods to Matron.", "")]
    [InlineData("Matron is an officer of HT from 1 May 2026.\nHT delegates goods to Matron until 30 April 2026.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nHT delegates goods to Chair jointly with Matron.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nHT delegates goods to Chair after consulting Matron.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nHT delegates goods to Chair approved by Matron on 1 March 2026.", "")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nMatron deputises for Chair.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nHT reserves goods to Matron.", "Matron")]
    [InlineData("Old Town is a place of HT until 31 March 2026.\nHT delegates goods to Chair at Old Town.", "Old Town")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nlimits for goods:\n  - Matron up to £5\n  - Chair up to £6.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2026.\nmatters of HT reserved to Matron:\n  - seal\n  - signing.", "Matron")]
    [InlineData("Matron is an officer of HT until 31 March 2027.\nHT delegates goods to Matron for 2027/28.", "Matron")]
    [InlineData("Pact is an agreement between HT, Board from 1 May 2027.\nMatron is an officer of HT until 31 March 2027.\nHT delegates goods to Matron under Pact.", "Matron")]
    public void Who_does_not_exist_on_any_day_of_a_sentence_is_reported(string sentences, string expected)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Assert.Equal(expected.Length == 0 ? [] : ["DL2007:" + expected], SchemeText.Findings(model));
        Assert.All(model.Diagnostics.Where(finding => finding.Code == "DL2007"), finding => Assert.Contains("declared", Assert.Single(finding.Related).Label, StringComparison.Ordinal));
        Assert.Equal(expected.Length > 0, model.Delegations.Concat<Statement>(model.Reservations).Concat(model.Deputies).Any(statement => statement.HasErrors));
    }

    [Theory]
    [InlineData("HT delegates goods to Chair from 2 May 2026 until 1 May 2026.", "until 1 May 2026")]
    [InlineData("HT delegates goods to Chair until 1 May 2026 from 2 May 2026.", "until 1 May 2026")]
    [InlineData("Matron is an officer of HT from 2 May 2026 until 1 May 2026.\nHT delegates goods to Matron.", "until 1 May 2026")]
    [InlineData("HT delegates goods to Chair for 2026/27 until 31 March 2026.", "until 31 March 2026")]
    [InlineData("HT delegates goods to Chair above £10 up to £5.", "up to £5")]
    [InlineData("HT delegates goods to Chair above £5 up to £5.", "up to £5")]
    [InlineData("HT delegates goods to Chair when contract length above 5 years up to 3 years.", "up to 3 years")]
    [InlineData("every delegation in this scheme: until 1 May 2026.\nHT delegates goods to Chair from 2 May 2026.", "until 1 May 2026")]
    [InlineData("HT delegates goods to Chair from 1 May 2026 until 1 May 2026.", "")]
    [InlineData("HT delegates goods to Chair at least £5 up to £5.", "")]
    public void An_end_before_a_beginning_is_reported(string sentences, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : ["DL7003:" + expected], SchemeText.Findings(SchemeText.BindTrust(sentences)));

    [Fact]
    public void The_schemes_own_days_are_checked_too() =>
        Assert.Equal("DL7003", SchemeText.Single(SchemeText.Bind("scheme S\n  in force from 1 April 2026 until 31 March 2026."), "DL7003").Code);

    [Theory]
    [InlineData("Matron is an officer of HT with quorum 3.", "with quorum 3")]
    [InlineData("seal is a matter of HT worth £5.", "worth £5")]
    [InlineData("out of hours is a condition between HT, Board.", "between HT, Board")]
    [InlineData("Wakefield is a place of HT normally true.", "normally true")]
    [InlineData("seal is a matter of HT up to £5.", "up to £5")]
    [InlineData("seal is a matter of HT within goods, surgery care.", "within goods, surgery care")]
    [InlineData("HT delegates goods to Chair per contract.", "per contract")]
    [InlineData("HT reserves goods to Chair with power to delegate.", "with power to delegate")]
    [InlineData("Chair deputises for Finance Director at Leeds.", "at Leeds")]
    public void A_clause_that_does_not_belong_is_reported(string sentence, string words) =>
        Assert.Equal(words, SchemeText.Words(SchemeText.Single(SchemeText.BindTrust(sentence), "DL1005")));

    [Theory]
    [InlineData("HT delegates goods to Chair worth £5.")]
    [InlineData("HT delegates goods to Chair known as C.")]
    [InlineData("HT delegates goods to Chair until 1 May 2026 until 2 May 2026.")]
    [InlineData("HT delegates goods to Chair up to £5 up to £6.")]
    [InlineData("HT delegates goods to Chair up to 5 years.")]
    [InlineData("HT reserves goods to Chair even if reserved.")]
    public void What_reading_reports_is_not_reported_again(string sentence)
    {
        SchemeModel model = SchemeText.BindTrust(sentence);

        Assert.Single(model.Trees.SelectMany(tree => tree.Diagnostics));
        Assert.Empty(SchemeText.Findings(model));
    }

    [Theory]
    [InlineData("Quality Committee si a committee of Board.\nHT delegates goods to Quality Committee.")]
    [InlineData("HT delegates goods Chair.")]
    public void A_name_that_a_fault_of_reading_hides_is_not_reported(string sentences)
    {
        SchemeModel model = SchemeText.BindTrust(sentences);

        Assert.NotEmpty(model.Trees.SelectMany(tree => tree.Diagnostics));
        Assert.Empty(SchemeText.Findings(model));
        Assert.All(model.Delegations, delegation => Assert.True(delegation.HasErrors));
    }

    [Fact]
    public void A_name_that_only_a_library_has_names_the_library()
    {
        Diagnostic finding = SchemeText.Single(
            SchemeText.Bind("ICB is an organisation.\nBoard is the board of ICB.\nNHS England delegates commissioning to Board.\ncommissioning is a function."), "DL2001");

        Assert.Contains("`england`", finding.Message, StringComparison.Ordinal);
        Assert.Empty(SchemeText.Findings(SchemeText.Bind(SchemeText.Apply(finding))));
    }

    [Fact]
    public void Where_a_file_is_missing_only_slips_of_the_pen_are_reported()
    {
        const string text = """
            use "parties.delegation".
            ICB is an integrated care board.
            Board is the board of ICB.
            Panel is a comittee of Board.
            ICB delegates commissioning to Place Director.
            ICB delegates commissioning to Bord.
            """;

        SchemeModel model = SchemeText.Bind([new SourceText("a.delegation", text)], isIncomplete: true);

        Assert.Equal(["DL2008:comittee", "DL2001:Bord"], SchemeText.Findings(model, withInfo: true));
        Assert.All(model.Delegations, delegation => Assert.True(delegation.HasErrors));
    }

    [Fact]
    public void Ten_thousand_unknown_names_are_all_reported()
    {
        string sentences = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"HT delegates unknown thing number {i} of a kind to Chair.\n"));

        Assert.Equal(10_000, SchemeText.Findings(SchemeText.BindTrust(sentences)).Count());
    }

    [Fact]
    public void A_name_that_may_mean_a_thousand_things_names_a_few()
    {
        string sentences = string.Concat(Enumerable.Range(0, 1000).Select(i => $"Trust {i} is an organisation.\nVentures is a committee of Trust {i}.\n"));
        SchemeModel model = SchemeText.BindTrust(sentences + "HT delegates goods to Ventures.");

        Assert.Equal(5, SchemeText.Single(model, "DL2004").Related.Length);
    }

    private static void AssertEnds(Symbol start, Func<Symbol, IEnumerable<Symbol>> next)
    {
        var open = new List<Symbol> { start };
        for (int step = 0; open.Count > 0; step++)
        {
            Assert.True(step < 50, $"{start.Name} goes round in a circle");
            open = [.. open.SelectMany(next)];
        }
    }
}
