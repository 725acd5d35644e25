using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>What the client can do, as far as anything is done differently for it.</summary>
internal sealed record ClientFacts
{
    public PositionEncoding Encoding { get; init; }

    public bool HasSnippets { get; init; }

    public bool HasMarkdown { get; init; }

    public bool HasVersionedEdits { get; init; }

    public bool HasOutlineTree { get; init; }

    public bool WatchesFiles { get; init; }

    public bool RefreshesLenses { get; init; }

    public bool RefreshesHints { get; init; }

    public bool RefreshesColours { get; init; }

    /// <summary>Whether an unfinished sentence is to be told as a hint at first. Only such a client says where the cursor is.</summary>
    public bool IsCalm { get; init; }

    /// <summary>Reads what the client says of itself.</summary>
    public static ClientFacts Of(ClientCapabilities? given, InitializationOptions? options) => new()
    {
        IsCalm = options?.UnfinishedSentencesAreHints ?? false,
        Encoding = PositionEncodings.Choose(given?.General?.PositionEncodings),
        HasSnippets = given?.TextDocument?.Completion?.CompletionItem?.SnippetSupport ?? false,
        HasMarkdown = given?.TextDocument?.Hover?.ContentFormat?.Contains("markdown") ?? false,
        HasVersionedEdits = given?.Workspace?.WorkspaceEdit?.DocumentChanges ?? false,
        HasOutlineTree = given?.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport ?? false,
        WatchesFiles = given?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration ?? false,
        RefreshesLenses = given?.Workspace?.CodeLens?.RefreshSupport ?? false,
        RefreshesHints = given?.Workspace?.InlayHint?.RefreshSupport ?? false,
        RefreshesColours = given?.Workspace?.SemanticTokens?.RefreshSupport ?? false,
    };
}
