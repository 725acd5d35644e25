using System.Diagnostics.CodeAnalysis;
using DelegationLang.Policy;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DelegationLang.AspNetCore;

/// <summary>
/// The schemes by which a program decides: for each body all versions that there are. Files that change are read again while the program runs; whoever has begun to ask
/// goes on with the version that it has. May be used from many threads at once.
/// </summary>
public sealed partial class SchemeRegister : IDisposable
{
    private readonly IOptionsMonitor<DelegationOptions> options;
    private readonly ILogger<SchemeRegister> logger;
    private readonly IDisposable? settings;
    private readonly object gate = new();
    private readonly List<IDisposable> watches = [];
    private volatile State? state;

    /// <summary>Makes a register. Files are read when it is first asked, or loaded.</summary>
    public SchemeRegister(IOptionsMonitor<DelegationOptions> options, ILogger<SchemeRegister> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.logger = logger;
        settings = options.OnChange(_ => Reload());
    }

    /// <summary>The bodies whose schemes there are, sorted.</summary>
    public IReadOnlyList<string> Bodies => [.. Current.Versions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Why the files were not read when they last changed, so that answers come from what was read before; none where all is well.</summary>
    public string? Fault => state?.Fault;

    private State Current => state ?? Load();

    /// <summary>The versions of a body's scheme.</summary>
    /// <param name="body">The body; empty for the only one.</param>
    /// <exception cref="ArgumentException">There is no scheme of that body.</exception>
    public SchemeVersions Of(string body = "") => TryOf(body, out SchemeVersions? versions)
        ? versions
        : throw new ArgumentException(body.Length == 0 ? $"Say of which body: there are schemes of {Wording.List(Bodies)}." : $"There is no scheme of “{body}”.", nameof(body));

    /// <summary>The versions of a body's scheme, where there are any.</summary>
    public bool TryOf(string body, [NotNullWhen(true)] out SchemeVersions? versions) =>
        Current.Versions.TryGetValue(body, out versions) || (body.Length == 0 && Current.Versions.Count == 1 && (versions = Current.Versions.Values.Single()) is not null);

    /// <summary>Reads the files for the first time.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be read, or is no scheme, or there is none. A program that cannot know who may decide does not begin.</exception>
    internal void Start() => _ = Current;

    /// <summary>Reads the files again. Where that cannot be done, answers go on to come from what was read before, and <see cref="Fault"/> says why.</summary>
    /// <returns>Whether they were read.</returns>
    public bool Reload()
    {
        lock (gate)
        {
            if (state is not { } before)
            {
                return true;
            }

            try
            {
                State after = Read();
                state = after;
                LogChanges(before, after);
            }
            catch (InvalidOperationException fault)
            {
                state = before with { Fault = fault.Message };
                LogFault(fault.Message);
            }

            return state.Fault is null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        settings?.Dispose();
        lock (gate)
        {
            Unwatch();
        }
    }

    private State Load()
    {
        lock (gate)
        {
            if (state is null)
            {
                state = Read();
                foreach ((string body, SchemeVersions versions) in state.Versions)
                {
                    foreach (LoadedScheme version in versions.All)
                    {
                        LogLoaded(body, version.Title, version.Version, version.ContentHash);
                    }
                }
            }

            return state;
        }
    }

    private State Read()
    {
        DelegationOptions now = options.CurrentValue;
        List<(string Body, LoadedScheme Scheme)> found = [.. now.AlreadyLoaded().Select(one => (one.Key, one.Value))];
        Unwatch();
        (string Body, string Path)[] files = [.. now.Schemes.Select(file => (file.Body, Path.GetFullPath(file.Path, AppContext.BaseDirectory)))];
        foreach ((_, string path) in files)
        {
            Watch(path, now.ReloadOnChange);
        }

        found.AddRange(files.Select(file => (file.Body, SchemeReader.Read(file.Path))));

        if (found.Count == 0)
        {
            throw new InvalidOperationException("There is no scheme to decide by: add the scheme.json of a build to the options of AddDelegation.");
        }

        try
        {
            return new State(found.GroupBy(one => one.Body, StringComparer.Ordinal).ToDictionary(one => one.Key, one => new SchemeVersions(one.Select(version => version.Scheme)), StringComparer.Ordinal), null);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }
    }

    // By looking at the path again and again: a build puts a whole new folder in the place of the old, of which who watches the old folder hears nothing.
    private void Watch(string full, bool isWanted)
    {
        if (isWanted && Path.GetDirectoryName(full) is { } folder && Directory.Exists(folder))
        {
            var provider = new PhysicalFileProvider(folder) { UsePollingFileWatcher = true, UseActivePolling = true };
            watches.Add(provider);
            watches.Add(ChangeToken.OnChange(() => provider.Watch(Path.GetFileName(full)), () => Reload()));
        }
    }

    private void Unwatch()
    {
        foreach (IDisposable watch in Enumerable.Reverse(watches))
        {
            watch.Dispose();
        }

        watches.Clear();
    }

    private void LogChanges(State before, State after)
    {
        foreach ((string body, SchemeVersions versions) in after.Versions)
        {
            IEnumerable<LoadedScheme> known = before.Versions.TryGetValue(body, out SchemeVersions? earlier) ? earlier.All : [];
            foreach (LoadedScheme version in versions.All.Where(version => !known.Any(other => other.ContentHash == version.ContentHash && other.Version == version.Version)))
            {
                LogLoaded(body, version.Title, version.Version, version.ContentHash);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Scheme of delegation loaded: {Body} {Title}, version {Version}, content {ContentHash}")]
    private partial void LogLoaded(string body, string title, string version, string contentHash);

    [LoggerMessage(2, LogLevel.Error, "The scheme of delegation was not read again, and decisions go on to be made by the one before: {Reason}")]
    private partial void LogFault(string reason);

    private sealed record State(IReadOnlyDictionary<string, SchemeVersions> Versions, string? Fault);
}
