using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DelegationLang.Analyzers.CodeFixes;

/// <summary>Mends what the analyzers find, where it is certain what to write instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PolicyCodeFixProvider))]
[Shared]
public sealed class PolicyCodeFixProvider : CodeFixProvider
{
    private const string LondonNow = "global::System.TimeZoneInfo.ConvertTimeBySystemTimeZoneId(global::System.DateTimeOffset.UtcNow, \"Europe/London\").DateTime";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DLC1001", "DLC1002", "DLC1003", "DLC1004", "DLC1005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            diagnostic.Properties.TryGetValue("instead", out string? instead);
            if (Mended(diagnostic.Id, node, instead) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => Replace(context.Document, fix.Old, fix.New, cancellation), diagnostic.Id + fix.Title), diagnostic);
            }
        }
    }

    private static Fix? Mended(string id, SyntaxNode node, string? instead) => id switch
    {
        "DLC1001" when instead is not null && node is ExpressionSyntax => new Fix($"Use {Short(instead)}", node, SyntaxFactory.ParseExpression(instead + ".Name")),
        "DLC1002" when node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsAllowedOn" } access } =>
            new Fix("Make sure with RequireOn", access, access.WithName(SyntaxFactory.IdentifierName("RequireOn"))),
        "DLC1003" when instead is not null && Compared(node, instead) is { } compared => new Fix($"Compare with {instead}", node, compared),
        "DLC1004" when instead is not null && Asked(node) is { } asked => new Fix("Ask IsAllowedOn", node, asked),
        "DLC1005" when node is ExpressionSyntax => Day(node),
        _ => null,
    };

    private static string Short(string member) => member.Substring(member.LastIndexOf('.', member.LastIndexOf('.') - 1) + 1);

    // Not "is not No", but "is Yes".
    private static ExpressionSyntax? Compared(SyntaxNode node, string yes) => node switch
    {
        BinaryExpressionSyntax comparison => SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression, Yes(comparison.Left, yes), SyntaxFactory.Token(comparison.OperatorToken.LeadingTrivia, SyntaxKind.EqualsEqualsToken, comparison.OperatorToken.TrailingTrivia), Yes(comparison.Right, yes)),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } negated } pattern =>
            pattern.WithPattern(constant.WithExpression(Yes(constant.Expression, yes)).WithTriviaFrom(negated)),
        _ => null,
    };

    private static ExpressionSyntax Yes(ExpressionSyntax side, string yes) => side is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "No" } member
        ? member.WithName(SyntaxFactory.IdentifierName(yes).WithTriviaFrom(member.Name))
        : side;

    private static ExpressionSyntax? Asked(SyntaxNode node)
    {
        ExpressionSyntax? asked = node switch
        {
            BinaryExpressionSyntax comparison => comparison.Left is InvocationExpressionSyntax ? comparison.Left : comparison.Right,
            IsPatternExpressionSyntax pattern => pattern.Expression,
            _ => null,
        };
        return asked is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation
            ? invocation.WithExpression(access.WithName(SyntaxFactory.IdentifierName("IsAllowedOn"))).WithTriviaFrom(node)
            : null;
    }

    // With what is asked of the clock beside it: DateTimeOffset.UtcNow.DateTime is one moment.
    private static Fix Day(SyntaxNode node)
    {
        SyntaxNode old = node;
        while (old.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DateTime" or "UtcDateTime" or "LocalDateTime" or "Date" } access && access.Expression == old)
        {
            old = access;
        }

        return new Fix("Use the day in London", old, SyntaxFactory.ParseExpression(LondonNow));
    }

    private static async Task<Document> Replace(Document document, SyntaxNode old, SyntaxNode changed, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(root.ReplaceNode(old, changed.WithTriviaFrom(old).WithAdditionalAnnotations(Simplifier.Annotation)));
    }

    /// <summary>What is written instead of what.</summary>
    private sealed class Fix(string title, SyntaxNode old, SyntaxNode changed)
    {
        public string Title { get; } = title;

        public SyntaxNode Old { get; } = old;

        public SyntaxNode New { get; } = changed;
    }
}
