using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Testing.Architecture;

/// <summary>
/// The analyzers of the build find most of what depends on the machine's language settings, but not three things that are easily written:
/// strings sorted without saying how, and amounts or dates put into an interpolated string or joined to one.
/// </summary>
internal static class CultureCheck
{
    private static readonly ImmutableArray<string> SortedTypes = ["SortedSet", "SortedDictionary", "SortedList", "PriorityQueue"];
    private static readonly ImmutableArray<string> Sorters =
        ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "MinBy", "MaxBy", "Min", "Max", "Sort"];

    /// <summary>Every such place in the files that people write.</summary>
    public static IEnumerable<Violation> Run(SourceProject project) => project.Bound(project.WrittenTrees).SelectMany(tree => CheckFile(project, tree));

    private static IEnumerable<Violation> CheckFile(SourceProject project, SyntaxTree tree)
    {
        SemanticModel model = project.ModelOf(tree);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            var complaint = node switch
            {
                InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or OrderingSyntax => Sorting(model, node),
                InterpolationSyntax hole => Interpolation(model, hole),
                BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Joining(model, sum, sum.Left, sum.Right),
                AssignmentExpressionSyntax sum when sum.IsKind(SyntaxKind.AddAssignmentExpression) => Joining(model, sum, sum.Left, sum.Right),
                _ => null,
            };
            if (complaint is not null)
            {
                yield return project.At(node, complaint);
            }
        }
    }

    // What a call is named is seen without asking what it means, which takes long; of a query and of "new()" it is not.
    private static bool MaySort(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: var called } => NameOf(called) is not { } name || Sorters.Contains(name) || name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("ToImmutableSorted", StringComparison.Ordinal),
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type) is not { } name || SortedTypes.Contains(name),
        _ => true,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static string? Sorting(SemanticModel model, SyntaxNode node)
    {
        if (!MaySort(node))
        {
            return null;
        }

        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        // A method of the project's own that happens to be called Sort is judged by what it does inside.
        if (method.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) != true
            || method.Parameters.Any(IsComparison) || method.ReducedFrom?.Parameters.Any(IsComparison) == true)
        {
            return null;
        }

        return SortedBy(method)?.SpecialType == SpecialType.System_String
            ? "strings are sorted by the machine's language settings: give StringComparer.Ordinal or OrdinalIgnoreCase."
            : null;
    }

    /// <summary>The type of what a call sorts by; null for a call that sorts nothing.</summary>
    private static ITypeSymbol? SortedBy(IMethodSymbol method)
    {
        INamedTypeSymbol owner = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            return !SortedTypes.Contains(owner.Name) ? null : owner.Name == "PriorityQueue" ? owner.TypeArguments[^1] : owner.TypeArguments[0];
        }

        if (owner.Name is "ImmutableSortedSet" or "ImmutableSortedDictionary" && method.TypeArguments.Length > 0)
        {
            return method.TypeArguments[owner.Name == "ImmutableSortedSet" ? ^1 : ^2];
        }

        return method.Name switch
        {
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "MinBy" or "MaxBy"
                => method.TypeArguments[^1],
            "Min" or "Max" when owner.Name == "Enumerable" => method.ReturnType,
            "Sort" => (method.TypeArguments.IsEmpty ? owner.TypeArguments : method.TypeArguments).FirstOrDefault(),
            _ => null,
        };
    }

    private static bool IsComparison(IParameterSymbol parameter) => parameter.Type.Name is "IComparer" or "Comparison" or "IComparable";

    private static string? Interpolation(SemanticModel model, InterpolationSyntax hole)
    {
        // Converted to FormattableString, or handed over beside a format provider, the text is formatted by that provider.
        var whole = (InterpolatedStringExpressionSyntax)hole.Parent!;
        ITypeSymbol? converted = model.GetTypeInfo(whole).ConvertedType;
        var formatsHere = converted?.SpecialType == SpecialType.System_String
            || converted?.Name.EndsWith("Handler", StringComparison.Ordinal) == true && !StandsBesideProvider(model, whole);
        return formatsHere ? Formatted(model, hole.Expression) : null;
    }

    private static bool StandsBesideProvider(SemanticModel model, InterpolatedStringExpressionSyntax text) =>
        text.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: var arguments } }
        && arguments.Any(argument => model.GetTypeInfo(argument.Expression).ConvertedType?.Name == "IFormatProvider");

    private static string? Joining(SemanticModel model, ExpressionSyntax sum, ExpressionSyntax left, ExpressionSyntax right) =>
        model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String
            ? Formatted(model, left) ?? Formatted(model, right)
            : null;

    private static string? Formatted(SemanticModel model, ExpressionSyntax expression)
    {
        ITypeSymbol? type = model.GetTypeInfo(expression).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is not null && DependsOnCulture(type)
            ? $"'{expression}' is written by the machine's language settings: format it with CultureInfo.InvariantCulture."
            : null;
    }

    /// <summary>Whole numbers are left out: what differs is the sign of a negative one, and there are no negative lines, counts or years.</summary>
    private static bool DependsOnCulture(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_DateTime => true,
        SpecialType.None when type.TypeKind is TypeKind.Struct => type.ContainingNamespace?.ToDisplayString() == "System"
            && type.AllInterfaces.Any(face => face.Name == "IFormattable") && type.Name is not ("Guid" or "Rune" or "Index" or "Range"),
        _ => false,
    };
}
