namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>A place in a document: line and character, both from 0, the character in units of the encoding agreed on.</summary>
internal sealed record Position(int Line, int Character) : LspType;

/// <summary>From a place (included) to another (not included).</summary>
internal sealed record Range(Position Start, Position End) : LspType;

/// <summary>A range in a document.</summary>
internal sealed record Location(string Uri, Range Range) : LspType;

/// <summary>A replacement of a range.</summary>
internal sealed record TextEdit(Range Range, string NewText) : LspType;

/// <summary>A document by its address.</summary>
internal sealed record TextDocumentIdentifier(string Uri) : LspType;

/// <summary>A document by its address and version; none for one that is not open.</summary>
internal sealed record VersionedTextDocumentIdentifier(string Uri, int? Version = null) : LspType;

/// <summary>A document as the client opens it.</summary>
internal sealed record TextDocumentItem(string Uri, int Version, string Text, string? LanguageId = null) : LspType;

/// <summary>Changes of one document.</summary>
internal sealed record TextDocumentEdit(VersionedTextDocumentIdentifier TextDocument, TextEdit[] Edits) : LspType;

/// <summary>Changes of several documents: by address and version for clients that know versions, by address alone otherwise.</summary>
internal sealed record WorkspaceEdit : LspType
{
    public Dictionary<string, TextEdit[]>? Changes { get; init; }

    public TextDocumentEdit[]? DocumentChanges { get; init; }
}

/// <summary>Text for people, in Markdown or plain.</summary>
internal sealed record MarkupContent(string Kind, string Value) : LspType;

/// <summary>Something that the client, or the server through it, can carry out.</summary>
internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, string[]? Arguments = null) : LspType;
