using System.Text.Json;
using System.Text.Json.Serialization;

namespace DelegationLang.LanguageServer.Protocol.Types;

internal sealed record DidOpenParams(TextDocumentItem TextDocument) : LspType;

internal sealed record DidChangeParams(VersionedTextDocumentIdentifier TextDocument, ContentChange[] ContentChanges) : LspType;

/// <summary>A change of a range, or (without one) of the whole text.</summary>
internal sealed record ContentChange(string Text, Range? Range = null) : LspType;

internal sealed record DidCloseParams(TextDocumentIdentifier TextDocument) : LspType;

internal sealed record DidSaveParams(TextDocumentIdentifier TextDocument) : LspType;

internal sealed record DidChangeWatchedFilesParams(FileEvent[] Changes) : LspType;

internal sealed record FileEvent(string Uri, int Type) : LspType;

/// <summary>Everything that is wrong in a document, in place of what was said before.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, Diagnostic[] Diagnostics, int? Version) : LspType;

/// <summary>How much a diagnostic weighs.</summary>
internal enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

internal sealed record Diagnostic : LspType
{
    public required Range Range { get; init; }

    public DiagnosticSeverity Severity { get; init; }

    public string? Code { get; init; }

    public CodeDescription? CodeDescription { get; init; }

    public string? Source { get; init; }

    public required string Message { get; init; }

    public int[]? Tags { get; init; }

    public DiagnosticRelatedInformation[]? RelatedInformation { get; init; }
}

internal sealed record CodeDescription(string Href) : LspType;

internal sealed record DiagnosticRelatedInformation(Location Location, string Message) : LspType;

/// <summary>A request about one document.</summary>
internal sealed record DocumentParams(TextDocumentIdentifier TextDocument) : LspType;

/// <summary>A request about a range of a document.</summary>
internal sealed record RangeParams(TextDocumentIdentifier TextDocument, Range Range) : LspType;

/// <summary>A request about a place in a document.</summary>
internal sealed record PositionParams(TextDocumentIdentifier TextDocument, Position Position) : LspType;

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context = null) : LspType;

internal sealed record ReferenceContext(bool IncludeDeclaration) : LspType;

internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName) : LspType;

internal sealed record PrepareRenameResult(Range Range, string Placeholder) : LspType;

internal sealed record Hover(MarkupContent Contents, Range? Range) : LspType;

internal sealed record DocumentHighlight(Range Range, int Kind) : LspType;

internal sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, Position[] Positions) : LspType;

/// <summary>A range, and the next larger one that contains it.</summary>
internal sealed record SelectionRange(Range Range, SelectionRange? Parent = null) : LspType;

internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind = null) : LspType;

internal sealed record DocumentLink(Range Range, string Target, string? Tooltip = null) : LspType;

internal sealed record InlayHint : LspType
{
    public required Position Position { get; init; }

    public required string Label { get; init; }

    public int? Kind { get; init; }

    public string? Tooltip { get; init; }

    public bool PaddingLeft { get; init; }
}

internal sealed record CodeLens(Range Range) : LspType
{
    public Command? Command { get; init; }

    public CodeLensData? Data { get; init; }
}

/// <summary>What a lens is about: the document, a question to it, and the name of the subject that the question is about.</summary>
internal sealed record CodeLensData(string Uri, string Question, string? Subject = null) : LspType;

internal sealed record SemanticTokens(int[] Data) : LspType;

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext? Context = null) : LspType;

internal sealed record CodeActionContext(string[]? Only = null) : LspType;

internal sealed record CodeAction : LspType
{
    public required string Title { get; init; }

    public required string Kind { get; init; }

    public Diagnostic[]? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }
}
