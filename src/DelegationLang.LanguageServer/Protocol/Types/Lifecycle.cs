using System.Text.Json;

namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>What the client says of itself at the start.</summary>
internal sealed record InitializeParams
{
    public ClientCapabilities? Capabilities { get; init; }

    public string? RootUri { get; init; }

    public WorkspaceFolder[]? WorkspaceFolders { get; init; }

    public InitializationOptions? InitializationOptions { get; init; }
}

/// <summary>What a client may wish for beside the protocol.</summary>
internal sealed record InitializationOptions(bool UnfinishedSentencesAreHints = false);

internal sealed record WorkspaceFolder(string Uri, string? Name = null);

/// <summary>What the client can do, as far as the server does anything differently for it.</summary>
internal sealed record ClientCapabilities
{
    public GeneralCapabilities? General { get; init; }

    public WorkspaceCapabilities? Workspace { get; init; }

    public TextDocumentCapabilities? TextDocument { get; init; }
}

internal sealed record GeneralCapabilities(string[]? PositionEncodings = null);

internal sealed record WorkspaceCapabilities
{
    public WorkspaceEditCapabilities? WorkspaceEdit { get; init; }

    public DynamicCapability? DidChangeWatchedFiles { get; init; }

    public RefreshCapability? CodeLens { get; init; }

    public RefreshCapability? InlayHint { get; init; }

    public RefreshCapability? SemanticTokens { get; init; }
}

internal sealed record WorkspaceEditCapabilities(bool DocumentChanges = false);

internal sealed record DynamicCapability(bool DynamicRegistration = false);

internal sealed record RefreshCapability(bool RefreshSupport = false);

internal sealed record TextDocumentCapabilities
{
    public CompletionCapabilities? Completion { get; init; }

    public DocumentSymbolCapabilities? DocumentSymbol { get; init; }

    public HoverCapabilities? Hover { get; init; }
}

internal sealed record HoverCapabilities(string[]? ContentFormat = null);

internal sealed record CompletionCapabilities(CompletionItemCapabilities? CompletionItem = null);

internal sealed record CompletionItemCapabilities(bool SnippetSupport = false);

internal sealed record DocumentSymbolCapabilities(bool HierarchicalDocumentSymbolSupport = false);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; init; } = "utf-16";

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public CompletionOptions? CompletionProvider { get; init; }

    public bool HoverProvider { get; init; }

    public SignatureHelpOptions? SignatureHelpProvider { get; init; }

    public bool DefinitionProvider { get; init; }

    public bool ReferencesProvider { get; init; }

    public bool DocumentHighlightProvider { get; init; }

    public bool DocumentSymbolProvider { get; init; }

    public bool WorkspaceSymbolProvider { get; init; }

    public CodeActionOptions? CodeActionProvider { get; init; }

    public ResolveOptions? CodeLensProvider { get; init; }

    public ResolveOptions? DocumentLinkProvider { get; init; }

    public bool DocumentFormattingProvider { get; init; }

    public bool DocumentRangeFormattingProvider { get; init; }

    public RenameOptions? RenameProvider { get; init; }

    public bool FoldingRangeProvider { get; init; }

    public bool SelectionRangeProvider { get; init; }

    public OnTypeFormattingOptions? DocumentOnTypeFormattingProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }

    public SemanticTokensOptions? SemanticTokensProvider { get; init; }

    public bool InlayHintProvider { get; init; }

    public bool CallHierarchyProvider { get; init; }

    public ServerWorkspaceCapabilities? Workspace { get; init; }
}

internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, SaveOptions Save);

internal sealed record OnTypeFormattingOptions(string FirstTriggerCharacter);

internal sealed record SaveOptions(bool IncludeText);

internal sealed record CompletionOptions(string[] TriggerCharacters, bool ResolveProvider);

internal sealed record SignatureHelpOptions(string[] TriggerCharacters, string[] RetriggerCharacters);

internal sealed record CodeActionOptions(string[] CodeActionKinds);

internal sealed record ResolveOptions(bool ResolveProvider);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record ExecuteCommandOptions(string[] Commands);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full, bool Range);

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);

internal sealed record ServerWorkspaceCapabilities(WorkspaceFoldersCapabilities WorkspaceFolders);

internal sealed record WorkspaceFoldersCapabilities(bool Supported, bool ChangeNotifications);

internal sealed record InitializedParams;

internal sealed record CancelParams(JsonElement Id);

internal sealed record LogMessageParams(int Type, string Message);

internal sealed record RegistrationParams(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions RegisterOptions);

internal sealed record DidChangeWatchedFilesRegistrationOptions(FileSystemWatcherPattern[] Watchers);

internal sealed record FileSystemWatcherPattern(string GlobPattern);

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record WorkspaceFoldersChangeEvent(WorkspaceFolder[] Added, WorkspaceFolder[] Removed);

internal sealed record ExecuteCommandParams([property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, JsonElement[]? Arguments = null);
