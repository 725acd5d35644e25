using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer;

/// <summary>A folder as a commit has it.</summary>
/// <param name="Commit">What the commit is known by: another commit has another.</param>
/// <param name="Files">The files of the folder and of the folders below it.</param>
public sealed record CommittedFiles(string Commit, IProjectFiles Files);

/// <summary>What the language server needs of the machine that it runs on. The tool gives the disk and the clock; tests give their own.</summary>
public interface IServerHost
{
    /// <summary>The day that <em>today</em> means.</summary>
    DateOnly Today();

    /// <summary>The files of a folder and of the folders below it, as they are now.</summary>
    /// <param name="folder">The full path of the folder, with <c>/</c> between its parts. There may be no such folder: it then has no files.</param>
    IProjectFiles Folder(string folder);

    /// <summary>The names of the files that lie directly in a folder; none where there is no such folder.</summary>
    /// <param name="folder">The full path of the folder, with <c>/</c> between its parts.</param>
    IReadOnlyList<string> NamesIn(string folder);

    /// <summary>A file in which the text of a library can be read; none where it cannot be had. Its full path, with <c>/</c> between its parts.</summary>
    /// <param name="name">The name of the library's text, such as <c>england.delegation</c>.</param>
    string? LibraryFile(string name);

    /// <summary>A file in which the page of a diagnostic can be read; none where it cannot be had. Its full path, with <c>/</c> between its parts.</summary>
    /// <param name="code">The code, such as <c>DL3001</c>.</param>
    string? PageFile(string code);

    /// <summary>
    /// The files of a folder as the last commit of the git repository that it lies in has them; none where it lies in none, where the commit does not have it,
    /// or where there is no git.
    /// </summary>
    /// <param name="folder">The full path of the folder, with <c>/</c> between its parts.</param>
    CommittedFiles? LastCommit(string folder);

    /// <summary>The map of a scheme as one page of HTML; none where it cannot be made.</summary>
    /// <param name="compilation">The scheme, which may have errors, for the day that the map is to be of.</param>
    /// <param name="part">Which part of it, from 0: a small scheme has one.</param>
    string? Map(Compilation compilation, int part);

    /// <summary>A copied table as sentences of a scheme, with what has to be asked first, as JSON.</summary>
    /// <param name="compilation">The scheme, which may have errors.</param>
    /// <param name="table">The table: text with tabs between its cells, or a piece of HTML.</param>
    /// <param name="answers">Answers so far, as JSON; empty for none.</param>
    /// <exception cref="InvalidDataException">It cannot be read as a table of decisions; the message says why.</exception>
    string Sentences(Compilation compilation, string table, string answers);
}
