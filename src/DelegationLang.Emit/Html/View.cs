namespace DelegationLang.Emit.Html;

/// <summary>Something that a template shows. It has no text of all its members.</summary>
internal abstract record View
{
    /// <inheritdoc/>
    public sealed override string ToString() => "";
}
