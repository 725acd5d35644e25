using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>DLC1004: what is allowed only once something else is done is taken for allowed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllowedOnceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.AllowedOnce];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(CheckComparison, OperationKind.Binary);
        context.RegisterOperationAction(CheckPattern, OperationKind.IsPattern);
    }

    private static void CheckComparison(OperationAnalysisContext context)
    {
        var binary = (IBinaryOperation)context.Operation;
        string? right = PolicyTypes.KindName(binary.RightOperand);
        string? left = PolicyTypes.KindName(binary.LeftOperand);
        if (binary.OperatorKind == BinaryOperatorKind.Equals && (right == "Yes" ? binary.LeftOperand : left == "Yes" ? binary.RightOperand : null) is IInvocationOperation { TargetMethod.Name: "OutcomeOn" })
        {
            Report(context, binary.Syntax, "OutcomeOn is Yes whatever must come first; ask IsAllowedOn", "IsAllowedOn");
        }
        else if ((binary.OperatorKind == BinaryOperatorKind.GreaterThanOrEqual && right == "AllowedOnce") || (binary.OperatorKind == BinaryOperatorKind.LessThanOrEqual && left == "AllowedOnce"))
        {
            Report(context, binary.Syntax, "AllowedOnce is not Allowed");
        }
        else if (binary.OperatorKind is BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or
            && Compared(binary.LeftOperand) is { } one && Compared(binary.RightOperand) is { } other && new[] { one, other }.OrderBy(name => name).SequenceEqual(["Allowed", "AllowedOnce"]))
        {
            Report(context, binary.Syntax, "AllowedOnce is not Allowed");
        }
    }

    private static void CheckPattern(OperationAnalysisContext context)
    {
        var pattern = (IIsPatternOperation)context.Operation;
        if (pattern.Pattern is IConstantPatternOperation yes && PolicyTypes.KindName(yes.Value) == "Yes" && pattern.Value is IInvocationOperation { TargetMethod.Name: "OutcomeOn" })
        {
            Report(context, pattern.Syntax, "OutcomeOn is Yes whatever must come first; ask IsAllowedOn", "IsAllowedOn");
        }
        else if (pattern.Pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or, LeftPattern: IConstantPatternOperation left, RightPattern: IConstantPatternOperation right }
            && new[] { PolicyTypes.KindName(left.Value), PolicyTypes.KindName(right.Value) }.OrderBy(name => name).SequenceEqual(["Allowed", "AllowedOnce"]))
        {
            Report(context, pattern.Syntax, "AllowedOnce is not Allowed");
        }
    }

    private static string? Compared(IOperation operation) => operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison
        ? PolicyTypes.KindName(comparison.RightOperand) ?? PolicyTypes.KindName(comparison.LeftOperand)
        : null;

    private static void Report(OperationAnalysisContext context, SyntaxNode syntax, string why, string? instead = null) => context.ReportDiagnostic(Diagnostic.Create(
        Rules.AllowedOnce, syntax.GetLocation(), instead is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Rules.Instead, instead), why));
}
