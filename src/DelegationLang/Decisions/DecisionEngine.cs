using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>Answers questions in words about one scheme. Immutable; may be asked from many threads at once.</summary>
public sealed class DecisionEngine
{
    private DecisionEngine(DecisionSpace space) => Space = space;

    /// <summary>The decision space of the scheme.</summary>
    public DecisionSpace Space { get; }

    /// <summary>Makes the engine of a scheme.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="inError">The statements that a rule found in error (those of which <see cref="Statement.HasErrors"/> is set are known): they give no authority.</param>
    public static DecisionEngine Create(SchemeModel model, IReadOnlySet<Statement> inError) =>
        throw new NotSupportedException();

    /// <summary>Answers a question. One that cannot be read gives <see cref="Outcome.Error"/> with a message.</summary>
    /// <param name="question">The question, such as <c>who decides podiatry at Leeds worth £400,000 on 1 May 2026?</c></param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    public Answer Ask(string question, DateOnly asOf) => throw new NotSupportedException();

    /// <summary>Tries a scenario.</summary>
    public ScenarioResult Run(ScenarioStatement scenario) => throw new NotSupportedException();
}
