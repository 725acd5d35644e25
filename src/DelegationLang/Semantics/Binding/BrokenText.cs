using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// What could not be read. A name that is unknown only because its declaration is broken, or because a word near it was misread, is not
/// reported a second time: mending what is reported brings the name back.
/// </summary>
internal sealed class BrokenText(ImmutableArray<SyntaxTree> trees)
{
    private static readonly string[] Articles = ["a", "an", "the"];

    private List<string>? beginnings;
    private List<string>? declared;

    /// <summary>Whether anything could not be read.</summary>
    public bool Any { get; } = trees.Any(tree => tree.Diagnostics.Any(fault => fault.Severity == DiagnosticSeverity.Error));

    /// <summary>Whether a fault of reading explains why the name is unknown.</summary>
    public bool Explains(Scope scope, NamePart name)
    {
        if (!Any)
        {
            return false;
        }

        SourceLocation location = name.Location;
        return BeginsBrokenDeclaration(name.Text) || IsPartOfMisreadName(scope, location) || (scope.Sentence.HasErrors && IsBesideFault(scope, location));
    }

    /// <summary>Whether a fault of reading lies in the sentence, and not merely in one of its lines, which count as sentences of their own.</summary>
    public static bool HasFaultOfItsOwn(SyntaxTree tree, SentenceSyntax sentence)
    {
        IReadOnlyList<SyntaxNode> lines = sentence switch
        {
            LimitsTableSyntax table => table.Lines,
            ListDeclarationSyntax list => list.Items,
            _ => [],
        };
        return sentence.HasErrors && (lines.Count == 0 || tree.Diagnostics.Any(fault =>
            fault.Severity == DiagnosticSeverity.Error
            && sentence.Span.Contains(fault.Location.Span.Start)
            && !lines.Any(line => line.Span.Contains(fault.Location.Span.Start) || fault.Location.Span.Start == line.Span.End)));
    }

    // "Quality Committee si a committee of Board" declares Quality Committee, or would.
    private bool BeginsBrokenDeclaration(string name)
    {
        string key = NameKey.Of(name) + " ";
        beginnings ??= [.. trees.SelectMany(tree => tree.Sentences.OfType<BrokenSentenceSyntax>().Select(
            sentence => NameKey.Of(tree.Source.ToString(TextSpan.FromBounds(sentence.Span.Start, Math.Min(sentence.Span.End, sentence.Span.Start + 400))))))];
        foreach (string beginning in beginnings)
        {
            if (beginning.StartsWith(key, StringComparison.Ordinal)
                && beginning[key.Length..].Split(' ', 3) is [_, var article, _] && Articles.Contains(article))
            {
                return true;
            }
        }

        return false;
    }

    // A name declared without the quotation marks that it needs ("Executive Director for Place") comes apart wherever it is written.
    private bool IsPartOfMisreadName(Scope scope, SourceLocation location)
    {
        declared ??= [.. trees.SelectMany(tree => tree.Sentences.OfType<DeclarationSyntax>())
            .Where(declaration => declaration.HasErrors && declaration.Name.Text.Contains(' ', StringComparison.Ordinal))
            .Select(declaration => declaration.Name.Text)];
        string content = scope.Source.Content;
        foreach (string name in declared)
        {
            int from = Math.Max(0, location.Span.End - name.Length);
            int until = Math.Min(content.Length, location.Span.Start + name.Length);
            if (until - from >= name.Length && content.AsSpan(from, until - from).Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBesideFault(Scope scope, SourceLocation location)
    {
        var near = TextSpan.FromBounds(Math.Max(0, location.Span.Start - 2), location.Span.End + 2);
        return scope.Tree.Diagnostics.Any(fault => fault.Location.Span.Overlaps(near) && fault.Severity == DiagnosticSeverity.Error);
    }
}
