using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>DLC1002: a question whose answer nobody looks at, or one that was begun and never asked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedAnswerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.DroppedAnswer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.ExpressionStatement);
    }

    private static void Check(OperationAnalysisContext context)
    {
        IOperation expression = ((IExpressionStatementOperation)context.Operation).Operation;
        expression = expression is IConditionalAccessOperation access ? access.WhenNotNull : expression;
        if (expression is IInvocationOperation invocation && IsAsking(invocation))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.DroppedAnswer, invocation.Syntax.GetLocation(), invocation.TargetMethod.Name));
        }
    }

    private static bool IsAsking(IInvocationOperation invocation) =>
        PolicyTypes.IsAnswer(invocation.Type) || PolicyTypes.IsQuestion(invocation.Type)
        || (invocation.Type?.SpecialType == SpecialType.System_Boolean && invocation.TargetMethod.Name is "IsAllowedOn" or "IsAllowedAfter" && PolicyTypes.IsPolicy(invocation.TargetMethod.ContainingType));
}
