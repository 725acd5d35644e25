using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>DLC1005: the day of a decision is taken from the clock of the server, or from that of Greenwich.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DayAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.Day];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Argument);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { Type.Name: "DateOnly" } parameter || !(PolicyTypes.IsPolicy(parameter.ContainingType) || PolicyTypes.IsScheme(parameter.ContainingType)))
        {
            return;
        }

        if (Clock(Made(argument.Value)) is { } clock)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Day, clock.Syntax.GetLocation(), clock.Syntax.ToString()));
        }
    }

    // What a day was made of, also where it stands in a local variable that is never set again.
    private static IOperation Made(IOperation value)
    {
        if (value is ILocalReferenceOperation { Local: { } local } && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial }
            && value.SemanticModel?.GetOperation(initial) is { } made)
        {
            return made;
        }

        return value;
    }

    private static IPropertyReferenceOperation? Clock(IOperation day) =>
        day is IInvocationOperation { TargetMethod: { Name: "FromDateTime", ContainingType.Name: "DateOnly" }, Arguments: { Length: 1 } time } ? Now(time[0].Value) : null;

    private static IPropertyReferenceOperation? Now(IOperation time) => time switch
    {
        IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "Today", ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" } } } clock => clock,
        IPropertyReferenceOperation { Property.Name: "DateTime" or "UtcDateTime" or "LocalDateTime" or "Date", Instance: { } instance } => Now(instance),
        _ => null,
    };
}
