using DelegationLang.LanguageServer.Features;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>What the server says that it can do.</summary>
internal static class Capabilities
{
    private const int Incremental = 2;

    public static ServerCapabilities Of(ClientFacts client) => new()
    {
        PositionEncoding = PositionEncodings.NameOf(client.Encoding),
        TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, new SaveOptions(IncludeText: false)),
        CompletionProvider = new CompletionOptions([" ", "\"", "£"], ResolveProvider: false),
        HoverProvider = true,
        DefinitionProvider = true,
        ReferencesProvider = true,
        DocumentHighlightProvider = true,
        DocumentSymbolProvider = true,
        DocumentFormattingProvider = true,
        DocumentRangeFormattingProvider = true,
        DocumentOnTypeFormattingProvider = new OnTypeFormattingOptions("\n"),
        FoldingRangeProvider = true,
        SelectionRangeProvider = true,
        SignatureHelpProvider = new SignatureHelpOptions([" "], [","]),
        RenameProvider = new RenameOptions(PrepareProvider: true),
        CodeActionProvider = new CodeActionOptions([CodeActions.QuickFix, CodeActions.Rewrite, CodeActions.FixAll]),
        SemanticTokensProvider = new SemanticTokensOptions(SemanticColours.Legend, Full: true, Range: true),
        DocumentLinkProvider = new ResolveOptions(ResolveProvider: false),
        CodeLensProvider = new ResolveOptions(ResolveProvider: true),
        InlayHintProvider = true,
        CallHierarchyProvider = true,
        WorkspaceSymbolProvider = true,
        ExecuteCommandProvider = new ExecuteCommandOptions(Commands.All),
        Workspace = new ServerWorkspaceCapabilities(new WorkspaceFoldersCapabilities(Supported: true, ChangeNotifications: true)),
    };
}
