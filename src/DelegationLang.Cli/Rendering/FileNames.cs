using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>How files are shown: those of the project as a path from where the command was given, those of a library by their own name.</summary>
internal sealed class FileNames
{
    private readonly string prefix;
    private readonly Func<string, bool> isProjectFile;

    /// <summary>Names for one project.</summary>
    /// <param name="projectFolder">The project folder as given on the command line; empty or <c>.</c> for where the command was given.</param>
    /// <param name="isProjectFile">Whether a name is that of a file of the project.</param>
    public FileNames(string projectFolder, Func<string, bool> isProjectFile)
    {
        string folder = projectFolder.Replace('\\', '/');
        while (folder.StartsWith("./", StringComparison.Ordinal))
        {
            folder = folder[2..].TrimStart('/');
        }

        prefix = folder is "" or "." ? "" : folder.EndsWith('/') ? folder : folder + "/";
        this.isProjectFile = isProjectFile;
    }

    /// <summary>The same names, for another set of files.</summary>
    /// <param name="isOfProject">Whether a name is that of a file of the project.</param>
    public FileNames With(Func<string, bool> isOfProject) => new(prefix, isOfProject);

    /// <summary>Whether a file of a diagnostic belongs to the project, and not to a library.</summary>
    public bool IsOfProject(string file) => isProjectFile(file);

    /// <summary>The name to show for a file of a diagnostic or a chain. Those of joined schemes are named from the project folder, with a dot before them.</summary>
    public string Show(string file) =>
        isProjectFile(file) && !file.StartsWith("../", StringComparison.Ordinal) ? prefix + file
        : file.StartsWith("./", StringComparison.Ordinal) ? prefix + file[2..]
        : file.StartsWith("../", StringComparison.Ordinal) ? Beside(file)
        : file;

    private string Beside(string file)
    {
        string root = prefix.StartsWith('/') ? "/" : "";
        return root + (ProjectPath.ResolveAnywhere(prefix.TrimStart('/') + "x", file) ?? file);
    }
}
