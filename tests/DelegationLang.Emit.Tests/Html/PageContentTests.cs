using AngleSharp.Dom;
using AngleSharp.Html.Dom;
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
        Board is the board of Trust chaired by Chair with members Chair, two of Director with quorum 2 including Chair or two of Director.
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
        signing concerns Deputy, Director.
        limits for signing:
          - Deputy up to threshold excluding VAT
          - Chief Executive up to £1 million excluding VAT until 31 December 2026
          - Board above £1 million excluding VAT.
        scenario "small": podiatry at Leeds worth £5 per contract on 1 May 2026 when contract length is 2 years is decided by Chief Executive.
        """;

    private static readonly Lazy<BuiltSite> Site = new(() => BuiltSite.Of(Samples.Compile(Scheme).Input));

    [Fact]
    public void It_compiles_without_a_fault() => Assert.Empty(Samples.Compile(Scheme).Input.Model is var model ? model.Diagnostics.Concat(model.Trees.SelectMany(tree => tree.Diagnostics))
        .Where(diagnostic => diagnostic.Severity >= Diagnostics.DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Message) : []);

    [Theory]
    [InlineData("Version", "2")]
    [InlineData("Approved", "by Board on 1 March 2026")]
    [InlineData("In force", "from 1 April 2026 until 31 March 2029")]
    [InlineData("To be reviewed by", "1 February 2027")]
    [InlineData("Questions of meaning are settled by", "Chair")]
    public void The_scheme_sentence_is_told(string label, string text) => Assert.Equal(text, Fact("index.html", label));

    [Theory]
    [InlineData("party-board", "Members", "Chair, 2 × Director")]
    [InlineData("party-board", "Quorum", "2 members present, among them Chair or two of Director")]
    [InlineData("party-board", "Chaired by", "Chair")]
    [InlineData("party-trust", "Known as", "T")]
    [InlineData("party-trust", "Code", "RXX")]
    [InlineData("party-chief-executive", "Reports to", "Board")]
    [InlineData("party-chief-executive", "Deputies", "Deputy stands in while it is away or conflicted")]
    [InlineData("party-chief-executive", "Is also", "Accountable Officer")]
    [InlineData("party-patients-forum", "Takes part in", "advises Board on podiatry")]
    public void A_party_is_told(string id, string label, string text) => Assert.Equal(text, Fact(id + ".html", label));

    [Fact]
    public void What_a_party_may_decide_is_told_with_its_terms_and_its_chain()
    {
        IElement row = Row("party-chief-executive.html", "What Chief Executive decides", "Decides podiatry");
        string[] cells = [.. row.Children.Select(Text)];
        Assert.Equal("Decides podiatry up to £500,000 per contract at Leeds, when contract length up to 3 years except what Trust reserves", cells[0]);
        Assert.Equal("After consulting Patients' Forum", cells[1]);
        Assert.Equal("Board, then Leeds Committee (4.2), then Chief Executive (scheme.delegation, line 29)", cells[2]);
    }

    [Fact]
    public void What_is_held_for_a_time_is_told_with_its_days() => Assert.Equal(
        "Decides signing above £10,000 up to £1 million per decision excluding VAT, until 31 December 2026",
        Text(Row("party-chief-executive.html", "What Chief Executive decides", "Decides signing").Children[0]));

    [Fact]
    public void What_is_decided_above_others_is_told_apart() => Assert.StartsWith(
        "May decide signing up to £10,000 per decision excluding VAT",
        Text(Row("party-chief-executive.html", "What Chief Executive may decide too, although others do", "May decide signing").Children[0]),
        StringComparison.Ordinal);

    [Fact]
    public void Exceptional_powers_stand_apart()
    {
        IElement row = Row("party-chair-of-board.html", "Exceptional powers of Chair", "Jointly decides podiatry");
        Assert.Contains("Jointly decides closing a ward with Chief Executive, when urgent, by an exceptional power", Text(row), StringComparison.Ordinal);
        Assert.Contains("Afterwards ratified by Board", Text(row), StringComparison.Ordinal);
        Assert.DoesNotContain(Tables("party-chair-of-board.html"), caption => caption.StartsWith("What Chair", StringComparison.Ordinal));
        Assert.Contains("Trust delegates all matters to Chair jointly with Chief Executive even if reserved when urgent", Text(Find("exceptional.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_see_the_bodies_they_sit_on() => Assert.Equal("Board", Fact("party-director.html", "Sits on"));

    [Fact]
    public void A_designation_is_told_with_its_holder() =>
        Assert.Contains("Held by Chief Executive: they are one person", Text(Site.Value.Page("party-accountable-officer.html").QuerySelector("main")), StringComparison.Ordinal);

    [Fact]
    public void Who_is_asked_first_is_told_so_and_of_what()
    {
        string text = Text(Find("party-patients-forum.html"));
        Assert.Contains("It decides nothing itself", text, StringComparison.Ordinal);
        Assert.Contains("Is consulted before Chief Executive decides podiatry", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No sentence of this scheme gives it anything", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reserved_matters_are_told_with_holder_and_reference() => Assert.Equal(
        ("Reserved matters", "1.1 Trust reserves \"closing a ward\" to Board. scheme.delegation, line 27", "1.1"),
        (Text(Find("document.html").QuerySelector("h2[id=section-1]")), Text(Find("document.html").QuerySelector("ol.sentences > li")), Find("document.html").QuerySelector("ol.sentences > li [id]")?.Id));

    [Fact]
    public void Limits_are_a_list_in_the_order_of_the_text_with_names_as_links()
    {
        IElement limits = Find("document.html").QuerySelectorAll("ol.sentences > li").Single(sentence => Text(sentence).StartsWith("limits for signing", StringComparison.Ordinal));
        Assert.Equal(
            ["Deputy up to threshold excluding VAT", "Chief Executive up to £1 million excluding VAT until 31 December 2026", "Board above £1 million excluding VAT."],
            limits.QuerySelectorAll("ul > li").Select(Text));
        Assert.Equal(
            ["subject-signing.html", "party-deputy.html", "facts.html#amount-threshold", "party-chief-executive.html", "party-board.html"],
            limits.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("condition-urgent-of-trust", "urgent", "not so, unless somebody says otherwise", "Chair")]
    [InlineData("measure-contract-length-of-trust", "contract length", "years", "not said")]
    [InlineData("amount-threshold-of-trust", "threshold", "£10,000 until 31 December 2026 £12,000 from 1 January 2027", null)]
    public void Facts_are_told(string id, string first, string second, string? third)
    {
        IHtmlDocument page = Site.Value.Page("facts.html");
        IElement row = page.GetElementById(id) ?? page.GetElementById(id.Replace("-of-trust", "", StringComparison.Ordinal)) ?? throw new InvalidOperationException(id);
        Assert.Equal(new[] { first, second, third }.OfType<string>(), row.Children.Select(Text));
    }

    [Fact]
    public void A_named_sum_is_told_with_the_figure_and_the_days_of_each_of_its_sentences() => Assert.Equal(
        ["£10,000 until 31 December 2026", "£12,000 from 1 January 2027"],
        Site.Value.Page("document.html").QuerySelectorAll("ol.sentences .words")
            .Where(words => Text(words).StartsWith("threshold is an amount of ", StringComparison.Ordinal))
            .Select(words => Text(words)["threshold is an amount of ".Length..].TrimEnd('.')));

    [Fact]
    public void With_reserved_matters_is_published_as_subject_to()
    {
        string sentence = Text(Site.Value.Page("document.html").QuerySelectorAll(".sentences .words").Single(words => words.TextContent.StartsWith("Trust delegates podiatry", StringComparison.Ordinal)));
        Assert.Contains("per contract subject to reserved matters with power to delegate", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_used_of_the_library_is_shown()
    {
        Assert.DoesNotContain("party-nhs-england.html", Site.Value.PageNames);
        string list = Text(Site.Value.Page("law.html").QuerySelector("main"));
        int others = list.IndexOf("Other powers", StringComparison.Ordinal);
        Assert.All(Site.Value.PageNames.Where(name => name != "law.html"), name => Assert.DoesNotContain("radiotherapy", Text(Site.Value.Page(name).QuerySelector("main")), StringComparison.Ordinal));
        Assert.DoesNotContain("radiotherapy", list[..others], StringComparison.Ordinal);
        Assert.Contains("No sentence of the scheme rests on them", list[others..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_power_lists_the_sentences_that_it_allows_without_being_named()
    {
        AngleSharp.Dom.IElement page = Find("power-si-1990-2024-regulation-16.html");

        Assert.Contains("Sentences that it allows without being named", Text(page), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), link => Text(link) == "4.2" && link.GetAttribute("href") is { } address && address.StartsWith("document.html#", StringComparison.Ordinal));
        Assert.Contains("SI 1990/2024 regulation 16", Text(Find("law.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_power_says_how_sure_the_library_is_and_whether_it_is_the_schemes_own()
    {
        const string Powers = """
            scheme Council scheme
              approved by Meeting on 1 March 2026
              in force from 1 April 2026.
            use england.
            Council is a local authority.
            Meeting is the board of Council.
            Panel is a committee of Meeting reporting to Meeting with quorum 3.
            parks is a function of Council.
            bells is a function of Council.
            Local Government Act 1972 section 101 is a power for local authority to delegate to committee recorded in "seen: our own text".
            Town Act 1901 section 2 is a power for local authority to delegate to committee covering bells with quorum 3 recorded in "partly: an account of <1902>".
            Council delegates parks to Panel under Local Government Act 1972 section 101.
            Council delegates bells to Panel under Town Act 1901 section 2.
            """;
        var site = BuiltSite.Of(Samples.Compile(Powers).Input);
        string list = Text(site.Page("law.html").QuerySelector("main"));

        Assert.Contains("How sure: the words of the law were read", list, StringComparison.Ordinal);
        Assert.Contains("Text read: our own text", list, StringComparison.Ordinal);
        Assert.Contains("Declared by: this scheme; it stands in no law library", list, StringComparison.Ordinal);
        Assert.Contains("Text read: an account of <1902>", list, StringComparison.Ordinal);
        Assert.Contains("by at least 3 people together", list, StringComparison.Ordinal);
        Assert.Contains("at most a warning follows", Text(site.Page("power-town-act-1901-section-2.html").QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("in place of what the law library says", Text(site.Page(site.PageNames.Single(name => name.StartsWith("power-local-government", StringComparison.Ordinal))).QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_spoken_of_only_when_it_is_given()
    {
        Assert.DoesNotContain("Overdue", Site.Value.Text(), StringComparison.Ordinal);
        Assert.True(Site.Value.Page("index.html").GetElementById("review")?.HasAttribute("hidden"));
        var later = BuiltSite.Of(Samples.Compile(Scheme).Input with { AsOf = new DateOnly(2027, 6, 1) });
        Assert.Contains("1 February 2027 Overdue", Text(later.Page("index.html").Body), StringComparison.Ordinal);
        Assert.All(later.Pages, page => Assert.False(page.GetElementById("review")?.HasAttribute("hidden")));
        Assert.Contains("until 31 December 2026 Ended", Text(later.Page("party-chief-executive.html").Body), StringComparison.Ordinal);
        var over = BuiltSite.Of(Samples.Compile(Scheme).Input with { AsOf = new DateOnly(2029, 4, 1) });
        Assert.All(over.Pages, page => Assert.Contains("This scheme is not in force on 1 April 2029.", Text(page.QuerySelector("main")), StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_with_a_fault_is_marked()
    {
        EmitInput input = Samples.Compile(Scheme).Input;
        var site = BuiltSite.Of(input with { InError = new HashSet<Semantics.Statement> { input.Model.Delegations[0] } });
        Assert.Contains("One sentence of this scheme has a fault and is without effect.", Text(site.Page("index.html").QuerySelector("main")), StringComparison.Ordinal);
        Assert.Single(site.Page("document.html").QuerySelectorAll("ol.sentences strong.mark"));
    }

    [Fact]
    public void Who_decides_a_subject_is_told_party_by_party()
    {
        IElement[] rows = [.. Table("subject-podiatry.html", "Who decides podiatry").QuerySelectorAll("tbody tr")];
        Assert.Equal(
            [
                "Chief Executive decides | up to £500,000 per contract | Leeds | when contract length up to 3 years | After consulting Patients' Forum | scheme.delegation, line 29",
                "Leeds Committee decides | up to £500,000 per contract | Leeds | when contract length above 3 years | It may delegate this on. | 4.2",
                "Leeds Committee decides | above £500,000 up to £5 million per contract | Leeds |  | It may delegate this on. | 4.2",
                "Board decides | above £5 million per contract | Leeds |  |  | by law",
                "Board decides |  | anywhere but at Leeds |  |  | by law",
                "Chair jointly decides with Chief Executive, by an exceptional power |  |  | when urgent | Afterwards ratified by Board | scheme.delegation, line 30",
                "Chief Executive jointly decides with Chair, by an exceptional power |  |  | when urgent | Afterwards ratified by Board | scheme.delegation, line 30",
            ],
            rows.Select(row => string.Join(" | ", row.Children.Select(Text))));
        Assert.Contains(
            Table("subject-signing.html", "Who decides signing, from 1 January 2027").QuerySelectorAll("tbody tr"),
            row => Text(row.Children[0]) == "Deputy decides" && Text(row.Children[1]) == "up to £12,000 per decision excluding VAT");
    }

    [Fact]
    public void A_card_says_for_what_a_deputy_stands_in() => Assert.EndsWith(
        "stands in for Chief Executive except for podiatry, while away or conflicted",
        Text(Find("party-deputy.html").QuerySelectorAll(".entry").Last()),
        StringComparison.Ordinal);

    [Fact]
    public void Words_that_people_look_by_are_in_the_search_and_no_names()
    {
        Sample sample = Samples.Compile(Scheme.Replace("podiatry is a function of Trust", "podiatry is a function of Trust also searched as \"foot care\", toe nails", StringComparison.Ordinal));
        Assert.Contains("[\"podiatry\",\"function\",\"subject-podiatry.html\",[\"foot care\",\"toe nails\"]", BuiltSite.Of(sample.Input).Files["data/search.js"], StringComparison.Ordinal);
        Assert.Empty(sample.Input.Model.Symbols.Single(symbol => symbol.Name == "podiatry").Aliases);
    }

    [Fact]
    public void Bodies_and_places_tell_how_they_meet_to_whom_they_answer_and_how_large_they_are()
    {
        const string More = """
            Vale Council is a local authority accountable to Open Committee, Board.
            Care Lead is an officer of Vale Council seconded to Trust reporting to Board.
            Estates Lead is an officer of Trust responsible for estates.
            Open Committee is a committee of Board meeting in public monthly with papers at "https://vale.example/a?b=<c>&d" contracts held by Trust accountable to Vale Council reporting to Board.
            Vale is a place of Trust with population 212,000 with boundary of Vale Council.
            vale money is a budget of Trust covering podiatry worth £5 million for 2026/27 because "<less> than before".
            Trust delegates vale money to Open Committee at Vale.

            """;
        IReadOnlyDictionary<string, string> files = BuiltSite.Of(Samples.Compile(Scheme + "\n" + More).Input).Files;
        string page = files["party-open-committee-of-board.html"];

        Assert.Contains("in public, monthly: you may attend", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://vale.example/a?b=&lt;c&gt;&amp;d\"", page, StringComparison.Ordinal);
        Assert.Contains("the legal body that makes them where this one decides", page, StringComparison.Ordinal);
        Assert.Contains("Each accountable to the other", page, StringComparison.Ordinal);
        Assert.Contains("Seconded to it", files["party-trust.html"], StringComparison.Ordinal);
        Assert.Contains("Seconded to", files[files.Keys.Single(name => name.StartsWith("party-care-lead", StringComparison.Ordinal))], StringComparison.Ordinal);
        Assert.Contains("Also accountable to", files["party-vale-council.html"], StringComparison.Ordinal);
        Assert.Contains("Accountable to it", files["party-board.html"], StringComparison.Ordinal);
        Assert.Contains("That gives no authority.", files["party-estates-lead.html"], StringComparison.Ordinal);
        Assert.Contains(" is responsible for it", files["subject-estates.html"], StringComparison.Ordinal);
        Assert.Contains("212,000", files["place-vale.html"], StringComparison.Ordinal);
        Assert.Contains("the area of ", files["place-vale.html"], StringComparison.Ordinal);
        Assert.Contains("because: &lt;less&gt; than before", files["subject-vale-money.html"], StringComparison.Ordinal);
        Assert.Contains(", which remains accountable.", files["subject-podiatry.html"], StringComparison.Ordinal);
        Assert.Contains("and remains accountable.", files["party-trust.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_says_what_each_has_to_do_with_each()
    {
        IElement table = Table("matrix.html", "Who has to do with what");
        string[] columns = [.. table.QuerySelectorAll("thead th").Select(Text)];
        IElement row = table.QuerySelectorAll("tbody tr").Single(one => Text(one.Children[0]) == "podiatry Function");
        Assert.Contains("Decides above £500,000 up to £5 million per contract at Leeds", Text(row.Children[Array.IndexOf(columns, "Leeds Committee")]), StringComparison.Ordinal);
        Assert.StartsWith("Decides up to £500,000 per contract at Leeds, when contract length up to 3 years", Text(row.Children[Array.IndexOf(columns, "Chief Executive")]), StringComparison.Ordinal);
        Assert.Equal("Consulted first Advises", Text(row.Children[Array.IndexOf(columns, "Patients' Forum")]));
        Assert.Equal("May decide; Board acts for it", Text(row.Children[Array.IndexOf(columns, "Trust")]));
    }

    private static string Fact(string file, string label) =>
        Text(Find(file).QuerySelectorAll("dl.facts > div").First(fact => fact.Children[0].TextContent == label).Children[1]);

    private static IEnumerable<string> Tables(string file) => Find(file).QuerySelectorAll("caption").Select(caption => caption.TextContent);

    private static IElement Table(string file, string caption) => Find(file).QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == caption);

    private static IElement Row(string file, string caption, string first) => Table(file, caption)
        .QuerySelectorAll("tbody tr").Single(row => Text(row.Children[0]) is var text && (text == first || text.StartsWith(first + " ", StringComparison.Ordinal)));

    private static IElement Find(string file) => Site.Value.Page(file).QuerySelector("main") ?? throw new InvalidOperationException($"{file} has no main part.");

    private static string Text(IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
