namespace DelegationLang.Workspaces;

/// <summary>A folder of a project as a project folder of its own. Nothing outside it is read.</summary>
/// <param name="files">The files of the project.</param>
/// <param name="folder">The path of the folder from the project folder.</param>
internal sealed class FilesBelow(IProjectFiles files, string folder) : IProjectFiles
{
    /// <inheritdoc/>
    public IEnumerable<string> List() => files.List().Where(file => SupersededSources.IsWithin(file, folder)).Select(file => file[(folder.Length + 1)..]);

    /// <inheritdoc/>
    public IProjectFiles? Folder(string path) => ProjectPath.ResolveAnywhere(folder + "/x", path) is { } found ? files.Folder(found) : null;

    /// <inheritdoc/>
    public ProjectFile Read(string path) => files.Read(folder + "/" + path);
}
