using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Diagnostics;
using DelegationLang.Rules;
using DelegationLang.Workspaces;
using DelegationLang.Workspaces.Exemptions;
using DelegationLang.Workspaces.Fixing;

namespace DelegationLang.Cli.Files;

/// <summary>A project that a PATH of the command line led to.</summary>
/// <param name="Path">The PATH as given.</param>
/// <param name="Compilation">What follows from the project.</param>
/// <param name="Files">How its files are shown.</param>
/// <param name="Disk">Where they come from.</param>
internal sealed record OpenProject(string Path, Compilation Compilation, FileNames Files, FolderFiles Disk)
{
    /// <summary>The full path of the project folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of the file that is the project by itself; empty for a folder.</summary>
    public required string File { get; init; }

    /// <summary>Compiles the project that some files would make.</summary>
    public required Func<IProjectFiles, Compilation> Compile { get; init; }

    /// <summary>What is reported, in the order of reading.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            foreach (Diagnostic diagnostic in Compilation.Diagnostics)
            {
                yield return new Finding(diagnostic, Files);
            }
        }
    }

    /// <summary>What is not reported because authors exempted it, in the order of reading.</summary>
    public IEnumerable<Finding> ExemptedFindings
    {
        get
        {
            foreach (ExemptedDiagnostic exempted in Compilation.Exempted)
            {
                yield return new Finding(exempted.Diagnostic, Files) { Exemption = exempted };
            }
        }
    }

    /// <summary>The project with its safe fixes applied, and what they were. Nothing is written.</summary>
    public MendedProject Mend()
    {
        FixResult result = SafeFixes.Apply(Disk, Compile);
        return new MendedProject(this with { Compilation = result.Compilation, Files = Files.With(result.Compilation.IsProjectFile) }, result);
    }

    /// <summary>Opens a PATH: a file, or a folder.</summary>
    /// <exception cref="CommandFailure">There is nothing there, or nothing that can be compiled.</exception>
    public static OpenProject Open(Host host, string path, DateOnly asOf, IRuleObserver? observer = null)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure("a path must not be empty");
        }

        string full = host.FullPath(path);
        bool isFolder = Directory.Exists(full);
        if (!isFolder && !System.IO.File.Exists(full))
        {
            throw new CommandFailure($"there is no file or folder {path}");
        }

        if (!isFolder)
        {
            FileKind.RefuseStream(path, full);
        }

        if (!isFolder && BuiltScheme.IsNamedLikeOne(full))
        {
            throw new CommandFailure($"{path} is not a text of sentences: a built scheme can only be asked, with delegation ask {path}");
        }

        string folder = isFolder ? full : System.IO.Path.GetDirectoryName(full) ?? full;
        string shownFolder = isFolder ? path : System.IO.Path.GetDirectoryName(path) ?? "";
        var disk = new FolderFiles(folder);
        try
        {
            Project Read(IProjectFiles files) => isFolder ? Project.OfFolder(files) : Project.OfFile(files, System.IO.Path.GetFileName(full));
            (Compilation compilation, FileNames files) = Compiled(path, Read(disk), new FileNames(shownFolder, _ => true), asOf, observer);
            return new OpenProject(path, compilation, files, disk)
            {
                Folder = folder,
                File = isFolder ? "" : System.IO.Path.GetFileName(full),
                Compile = changed => Read(changed).Compile(asOf),
            };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>Compiles what is no folder on disk.</summary>
    /// <param name="path">The PATH as given.</param>
    /// <param name="files">The files of the project folder.</param>
    /// <param name="name">The name of the file that is the project by itself; empty for the whole folder.</param>
    /// <param name="shown">How files are shown.</param>
    /// <param name="asOf">The day that <em>today</em> means.</param>
    /// <exception cref="CommandFailure">There is nothing that can be compiled.</exception>
    public static (Compilation Compilation, FileNames Files) CompileFiles(string path, IProjectFiles files, string name, FileNames shown, DateOnly asOf) =>
        Compiled(path, name.Length == 0 ? Project.OfFolder(files) : Project.OfFile(files, name), shown, asOf, observer: null);

    private static (Compilation Compilation, FileNames Files) Compiled(string path, Project project, FileNames files, DateOnly asOf, IRuleObserver? observer)
    {
        if (!project.Faults.IsEmpty)
        {
            string name = files.Show(ProjectConfiguration.FileName);
            throw new CommandFailure(string.Join('\n', project.Faults.Select(fault =>
                fault.Line > 0 ? $"{name}({fault.Line},{fault.Column}): {fault.Message}" : $"{name}: {fault.Message}")));
        }

        if (project.Roots.IsEmpty)
        {
            throw new CommandFailure($"there is no {Project.Extension} file in {path}");
        }

        Compilation compilation = project.Compile(asOf, observer);
        if (!compilation.UnreadableFiles.IsEmpty)
        {
            throw new CommandFailure(string.Join('\n', compilation.UnreadableFiles.Select(file => $"{files.Show(file.Path)} {file.Reason}")));
        }

        // By names alone: a finding that is kept for the report must not keep all that was worked out.
        HashSet<string> own = new(compilation.Sources.Select(source => source.FileName), StringComparer.Ordinal);
        return (compilation, files.With(own.Contains));
    }
}

/// <summary>A project after its safe fixes.</summary>
/// <param name="Project">The project as it is then.</param>
/// <param name="Fixes">What was changed.</param>
internal sealed record MendedProject(OpenProject Project, FixResult Fixes);
