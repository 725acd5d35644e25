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
        FoldingRangeProvider = true,
        Workspace = new ServerWorkspaceCapabilities(new WorkspaceFoldersCapabilities(Supported: true, ChangeNotifications: true)),
    };
}
