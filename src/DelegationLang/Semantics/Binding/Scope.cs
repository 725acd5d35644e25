using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>A sentence, or a line that counts as one, while its names are resolved: where it stands, and whether a fault was found in it.</summary>
internal sealed class Scope(SyntaxTree tree, SyntaxNode node, SentenceSyntax sentence, bool hasErrors, bool isLibrary, Section? section = null)
{
    private List<Mortal>? mortals;
    private DateRange? days;

    public SyntaxTree Tree { get; } = tree;

    public SourceText Source => Tree.Source;

    /// <summary>The sentence or the line.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>The sentence, or the one that the line is a part of.</summary>
    public SentenceSyntax Sentence { get; } = sentence;

    public Section? Section { get; } = section;

    /// <summary>Whether it stands in a library, whose names mean what the library declares.</summary>
    public bool IsLibrary { get; } = isLibrary;

    /// <summary>Whether reading or name resolution found an error in it.</summary>
    public bool HasErrors { get; set; } = hasErrors;

    public SourceLocation Location => At(Node);

    /// <summary>The days that the sentence or line itself states, by which a name is settled that stands for one thing after another.</summary>
    public DateRange Days => days ??= Versions.DaysOf(Node, Sentence);

    /// <summary>The parties and places of limited life that the sentence relies on, to be compared with its days.</summary>
    public IReadOnlyList<Mortal> Mortals => mortals ?? [];

    public SourceLocation At(SyntaxNode node) => new(Source, node.Span);

    public NamePart Part(NameSyntax name) => new(Source, name);

    public void Rely(Symbol symbol, SourceLocation location)
    {
        if (symbol.Lifetime != Policy.DateRange.Always)
        {
            (mortals ??= []).Add(new Mortal(symbol, location));
        }
    }
}

/// <summary>Takes findings, and notes in the sentence concerned that it is in error.</summary>
internal sealed class Reporter
{
    private readonly DiagnosticBag bag = new();

    public void Report(Scope scope, Diagnostic diagnostic)
    {
        if (diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        {
            scope.HasErrors = true;
        }

        if (!IsReportedByReading(scope, diagnostic))
        {
            bag.Add(diagnostic);
        }
    }

    // A clause that no sentence of its sort can have, or has twice, and a limit that is no money, are reported when the text is read.
    private static bool IsReportedByReading(Scope scope, Diagnostic diagnostic) =>
        diagnostic.Code is not "DL2001" && scope.Sentence.HasErrors
        && scope.Tree.Diagnostics.Any(fault => fault.Code is "DL1003" or "DL1005" && fault.Location.Span.Overlaps(diagnostic.Location.Span));

    public System.Collections.Immutable.ImmutableArray<Diagnostic> ToImmutable() => bag.ToImmutable();
}

/// <summary>A thing with a lifetime that a sentence names, and where.</summary>
internal sealed record Mortal(Symbol Symbol, SourceLocation Location);
