using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;

namespace DelegationLang.Cli.Tests.Watching;

/// <summary>A run of <c>watch</c> in this process, until the test ends it.</summary>
internal sealed class WatchSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource end = new();
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly Task<int> run;

    public WatchSession(TemporaryFolder folder, params string[] arguments)
    {
        Host host = Tool.Host(folder.Path, TextReader.Null, TextWriter.Synchronized(output), TextWriter.Synchronized(error)) with { End = () => end.Token };
        run = Task.Factory.StartNew(() => CommandLine.Run(host, ["watch", .. arguments]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Output => Text(output);

    public string Error => Text(error);

    /// <summary>Where the pages are shown.</summary>
    public async Task<Uri> AddressAsync()
    {
        await UntilAsync(() => Error.Contains("Watching ", StringComparison.Ordinal), "the first build");
        var at = Error.IndexOf("http://", StringComparison.Ordinal);
        return new Uri(Error[at..Error.IndexOf('\n', at)]);
    }

    public async Task UntilAsync(Func<bool> condition, string what)
    {
        for (TimeSpan waited = TimeSpan.Zero; !condition(); waited += TimeSpan.FromMilliseconds(20))
        {
            Assert.False(run.IsCompleted, $"The command ended while {what} was waited for.\n{Output}\n{Error}");
            Assert.True(waited < Patience, $"Waited in vain for {what}.\n{Output}\n{Error}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends it as Ctrl+C does; the exit status.</summary>
    public async Task<int> EndAsync()
    {
        await end.CancelAsync();
        return await run.WaitAsync(Patience);
    }

    public void Dispose()
    {
        end.Cancel();
        run.Wait(Patience);
    }

    private static string Text(StringWriter writer)
    {
        // The synchronised writer of it locks itself and not this one: what is read while it grows is read again.
        while (true)
        {
            try
            {
                return writer.ToString();
            }
            catch (ArgumentException)
            {
                Thread.Yield();
            }
        }
    }
}
