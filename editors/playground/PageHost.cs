using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.LanguageServer;
using DelegationLang.Workspaces;

namespace DelegationLang.Playground;

/// <summary>A browser, for the language server: there are no files but the text in the page, and no versions before it.</summary>
internal sealed class PageHost : IServerHost
{
    /// <inheritdoc/>
    public DateOnly Today() => DateOnly.FromDateTime(DateTime.Now);

    /// <inheritdoc/>
    public IProjectFiles Folder(string folder) => MemoryFiles.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<string> NamesIn(string folder) => [];

    /// <inheritdoc/>
    public string? LibraryFile(string name) => null;

    /// <inheritdoc/>
    public string? PageFile(string code) => null;

    /// <inheritdoc/>
    public CommittedFiles? LastCommit(string folder) => null;

    /// <inheritdoc/>
    public string? Map(Compilation compilation, int part) =>
        HtmlEmitter.Map(EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError, AsOf = compilation.AsOf }, part);

    /// <inheritdoc/>
    public string Sentences(Compilation compilation, string table, string answers) =>
        throw new InvalidDataException("Tables are read by the tool and by the extension for Visual Studio Code, not in this page.");
}
