namespace DelegationLang.Policy.Comparison;

/// <summary>A name, and what is put in its place.</summary>
/// <param name="name">The name.</param>
/// <param name="by">What is put in its place.</param>
internal sealed class NameExchange(string name, string by)
{
    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>What is put in its place.</summary>
    public string By => by;
}
