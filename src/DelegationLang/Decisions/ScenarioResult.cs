using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Passed">Whether what it expects is so.</param>
/// <param name="Expected">What it expects, in words.</param>
/// <param name="Actual">What is so, in words.</param>
/// <param name="Answer">The answer to its question.</param>
public sealed record ScenarioResult(ScenarioStatement Scenario, bool Passed, string Expected, string Actual, Answer Answer)
{
    /// <summary>
    /// Whether it is neither right nor wrong: it does not hold, and may with a scheme that is joined and cannot be used, since its answer ends with the body of
    /// that or it names what is not known here.
    /// </summary>
    public bool Waits { get; init; }

    /// <summary>Whether what it expects is not so.</summary>
    public bool Fails => !Passed && !Waits;
}
