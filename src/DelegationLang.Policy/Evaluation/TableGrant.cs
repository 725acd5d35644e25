namespace DelegationLang.Policy.Evaluation;

/// <summary>A rule by which a giver may give the point, and how sure that is.</summary>
internal sealed record TableGrant(RuleEntry Entry, Truth Status);
