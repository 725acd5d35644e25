using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DelegationLang.Analyzers;

/// <summary>The types of the policy objects, as a compilation has them.</summary>
internal static class PolicyTypes
{
    public const string Namespace = "DelegationLang.Policy";

    private static readonly string[] Answers = ["Answer", "Standing", "Signing", "Outcome", "DecisionRuling", "DecisionResult"];

    private static readonly string[] Kinds = ["Outcome", "StandingKind", "SigningKind"];

    /// <summary>Whether a type is of the policy objects, or of the package for ASP.NET Core.</summary>
    public static bool IsPolicy(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is { } name
        && (name is Namespace or "DelegationLang.AspNetCore" || name.StartsWith(Namespace + ".", StringComparison.Ordinal));

    /// <summary>Whether a type is an answer, in whatever form.</summary>
    public static bool IsAnswer(ITypeSymbol? type) => IsPolicy(type) && type is not null && Array.IndexOf(Answers, type.Name) >= 0;

    /// <summary>Whether a type is a question that was begun.</summary>
    public static bool IsQuestion(ITypeSymbol? type) => IsPolicy(type) && type is not null && type.Name.EndsWith("Question", StringComparison.Ordinal);

    /// <summary>Whether a type says what an answer, a standing or signatures come to.</summary>
    public static bool IsKind(ITypeSymbol? type) => IsPolicy(type) && type is not null && Array.IndexOf(Kinds, type.Name) >= 0;

    /// <summary>The member of such a type that an expression names; none for another expression.</summary>
    public static string? KindName(IOperation operation)
    {
        operation = operation is IConversionOperation conversion ? conversion.Operand : operation;
        return operation is IFieldReferenceOperation { Field: { IsConst: true } field } && IsKind(field.ContainingType) ? field.Name : null;
    }

    /// <summary>Whether a type is an emitted scheme.</summary>
    public static bool IsScheme(ITypeSymbol? type) =>
        type is not null && type.TypeKind == TypeKind.Struct && type.AllInterfaces.Any(one => one.Name == "IPolicyScheme" && IsPolicy(one));
}
