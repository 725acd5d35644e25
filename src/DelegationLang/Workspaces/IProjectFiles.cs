using System.Collections.Immutable;

namespace DelegationLang.Workspaces;

/// <summary>
/// The files of one project folder, as the tool, the language server or a test holds them. Paths are relative to the folder, with <c>/</c>
/// between its parts, and without <c>.</c> or <c>..</c>. An implementation never reads outside the folder, symbolic links included.
/// </summary>
public interface IProjectFiles
{
    /// <summary>Every file in the folder and the folders below it, at any depth, in any order.</summary>
    IEnumerable<string> List();

    /// <summary>The files directly in a folder of the project, by their paths from the project folder, in any order.</summary>
    /// <param name="part">The path of the folder; empty for the project folder.</param>
    IEnumerable<string> ListIn(string part) => List().Where(path => path.LastIndexOf('/') is var at && path[..Math.Max(0, at)] == part);

    /// <summary>
    /// The files of a folder as a project of its own, which may lie beside this one: <c>../leeds-council</c>. None where there is no such folder. Only schemes
    /// that a sentence joins are looked for so.
    /// </summary>
    /// <param name="path">The path of the folder from this project folder; empty for that itself.</param>
    IProjectFiles? Folder(string path) => path.Length == 0 ? this : path.StartsWith("..", StringComparison.Ordinal) ? null : new FilesBelow(this, path);

    /// <summary>Whether it never says otherwise later than it has said once, so that what follows from it may be kept for as long as it is held.</summary>
    bool IsFixed => false;

    /// <summary>Reads one file. Says what is wrong instead of throwing.</summary>
    ProjectFile Read(string path);
}

/// <summary>What became of reading a file.</summary>
public enum ProjectFileStatus
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>There is no such file, or it is a folder.</summary>
    Missing,

    /// <summary>It lies outside the project folder, or a symbolic link leads there.</summary>
    Outside,

    /// <summary>It is larger than any scheme may be.</summary>
    TooLarge,

    /// <summary>It is there but cannot be read: no permission, or a fault of the disk.</summary>
    Unreadable,
}

/// <summary>A file as it was read.</summary>
/// <param name="Status">What became of reading it.</param>
/// <param name="Bytes">Its bytes; empty unless it was read.</param>
/// <param name="Detail">For a file that cannot be read: why, in words; empty otherwise.</param>
public readonly record struct ProjectFile(ProjectFileStatus Status, ImmutableArray<byte> Bytes, string Detail = "")
{
    /// <summary>A file that was read.</summary>
    public static ProjectFile Of(ImmutableArray<byte> bytes) => new(ProjectFileStatus.Read, bytes);

    /// <summary>A file that was not read.</summary>
    public static ProjectFile Not(ProjectFileStatus status, string detail = "") => new(status, [], detail);
}
