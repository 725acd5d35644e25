using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Watching;

/// <summary>What browsers are shown: the files of the folder, with what is wrong above them; and the moment when there is something new.</summary>
/// <param name="folder">The full path of the folder.</param>
internal sealed class PreviewSite(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    // Another session is another version, so that a page that outlived the tool is loaded again.
    private readonly string session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly Lock door = new();
    private BuildOutcome outcome = BuildOutcome.Fine;
    private int number;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The scheme has been looked at again.</summary>
    public void Show(BuildOutcome given)
    {
        if (given.IsSame)
        {
            return;
        }

        TaskCompletionSource waiting;
        lock (door)
        {
            outcome = given;
            number++;
            (waiting, next) = (next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        waiting.SetResult();
    }

    /// <summary>Changes the files while nobody reads them, so that no page is made of two versions.</summary>
    public int Change(Func<int> write)
    {
        lock (door)
        {
            return write();
        }
    }

    /// <summary>The answer to a request for a path, such as <c>/index.html</c>, with its query taken away.</summary>
    /// <param name="path">The path, decoded.</param>
    /// <param name="query">What stood after the question mark.</param>
    /// <param name="end">Ends the wait for something new.</param>
    public async Task<HttpReply> AnswerAsync(string path, string query, CancellationToken end) => path switch
    {
        "/_live/live.js" => Own("live.js", "text/javascript"),
        "/_live/live.css" => Own("live.css", "text/css"),
        "/_live/wait.js" => HttpReply.Of("text/javascript", $"document.currentScript.setAttribute(\"data-version\", \"{await VersionAfterAsync(query, end).ConfigureAwait(false)}\");\n"),
        _ => File(path),
    };

    private async Task<string> VersionAfterAsync(string query, CancellationToken end)
    {
        Task change;
        string now;
        lock (door)
        {
            (change, now) = (next.Task, Version);
        }

        if (query.Split('&').Contains("since=" + now))
        {
            await Task.WhenAny(change, Task.Delay(Patience, end)).ConfigureAwait(false);
        }

        lock (door)
        {
            return Version;
        }
    }

    private HttpReply File(string path)
    {
        lock (door)
        {
            string name = path == "/" ? "index.html" : path[1..];
            ProjectFile file = IsPublic(name) && Directory.Exists(folder) ? new FolderFiles(folder).Read(name) : ProjectFile.Not(ProjectFileStatus.Missing);
            if (file.Status == ProjectFileStatus.Read)
            {
                return ContentTypes.IsPage(name)
                    ? HttpReply.Of("text/html", LivePage.Of(Encoding.UTF8.GetString(file.Bytes.AsSpan()), Version, outcome))
                    : new HttpReply(200, ContentTypes.Of(name), file.Bytes.AsMemory());
            }

            // Where the first build failed there is no site yet, and what is wrong is all that can be shown.
            return HttpReply.Of("text/html", LivePage.Without("There is no such page", Version, outcome)) with { Status = 404 };
        }
    }

    private string Version => string.Create(CultureInfo.InvariantCulture, $"{session}-{number}");

    // No way out of the folder, nothing hidden, and no name that means something else to some system.
    private static bool IsPublic(string name) =>
        !name.Split('/').Any(part => part.Length == 0 || part[0] == '.' || part.AsSpan().IndexOfAny('\\', ':', '\0') >= 0);

    private static HttpReply Own(string name, string type) => HttpReply.Of(type, PackedText.Read(typeof(PreviewSite).Assembly, "Watching/" + name));
}
