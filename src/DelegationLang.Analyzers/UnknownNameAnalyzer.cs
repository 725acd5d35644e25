using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>DLC1001: a name in a string that the scheme which the program is compiled with does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Subjects = ["Function", "Matter", "Budget"];

    // What a parameter of a question to a loaded scheme names, by the name of the parameter.
    private static readonly Dictionary<string, string[]> Named = new(StringComparer.Ordinal)
    {
        ["party"] = ["Party"], ["parties"] = ["Party"], ["signedBy"] = ["Party"],
        ["subject"] = Subjects, ["function"] = Subjects,
        ["place"] = ["Place"], ["condition"] = ["Condition"], ["measure"] = ["Measure"],
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.UnknownName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var known = new ConcurrentDictionary<ISymbol, SchemeNames>(SymbolEqualityComparer.Default);
            var schemes = new Lazy<INamedTypeSymbol[]>(() => [.. start.Compilation.GetSymbolsWithName("Scheme", SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(PolicyTypes.IsScheme)]);
            start.RegisterOperationAction(operation => Check(operation, known, schemes), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, ConcurrentDictionary<ISymbol, SchemeNames> known, Lazy<INamedTypeSymbol[]> schemes)
    {
        var invocation = (IInvocationOperation)context.Operation;
        IMethodSymbol method = invocation.TargetMethod;
        SchemeNames Of(INamedTypeSymbol scheme) => known.GetOrAdd(scheme, one => new SchemeNames((INamedTypeSymbol)one));
        if (PolicyTypes.IsScheme(method.ContainingType) && method.Name.StartsWith("Find", StringComparison.Ordinal))
        {
            foreach (IArgumentOperation argument in invocation.Arguments)
            {
                Check(context, argument.Value, [method.Name.Substring("Find".Length)], [Of(method.ContainingType)]);
            }
        }
        else if (method.ContainingType is { Name: "LoadedScheme" or "NamedMayQuestion" or "NamedWhoQuestion" or "NamedSigningQuestion" } type && PolicyTypes.IsPolicy(type) && !method.Name.StartsWith("Try", StringComparison.Ordinal))
        {
            foreach (IArgumentOperation argument in invocation.Arguments)
            {
                if (argument.Parameter is { } parameter && Named.TryGetValue(parameter.Name, out string[]? kinds) && schemes.Value.Length > 0)
                {
                    SchemeNames[] all = [.. schemes.Value.Select(Of)];
                    foreach (IOperation value in Values(argument.Value))
                    {
                        Check(context, value, kinds, all);
                    }
                }
            }
        }
    }

    private static IEnumerable<IOperation> Values(IOperation value) =>
        value is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : [value];

    private static void Check(OperationAnalysisContext context, IOperation value, string[] kinds, SchemeNames[] schemes)
    {
        if (value.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } name } || schemes.Any(scheme => scheme.Has(kinds, name)))
        {
            return;
        }

        KeyValuePair<string, string>? nearest = schemes.Length == 1 ? schemes[0].Nearest(kinds, name) : null;
        ImmutableDictionary<string, string?> properties = nearest is { } found ? ImmutableDictionary<string, string?>.Empty.Add(Rules.Instead, found.Value) : ImmutableDictionary<string, string?>.Empty;
        string what = string.Join(", ", kinds.Take(kinds.Length - 1).Select(kind => kind.ToLowerInvariant())) is { Length: > 0 } most ? most + " or " : "";
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnknownName, value.Syntax.GetLocation(), properties, what + kinds[kinds.Length - 1].ToLowerInvariant(), name, nearest is { } meant ? $". Did you mean “{meant.Key}”?" : ""));
    }
}
