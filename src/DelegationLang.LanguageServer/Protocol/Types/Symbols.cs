namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>The kinds of symbol that the protocol knows, and that serve here.</summary>
internal enum SymbolKind
{
    Module = 2,
    Namespace = 3,
    Package = 4,
    Class = 5,
    Method = 6,
    Property = 7,
    Enum = 10,
    Interface = 11,
    Function = 12,
    Variable = 13,
    Constant = 14,
    String = 15,
    Number = 16,
    Boolean = 17,
    Array = 18,
    Key = 20,
    EnumMember = 22,
    Struct = 23,
    Event = 24,
    Operator = 25,
}

internal sealed record DocumentSymbol : LspType
{
    public required string Name { get; init; }

    public string? Detail { get; init; }

    public required SymbolKind Kind { get; init; }

    public required Range Range { get; init; }

    public required Range SelectionRange { get; init; }

    public DocumentSymbol[]? Children { get; init; }
}

internal sealed record SymbolInformation(string Name, SymbolKind Kind, Location Location, string? ContainerName = null) : LspType;

internal sealed record WorkspaceSymbolParams(string Query) : LspType;

internal sealed record CallHierarchyItem : LspType
{
    public required string Name { get; init; }

    public required SymbolKind Kind { get; init; }

    public string? Detail { get; init; }

    public required string Uri { get; init; }

    public required Range Range { get; init; }

    public required Range SelectionRange { get; init; }
}

internal sealed record CallHierarchyParams(CallHierarchyItem Item) : LspType;

internal sealed record CallHierarchyIncomingCall(CallHierarchyItem From, Range[] FromRanges) : LspType;

internal sealed record CallHierarchyOutgoingCall(CallHierarchyItem To, Range[] FromRanges) : LspType;
