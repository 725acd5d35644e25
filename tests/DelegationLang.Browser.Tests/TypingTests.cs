using DelegationLang.Browser.Tests.Support;
using DelegationLang.Formatting;
using DelegationLang.Testing;
using DelegationLang.Workspaces;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests;

/// <summary>
/// Somebody writes three schemes in Visual Studio Code, key by key and without ever looking up: what stands in the file is what was typed, laid out as it
/// should be, and at each named place the list offers the right thing first.
/// </summary>
public sealed class TypingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delegation-typing-").FullName;

    private static IEnumerable<TypedScheme> Schemes =>
        Directory.GetFiles(Repository.PathOf("tests", "samples", "typing"), "*.txt").Order(StringComparer.Ordinal).Select(TypedScheme.Read);

    [Fact]
    public void There_are_three_schemes_and_sixty_places()
    {
        Assert.Equal(3, Schemes.Count());
        Assert.True(Schemes.Sum(scheme => scheme.Parts.Count(part => part.Offer is { Length: > 0 })) >= 60);
    }

    [SkippableFact]
    public async Task What_is_typed_is_what_stands_in_the_file_and_the_first_offer_is_right()
    {
        Skip.IfNot(Effort.IsLong, "The trial takes minutes: DELEGATION_LONG=1 runs it.");
        Tools.RequireBrowser();
        Tools.Require(CodeEditor.Program, "code-server was not found: run bash tests/DelegationLang.Browser.Tests/editor/install.sh");
        using IPlaywright playwright = await BrowserRun.CreatePlaywrightAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Tools.Chromium });
        await using CodeEditor editor = await CodeEditor.StartAsync(folder);
        var wrong = new List<string>();
        foreach (TypedScheme scheme in Schemes)
        {
            await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1000, Height = 700 } });
            context.SetDefaultTimeout(300_000);
            string place = Directory.CreateDirectory(Path.Combine(folder, scheme.Name)).FullName;
            string file = Path.Combine(place, "main.delegation");
            await File.WriteAllTextAsync(file, "");
            IPage page = await context.NewPageAsync();
            await editor.OpenAsync(page, place, "main.delegation");
            var typist = new Typist(page);
            await typist.StartAsync();
            foreach (TypedPart part in scheme.Parts)
            {
                await typist.TypeAsync(part.Text);
                if (part.Offer is not null && await typist.FaultAsync(part) is { Length: > 0 } fault)
                {
                    wrong.Add($"{scheme.Name}: {fault}");
                }
            }

            Assert.Equal(scheme.Text, await typist.SaveAsTypedAsync(file));

            // Saved as everybody saves, it is laid out as the tool does it.
            await typist.TypeAsync("\n");
            Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", scheme.Text)).Compile(new DateOnly(2026, 5, 1));
            Assert.Equal(Formatter.Format(compilation.Trees[0].Source, compilation.Names), await typist.SaveAsync(file));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
