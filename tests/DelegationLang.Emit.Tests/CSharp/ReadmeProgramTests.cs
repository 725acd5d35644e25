using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Testing.Documentation;
using DelegationLang.Text;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>The programs in the README and on the page about embedding compile against the C# of the example, and print what the comments in them say.</summary>
public sealed class ReadmeProgramTests
{
    private const string Example = "examples/west-yorkshire-icb";
    private const string Using = "using DelegationLang.Policy;\nusing SchemeOfDelegation;\n";

    private static readonly Lazy<string> Emitted = new(EmitExample);

    public static TheoryData<string, int> Programs
    {
        get
        {
            var programs = new TheoryData<string, int>();
            foreach (string page in (string[])["README.md", "docs/embedding.md"])
            {
                foreach (CodeBlock? block in Page.Open(page).Blocks.Where(block => block.Kind == "csharp"))
                {
                    programs.Add(page, block.Line);
                }
            }

            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_prints_what_its_comments_say(string page, int line)
    {
        CodeBlock block = Page.Open(page).Blocks.Single(block => block.Line == line);
        Assert.StartsWith(Using, block.Text, StringComparison.Ordinal);
        string program = $$"""
            using System;
            using System.Collections.Generic;
            {{Using}}
            internal static class Readme
            {
                private static readonly List<string> Lines = new List<string>();

                public static string[] Run()
                {
                    {{block.Text[Using.Length..]}}
                    return Lines.ToArray();
                }

                private static class Console
                {
                    public static void WriteLine(object text) => Lines.Add(text.ToString() ?? "");
                }
            }
            """;
        var printed = EmittedCode.Load(Emitted.Value, program).GetType("Readme", throwOnError: true)?.GetMethod("Run")?.Invoke(null, null);
        IEnumerable<string> promised = block.Lines.Where(text => text.Contains("; // ", StringComparison.Ordinal)).Select(text => text[(text.IndexOf("; // ", StringComparison.Ordinal) + 5)..]);

        Assert.Equal(promised, Assert.IsType<string[]>(printed));
    }

    private static string EmitExample()
    {
        ImmutableArray<SourceText> files =
        [
            .. Directory.EnumerateFiles(Repository.PathOf(Example.Split('/')), "*.delegation").Order(StringComparer.Ordinal)
                .Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file))),
        ];
        ImmutableArray<SourceText> libraries = [LawLibrary.TryGet("england") ?? throw new InvalidOperationException("There is no library of England.")];
        var names = NameTable.Collect(files.Concat(libraries));
        SchemeModel model = Binder.Bind(Trees(files), Trees(libraries), names);
        return new CSharpEmitter().Emit(new EmitInput(model, DecisionEngine.Create(model, new HashSet<Statement>()).Space)).Single().ToText();

        ImmutableArray<SyntaxTree> Trees(ImmutableArray<SourceText> texts) => [.. texts.Select(text => Parser.Parse(text, names))];
    }
}
