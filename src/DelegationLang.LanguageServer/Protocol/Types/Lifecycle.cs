using System.Text.Json;

namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>What the client says of itself at the start.</summary>
internal sealed record InitializeParams : LspType
{
    public ClientCapabilities? Capabilities { get; init; }

    public string? RootUri { get; init; }

    public WorkspaceFolder[]? WorkspaceFolders { get; init; }

    public InitializationOptions? InitializationOptions { get; init; }
}

/// <summary>What a client may wish for beside the protocol.</summary>
internal sealed record InitializationOptions(bool UnfinishedSentencesAreHints = false) : LspType;

internal sealed record WorkspaceFolder(string Uri, string? Name = null) : LspType;

/// <summary>What the client can do, as far as the server does anything differently for it.</summary>
internal sealed record ClientCapabilities : LspType
{
    public GeneralCapabilities? General { get; init; }

    public WorkspaceCapabilities? Workspace { get; init; }

    public TextDocumentCapabilities? TextDocument { get; init; }
}

internal sealed record GeneralCapabilities(string[]? PositionEncodings = null) : LspType;

internal sealed record WorkspaceCapabilities : LspType
{
    public WorkspaceEditCapabilities? WorkspaceEdit { get; init; }

    public DynamicCapability? DidChangeWatchedFiles { get; init; }

    public RefreshCapability? CodeLens { get; init; }

    public RefreshCapability? InlayHint { get; init; }

    public RefreshCapability? SemanticTokens { get; init; }
}

internal sealed record WorkspaceEditCapabilities(bool DocumentChanges = false) : LspType;

internal sealed record DynamicCapability(bool DynamicRegistration = false) : LspType;

internal sealed record RefreshCapability(bool RefreshSupport = false) : LspType;

internal sealed record TextDocumentCapabilities : LspType
{
    public CompletionCapabilities? Completion { get; init; }

    public DocumentSymbolCapabilities? DocumentSymbol { get; init; }

    public HoverCapabilities? Hover { get; init; }
}

internal sealed record HoverCapabilities(string[]? ContentFormat = null) : LspType;

internal sealed record CompletionCapabilities(CompletionItemCapabilities? CompletionItem = null) : LspType;

internal sealed record CompletionItemCapabilities(bool SnippetSupport = false) : LspType;

internal sealed record DocumentSymbolCapabilities(bool HierarchicalDocumentSymbolSupport = false) : LspType;

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo) : LspType;

internal sealed record ServerInfo(string Name, string Version) : LspType;

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities : LspType
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

internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, SaveOptions Save) : LspType;

internal sealed record OnTypeFormattingOptions(string FirstTriggerCharacter) : LspType;

internal sealed record SaveOptions(bool IncludeText) : LspType;

internal sealed record CompletionOptions(string[] TriggerCharacters, bool ResolveProvider) : LspType;

internal sealed record SignatureHelpOptions(string[] TriggerCharacters, string[] RetriggerCharacters) : LspType;

internal sealed record CodeActionOptions(string[] CodeActionKinds) : LspType;

internal sealed record ResolveOptions(bool ResolveProvider) : LspType;

internal sealed record RenameOptions(bool PrepareProvider) : LspType;

internal sealed record ExecuteCommandOptions(string[] Commands) : LspType;

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full, bool Range) : LspType;

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers) : LspType;

internal sealed record ServerWorkspaceCapabilities(WorkspaceFoldersCapabilities WorkspaceFolders) : LspType;

internal sealed record WorkspaceFoldersCapabilities(bool Supported, bool ChangeNotifications) : LspType;

internal sealed record InitializedParams : LspType;

internal sealed record CancelParams(JsonElement Id) : LspType;

internal sealed record LogMessageParams(int Type, string Message) : LspType;

internal sealed record RegistrationParams(Registration[] Registrations) : LspType;

internal sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions RegisterOptions) : LspType;

internal sealed record DidChangeWatchedFilesRegistrationOptions(FileSystemWatcherPattern[] Watchers) : LspType;

internal sealed record FileSystemWatcherPattern(string GlobPattern) : LspType;

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event) : LspType;

internal sealed record WorkspaceFoldersChangeEvent(WorkspaceFolder[] Added, WorkspaceFolder[] Removed) : LspType;

internal sealed record ExecuteCommandParams([property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, JsonElement[]? Arguments = null) : LspType;
