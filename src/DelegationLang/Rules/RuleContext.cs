namespace DelegationLang.Rules;

/// <summary>What rules need to know beside the scheme.</summary>
/// <param name="AsOf">The day of the check, for rules about what is past. Never taken from a clock.</param>
public sealed record RuleContext(DateOnly AsOf);
