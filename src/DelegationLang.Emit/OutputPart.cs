namespace DelegationLang.Emit;

/// <summary>Part of what an output is made of. Nobody prints one: without this each of them would carry the code that could.</summary>
internal abstract record OutputPart
{
    /// <inheritdoc/>
    public sealed override string ToString() => "";
}
