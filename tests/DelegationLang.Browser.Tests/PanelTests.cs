using System.Diagnostics;
using System.Text.RegularExpressions;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.Decisions;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>
/// The panels of the extension, driven in Visual Studio Code itself: ten questions asked and ten lenses read, the map and the text each leading to the other, what has changed
/// since the last commit, and scenarios in the list of tests.
/// </summary>
public sealed partial class PanelTests : IDisposable
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };
    private static readonly DateOnly Today = new(2026, 5, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("delegation-panels-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task Questions_lenses_the_map_and_the_list_of_tests_work_in_the_editor()
    {
        Skip.IfNot(Effort.IsLong, "The trial takes minutes: DELEGATION_LONG=1 runs it.");
        Tools.RequireBrowser();
        Tools.Require(CodeEditor.Program, "code-server was not found: run bash tests/DelegationLang.Browser.Tests/editor/install.sh");
        string scheme = Committed("west-yorkshire-icb");
        using IPlaywright playwright = await BrowserRun.CreatePlaywrightAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Tools.Chromium });
        await using CodeEditor editor = await CodeEditor.StartAsync(folder);
        await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1600, Height = 1000 } });
        context.SetDefaultTimeout(120_000);
        IPage page = await context.NewPageAsync();
        await editor.OpenAsync(page, scheme, "places.delegation");
        await new Typist(page).StartAsync();

        await ReadsLensesAsync(page);
        await AsksAsync(page, scheme);
        await MapsAsync(page);
        await TestsAsync(page);
    }

    // Above each matter stands who decides it.
    private static async Task ReadsLensesAsync(IPage page)
    {
        await OpenFileAsync(page, "functions.delegation");
        var read = new HashSet<string>(StringComparer.Ordinal);
        ILocator lenses = page.Locator(".codelens-decoration");
        await Assertions.Expect(lenses.First).ToContainTextAsync("today: ", Patiently);
        for (int turn = 0; turn < 12 && read.Count < 10; turn++)
        {
            await page.WaitForTimeoutAsync(1_000);
            read.UnionWith((await lenses.AllTextContentsAsync()).Where(lens => lens.StartsWith("today: ", StringComparison.Ordinal)));
            await page.Keyboard.PressAsync("PageDown");
        }

        Assert.True(read.Count >= 10, string.Join('\n', read));
        Assert.All(read, lens => Assert.DoesNotContain("cannot be asked", lens, StringComparison.Ordinal));
        Assert.Contains(read, lens => lens.Contains("decides", StringComparison.Ordinal));
        Assert.Contains(read, lens => lens.Contains(" above", StringComparison.Ordinal) || lens.Contains("depends", StringComparison.Ordinal));
    }

    // Ten questions, each answered in the words of the tool; a link of a chain leads to its sentence.
    private static async Task AsksAsync(IPage page, string scheme)
    {
        Compilation compilation = Project.OfFolder(FilesOf(scheme)).Compile(Today);
        await CommandAsync(page, "Delegation: Ask a Question");
        IFrameLocator ask = await FrameAsync(page, "#question");
        ILocator field = ask.Locator("#question");
        await field.PressSequentiallyAsync("who decides podia", new() { Delay = 40 });
        await Assertions.Expect(ask.Locator("#offers")).ToContainTextAsync("podiatry", Patiently);
        await field.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync("who decides podiatry ");

        string[] questions = [.. (await File.ReadAllLinesAsync(Path.Combine(scheme, "questions.txt"))).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)).Take(10)];
        Assert.Equal(10, questions.Length);
        foreach (string question in questions)
        {
            await field.FillAsync(question);
            await field.PressAsync("Escape");
            await field.PressAsync("Enter");
            await Assertions.Expect(ask.Locator("#answer h2")).ToHaveTextAsync(question);
            string words = AnswerText.Write(compilation.JoinedEngine.Ask(question, Today));
            Assert.Equal(Words(Bullets().Replace(words, "$1")), Words(string.Join(' ', await ask.Locator("#answer > p, #answer li").EvaluateAllAsync<string[]>("all => all.map(one => [...one.childNodes].filter(part => !['UL', 'OL'].includes(part.nodeName)).map(part => part.textContent).join(''))"))));
        }

        await field.FillAsync(questions[0]);
        await field.PressAsync("Escape");
        await field.PressAsync("Enter");
        await Assertions.Expect(ask.Locator("#answer h2")).ToHaveTextAsync(questions[0]);
        ILocator link = ask.Locator("#answer .place").Last;
        Match place = Place().Match(await link.TextContentAsync() ?? "");
        await link.ClickAsync();
        await Assertions.Expect(page.Locator(".tab.active")).ToContainTextAsync(place.Groups[1].Value, Patiently);
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync($"Ln {place.Groups[2].Value},", Patiently);

        await ask.GetByLabel("Why not somebody else?").SelectOptionAsync("Board");
        await Assertions.Expect(ask.Locator("#answer h2")).ToContainTextAsync("may Board decide podiatry", Patiently);
        await ask.Locator("#history summary").ClickAsync();
        await Assertions.Expect(ask.Locator("#history li")).ToHaveCountAsync(11);
        await ask.GetByRole(AriaRole.Button, new() { Name = questions[0], Exact = true }).ClickAsync();
        await Assertions.Expect(ask.Locator("#answer h2")).ToHaveTextAsync(questions[0]);
        await ask.GetByRole(AriaRole.Button, new() { Name = "Keep as scenario" }).ClickAsync();
        await Assertions.Expect(ask.Locator("#said")).ToContainTextAsync("Kept as a scenario", Patiently);
        await Assertions.Expect(page.Locator(".tab.active")).ToContainTextAsync("scenarios.delegation", Patiently);
        await Assertions.Expect(page.Locator(".view-lines").First).ToContainTextAsync("who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026", Patiently);
        await page.Keyboard.PressAsync("Control+S");
    }

    // From the map to the text and back; a day; zoom; and what is otherwise than in the commit.
    private static async Task MapsAsync(IPage page)
    {
        await CommandAsync(page, "View: Close Panel");
        await OpenFileAsync(page, "places.delegation");
        await CommandAsync(page, "Delegation: Show the Map Beside the Text");
        IFrameLocator map = await FrameAsync(page, "#map-tools");
        ILocator reference = map.Locator("a[data-line][data-file='places.delegation']").First;
        string? line = await reference.GetAttributeAsync("data-line");
        await reference.ClickAsync();
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync($"Ln {line},", Patiently);
        await Assertions.Expect(map.Locator($".is-here[data-file='places.delegation'][data-line='{line}']").First).ToBeVisibleAsync();

        await page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+G");
        await page.Keyboard.TypeAsync("38", new() { Delay = 50 });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(map.Locator(".is-here[data-line='38']").First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await map.GetByRole(AriaRole.Button, new() { Name = "Fit" }).ClickAsync();
        Assert.True(await map.Locator("body").EvaluateAsync<bool>("body => body.scrollWidth <= document.documentElement.clientWidth + 1"));
        await map.GetByRole(AriaRole.Button, new() { Name = "+", Exact = true }).ClickAsync();

        // Nothing has changed but the scenario; then a limit does.
        await page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("\nLeeds Committee delegates podiatry to Leeds Deputy Director up to £1,234 per contract.");
        await Assertions.Expect(map.GetByRole(AriaRole.Button, new() { NameRegex = Since() })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(map.Locator(".is-changed").First).ToBeVisibleAsync();
        await Assertions.Expect(map.Locator("main")).ToContainTextAsync("£1,234", Patiently);

        await map.GetByLabel("Day").FillAsync("2030-01-01");
        await Assertions.Expect(map.Locator("body.other-day")).ToBeVisibleAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "Today" }).ClickAsync();
        await Assertions.Expect(map.Locator("body.other-day")).ToHaveCountAsync(0);
    }

    // The scenarios hold, and the editor lists them.
    private static async Task TestsAsync(IPage page)
    {
        await page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        await CommandAsync(page, "Testing: Focus on Test Explorer View");
        await Assertions.Expect(page.Locator(".test-explorer")).ToContainTextAsync("scenarios.delegation", Patiently);
        await CommandAsync(page, "Test: Run All Tests");
        await Assertions.Expect(page.Locator(".test-explorer [aria-label*='scenarios.delegation (Passed)']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    // The examples in a repository of git with one commit; the folder of one of them.
    private string Committed(string example)
    {
        string examples = Path.Combine(folder, "examples");
        foreach (string file in Directory.GetFiles(Repository.PathOf("examples"), "*.delegation", SearchOption.AllDirectories).Append(Repository.PathOf("examples", example, "questions.txt")))
        {
            string copy = Path.Combine(examples, Path.GetRelativePath(Repository.PathOf("examples"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? examples);
            File.Copy(file, copy);
        }

        foreach (string[] arguments in (string[][])[["init", "-q"], ["add", "."], ["-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "As approved"]])
        {
            using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = examples }) ?? throw new InvalidOperationException("git could not be started.");
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }

        return Path.Combine(examples, example);
    }

    // The scheme, with those that it may join beside it.
    private static MemoryFiles FilesOf(string place)
    {
        MemoryFiles files = MemoryFiles.Empty;
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(place) ?? "", "*.delegation", SearchOption.AllDirectories))
        {
            files = files.With(Path.GetRelativePath(place, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        return files;
    }

    // The page of a panel, which the editor puts into a frame in a frame.
    private static async Task<IFrameLocator> FrameAsync(IPage page, string holds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(120))
        {
            ILocator outer = page.Locator("iframe.webview.ready");
            for (int i = 0; i < await outer.CountAsync(); i++)
            {
                IFrameLocator inner = outer.Nth(i).ContentFrame.FrameLocator("#active-frame");
                if (await inner.Locator(holds).CountAsync() > 0)
                {
                    return inner;
                }
            }

            await page.WaitForTimeoutAsync(250);
        }

        throw new TimeoutException($"No panel with {holds} came up.");
    }

    private static async Task CommandAsync(IPage page, string command)
    {
        await page.Keyboard.PressAsync("F1");
        await page.Locator(".quick-input-widget input").First.FillAsync(">" + command);
        await page.Locator(".quick-input-list .monaco-list-row").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task OpenFileAsync(IPage page, string file)
    {
        ILocator name = page.Locator(".explorer-folders-view .monaco-list-row .label-name", new() { HasTextString = file });
        if (!await name.IsVisibleAsync())
        {
            await CommandAsync(page, "View: Show Explorer");
        }

        await name.DblClickAsync();
        await Assertions.Expect(page.Locator(".tab.active")).ToContainTextAsync(file, Patiently);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^(\s*)(?:-|\d+\.) ", RegexOptions.Multiline)]
    private static partial Regex Bullets();

    [GeneratedRegex(@"\(([^:(]+):(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex("since the last commit")]
    private static partial Regex Since();
}
