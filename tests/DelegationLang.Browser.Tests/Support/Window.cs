using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>A window of the browser, and what went wrong in it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> faults = new();
    private readonly ConcurrentQueue<string> requests = new();

    private Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Enqueue($"{page.Url}: {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Enqueue($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => faults.Enqueue($"{page.Url}: could not load {request.Url}");
        page.Request += (_, request) => requests.Enqueue(request.Url);
    }

    /// <summary>The page that is shown.</summary>
    public IPage Page { get; }

    /// <summary>Everything that was asked for.</summary>
    public IEnumerable<string> Requests => requests;

    /// <summary>A window.</summary>
    public static async Task<Window> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>Goes to an address, anew even where it differs from the one shown only in what follows the hash.</summary>
    public async Task<IPage> GoAsync(string address)
    {
        if (address.Contains('#', StringComparison.Ordinal) && Page.Url.Split('#')[0] == address.Split('#')[0])
        {
            await Page.GotoAsync("about:blank");
        }

        await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return Page;
    }

    /// <summary>Fails if scripts complained, or if anything was asked for but what begins like this.</summary>
    /// <param name="home">How all addresses begin.</param>
    /// <param name="tolerated">What a complaint may say all the same, since it is about this test and not about the page.</param>
    public void AssertQuiet(string home, string? tolerated = null)
    {
        Assert.DoesNotContain(faults, fault => tolerated is null || !fault.Contains(tolerated, StringComparison.Ordinal));
        Assert.All(requests.Where(request => request != "about:blank"), request => Assert.StartsWith(home, request, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
