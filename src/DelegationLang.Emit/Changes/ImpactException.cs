namespace DelegationLang.Emit.Changes;

/// <summary>What is asked of an end or a successor makes no sense in the scheme.</summary>
/// <param name="message">Why, in words that can be shown.</param>
public sealed class ImpactException(string message) : Exception(message);
