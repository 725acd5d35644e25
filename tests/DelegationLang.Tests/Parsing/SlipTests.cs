using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Parsing;

/// <summary>Phrases written with slips of the pen, each in a sentence: one report, whose fix writes what was meant.</summary>
public sealed class SlipTests
{
    private const string Scheme = """
        scheme Slips
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        Body is an organisation.
        Board is the board of Body.
        Chief Officer is an officer of Body reporting to Board.
        Finance Officer is an officer of Body reporting to Chief Officer.
        buying is a matter of Body.
        hiring is a matter of Body.
        care is a function of Body.
        urgent is a condition judged by Chief Officer.
        North is a place of Body.

        """;

    [Theory]
    [InlineData("up too £5,000", "up to £5,000")]
    [InlineData("upto £5,000", "up to £5,000")]
    [InlineData("up ot £5,000", "up to £5,000")]
    [InlineData("uo to £5,000", "up to £5,000")]
    [InlineData("up tp £5,000", "up to £5,000")]
    [InlineData("with out power to delegate", "without power to delegate")]
    [InlineData("without powre to delegate", "without power to delegate")]
    [InlineData("witout power to delegate", "without power to delegate")]
    [InlineData("wiht power to delegate", "with power to delegate")]
    [InlineData("with powers to delegate", "with power to delegate")]
    [InlineData("with power to deligate", "with power to delegate")]
    [InlineData("reportng to Board", "reporting to Board")]
    [InlineData("reporting too Board", "reporting to Board")]
    [InlineData("reportingto Board", "reporting to Board")]
    [InlineData("joitnly with Finance Officer", "jointly with Finance Officer")]
    [InlineData("jointly wiht Finance Officer", "jointly with Finance Officer")]
    [InlineData("after consultng Finance Officer", "after consulting Finance Officer")]
    [InlineData("aftre consulting Finance Officer", "after consulting Finance Officer")]
    [InlineData("after aproval of Board", "after approval of Board")]
    [InlineData("after approval off Board", "after approval of Board")]
    [InlineData("after recomendation of Board", "after recommendation of Board")]
    [InlineData("untill 31 March 2027", "until 31 March 2027")]
    [InlineData("form 1 May 2026", "from 1 May 2026")]
    [InlineData("whn urgent", "when urgent")]
    [InlineData("unles urgent", "unless urgent")]
    [InlineData("ratifed by Board", "ratified by Board")]
    [InlineData("ratified bu Board", "ratified by Board")]
    [InlineData("up to £5,000 per contarct", "up to £5,000 per contract")]
    [InlineData("up to £5,000 pre contract", "up to £5,000 per contract")]
    [InlineData("up to £5,000 in totel", "up to £5,000 in total")]
    [InlineData("up to £5,000 exluding VAT", "up to £5,000 excluding VAT")]
    [InlineData("up to £5,000 excluding vat", "up to £5,000 excluding VAT")]
    [InlineData("abov £5,000", "above £5,000")]
    [InlineData("belwo £5,000", "below £5,000")]
    [InlineData("at leats £5,000", "at least £5,000")]
    [InlineData("att least £5,000", "at least £5,000")]
    [InlineData("with reserved maters", "with reserved matters")]
    [InlineData("subjct to reserved matters", "subject to reserved matters")]
    [InlineData("recoreded in \"register\"", "recorded in \"register\"")]
    [InlineData("refrence \"1.2\"", "reference \"1.2\"")]
    [InlineData("nte \"hello\"", "note \"hello\"")]
    [InlineData("reporting to Board qarterly", "reporting to Board quarterly")]
    [InlineData("reporting to Board montly", "reporting to Board monthly")]
    public void A_slip_in_a_clause_is_mended(string slip, string meant) =>
        Check($"Body delegates buying to Chief Officer {slip}.", $"Body delegates buying to Chief Officer {meant}.");

    [Theory]
    [InlineData("Body delegates buying too Chief Officer.", "Body delegates buying to Chief Officer.")]
    [InlineData("Body delegates buying ot Chief Officer.", "Body delegates buying to Chief Officer.")]
    [InlineData("Body delegates all matters excpet hiring to Chief Officer.", "Body delegates all matters except hiring to Chief Officer.")]
    [InlineData("Body delegates buying fro care to Chief Officer.", "Body delegates buying for care to Chief Officer.")]
    [InlineData("Body reserves hiring too Board.", "Body reserves hiring to Board.")]
    [InlineData("Head is an officer of Body knwon as HA.", "Head is an officer of Body known as HA.")]
    [InlineData("Head is an officer of Body known s HA.", "Head is an officer of Body known as HA.")]
    [InlineData("Head is an officer of Body knownas HA.", "Head is an officer of Body known as HA.")]
    [InlineData("Head is an officer of Body reportng to Board.", "Head is an officer of Body reporting to Board.")]
    [InlineData("Head is an officer of Body reporting too Board.", "Head is an officer of Body reporting to Board.")]
    [InlineData("Panel is a committee of Board chaired bye Chief Officer.", "Panel is a committee of Board chaired by Chief Officer.")]
    [InlineData("Panel is a committee of Board chiared by Chief Officer.", "Panel is a committee of Board chaired by Chief Officer.")]
    [InlineData("Panel is a committee of Board with membres Chief Officer, Board.", "Panel is a committee of Board with members Chief Officer, Board.")]
    [InlineData("Panel is a committee of Board with quroum 2.", "Panel is a committee of Board with quorum 2.")]
    [InlineData("risky is a condition judged bye Chief Officer.", "risky is a condition judged by Chief Officer.")]
    [InlineData("risky is a condition jugded by Chief Officer.", "risky is a condition judged by Chief Officer.")]
    [InlineData("podiatry is a function of Body withn care.", "podiatry is a function of Body within care.")]
    [InlineData("podiatry is a function of Body wtihin care.", "podiatry is a function of Body within care.")]
    [InlineData("Finance Officer deputises fro Chief Officer.", "Finance Officer deputises for Chief Officer.")]
    [InlineData("Finance Officer deputies for Chief Officer.", "Finance Officer deputises for Chief Officer.")]
    [InlineData("Body deligates buying to Chief Officer.", "Body delegates buying to Chief Officer.")]
    [InlineData("every delegation in this sceme: subject to reserved matters.", "every delegation in this scheme: subject to reserved matters.")]
    [InlineData("evry delegation in this scheme: subject to reserved matters.", "every delegation in this scheme: subject to reserved matters.")]
    [InlineData("every delegaton in this scheme: subject to reserved matters.", "every delegation in this scheme: subject to reserved matters.")]
    [InlineData("scnario \"x\": buying on 1 May 2026 is decided by Board.", "scenario \"x\": buying on 1 May 2026 is decided by Board.")]
    [InlineData("scenario \"x\": buying on 1 May 2026 is decidd by Board.", "scenario \"x\": buying on 1 May 2026 is decided by Board.")]
    [InlineData("scenario \"x\": buying wroth £4,000 is decided by Board.", "scenario \"x\": buying worth £4,000 is decided by Board.")]
    [InlineData("limts for buying of Body:\n  - Chief Officer up to £5,000\n  - Board.", "limits for buying of Body:\n  - Chief Officer up to £5,000\n  - Board.")]
    [InlineData("maters of Body:\n  - selling\n  - renting.", "matters of Body:\n  - selling\n  - renting.")]
    [InlineData("matters off Body:\n  - selling\n  - renting.", "matters of Body:\n  - selling\n  - renting.")]
    [InlineData("fuctions of Body:\n  - selling\n  - renting.", "functions of Body:\n  - selling\n  - renting.")]
    [InlineData("matters of Body reserved too Board:\n  - selling\n  - renting.", "matters of Body reserved to Board:\n  - selling\n  - renting.")]
    public void A_slip_in_a_sentence_is_mended(string slip, string meant) => Check(slip, meant);

    [Theory]
    [InlineData("Body delegates buying to Chief Officer after lunch.")]
    [InlineData("Body delegates buying to Chief Officer Forum.")]
    [InlineData("Body delegates buying to Board of Directors.")]
    [InlineData("Body delegates buying and selling to Chief Officer.")]
    [InlineData("Body delegates buying to Chief Officer and Treasurer.")]
    public void Other_words_are_no_slip(string sentence) =>
        Assert.DoesNotContain(Errors(Scheme + sentence + "\n"), error => error.Message.Contains("not a clause", StringComparison.Ordinal));

    private static void Check(string slip, string meant)
    {
        Diagnostic[] errors = Errors(Scheme + slip + "\n");
        Diagnostic only = Assert.Single(errors);
        Assert.Contains(only.Fixes, fix => Apply(Scheme + slip + "\n", fix) == Scheme + meant + "\n");
        Assert.Empty(Errors(Scheme + meant + "\n"));
    }

    private static Diagnostic[] Errors(string text) =>
        [.. Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text)).Compile(new DateOnly(2026, 5, 1)).Diagnostics
            .Where(found => found.Severity == DiagnosticSeverity.Error && found.Code is not "DL9001")];

    private static string Apply(string text, CodeFix fix)
    {
        foreach (TextEdit edit in fix.Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = text[..edit.Location.Span.Start] + edit.NewText + text[edit.Location.Span.End..];
        }

        return text;
    }
}
