namespace DelegationLang.Policy.Comparison;

/// <summary>A name, and what is put in its place.</summary>
internal sealed record NameExchange(string Name, string By);
