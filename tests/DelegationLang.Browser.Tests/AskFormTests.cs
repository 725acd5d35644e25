using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>The form on the first page, filled in and sent as people do, says what the engine says.</summary>
[Collection(BrowserRun.Name)]
public sealed class AskFormTests(BrowserRun run)
{
    private static readonly int QuestionsEach = Effort.Of(3, 70);

    public static TheoryData<string> Examples => [.. BrowserRun.Tried];

    [SkippableTheory]
    [MemberData(nameof(Examples))]
    public async Task The_form_answers_as_the_engine_does(string example)
    {
        Tools.RequireBrowser();
        ExampleSite site = run.Site(example);
        var publication = new Publication(site.Sample.Input);
        var questions = new ConcurrentQueue<AskQuestion>(new AskQuestions(publication, seed: 4).Take(QuestionsEach));
        var faults = new ConcurrentQueue<string>();
        await Task.WhenAll(WorkAsync(), WorkAsync());
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults.Take(5)) + $"\n{faults.Count} in all");

        async Task WorkAsync()
        {
            await using Window window = await run.OpenAsync();
            IPage page = await window.GoAsync(site.Address("index.html"));
            while (questions.TryDequeue(out AskQuestion? question))
            {
                var form = new AskForm(page, publication);
                Decision asked = await form.AskAsync(question);
                ShownAnswer shown = await ShownAnswer.OfAsync(page);
                Answer engine = publication.Space.WhoDecides(asked);
                if (!AskQuestion.IsByRatio(publication.Definition, asked, engine, shown.Heading) && ShownAnswer.Of(engine).DifferenceFrom(shown) is { Length: > 0 } difference)
                {
                    faults.Enqueue($"{question}\n{difference}");
                }

                // The link to the question, opened by somebody else, answers the same.
                string link = await page.Locator("#answer a", new() { HasTextString = "Link to this question" }).GetAttributeAsync("href") ?? "";
                if (questions.Count % 7 == 0 && !asked.IsDayAssumed)
                {
                    await window.GoAsync(site.Address("index.html" + link));
                    await page.Locator("#answer h2").WaitForAsync();
                    if (await ShownAnswer.OfAsync(page) != shown)
                    {
                        faults.Enqueue($"{question}\nanother answer by its link: {link}");
                    }
                }
            }

            window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
        }
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_stranger_finds_who_approves_podiatry_in_Leeds(int width)
    {
        using var server = new SiteServer(run.Site("west-yorkshire-icb").Folder);
        await using Window window = await run.OpenAsync(width);
        IPage page = await window.GoAsync(server.Home + "index.html");
        await page.GetByLabel("What is to be decided?").FillAsync("podiatry");
        await page.GetByLabel("Where?").SelectOptionAsync("Leeds");
        await page.GetByLabel("How much?").FillAsync("£300,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Who decides?" }).ClickAsync();
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync("Leeds Head of Commissioning decides alone.");
        await Assertions.Expect(page.Locator("#answer h2")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Link to this question" }).ClickAsync();
        Assert.Equal(server.Home + "index.html#what=podiatry&where=Leeds&worth=%C2%A3300%2C000&on=2026-05-01", page.Url);
        window.AssertQuiet(server.Home);
    }

    [SkippableFact]
    public async Task Back_leads_to_the_question_before()
    {
        ExampleSite site = run.Site("west-yorkshire-icb");
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(site.Address("index.html"));
        ILocator answer = page.Locator("#answer h2");
        await page.FillAsync("#ask-what", "sealing of documents");
        await page.PressAsync("#ask-what", "Enter");
        await Assertions.Expect(answer).ToContainTextAsync("Chief Finance Officer");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Who decides sealing of documents on "));
        await page.FillAsync("#ask-what", "staff appointments");
        await page.PressAsync("#ask-what", "Enter");
        await Assertions.Expect(answer).ToContainTextAsync("Chief People Officer");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#ask-what")).ToHaveValueAsync("sealing of documents");
        await Assertions.Expect(answer).ToContainTextAsync("Chief Finance Officer");
    }

    [SkippableTheory]
    [InlineData("west-yorkshire-icb", "podiatry")]
    [InlineData("borough-council", "parking enforcement")]
    public async Task Faults_are_told_above_the_form_and_at_each_field(string example, string subject)
    {
        Tools.RequireAxe();
        await using Window window = await run.OpenAsync();
        await window.Page.AddInitScriptAsync(await File.ReadAllTextAsync(Tools.Axe));
        ExampleSite site = run.Site(example);
        IPage page = await window.GoAsync(site.Address("index.html#worth=lots"));
        ILocator summary = page.Locator("#ask-errors");
        await Assertions.Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(["“lots” is no sum: write it as 300,000 or £1.5 million"]);
        await page.FillAsync("#ask-what", "");
        await page.FillAsync("#ask-on-day", "31");
        await page.FillAsync("#ask-on-month", "April");
        await page.PressAsync("#ask-what", "Enter");
        await Assertions.Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(
            ["Say what is to be decided", "“lots” is no sum: write it as 300,000 or £1.5 million", "The day must be a real one, such as 27 3 2027"]);
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Error: "));
        await Assertions.Expect(page.Locator("#ask-worth")).ToHaveAccessibleDescriptionAsync("Error: “lots” is no sum: write it as 300,000 or £1.5 million");
        Assert.Empty(await page.EvaluateAsync<string[]>(EveryPageTests.Check, false));
        await summary.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Assertions.Expect(page.Locator("#ask-on-day")).ToBeFocusedAsync();
        await page.FillAsync("#ask-on-day", "30");
        await page.FillAsync("#ask-worth", "5k");
        await page.FillAsync("#ask-what", subject);
        await page.PressAsync("#ask-what", "Enter");
        await Assertions.Expect(summary).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("worth £5,000 on 30 April 2026?");
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    [SkippableFact]
    public async Task The_answer_stands_first_on_a_telephone()
    {
        await using Window window = await run.OpenAsync();
        IPage page = await window.GoAsync(run.Site("west-yorkshire-icb").Address("index.html#what=podiatry&where=Leeds&worth=1000"));
        await page.SetViewportSizeAsync(375, 800);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#answer h2")).ToContainTextAsync("Leeds");
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('answer').getBoundingClientRect().bottom <= document.getElementById('ask').getBoundingClientRect().top"));
    }

    [SkippableFact]
    public async Task What_cannot_be_answered_is_said()
    {
        await using Window window = await run.OpenAsync();
        ExampleSite site = run.Site("west-yorkshire-icb");
        IPage page = await window.GoAsync(site.Address("index.html#what=space+travel"));
        ILocator answer = page.Locator("#answer");
        await Assertions.Expect(answer).ToContainTextAsync("Nothing in this scheme is called “space travel”.");
        await window.GoAsync(site.Address("index.html#what=services"));
        await Assertions.Expect(answer).ToContainTextAsync("Which of these do you mean?");
        await answer.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(answer.Locator("h2")).Not.ToBeEmptyAsync();
        window.AssertQuiet(new Uri(site.Folder).AbsoluteUri);
    }

    /// <summary>Fills the form in and says what it then asks: of facts and of what a sum counts it takes only what the answer can turn on.</summary>
    private sealed class AskForm(IPage page, Publication publication)
    {
        private readonly SpaceDefinition definition = publication.Definition;

        public async Task<Decision> AskAsync(AskQuestion question)
        {
            Decision decision = question.Decision;
            SubjectSymbol subject = publication.Model.Symbols.OfType<SubjectSymbol>().First(symbol => publication.PageNames.Of(symbol) == question.Subject);
            string function = question.Pair.Length > 0 ? publication.Index.Subject(decision.Function)?.DisplayName ?? "" : "";
            decision = decision with { Day = decision.IsDayAssumed ? Samples.Today : decision.Day };
            await page.FillAsync("#ask-what", subject.DisplayName);
            foreach ((string part, string format) in new[] { ("day", "%d"), ("month", "%M"), ("year", "yyyy") })
            {
                await page.FillAsync("#ask-on-" + part, decision.IsDayAssumed ? "" : decision.Day.ToString(format, CultureInfo.InvariantCulture));
            }

            await page.FillAsync("#ask-worth", decision.Amount is { } amount ? amount.Value.ToString("#,##0.##", CultureInfo.InvariantCulture) : "");
            await ChooseAsync("#ask-where", decision.Place >= 0 ? definition.Places[decision.Place].Name : "");
            await SendAsync();
            if (await IsShownAsync("#ask-for"))
            {
                await page.FillAsync("#ask-for", function);
                await SendAsync();
            }

            // What the page asks for besides may change with what is said: twice is enough.
            for (int round = 0; round < 2; round++)
            {
                decision = await ExtrasAsync(question.Decision, decision);
                await SendAsync();
            }

            return decision;
        }

        private async Task<Decision> ExtrasAsync(Decision wanted, Decision decision)
        {
            if (decision.Amount is { } amount && wanted.Amount is { } said)
            {
                bool hasVat = await IsShownAsync("#ask-vat") && said.Vat != Vat.Unstated;
                bool hasBasis = await page.Locator($"#ask-per option[value=\"{said.Basis}\"]:not([hidden])").CountAsync() > 0 && await IsShownAsync("#ask-per");
                await ChooseAsync("#ask-vat", hasVat ? (said.Vat == Vat.Excluding ? "excluding" : "including") : "");
                await ChooseAsync("#ask-per", hasBasis ? said.Basis : "");
                decision = decision with { Amount = amount with { Vat = hasVat ? said.Vat : Vat.Unstated, Basis = hasBasis ? said.Basis : "" } };
            }

            var conditions = new Dictionary<int, bool>();
            var measures = new Dictionary<int, decimal>();
            foreach (ILocator field in await page.Locator("#ask-fact-fields select, #ask-fact-fields input").AllAsync())
            {
                string id = await field.GetAttributeAsync("id") ?? "";
                int number = int.Parse(id["ask-fact-c".Length..], CultureInfo.InvariantCulture);
                if (id.StartsWith("ask-fact-c", StringComparison.Ordinal))
                {
                    bool isSaid = wanted.Conditions.TryGetValue(number, out bool isSo);
                    await field.SelectOptionAsync(isSaid ? (isSo ? "yes" : "no") : "");
                    if (isSaid)
                    {
                        conditions[number] = isSo;
                    }
                }
                else
                {
                    bool isSaid = wanted.Measures.TryGetValue(number, out decimal value);
                    await field.FillAsync(isSaid ? value.ToString(CultureInfo.InvariantCulture) : "");
                    if (isSaid)
                    {
                        measures[number] = value;
                    }
                }
            }

            return decision with { Conditions = conditions, Measures = measures };
        }

        private async Task SendAsync()
        {
            await page.EvaluateAsync("() => { document.getElementById('answer').textContent = ''; }");
            await page.ClickAsync("#ask button");
            await page.Locator("#answer:not(:empty)").WaitForAsync();
        }

        private async Task ChooseAsync(string field, string value)
        {
            if (await IsShownAsync(field))
            {
                await page.SelectOptionAsync(field, value);
            }
        }

        private Task<bool> IsShownAsync(string field) => page.Locator(field).IsVisibleAsync();
    }
}
