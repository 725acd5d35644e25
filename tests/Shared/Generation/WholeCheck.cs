using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Testing.Generation;

/// <summary>Everything that checking a scheme of one file comes to: names, tree, model, rules, engine and scenarios, one after the other.</summary>
internal sealed class WholeCheck
{
    private WholeCheck(ImmutableArray<Diagnostic> diagnostics, DecisionEngine engine, ImmutableArray<ScenarioResult> scenarios)
    {
        Diagnostics = diagnostics;
        Engine = engine;
        Scenarios = scenarios;
    }

    /// <summary>The first day on which generated schemes are in force with every grant.</summary>
    public static DateOnly Day { get; } = new(2026, 5, 1);

    /// <summary>The findings of every phase, but for scenarios.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What answers questions about the scheme.</summary>
    public DecisionEngine Engine { get; }

    /// <summary>What came of each scenario.</summary>
    public ImmutableArray<ScenarioResult> Scenarios { get; }

    /// <summary>Checks a scheme that may use the law of England.</summary>
    public static WholeCheck Run(string text)
    {
        var source = new SourceText("main.delegation", text);
        var law = LawLibrary.TryGet("england") ?? throw new InvalidOperationException("The law of England is missing.");
        var names = NameTable.Collect([source, law]);
        SyntaxTree tree = Parser.Parse(source, names);
        SyntaxTree lawTree = Parser.Parse(law, names);
        SchemeModel model = Binder.Bind([tree], [lawTree], names);
        RuleResult rules = RuleSet.Run(model, new RuleContext(Day));
        var engine = DecisionEngine.Create(model, rules.InError);
        return new WholeCheck(
            [.. tree.Diagnostics, .. lawTree.Diagnostics, .. model.Diagnostics, .. rules.Diagnostics],
            engine,
            [.. model.Scenarios.Select(scenario => engine.Run(scenario, Day))]);
    }
}
