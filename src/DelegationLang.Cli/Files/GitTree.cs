using System.Diagnostics;
using System.Text;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>The files of a folder as a revision of a git repository has them. The program <c>git</c> reads them: nothing is checked out.</summary>
internal sealed class GitTree : IProjectFiles
{
    private readonly string repository;
    private readonly string revision;
    private readonly string folder;
    private readonly Lazy<IReadOnlyList<string>> listed;

    private GitTree(string repository, string revision, string folder)
    {
        this.repository = repository;
        this.revision = revision;
        this.folder = folder;
        listed = new Lazy<IReadOnlyList<string>>(() => ListAll(repository, revision, folder));
    }

    /// <summary>The commit, by its hash.</summary>
    public string Revision => revision;

    /// <summary>What a path is in a revision.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="version">The path as given: <c>REV:PATH</c>.</param>
    /// <param name="colon">Where the colon stands in it.</param>
    /// <returns>The files of the folder, and the name of the file in it; an empty name where the path is the folder itself.</returns>
    /// <exception cref="CommandFailure">There is no such revision or path, or no git.</exception>
    public static (GitTree Files, string Name) Open(Host host, string version, int colon)
    {
        string revision = version[..colon];
        string path = version[(colon + 1)..].Replace('\\', '/').TrimEnd('/');
        string full = host.FullPath(path.Length == 0 ? "." : path);
        string near = Nearest(full);
        string repository = Ask(near, ["rev-parse", "--show-toplevel"]) is { } top
            ? Encoding.UTF8.GetString(top).Trim()
            : throw new CommandFailure($"{version} is a revision of git, and {path} lies in no repository of git");
        if (Ask(repository, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) is not { } commit)
        {
            throw new CommandFailure($"there is no revision {revision} in the repository of git that {(path.Length == 0 ? "this folder" : path)} lies in");
        }

        string hash = Encoding.UTF8.GetString(commit).Trim();
        string within = Path.GetRelativePath(Real(repository), Real(full)).Replace('\\', '/');
        within = within == "." ? "" : within;
        string kind = Ask(repository, ["cat-file", "-t", $"{hash}:{within}"]) is { } type ? Encoding.UTF8.GetString(type).Trim() : "";
        return kind switch
        {
            "tree" => (new GitTree(repository, hash, within), ""),
            "blob" => (new GitTree(repository, hash, within.Contains('/', StringComparison.Ordinal) ? within[..within.LastIndexOf('/')] : ""), within[(within.LastIndexOf('/') + 1)..]),
            _ => throw new CommandFailure($"there is no file or folder {path} in revision {revision}"),
        };
    }

    /// <inheritdoc/>
    public IEnumerable<string> List() => listed.Value;

    /// <inheritdoc/>
    public IProjectFiles? Folder(string path)
    {
        // What lies outside the repository is no part of the revision.
        string? within = ProjectPath.ResolveAnywhere(folder.Length == 0 ? "x" : folder + "/x", path);
        if (within is null || within.StartsWith("..", StringComparison.Ordinal))
        {
            return null;
        }

        var tree = new GitTree(repository, revision, within);
        return tree.listed.Value.Count > 0 ? tree : null;
    }

    /// <inheritdoc/>
    public ProjectFile Read(string path)
    {
        if (!listed.Value.Contains(path, StringComparer.Ordinal))
        {
            return ProjectFile.Not(ProjectFileStatus.Missing);
        }

        return Ask(repository, ["show", "--no-textconv", $"{revision}:{(folder.Length == 0 ? "" : folder + "/")}{path}"]) is { } bytes
            ? bytes.Length > FolderFiles.MaximumLength ? ProjectFile.Not(ProjectFileStatus.TooLarge) : ProjectFile.Of([.. bytes])
            : ProjectFile.Not(ProjectFileStatus.Unreadable, "git cannot read it");
    }

    private static List<string> ListAll(string repository, string revision, string folder)
    {
        string[] arguments = ["ls-tree", "-r", "-z", "--full-tree", revision, .. folder.Length == 0 ? Array.Empty<string>() : ["--", folder + "/"]];
        var files = new List<string>();
        foreach (string entry in Encoding.UTF8.GetString(Ask(repository, arguments) ?? []).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = entry.IndexOf('\t', StringComparison.Ordinal);
            string path = entry[(tab + 1)..];
            path = folder.Length == 0 ? path : path[(folder.Length + 1)..];

            // As on disk: links are not followed, and what is hidden is left out.
            if (tab > 0 && entry.StartsWith("100", StringComparison.Ordinal) && !path.Split('/').Any(part => part.StartsWith('.')))
            {
                files.Add(path);
            }
        }

        return files;
    }

    // The folder itself may be gone by now.
    private static string Nearest(string path)
    {
        string? at = path;
        while (at is not null && !Directory.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? path;
    }

    // Where a folder on the way is a link: git tells the repository by its real path.
    private static string Real(string path)
    {
        string near = Nearest(path);
        string real = FolderFiles.RealPath(near) ?? near;
        return near == path ? real : Path.Combine(real, Path.GetRelativePath(near, path));
    }

    private static byte[]? Ask(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process git = Process.Start(start) ?? throw new CommandFailure("git cannot be started");
            git.StandardInput.Close();
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            return git.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandFailure("the program git is needed to read a revision, and is not there");
        }
    }
}
