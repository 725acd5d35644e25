using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Rules;

/// <summary>Schemes written in tests, run through reading, name resolution and the rules.</summary>
internal static class RuleText
{
    /// <summary>A body, people and subjects that most tests need.</summary>
    public const string Prelude =
        """
        scheme Test
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        use england.

        Example ICB is an integrated care board known as ICB.
        Community Trust is an NHS foundation trust.
        Board is the board of ICB.
        Trust Board is the board of Community Trust.
        System is a place of ICB.
        Leeds is a place of ICB within System.
        Bradford is a place of ICB within System.
        Headingley is a place of ICB within Leeds.
        Committee is a committee of Board reporting to Board.
        Leeds Committee is a committee of Board at Leeds reporting to Board.
        Chair is the chair of Board.
        Chief is an officer of ICB.
        Director is an officer of ICB.
        Lead is an officer of ICB.
        Leeds Lead is an officer of ICB at Leeds.
        Bradford Lead is an officer of ICB at Bradford.
        Chief is also Accountable Officer.
        community services is a function of ICB.
        podiatry is a function of ICB within community services.
        nursing is a function of ICB within community services.
        acute services is a function of ICB.
        pathology is a function of Community Trust.
        award is a matter of ICB.
        award of lease is a matter of ICB within award.
        seal is a matter of ICB.
        community budget is a budget of ICB covering community services.
        Leeds budget is a budget of ICB covering community services at Leeds.
        whole budget is a budget of ICB covering community services, acute services.
        urgent is a condition, normally false.
        planned is a condition.
        contract length is a measure in years.
        turnover is a measure in pounds.
        threshold is an amount of £139,688 until 31 December 2026.
        threshold is an amount of £135,018 from 1 January 2027.

        """;

    /// <summary>Reads and binds a text. Tests of rules want it to be free of faults of reading and of binding, unless they say otherwise.</summary>
    public static SchemeModel Bind(string text, bool isSound = true)
    {
        SchemeModel model = Bind([new SourceText("main.delegation", text)]);
        if (isSound)
        {
            Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(Show));
        }

        return model;
    }

    /// <summary>Reads and binds files as one project.</summary>
    public static SchemeModel BindFiles(IEnumerable<string> paths) =>
        Bind([.. paths.Order(StringComparer.Ordinal).Select(path => new SourceText(Path.GetFileName(path), File.ReadAllText(path)))]);

    /// <summary>
    /// What is said of a scheme as a whole, of what it leaves out, or of sentences side by side. Sentences tried by themselves leave out nearly
    /// everything, so that only the tests of these rules look at them.
    /// </summary>
    private static readonly HashSet<string> Asides =
        ["DL3010", "DL5001", "DL5002", "DL5003", "DL5004", "DL5005", "DL5006", "DL5008", "DL5009", "DL6001", "DL6007", "DL8001"];

    private static readonly HashSet<string> SpaceCodes = ["DL5001", "DL5002", "DL5004", "DL5005", "DL5006"];

    /// <summary>The findings in sentences put after the prelude, without those that only a whole scheme can do justice to.</summary>
    public static ImmutableArray<Diagnostic> Find(string sentences, bool isSound = true) =>
        [.. Run(sentences, isSound).Diagnostics.Where(diagnostic => !Asides.Contains(diagnostic.Code))];

    /// <summary>The findings of one code in sentences put after the prelude.</summary>
    public static Diagnostic[] FindOnly(string code, string sentences, bool isSound = true) =>
        [.. Run(sentences, isSound).Diagnostics.Where(diagnostic => diagnostic.Code == code)];

    /// <summary>The findings of one code in a whole scheme, each as the words it is about.</summary>
    public static string[] FindIn(string code, string scheme, DateOnly? asOf = null) =>
    [
        .. RuleSet.Run(Bind(scheme), new RuleContext(asOf ?? new DateOnly(2026, 5, 1))).Diagnostics
            .Where(diagnostic => diagnostic.Code == code)
            .Select(diagnostic => Words(diagnostic.Location)),
    ];

    /// <summary>All that the rules say of sentences put after the prelude.</summary>
    public static RuleResult Run(string sentences, bool isSound = true) =>
        RuleSet.Run(Bind(Prelude + sentences, isSound), new RuleContext(new DateOnly(2026, 5, 1)));

    /// <summary>The gaps, overlaps, and limits that do not compare, in sentences put after the prelude.</summary>
    public static ImmutableArray<Diagnostic> InSpace(string sentences, bool isSound = true) =>
        [.. Run(sentences, isSound).Diagnostics.Where(diagnostic => SpaceCodes.Contains(diagnostic.Code))];

    /// <summary>Each finding as <c>CODE:the words it is about</c>.</summary>
    public static string[] Findings(string sentences, bool isSound = true) => [.. Find(sentences, isSound).Select(Short)];

    /// <summary>A finding as <c>CODE:the words it is about</c>.</summary>
    public static string Short(Diagnostic diagnostic) => $"{diagnostic.Code}:{Words(diagnostic.Location)}";

    /// <summary>One finding in a line, for the output of a test that fails.</summary>
    public static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Location.File}({diagnostic.Location.Line},{diagnostic.Location.Column}): {diagnostic.Code}: {diagnostic.Message} [{diagnostic.Help}]";

    /// <summary>The words at a location.</summary>
    public static string Words(SourceLocation location) => location.Source.ToString(location.Span);

    /// <summary>The text with the edits of a fix made.</summary>
    public static string Apply(CodeFix fix)
    {
        string text = fix.Edits[0].Location.Source.Content;
        foreach (TextEdit edit in fix.Edits.OrderByDescending(edit => edit.Location.Span.Start))
        {
            text = text[..edit.Location.Span.Start] + edit.NewText + text[edit.Location.Span.End..];
        }

        return text;
    }

    /// <summary>Reads and binds a text with a library that no compiler ships.</summary>
    public static SchemeModel Bind(string text, string library) =>
        Bind([new SourceText("main.delegation", text)], [new SourceText("law.delegation", library)]);

    // The libraries that the sources use, or England's.
    private static SchemeModel Bind(ImmutableArray<SourceText> sources)
    {
        string[] used = [.. LawLibrary.Names.Where(name => sources.Any(source => source.Content.Contains($"use {name}.", StringComparison.Ordinal)))];
        return Bind(sources, [.. (used.Length == 0 ? ["england"] : used).Select(Library)]);
    }

    private static SourceText Library(string name) =>
        LawLibrary.TryGet(name) ?? throw new InvalidOperationException($"The library {name} is not there.");

    private static SchemeModel Bind(ImmutableArray<SourceText> sources, ImmutableArray<SourceText> libraries)
    {
        var names = NameTable.Collect([.. sources, .. libraries]);
        return Binder.Bind(
            [.. sources.Select(source => Parser.Parse(source, names))], [.. libraries.Select(library => Parser.Parse(library, names))], names);
    }
}
