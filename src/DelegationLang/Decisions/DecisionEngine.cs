using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>Answers questions in words about one scheme. Immutable; may be asked from many threads at once.</summary>
public sealed class DecisionEngine
{
    private readonly DateOnly? firstDay;

    private DecisionEngine(SchemeModel model, SymbolIndex symbols, DecisionSpace space)
    {
        Symbols = symbols;
        Answerer = new QuestionAnswerer(space, new SymbolQuestionNames(model.Names, symbol => symbols[symbol]), model.NameTable);
        firstDay = model.Info.InForce.HasFirst ? model.Info.InForce.First : model.Info.ApprovedBy?.On;
    }

    private DecisionEngine(DecisionEngine own, QuestionAnswerer answerer, QuestionAnswerer wider)
    {
        Symbols = own.Symbols;
        Answerer = answerer.WithWider(wider);
        firstDay = own.firstDay;
    }

    /// <summary>The decision space of the scheme.</summary>
    public DecisionSpace Space => Answerer.Space;

    /// <summary>Which index of the space each symbol has.</summary>
    public SymbolIndex Symbols { get; }

    /// <summary>What answers questions.</summary>
    public QuestionAnswerer Answerer { get; }

    /// <summary>Makes the engine of a scheme.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="inError">The statements that a rule found in error (those of which <see cref="Statement.HasErrors"/> is set are known): they give no authority.</param>
    /// <param name="law">What the law keeps out of sentences that are not in error; nothing where not given.</param>
    public static DecisionEngine Create(SchemeModel model, IReadOnlySet<Statement> inError, LegalLimits? law = null)
    {
        var symbols = new SymbolIndex(model);
        return new DecisionEngine(model, symbols, DecisionSpace.Create(SpaceBuilder.Build(model, inError, law ?? LegalLimits.None, symbols)));
    }

    /// <summary>This engine with the schemes of other bodies joined to it: what is asked is read with the scheme's own names first.</summary>
    /// <param name="space">The joined space, in which what the scheme has keeps its numbers.</param>
    /// <param name="wider">What answers questions that name what only the others have.</param>
    internal DecisionEngine Joined(DecisionSpace space, QuestionAnswerer wider) => new(this, Answerer.With(space), wider);

    /// <summary>Answers a question. One that cannot be read gives <see cref="Outcome.Error"/> with a message.</summary>
    /// <param name="question">The question, such as <c>who decides podiatry at Leeds worth £400,000 on 1 May 2026?</c></param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    public Answer Ask(string question, DateOnly asOf) => Answerer.Ask(question, asOf);

    /// <summary>Tries a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="asOf">The day that a scenario without a date is about where the scheme says neither when it begins nor when it was approved.</param>
    public ScenarioResult Run(ScenarioStatement scenario, DateOnly asOf) =>
        new ScenarioRunner(Answerer, firstDay ?? asOf).Run(scenario);
}
