using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Passed">Whether what it expects is so.</param>
/// <param name="Expected">What it expects, in words.</param>
/// <param name="Actual">What is so, in words.</param>
/// <param name="Answer">The answer to its question.</param>
public sealed record ScenarioResult(ScenarioStatement Scenario, bool Passed, string Expected, string Actual, Answer Answer);
