using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.Changes;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>A version of a scheme that a PATH of <c>diff</c> led to.</summary>
/// <param name="Path">The PATH as given.</param>
/// <param name="Version">The version.</param>
/// <param name="Files">How its files are shown.</param>
/// <param name="HasErrors">Whether some of its sentences are in error, so that it rests on the others alone.</param>
internal sealed record ComparedVersion(string Path, SchemeVersion Version, FileNames Files, bool HasErrors)
{
    private IProjectFiles Sources { get; init; } = MemoryFiles.Empty;

    /// <summary>The Word file of which documents take their look, in the project folder, as its settings say; empty for none.</summary>
    public string Word { get; private init; } = "";

    /// <summary>The full path of the project folder; empty for what lies in no folder of the disk.</summary>
    public string Folder { get; private init; } = "";

    /// <summary>Reads that Word file.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public ReadOnlyMemory<byte> ReadWord() => SiteLook.Content(Word, Sources).AsMemory();

    /// <summary>Opens a folder, a file, a built <c>scheme.json</c>, or <c>REV:PATH</c> of a git repository.</summary>
    /// <exception cref="CommandFailure">There is nothing there, or nothing that can be compared.</exception>
    public static ComparedVersion Open(Host host, string path, DateOnly asOf)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure("a path must not be empty");
        }

        string full = host.FullPath(path);
        FileKind.RefuseStream(path, full);
        bool isThere = File.Exists(full) || Directory.Exists(full);
        if (!isThere && ColonOf(path) is > 0 and var colon)
        {
            return OfRevision(host, path, colon, asOf);
        }

        if (BuiltScheme.IsNamedLikeOne(full) && File.Exists(full))
        {
            return new ComparedVersion(path, BuiltScheme.Version(path, full), new FileNames("", _ => true), HasErrors: false);
        }

        OpenProject project = new Phases(host).Compile(path, asOf);
        return Of(path, project.Compilation, project.Files) with { Word = project.Compilation.Configuration.Site.Word, Sources = project.Disk, Folder = project.Folder };
    }

    /// <summary>The version that a project is.</summary>
    /// <exception cref="CommandFailure">It holds no scheme.</exception>
    public static ComparedVersion Of(string path, Compilation compilation, FileNames files) => compilation.LacksScheme
        ? throw new CommandFailure($"{path} holds no scheme sentence, so nothing in it is in force. See: delegation check {path}")
        : new ComparedVersion(path, SchemeVersion.Of(Outputs.Input(compilation), compilation.JoinedEngine.Answerer, compilation.JoinedSentenceAt), files, compilation.HasErrors);

    // The letter of a drive is no revision.
    private static int ColonOf(string path) => path.IndexOf(':', StringComparison.Ordinal) is var at && at == 1 && OperatingSystem.IsWindows() ? -1 : at;

    private static ComparedVersion OfRevision(Host host, string path, int colon, DateOnly asOf)
    {
        (GitTree files, string name) = GitTree.Open(host, path, colon);
        string shown = path[(colon + 1)..].Replace('\\', '/').TrimEnd('/');
        if (name.Length > 0 && BuiltScheme.IsNamedLikeOne(name))
        {
            return files.Read(name) is { Status: ProjectFileStatus.Read } built
                ? new ComparedVersion(path, BuiltScheme.Version(path, built.Bytes.AsMemory()), new FileNames("", _ => true), HasErrors: false)
                : throw new CommandFailure($"{path} cannot be read");
        }

        string folder = name.Length == 0 ? shown : System.IO.Path.GetDirectoryName(shown) ?? "";
        (Compilation compilation, FileNames names) = OpenProject.CompileFiles(path, files, name, new FileNames(folder, _ => true), asOf);
        return Of(path, compilation, names) with { Word = compilation.Configuration.Site.Word, Sources = files };
    }
}
