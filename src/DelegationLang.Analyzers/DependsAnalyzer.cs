using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>DLC1003: what is not no is taken for yes, or a switch forgets what depends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DependsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.Depends];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(CheckComparison, OperationKind.Binary);
        context.RegisterOperationAction(CheckPattern, OperationKind.IsPattern);
        context.RegisterOperationAction(CheckSwitch, OperationKind.Switch);
        context.RegisterOperationAction(CheckSwitchExpression, OperationKind.SwitchExpression);
    }

    private static void CheckComparison(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind == BinaryOperatorKind.NotEquals && (PolicyTypes.KindName(comparison.RightOperand) == "No" || PolicyTypes.KindName(comparison.LeftOperand) == "No"))
        {
            Report(context, comparison.Syntax, comparison.RightOperand.Type);
        }
    }

    private static void CheckPattern(OperationAnalysisContext context)
    {
        var pattern = (IIsPatternOperation)context.Operation;
        if (pattern.Pattern is INegatedPatternOperation { Pattern: IConstantPatternOperation constant } && PolicyTypes.KindName(constant.Value) == "No")
        {
            Report(context, pattern.Syntax, constant.Value.Type);
        }
    }

    private static void CheckSwitch(OperationAnalysisContext context)
    {
        var statement = (ISwitchOperation)context.Operation;
        ICaseClauseOperation[] clauses = [.. statement.Cases.SelectMany(one => one.Clauses)];
        IEnumerable<string?> named = clauses.SelectMany(clause => clause switch
        {
            ISingleValueCaseClauseOperation single => [PolicyTypes.KindName(single.Value)],
            IPatternCaseClauseOperation pattern => Names(pattern.Pattern),
            _ => [],
        });
        if (PolicyTypes.IsKind(statement.Value.Type) && !clauses.Any(clause => clause is IDefaultCaseClauseOperation) && !named.Contains("Depends"))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Depends, statement.Value.Syntax.GetLocation(), "the switch has no case for it"));
        }
    }

    private static void CheckSwitchExpression(OperationAnalysisContext context)
    {
        var expression = (ISwitchExpressionOperation)context.Operation;
        if (PolicyTypes.IsKind(expression.Value.Type)
            && !expression.Arms.Any(arm => arm.Pattern is IDiscardPatternOperation || Names(arm.Pattern).Contains("Depends")))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Depends, expression.Value.Syntax.GetLocation(), "the switch has no arm for it"));
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode syntax, ITypeSymbol? type)
    {
        string yes = type?.Name switch { "StandingKind" => "Allowed", "SigningKind" => "Complete", _ => "Yes" };
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.Depends, syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Rules.Instead, yes), $"what is not No may depend; compare with {yes}"));
    }

    private static IEnumerable<string?> Names(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => [PolicyTypes.KindName(constant.Value)],
        IBinaryPatternOperation binary => Names(binary.LeftPattern).Concat(Names(binary.RightPattern)),
        _ => [],
    };
}
