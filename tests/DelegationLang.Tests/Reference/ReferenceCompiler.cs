using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Reference;

/// <summary>From the text of a scheme to the reference evaluator. The parser is all that it shares with the engine.</summary>
internal static class ReferenceCompiler
{
    /// <summary>The day that <i>today</i> means to every answerer that is compared.</summary>
    public static readonly DateOnly AsOf = new(2026, 5, 1);

    private static readonly SourceText Library = new("england.delegation", File.ReadAllText(Repository.PathOf("src/DelegationLang/Law/england.delegation")));

    private static readonly SyntaxTree LibraryTree = Parser.Parse(Library, NameTable.Collect([Library]));

    /// <summary>Reads a scheme of one file, and the library of England where it says so.</summary>
    /// <param name="text">The file.</param>
    /// <param name="faultyLines">Lines whose sentences are to count as being in error, beside those in which the reference finds a fault itself.</param>
    public static ReferenceAnswerer Compile(string text, params IEnumerable<int> faultyLines) => Compile(text, faultyLines, new Dictionary<int, DateOnly>());

    /// <summary>Reads a scheme of one file, and the library of England where it says so.</summary>
    /// <param name="text">The file.</param>
    /// <param name="faultyLines">Lines whose sentences are to count as being in error, beside those in which the reference finds a fault itself.</param>
    /// <param name="faultySince">Lines whose sentences are to count so from a day on.</param>
    public static ReferenceAnswerer Compile(string text, IEnumerable<int> faultyLines, IReadOnlyDictionary<int, DateOnly> faultySince)
    {
        (Scheme scheme, NameTable names) = Read(text, faultyLines);
        foreach (Rule rule in scheme.Rules)
        {
            rule.FaultySince = faultySince.TryGetValue(rule.Line, out DateOnly day) ? day : null;
        }

        return new ReferenceAnswerer(scheme, question => Read(scheme, question, names));
    }

    /// <summary>Reads a scheme of one file, for whoever looks at all its points and asks no questions.</summary>
    /// <param name="text">The file.</param>
    /// <param name="faultyLines">Lines whose sentences are to count as being in error.</param>
    public static (Scheme Scheme, NameTable Names) Read(string text, IEnumerable<int> faultyLines)
    {
        var source = new SourceText("scheme.delegation", text);
        var names = NameTable.Collect([source, Library]);
        SyntaxTree tree = Parser.Parse(source, names);
        bool usesLibrary = tree.Sentences.OfType<UseSyntax>().Any(use => use.Target.Text == "england");
        var scheme = Scheme.Read(usesLibrary ? [tree, LibraryTree] : [tree], faultyLines.ToHashSet());
        scheme.Problems.AddRange(tree.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return (scheme, names);
    }

    private static Asked? Read(Scheme scheme, string question, NameTable names)
    {
        QuestionParse parse = Parser.ParseQuestion(new SourceText("question", question), names);
        return parse.Diagnostics.IsEmpty ? Asked.Read(scheme, parse.Question, AsOf) : null;
    }
}
