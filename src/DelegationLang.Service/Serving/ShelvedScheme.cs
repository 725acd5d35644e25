using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Cli.Watching;

namespace DelegationLang.Service.Serving;

/// <summary>
/// A scheme under its key. It is read again when its files change; while they cannot be read or have errors, the one before goes on to answer, and <see cref="Fault"/> says why.
/// </summary>
internal sealed class ShelvedScheme
{
    private readonly Host host;
    private readonly Lock gate = new();
    private volatile State state;

    // What its files were like before they were read; none where nobody follows them.
    private readonly FolderChanges? changes;
    private string known = "";

    private ShelvedScheme(Host host, string key, string path, bool isFollowed)
    {
        this.host = host;
        Key = key;
        Path = path;
        if (isFollowed && path.Length > 0)
        {
            var full = host.FullPath(path);
            var isFolder = Directory.Exists(full);
            var folder = isFolder ? full : System.IO.Path.GetDirectoryName(full) ?? full;
            changes = Directory.Exists(folder) ? new FolderChanges(folder, isFolder ? "" : System.IO.Path.GetFileName(full)) : null;
            known = changes?.Look("") ?? "";
        }

        state = new State(ServedScheme.Open(host, path, host.Today()), null);
    }

    /// <summary>The key under which it is asked.</summary>
    public string Key { get; }

    /// <summary>The PATH as given.</summary>
    public string Path { get; }

    /// <summary>The scheme that answers now.</summary>
    public ServedScheme Current => state.Scheme;

    /// <summary>Why its files were not taken when they last changed; none where all is well.</summary>
    public string? Fault => state.Fault;

    /// <summary>Reads a scheme for the first time.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="key">Its key.</param>
    /// <param name="path">The PATH as given.</param>
    /// <param name="isFollowed">Whether its files will be followed.</param>
    /// <exception cref="CommandFailure">It cannot be read, or has errors.</exception>
    public static ShelvedScheme Open(Host host, string key, string path, bool isFollowed) => new(host, key, path, isFollowed);

    /// <summary>Reads the files again.</summary>
    /// <returns>Whether they were taken.</returns>
    public bool Reload()
    {
        lock (gate)
        {
            State before = state;
            try
            {
                var scheme = ServedScheme.Open(host, Path, host.Today());
                state = new State(scheme, null);
                if (before.Fault is not null || before.Scheme.Identity != scheme.Identity)
                {
                    Tell($"{Key} was read again: {scheme.Identity.Title}, version {scheme.Identity.Version}, content {scheme.Identity.ContentHash}");
                }
            }
            catch (CommandFailure fault)
            {
                Keep(before, fault.Message);
            }
            catch (Exception fault)
            {
                // Whoever asks goes on to be answered, whatever the new files do to the compiler.
                Keep(before, $"a fault in the tool itself stopped the reading ({fault.GetType().Name})");
            }

            return state.Fault is null;
        }
    }

    /// <summary>Reads the files again whenever they change, until the end.</summary>
    public void Follow(CancellationToken end)
    {
        if (changes is not null)
        {
            new Thread(() => Follow(changes, end)) { IsBackground = true, Name = "follow " + Key }.Start();
        }
    }

    private void Follow(FolderChanges watched, CancellationToken end)
    {
        using FolderChanges ending = watched;
        known = OfUsed(watched, known);
        do
        {
            var seen = watched.Look(known);
            if (seen != known)
            {
                Reload();
                known = OfUsed(watched, seen);
            }
        }
        while (watched.Wait(end));
    }

    // Of a file by itself also those that it uses are looked at, and always those of joined schemes.
    private string OfUsed(FolderChanges watched, string seen) => Current.Project is { } project && Fault is null ? watched.Follow(project.Disk, seen) : seen;

    private void Keep(State before, string why)
    {
        state = before with { Fault = DisplayText.Sentence(why) };
        Tell($"{Key} was not read again, and the one before goes on to answer: {why}");
    }

    private void Tell(string message)
    {
        try
        {
            lock (host.Error)
            {
                host.Error.WriteLine("delegation-service: " + DisplayText.Sentence(message));
                host.Error.Flush();
            }
        }
        catch (StreamFailure)
        {
            // Nobody is there to be told; the fault stands in what the service says of its schemes.
        }
    }

    private sealed record State(ServedScheme Scheme, string? Fault);
}
