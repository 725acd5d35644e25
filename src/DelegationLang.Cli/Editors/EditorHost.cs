using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DelegationLang.LanguageServer;
using DelegationLang.Law;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Editors;

/// <summary>The disk and the clock, for the language server.</summary>
internal sealed class EditorHost(Host host, DateOnly? asOf) : IServerHost
{
    private readonly ReadingRoom room = new(host.DataFolder());

    /// <inheritdoc/>
    public DateOnly Today() => asOf ?? host.Today();

    /// <inheritdoc/>
    public IProjectFiles Folder(string folder) => Directory.Exists(folder) ? new FolderFiles(Path.GetFullPath(folder)) : MemoryFiles.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<string> NamesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))] : [];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public string? LibraryFile(string name) =>
        LawLibrary.TryGet(Path.GetFileNameWithoutExtension(name)) is { } text && text.FileName == name ? room.FileFor(name, () => text.Content) : null;

    /// <inheritdoc/>
    public string? PageFile(string code) => room.FileFor(code + ".md", () => DiagnosticCatalogue.PageOf(code) ?? "");

    /// <inheritdoc/>
    public CommittedFiles? LastCommit(string folder)
    {
        try
        {
            const string Last = "HEAD";
            (GitTree files, string name) = GitTree.Open(host, Last + ":" + folder, Last.Length);
            return name.Length == 0 ? new CommittedFiles(files.Revision, files) : null;
        }
        catch (CommandFailure)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public string? Map(Compilation compilation, int part)
    {
        EmitInput input = EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError, AsOf = compilation.AsOf };
        return HtmlEmitter.Map(input, part);
    }

    /// <inheritdoc/>
    public string Sentences(Compilation compilation, string table, string answers)
    {
        try
        {
            ImportResult result = Importer.Import([PastedTable.Of(table)], new ImportOptions { Answers = answers, Into = new ImportTarget(compilation) });
            return ImportJson.Of(result, result.Files[0].Content);
        }
        catch (ImportException refusal)
        {
            throw new InvalidDataException(refusal.Message, refusal);
        }
    }
}
