using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>Each fault of reading: its code, the characters that it points at, what it says, what it proposes; and what is no fault.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("ICB gives x to A.", "gives", "delegates")]
    [InlineData("ICB delegate x to A.", "delegate", "delegates")]
    [InlineData("Councils are a local authority.", "are", "is")]
    [InlineData("ICB delegates x to A from 1 April 2026 to 31 March 2027.", "to 31 March 2027", "until")]
    [InlineData("ICB delegates x to A with powers to delegate.", "with powers to delegate", "with power to delegate")]
    [InlineData("ICB delegates x to A with reserve matters.", "with reserve matters", "with reserved matters")]
    [InlineData("ICB delegates x to A up to and including £5.", "up to and including", "up to")]
    [InlineData("ICB delegates x to A not exceeding £5.", "not exceeding", "up to")]
    [InlineData("ICB delegates x to A over £5.", "over", "above")]
    [InlineData("ICB delegates x to A in consultation with B.", "in consultation with", "after consulting")]
    [InlineData("ICB delegates x to A subject to approval by B.", "subject to approval by", "after approval of")]
    [InlineData("ICB delegates x to A with effect from 1 May 2026.", "with effect from", "from")]
    [InlineData("ICB delegates x to A between £5 and £9.", "between £5 and £9", "at least £5 up to £9")]
    [InlineData("ICB delegates x to A £5 - £9.", "£5 - £9", "at least £5 up to £9")]
    [InlineData("ICB delegates x to A up to £5 ex VAT.", "ex VAT", "excluding VAT")]
    [InlineData("ICB delegates x to A reference 4.2.", "4.2", "\"4.2\"")]
    [InlineData("ICB delegates x; y to A.", ";", ",")]
    [InlineData("ICB delegates x to A!", "!", ".")]
    [InlineData("ICB delegates x to A…", "…", ".")]
    [InlineData("limits for x of ICB\n  - A up to £5.", "B", ":")]
    [InlineData("1.1 ICB delegates x to A.", "1.1", "")]
    [InlineData("ICB delegates x@y to A.", "x@y", "\"x@y\"")]
    [InlineData("Members' code is a matter.", "Members'", "\"Members' code\"")]
    public void DL1001_with_a_fix(string text, string at, string fix) => CheckFix("DL1001", text, at, fix);

    [Fact]
    public void A_sign_after_the_figure_may_be_the_last_of_a_file() =>
        Assert.Contains(TreeText.Read("ICB delegates x to A up to 5£").Diagnostics, fault => fault.Code == "DL1003");

    [Theory]
    [InlineData("ICB.", "ICB")]
    [InlineData(".", ".")]
    [InlineData("The Board shall meet monthly.", "The Board shall meet monthly")]
    [InlineData("delegates x to A.", "delegates")]
    [InlineData("ICB delegates to A.", "to")]
    [InlineData("ICB delegates x to.", ".")]
    [InlineData("ICB delegates x.", "x")]
    [InlineData("ICB delegates x to A up to.", ".")]
    [InlineData("ICB delegates x to A £5.", "£5")]
    [InlineData("ICB delegates x to A subject to call-in.", "subject to")]
    [InlineData("ICB delegates x to A up to £5, B.", "B")]
    [InlineData("ICB delegates x to A from next year.", "next year")]
    [InlineData("ICB delegates x to A up to £5 note hello there.", "note hello there")]
    [InlineData("ICB delegates x: y to A.", ":")]
    [InlineData("ICB delegates x to A, .", ".")]
    [InlineData("A is authorised to approve x.", "authorised")]
    [InlineData("A advises B.", "A advises B.")]
    [InlineData("A deputises B.", "B")]
    [InlineData("A, B delegates x to C.", ",")]
    [InlineData("every delegation in this place: when c.", "in this place")]
    [InlineData("scenario \"s\": x is decided B.", "is decided")]
    [InlineData("scenario s: x is decided by B.", "s")]
    [InlineData("use.", ".")]
    [InlineData("functions of ICB:\n  - x, y.", ",")]
    [InlineData("limits for x: A up to £5.", "A")]
    public void DL1001(string text, string at) => CheckFault("DL1001", text, at);

    [Theory]
    [InlineData("sign off or release is a matter of ICB.", "or", "\"sign off or release\"")]
    [InlineData("Director who may wait is an officer of ICB.", "may", "\"Director who may wait\"")]
    [InlineData("Director for A with B delegates x to C.", "for", "\"Director for A with B\"")]
    [InlineData("use of reserves is a matter.", "reserves", "\"use of reserves\"")]
    [InlineData("changes to reserves policy is a matter.", "reserves", "\"changes to reserves policy\"")]
    [InlineData("ICB delegates discharge to assess to B.", "to", "\"discharge to assess\"")]
    [InlineData("ICB delegates sign off by finance to B.", "by", "\"sign off by finance\"")]
    [InlineData("ICB delegates at risk register to B.", "at", "\"at risk register\"")]
    [InlineData("section 75 panel delegates use of reserves to A.\nmatters of A:\n  - use of reserves.", "section 75 panel", "\"section 75 panel\"")]
    [InlineData("matters of Board:\n  - grants or loans reference \"1\".", "or", "\"grants or loans\"")]
    [InlineData("functions of Board:\n  - retirement when ill\n  - pay.", "when", "\"retirement when ill\"")]
    public void DL1002(string text, string at, string fix) => CheckFix("DL1002", text, at, fix);

    [Theory]
    [InlineData("£40,00")]
    [InlineData("£4,0000")]
    [InlineData("£1.234")]
    [InlineData("£5.000,00")]
    [InlineData("£007")]
    [InlineData("£5x")]
    [InlineData("£5 thousand")]
    [InlineData("£")]
    [InlineData("£9,999,999,999,999,999")]
    [InlineData("£99999999999999999999999999999999999999999")]
    [InlineData("EUR 40,00")]
    [InlineData("€5")]
    [InlineData("5,000£")]
    [InlineData("5,000")]
    [InlineData("40,00")]
    public void DL1003(string amount) => CheckFault("DL1003", $"ICB delegates x to A up to {amount}.", amount);

    [Theory]
    [InlineData("31 June 2026", "30 June 2026")]
    [InlineData("29 February 2027", "28 February 2027")]
    [InlineData("31st June 2026", "30 June 2026")]
    [InlineData("1st April 2026", "1 April 2026")]
    [InlineData("1 Apr 2026", "1 April 2026")]
    [InlineData("April 1, 2026", "1 April 2026")]
    [InlineData("04/01/2026", "4 January 2026")]
    [InlineData("1.4.2026", "1 April 2026")]
    [InlineData("1 May 26", "1 May 2026")]
    [InlineData("2026/04/01", "1 April 2026")]
    [InlineData("2026-02-30", "28 February 2026")]
    public void DL1004(string date, string fix) => CheckFix("DL1004", $"ICB delegates x to A from {date}.", date, fix);

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("0 April 2026")]
    [InlineData("1 April")]
    [InlineData("April 2026")]
    public void DL1004_without_a_guess(string date) => CheckFault("DL1004", $"ICB delegates x to A from {date}.", date);

    [Theory]
    [InlineData("2026/28", "2026/27")]
    [InlineData("2026/2026", "2026/27")]
    [InlineData("1999/01", "1999/00")]
    public void DL1004_of_years(string year, string fix) => CheckFix("DL1004", $"ICB delegates x to A for {year}.", year, fix);

    [Theory]
    [InlineData("ICB delegates x to A up to £5 up to £6.", "up to £6")]
    [InlineData("ICB delegates x to A below £5 at P up to £6.", "up to £6")]
    [InlineData("ICB delegates x to A above £5 at least £6.", "at least £6")]
    [InlineData("ICB delegates x to A up to £5 per year per contract.", "per contract")]
    [InlineData("ICB delegates x to A up to £5 excluding VAT including VAT.", "including VAT")]
    [InlineData("ICB delegates x to A from 1 May 2026 from 2 May 2026.", "from 2 May 2026")]
    [InlineData("ICB delegates x to A reporting to B reporting to C.", "reporting to C")]
    [InlineData("ICB delegates x to A with power to delegate without power to delegate.", "without power to delegate")]
    [InlineData("ICB delegates x to A with power to delegate up to £5 up to £6.", "up to £6")]
    [InlineData("ICB delegates x to A with power to delegate by consent of B by consent of C.", "by consent of C")]
    [InlineData("ICB delegates x to A when contract length up to 5 years up to 6 years.", "up to 6 years")]
    [InlineData("ICB delegates x to A at P to B.", "to B")]
    [InlineData("ICB delegates x to A under P, Q.", "Q")]
    [InlineData("in budget is a condition normally true normally false.", "normally false")]
    [InlineData("scheme S\n  version 1 version 2.", "version 2")]
    [InlineData("ICB delegates x to A with quorum 5.", "with quorum 5")]
    [InlineData("ICB delegates x to A by consent of B.", "by consent of B")]
    [InlineData("ICB delegates x to A on 1 May 2026.", "on 1 May 2026")]
    [InlineData("ICB reserves x to A even if reserved.", "even if reserved")]
    [InlineData("Board is the board of ICB jointly with A.", "jointly with A")]
    [InlineData("Board is the board of ICB to A.", "to A")]
    [InlineData("use england under P.", "under P")]
    [InlineData("A deputises for B up to £5.", "up to £5")]
    [InlineData("A oversees x to B.", "to B")]
    [InlineData("limits for x:\n  - A up to £5 to B.", "to B")]
    [InlineData("every delegation in this scheme: to B.", "to B")]
    [InlineData("scenario \"s\": x up to £5 is decided by A.", "up to £5")]
    [InlineData("ICB delegates x to A when c, d or e.", "when c, d or e")]
    [InlineData("ICB delegates x to A unless c or d.", "unless c or d")]
    public void DL1005(string text, string at) => CheckFault("DL1005", text, at);

    [Theory]
    [InlineData("ICB delegates x to \"A.", "\"A")]
    [InlineData("ICB delegates x to A note \"n\n  up to £5.", "\"n")]
    [InlineData("ICB delegates x to A note “n.\nuse england.", "“n")]
    [InlineData("ICB delegates x to A", "A")]
    public void DL1006(string text, string at) => CheckFault("DL1006", text, at);

    [Theory]
    [InlineData("ICB delegates x to A when c when d unless e unless f.")]
    [InlineData("ICB delegates x to A except s except t note \"n\" note \"m\" at P at Q.")]
    [InlineData("ICB delegates x to A above £5 up to £9 with power to delegate above £6 up to £8.")]
    [InlineData("ICB delegates x to A,\n  up to £5,\n  from 1 May 2026,\n  when c.")]
    [InlineData("ICB delegates x up to £5 to A.")]
    [InlineData("ICB delegates x to A up to £0.50 per contract.")]
    [InlineData("ICB delegates x to A from 29 February 2028 until 2028-02-29.")]
    [InlineData("ICB delegates x to A for 1999/00.")]
    [InlineData("// nothing but a comment")]
    [InlineData("")]
    [InlineData("\uFEFF \r\n\t\u00A0\u200B")]
    public void No_fault(string text) => Assert.Equal("", TreeText.Faults(TreeText.Read(text)));

    [Fact]
    public void Every_code_is_described()
    {
        Assert.Equal(["DL1001", "DL1002", "DL1003", "DL1004", "DL1005", "DL1006", "DL1007", "DL1008", "DL1009", "DL1010", "DL1011", "DL1012"], ParsingDiagnostics.All.Select(one => one.Code));
        Assert.All(ParsingDiagnostics.All, one => Assert.Equal(
            one == ParsingDiagnostics.DirectionMark || one == ParsingDiagnostics.NearlyAClause || one == ParsingDiagnostics.ClauseInTitle ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, one.DefaultSeverity));
    }

    [Fact]
    public void What_is_given_twice_shows_where_it_was_given_first()
    {
        SyntaxTree tree = TreeText.Read("ICB delegates x to A from 1 May 2026 from 2 May 2026.");
        RelatedLocation related = Assert.Single(Assert.Single(tree.Diagnostics).Related);
        Assert.Equal("from 1 May 2026", tree.Source.ToString(related.Location.Span));
    }

    private static void CheckFault(string code, string text, string at)
    {
        SyntaxTree tree = TreeText.Read(text);
        Assert.True(tree.Diagnostics.Length == 1, $"{text}\n{TreeText.Faults(tree)}");
        Diagnostic fault = tree.Diagnostics[0];
        Assert.Equal(code, fault.Code);
        Assert.Equal(at, tree.Source.ToString(fault.Location.Span));
        TreeInvariants.Check(tree);
    }

    /// <summary>The fault, and that what its fix makes of the text has that fault no longer.</summary>
    private static void CheckFix(string code, string text, string at, string fix)
    {
        CheckFault(code, text, at);
        SyntaxTree tree = TreeText.Read(text);
        TextEdit edit = Assert.Single(Assert.Single(tree.Diagnostics[0].Fixes).Edits);
        Assert.Equal(fix, edit.NewText);
        string mended = text.Remove(edit.Location.Span.Start, edit.Location.Span.Length).Insert(edit.Location.Span.Start, edit.NewText);
        Assert.Equal("", TreeText.Faults(TreeText.Read(mended)));
    }
}
