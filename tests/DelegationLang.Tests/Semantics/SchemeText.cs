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
    /// <summary>A trust with a board, a few posts, a matter and a function, to which tests add their sentences.</summary>
    public const string Trust = """
        scheme Trust
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        Hospital Trust is an NHS trust known as HT.
        Board is the board of Hospital Trust.
        Audit Committee is a committee of Board reporting to Board.
        Chair is the chair of Board.
        Chief Executive is an officer of Hospital Trust.
        Finance Director is an officer of Hospital Trust.
        Governor is a member of Board.
        Leeds is a place of Hospital Trust.
        goods is a matter of Hospital Trust.
        surgery care is a function of Hospital Trust.
        in budget is a condition.
        contract length is a measure in years.
        turnover is a measure in pounds.

        """;

    /// <summary>Binds the trust and the sentences.</summary>
    public static SchemeModel BindTrust(string sentences) => Bind(Trust + sentences);

    /// <summary>Binds the trust and sentences that must be sound.</summary>
    public static SchemeModel BindSoundTrust(string sentences) => BindSound(Trust + sentences);

    /// <summary>The one finding with this code.</summary>
    public static Diagnostic Single(SchemeModel model, string code)
    {
        Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics).Select(Show));
        Assert.Equal([code], model.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info).Select(diagnostic => diagnostic.Code));
        return model.Diagnostics.Single(diagnostic => diagnostic.Code == code);
    }

    /// <summary>The words that a finding is about.</summary>
    public static string Words(Diagnostic diagnostic) => diagnostic.Location.Source.ToString(diagnostic.Location.Span);

    /// <summary>A symbol by its name.</summary>
    public static T Get<T>(SchemeModel model, string name)
        where T : Symbol => Assert.IsType<T>(Assert.Single(model.Names.Find(name)));

    /// <summary>The groups of a statement, each as names joined by <c>+</c>.</summary>
    public static IEnumerable<string> Groups(ImmutableArray<Holder> holders) => holders.Select(holder => Group(holder.Group));

    /// <summary>The names of a group joined by <c>+</c>.</summary>
    public static string Group(ActingGroup group) => string.Join('+', group.Parties);

    /// <summary>Binds files named <c>a.delegation</c>, <c>b.delegation</c> and so on.</summary>
    public static SchemeModel Bind(params string[] files) =>
        Bind([.. files.Select((text, i) => new SourceText((char)('a' + i) + ".delegation", text))]);

    /// <summary>Binds files.</summary>
    public static SchemeModel Bind(ImmutableArray<SourceText> sources, bool isIncomplete = false)
    {
        ImmutableArray<SourceText> libraries = sources.Any(source => source.Content.Contains("use england", StringComparison.Ordinal)) ? [England()] : [];
        var names = NameTable.Collect(sources.Concat(libraries));
        ImmutableArray<SyntaxTree> trees = [.. sources.Select(source => Parser.Parse(source, names))];
        ImmutableArray<SyntaxTree> libraryTrees = [.. libraries.Select(source => Parser.Parse(source, names))];
        return Binder.Bind(trees, libraryTrees, names, isIncomplete);
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
