namespace DelegationLang.Import;

/// <summary>Part of what is read in a document. Nobody prints one: without this each of them would carry the code that could.</summary>
internal abstract record DocumentPart
{
    /// <inheritdoc/>
    public sealed override string ToString() => "";
}
