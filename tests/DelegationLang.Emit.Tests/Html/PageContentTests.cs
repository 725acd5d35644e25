using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>What the page says of a scheme is what the scheme says.</summary>
public sealed class PageContentTests
{
    private const string Scheme = """
        scheme Trust scheme
          version 2
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2029
          review by 1 February 2027
          interpreted by Chair.
        use england.
        Trust is an NHS trust known as T with code RXX.
        Leeds is a place of Trust.
        Board is the board of Trust chaired by Chair with members Chair, two of Director with quorum 2.
        Chair is the chair of Board.
        Director is an executive director of Trust.
        Chief Executive is an officer of Trust reporting to Board.
        Deputy is an officer of Trust.
        Chief Executive is also Accountable Officer.
        Leeds Committee is a committee of Board at Leeds reporting to Board.
        "Patients' Forum" is a forum of Trust.
        podiatry is a function of Trust.
        estates is a function of Trust.
        "closing a ward" is a matter of Trust note "Never by one person.".
        "signing" is a matter of Trust.
        urgent is a condition, normally false, judged by Chair.
        contract length is a measure in years.
        threshold is an amount of £10,000 until 31 December 2026.
        threshold is an amount of £12,000 from 1 January 2027.
        section Money
        Trust reserves "closing a ward" to Board reference "1.1".
        Trust delegates podiatry to Leeds Committee up to £5 million per contract with reserved matters with power to delegate to Chief Executive reporting to Board quarterly reference "4.2".
        Leeds Committee delegates podiatry to Chief Executive up to £500,000 per contract after consulting Patients' Forum when contract length up to 3 years.
        Trust delegates all matters to Chair jointly with Chief Executive even if reserved when urgent ratified by Board.
        Deputy deputises for Chief Executive except podiatry.
        Patients' Forum advises Board on podiatry.
        limits for signing:
          - Deputy up to threshold excluding VAT
          - Chief Executive up to £1 million excluding VAT until 31 December 2026
          - Board above £1 million excluding VAT.
        scenario "small": podiatry at Leeds worth £5 per contract on 1 May 2026 when contract length is 2 years is decided by Chief Executive.
        """;

    private static readonly Lazy<IHtmlDocument> Page = new(() => Parse(Samples.Compile(Scheme).Input));

    [Fact]
    public void It_compiles_without_a_fault() => Assert.Empty(Samples.Compile(Scheme).Input.Model is var model ? model.Diagnostics.Concat(model.Trees.SelectMany(tree => tree.Diagnostics))
        .Where(diagnostic => diagnostic.Severity >= Diagnostics.DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Message) : []);

    [Theory]
    [InlineData("Version", "2")]
    [InlineData("Approved", "by Board on 1 March 2026")]
    [InlineData("In force", "from 1 April 2026 until 31 March 2029")]
    [InlineData("To be reviewed by", "1 February 2027")]
    [InlineData("Questions of meaning are settled by", "Chair")]
    public void The_scheme_sentence_is_told(string label, string text) => Assert.Equal(text, Fact("section[aria-labelledby=about]", label));

    [Theory]
    [InlineData("party-board-of-trust", "Members", "Chair, 2 × Director")]
    [InlineData("party-board-of-trust", "Quorum", "2 members present")]
    [InlineData("party-board-of-trust", "Chaired by", "Chair")]
    [InlineData("party-trust", "Known as", "T")]
    [InlineData("party-trust", "Code", "RXX")]
    [InlineData("party-chief-executive-of-trust", "Reports to", "Board")]
    [InlineData("party-chief-executive-of-trust", "Deputies", "Deputy stands in while it is away or conflicted")]
    [InlineData("party-chief-executive-of-trust", "Is also", "Accountable Officer")]
    [InlineData("party-patients-forum-of-trust", "Takes part in", "advises Board on podiatry")]
    public void A_party_is_told(string id, string label, string text) => Assert.Equal(text, Fact($":has(> #{id})", label));

    [Fact]
    public void What_a_party_may_decide_is_told_with_its_terms_and_its_chain()
    {
        IElement row = Row(":has(> #party-chief-executive-of-trust)", "What Chief Executive may decide", "podiatry");
        string[] cells = [.. row.Children.Select(Text)];
        Assert.Equal("podiatry except what Trust reserves", cells[0]);
        Assert.Equal("up to £500,000 per contract", cells[1]);
        Assert.Equal("at Leeds", cells[2]);
        Assert.Equal("when contract length up to 3 years after consulting Patients' Forum", cells[3]);
        Assert.Equal(
            "Trust: holds it by law (scheme.delegation, line 8) Leeds Committee: by delegation up to £5 million per contract (4.2; scheme.delegation, line 28)"
            + " Chief Executive: by delegation up to £500,000 per contract when contract length up to 3 years (scheme.delegation, line 29)",
            cells[4]);
    }

    [Fact]
    public void What_is_held_for_a_time_is_told_with_its_days()
    {
        IElement row = Row(":has(> #party-chief-executive-of-trust)", "What Chief Executive may decide", "signing");
        Assert.Equal("from 1 April 2026 until 31 December 2026", Text(row.Children[2]));
    }

    [Fact]
    public void Exceptional_powers_stand_apart()
    {
        IElement row = Row(":has(> #party-chair-of-board)", "Exceptional powers of Chair", "all matters of Trust");
        Assert.Contains("Jointly with Chief Executive", Text(row), StringComparison.Ordinal);
        Assert.Contains("to be ratified by Board", Text(row), StringComparison.Ordinal);
        Assert.DoesNotContain(Tables(":has(> #party-chair-of-board)"), caption => caption.StartsWith("What Chair may", StringComparison.Ordinal));
        Assert.Contains("Even if reserved", Text(Row("section[aria-labelledby=exceptional]", "Exceptional powers, which reach reserved matters", "Chair jointly with Chief Executive")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_designation_is_told_with_its_holder() =>
        Assert.Contains("Held by Chief Executive: they are one person", Text(Page.Value.QuerySelectorAll("h4").Single(heading => heading.TextContent == "Accountable Officer").ParentElement), StringComparison.Ordinal);

    [Fact]
    public void Who_holds_nothing_is_said_to() =>
        Assert.Contains("No sentence of this scheme gives it anything to decide.", Text(Find(":has(> #party-patients-forum-of-trust)")), StringComparison.Ordinal);

    [Fact]
    public void Reserved_matters_are_told_with_holder_and_reference() => Assert.Equal(
        ["closing a ward Note: Never by one person.", "Board", "1.1 scheme.delegation, line 27"],
        Row("section[aria-labelledby=reserved]", "Matters reserved by Trust", "closing a ward").Children.Select(Text));

    [Fact]
    public void Limits_are_a_table_in_the_order_of_the_text() => Assert.Equal(
        ["Deputy: up to threshold excluding VAT", "Chief Executive: up to £1 million excluding VAT", "Board: above £1 million excluding VAT"],
        Find("section[aria-labelledby=limits]").QuerySelectorAll("tbody tr").Select(row => Text(row.Children[0]) + ": " + Text(row.Children[1])));

    [Theory]
    [InlineData("condition-urgent-of-trust", "urgent", "not so, unless somebody says otherwise", "Chair")]
    [InlineData("measure-contract-length-of-trust", "contract length", "years", "not said")]
    [InlineData("amount-threshold-of-trust", "threshold", "£10,000 until 31 December 2026 £12,000 from 1 January 2027", null)]
    public void Facts_are_told(string id, string first, string second, string? third)
    {
        IElement row = Page.Value.GetElementById(id) ?? Page.Value.GetElementById(id.Replace("-of-trust", "", StringComparison.Ordinal)) ?? throw new InvalidOperationException(id);
        Assert.Equal(new[] { first, second, third }.OfType<string>(), row.Children.Select(Text));
    }

    [Fact]
    public void With_reserved_matters_is_published_as_subject_to()
    {
        string sentence = Text(Page.Value.QuerySelectorAll(".sentences .words").Single(words => words.TextContent.StartsWith("Trust delegates podiatry", StringComparison.Ordinal)));
        Assert.Contains("per contract subject to reserved matters with power to delegate", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_used_of_the_library_is_shown()
    {
        Assert.Null(Page.Value.GetElementById("party-nhs-england"));
        Assert.DoesNotContain("radiotherapy", Page.Value.Body?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_spoken_of_only_when_it_is_given()
    {
        Assert.DoesNotContain("Overdue", Text(Find("body")), StringComparison.Ordinal);
        IHtmlDocument later = Parse(Samples.Compile(Scheme).Input with { AsOf = new DateOnly(2027, 6, 1) });
        Assert.Contains("1 February 2027 Overdue", Text(later.Body), StringComparison.Ordinal);
        Assert.Contains("until 31 December 2026 Ended", Text(later.Body), StringComparison.Ordinal);
        Assert.Contains("This scheme is not in force on 1 April 2029.", Text(Parse(Samples.Compile(Scheme).Input with { AsOf = new DateOnly(2029, 4, 1) }).Body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_with_a_fault_is_marked()
    {
        EmitInput input = Samples.Compile(Scheme).Input;
        IHtmlDocument page = Parse(input with { InError = new HashSet<Semantics.Statement> { input.Model.Delegations[0] } });
        Assert.Contains("One sentence of this scheme has a fault and is without effect.", Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".sentences strong.mark"));
    }

    private static string Fact(string part, string label) =>
        Text(Find(part).QuerySelectorAll("dl.facts > div").First(fact => fact.Children[0].TextContent == label).Children[1]);

    private static IEnumerable<string> Tables(string part) => Find(part).QuerySelectorAll("caption").Select(caption => caption.TextContent);

    private static IElement Row(string part, string caption, string first) => Find(part).QuerySelectorAll("table")
        .Single(table => table.QuerySelector("caption")?.TextContent == caption)
        .QuerySelectorAll("tbody tr").Single(row => Text(row.Children[0]) is var text && (text == first || text.StartsWith(first + " ", StringComparison.Ordinal)));

    private static IElement Find(string selector) => Page.Value.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing on the page is {selector}.");

    // Without the headings that a narrow screen shows in each cell.
    private static string Text(IElement? element)
    {
        var copy = (IElement?)element?.Clone();
        foreach (IElement label in copy?.QuerySelectorAll(".column").ToArray() ?? [])
        {
            label.Remove();
        }

        return string.Join(' ', (copy?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IHtmlDocument Parse(EmitInput input) => new HtmlParser().ParseDocument(new HtmlEmitter().Emit(input).Single().ToText());
}
