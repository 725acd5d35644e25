using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using Outcome = DelegationLang.Policy.Outcome;

namespace DelegationLang.Tests.Reference;

/// <summary>Answers by the engine: all phases of the compiler, as the tool runs them.</summary>
internal sealed class EngineAnswerer : IAnswerer
{
    private static readonly SourceText Library = LawLibrary.TryGet("england") ?? throw new InvalidOperationException("The library of England is not there.");

    private readonly DecisionEngine engine;

    private EngineAnswerer(DecisionEngine engine, IReadOnlyList<SchemeError> errors, IReadOnlyList<int> faultyLines)
    {
        this.engine = engine;
        Errors = errors;
        FaultyLines = faultyLines;
    }

    public IReadOnlyList<SchemeError> Errors { get; }

    public IReadOnlyList<int> FaultyLines { get; }

    public IReadOnlyDictionary<int, DateOnly> FaultySince { get; private init; } = new Dictionary<int, DateOnly>();

    /// <summary>Compiles a scheme of one file that uses the library of England.</summary>
    public static EngineAnswerer Compile(string text)
    {
        var source = new SourceText("scheme.delegation", text);
        var names = NameTable.Collect([source, Library]);
        SyntaxTree tree = Parser.Parse(source, names);
        SchemeModel model = Binder.Bind([tree], [Parser.Parse(Library, names)], names);
        RuleResult rules = RuleSet.Run(model, new RuleContext(ReferenceCompiler.AsOf));
        IEnumerable<Diagnostic> errors = tree.Diagnostics.Concat(model.Diagnostics).Concat(rules.Diagnostics)
            .Where(diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);
        IEnumerable<Statement> faulty = model.Delegations.Concat<Statement>(model.Reservations)
            .Where(statement => statement.HasErrors || rules.InError.Contains(statement));
        return new EngineAnswerer(
            DecisionEngine.Create(model, rules.InError, rules.Law),
            [.. errors.Select(error => new SchemeError(error.Location.Line, $"{error.Code}: {error.Message}"))],
            [.. faulty.Where(statement => statement.Terms.Successions.IsEmpty).Select(statement => statement.Location.Line)])
        {
            FaultySince = faulty.Where(statement => !statement.Terms.Successions.IsEmpty).GroupBy(statement => statement.Location.Line)
                .ToDictionary(parts => parts.Key, parts => parts.Min(part => part.Terms.From ?? DateOnly.MinValue)),
        };
    }

    /// <summary>The cases of a question that leaves something open, as the engine tells them apart.</summary>
    public IReadOnlyList<DelegationLang.Policy.Answers.AnswerCase> Cases(string question) => engine.Ask(question, ReferenceCompiler.AsOf).Cases;

    /// <summary>Who is said to keep authority above the deciders and may not decide it, or not in every case; none for nobody, and where the answer depends.</summary>
    public string? KeptWrongly(string question)
    {
        Policy.Answer answer = engine.Ask(question, ReferenceCompiler.AsOf);
        return answer.Outcome is not (Outcome.Decided or Outcome.Reserved) ? null
            : answer.KeepAuthority.FirstOrDefault(name => engine.Ask($"may {name} decide{question["who decides".Length..]}", ReferenceCompiler.AsOf).Outcome != Outcome.Yes);
    }

    public Answer Ask(string question) => AnswerConversion.From(engine.Ask(question, ReferenceCompiler.AsOf));
}
