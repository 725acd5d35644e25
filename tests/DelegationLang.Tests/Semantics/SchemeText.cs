using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Semantics;

/// <summary>Schemes written in tests, read and bound as a project with the libraries that they use.</summary>
internal static class SchemeText
{
    /// <summary>Binds files named <c>a.delegation</c>, <c>b.delegation</c> and so on.</summary>
    public static SchemeModel Bind(params string[] files) =>
        Bind([.. files.Select((text, i) => new SourceText((char)('a' + i) + ".delegation", text))]);

    /// <summary>Binds files.</summary>
    public static SchemeModel Bind(ImmutableArray<SourceText> sources)
    {
        ImmutableArray<SourceText> libraries = sources.Any(source => source.Content.Contains("use england", StringComparison.Ordinal)) ? [England()] : [];
        NameTable names = NameTable.Collect(sources.Concat(libraries));
        ImmutableArray<SyntaxTree> trees = [.. sources.Select(source => Parser.Parse(source, names))];
        ImmutableArray<SyntaxTree> libraryTrees = [.. libraries.Select(source => Parser.Parse(source, names))];
        return Binder.Bind(trees, libraryTrees, names);
    }

    /// <summary>Binds a text that must be free of faults of reading, and of errors of binding.</summary>
    public static SchemeModel BindSound(params string[] files)
    {
        SchemeModel model = Bind(files);
        Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics).Select(Show));
        Assert.Empty(model.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Show));
        return model;
    }

    /// <summary>The findings, each as <c>CODE:the words it is about</c>; those for information only when asked for.</summary>
    public static IEnumerable<string> Findings(SchemeModel model, bool withInfo = false) =>
        model.Diagnostics
            .Where(diagnostic => withInfo || diagnostic.Severity != DiagnosticSeverity.Info)
            .Select(diagnostic => $"{diagnostic.Code}:{diagnostic.Location.Source.ToString(diagnostic.Location.Span)}");

    /// <summary>One finding in a line, for the output of a test that fails.</summary>
    public static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Location.File}({diagnostic.Location.Line},{diagnostic.Location.Column}): {diagnostic.Code}: {diagnostic.Message} [{diagnostic.Help}]";

    /// <summary>The text with the first edit of a fix made.</summary>
    public static string Apply(Diagnostic diagnostic, int fix = 0)
    {
        string text = diagnostic.Location.Source.Content;
        foreach (TextEdit edit in diagnostic.Fixes[fix].Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = text[..edit.Location.Span.Start] + edit.NewText + text[edit.Location.Span.End..];
        }

        return text;
    }

    private static SourceText England() => LawLibrary.TryGet("england") ?? throw new InvalidOperationException("The library of England is not there.");
}
