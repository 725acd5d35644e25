namespace DelegationLang.Cli.Hosting;

/// <summary>Says on a terminal what is being done, once it has taken long enough for somebody to wonder. Elsewhere it says nothing.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock gate = new();
    private readonly TextWriter? writer;
    private readonly Timer? timer;
    private string doing = "";
    private int shown;

    /// <summary>Starts to count the time.</summary>
    public Progress(Host host)
    {
        if (host.ShowsProgress)
        {
            writer = host.Error;
            timer = new Timer(_ => Show(), null, Patience, Patience);
        }
    }

    /// <summary>Says what is being done from now on, such as <c>reading the files</c>.</summary>
    public void Report(string what)
    {
        lock (gate)
        {
            doing = what;
        }
    }

    /// <summary>Takes the message away. What is written to the terminal afterwards starts on a clean line.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            Erase();
            doing = "";
        }
    }

    private void Show()
    {
        lock (gate)
        {
            if (doing.Length == 0 || writer is null)
            {
                return;
            }

            try
            {
                Erase();
                writer.Write(doing + " …");
                writer.Flush();
                shown = doing.Length + 2;
            }
            catch (StreamFailure)
            {
                // The terminal has gone: whatever the command itself has to say there fails in its own place.
                doing = "";
            }
        }
    }

    private void Erase()
    {
        if (shown > 0 && writer is not null)
        {
            writer.Write("\r" + new string(' ', shown) + "\r");
            writer.Flush();
            shown = 0;
        }
    }
}
