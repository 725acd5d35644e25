namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>Something that goes over the wire. It is read as JSON and has no text of all its members.</summary>
internal abstract record LspType
{
    /// <inheritdoc/>
    public sealed override string ToString() => "";
}
