namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>The kinds of proposal that the protocol knows, and that serve here.</summary>
internal enum CompletionItemKind
{
    Method = 2,
    Function = 3,
    Variable = 6,
    Class = 7,
    Interface = 8,
    Module = 9,
    Property = 10,
    Unit = 11,
    Value = 12,
    Enum = 13,
    Keyword = 14,
    Snippet = 15,
    File = 17,
    Reference = 18,
    EnumMember = 20,
    Constant = 21,
    Struct = 22,
    Event = 23,
}

internal sealed record CompletionParams(TextDocumentIdentifier TextDocument, Position Position, CompletionContext? Context = null) : LspType;

/// <summary>Why a client asks: because the author does or types a word (1), because a character says so (2), or because a list was incomplete (3).</summary>
internal sealed record CompletionContext(int TriggerKind = 1, string? TriggerCharacter = null) : LspType
{
    public const int TriggerCharacterKind = 2;
}

internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items) : LspType;

internal sealed record CompletionItem : LspType
{
    public required string Label { get; init; }

    public required CompletionItemKind Kind { get; init; }

    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    /// <summary>2 for a snippet with places to fill in; left out for plain text.</summary>
    public int? InsertTextFormat { get; init; }

    public required TextEdit TextEdit { get; init; }
}

internal sealed record SignatureHelp(SignatureInformation[] Signatures, int ActiveSignature, int ActiveParameter) : LspType;

internal sealed record SignatureInformation(string Label, MarkupContent? Documentation, ParameterInformation[] Parameters) : LspType;

internal sealed record ParameterInformation(int[] Label, MarkupContent? Documentation) : LspType;
